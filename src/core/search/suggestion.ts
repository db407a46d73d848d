// For a query that found nothing: a spelling that the library knows.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { foreignLanguageOf } from '../dutch/foreign-stems.ts'
import { tokenize } from '../dutch/tokens.ts'
import { formsOf } from '../dutch/word-forms.ts'
import type { ReadBudget } from './check-phrases.ts'
import type { SearchDocument } from './documents.ts'
import { findHits } from './find-documents.ts'
import type { SearchContext } from './search-context.ts'
import type { Question } from './order-hits.ts'
import { parseQueryWords, type QueryWord } from './query-words.ts'
import { searchedText } from './analyse-query.ts'
import type { Vocabulary } from './vocabulary.ts'

const longestCorrected = 40

/** Another spelling of a query, and how many hits it has. */
export interface Spelling {
  readonly text: string
  readonly total: number
}

/** A spelling that finds something, written as in its best hit; null when there is none. */
export function findSpelling(
  context: SearchContext,
  question: Question,
  budget: ReadBudget,
): Spelling | null {
  const { text } = question
  const words = parseQueryWords(searchedText(text))
  const suggested = suggestSpelling(text, words, context.vocabulary)
  if (suggested === null) return null
  const { inOpenEdition, elsewhere, total } = findHits(
    context,
    { ...question, text: suggested, limit: 1 },
    budget,
  )
  const best = inOpenEdition[0] ?? elsewhere[0]
  if (best === undefined) return null
  const { part, document } = best.scored
  const found = part.segment.read(document)
  return { text: asPrinted(suggested, found, context.splitCompound), total }
}

/** The words of a suggestion as the document writes them: Xpeng for xpeng, turbine for its stem in windturbinepark. */
function asPrinted(
  suggested: string,
  { language, section, text, source }: SearchDocument,
  splitCompound: CompoundSplitter,
): string {
  const printed = `${section}\n${text}\n${source}`
  const forms = tokenize(printed).flatMap((token) =>
    formsOf(token, splitCompound, foreignLanguageOf(language)),
  )
  const isWord = ({ kind }: (typeof forms)[number]): boolean => kind === 'word'
  // Words come last in this map, so that they win from parts of compounds.
  const spellings = new Map(
    [...forms.filter((form) => !isWord(form)), ...forms.filter(isWord)].map(
      ({ term, start, end }) => [term, printed.slice(start, end)] as const,
    ),
  )
  let result = ''
  let done = 0
  for (const { words, start, end } of tokenize(searchedText(suggested))) {
    const spelling = spellings.get(words[0]?.text ?? '')
    if (spelling === undefined || words.length > 1) continue
    result += suggested.slice(done, start) + spelling
    done = end
  }
  return result + suggested.slice(done)
}

/**
 * The query with each unknown word replaced by the nearest word of the vocabulary, folded. Null when no word is unknown, or one
 * has nothing near it. One letter may differ in words of 3 and 4 letters, two up to 8, three beyond. Words with digits stay.
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
  if (text.length < 3 || text.length > longestCorrected) return null
  return vocabulary.nearest(text, text.length < 5 ? 1 : text.length < 9 ? 2 : 3)
}
