// A spelling that the library knows, for a query that found nothing.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { tokenize } from '../dutch/tokens.ts'
import { formsOf } from '../dutch/word-forms.ts'
import type { Reads } from './check-phrases.ts'
import type { SearchDocument } from './documents.ts'
import { find } from './find-documents.ts'
import type { Library } from './library.ts'
import type { Question } from './order-hits.ts'
import { parseQuery, type QueryWord } from './parse-query.ts'
import { soughtText } from './read-question.ts'
import type { Vocabulary } from './vocabulary.ts'

const longest = 40

/** Another spelling of a question, and how many hits that has. */
export interface Spelling {
  readonly text: string
  readonly total: number
}

/** A spelling that finds something, as the best of what it finds writes it; null when there is none. */
export function findSpelling(library: Library, question: Question, reads: Reads): Spelling | null {
  const { text } = question
  const suggested = suggestSpelling(text, parseQuery(soughtText(text)), library.vocabulary)
  if (suggested === null) return null
  const { within, others, total } = find(library, { ...question, text: suggested, limit: 1 }, reads)
  const best = within[0] ?? others[0]
  if (best === undefined) return null
  const { part, document } = best.scored
  const found = part.segment.read(document)
  return { text: asPrinted(suggested, found, library.splitCompound), total }
}

/** The words of a suggestion as the document writes them: Xpeng for xpeng, turbine for the stem of it in windturbinepark. */
function asPrinted(
  suggested: string,
  { section, text, source }: SearchDocument,
  splitCompound: CompoundSplitter,
): string {
  const printed = `${section}\n${text}\n${source}`
  const forms = tokenize(printed).flatMap((token) => formsOf(token, splitCompound))
  const isWord = ({ kind }: (typeof forms)[number]): boolean => kind === 'word'
  // Of what stands there as a word and in a compound, the word counts.
  const spellings = new Map(
    [...forms.filter((form) => !isWord(form)), ...forms.filter(isWord)].map(
      ({ term, start, end }) => [term, printed.slice(start, end)] as const,
    ),
  )
  let result = ''
  let done = 0
  for (const { words, start, end } of tokenize(soughtText(suggested))) {
    const spelling = spellings.get(words[0]?.text ?? '')
    if (spelling === undefined || words.length > 1) continue
    result += suggested.slice(done, start) + spelling
    done = end
  }
  return result + suggested.slice(done)
}

/**
 * The query with each unknown word replaced by the nearest word of the vocabulary, folded; null when a word has nothing
 * near it or nothing was unknown. One letter may differ in words of 3, two from 5, three from 9; a word with digits stays as it is.
 */
export function suggestSpelling(
  query: string,
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): string | null {
  let suggested = ''
  let done = 0
  for (const word of words) {
    const text = word.joined ?? word.parts[0]
    if (text === undefined || /\d/.test(text) || vocabulary.hasFormOf(text)) continue
    const nearest = nearestWord(text, vocabulary)
    if (nearest === null) return null
    suggested += query.slice(done, word.start) + nearest
    done = word.end
  }
  return done === 0 ? null : suggested + query.slice(done)
}

function nearestWord(text: string, vocabulary: Vocabulary): string | null {
  if (text.length < 3 || text.length > longest) return null
  return vocabulary.nearest(text, text.length < 5 ? 1 : text.length < 9 ? 2 : 3)
}
