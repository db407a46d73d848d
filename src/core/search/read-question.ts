// A question taken apart into what is looked for, what is left out, and what narrows it.
import { mostWords, parseQuery, type QueryWord } from './parse-query.ts'
import { readPhrase, wordBeyond, type Phrase } from './phrases.ts'
import {
  parseQueryLanguage,
  tooMany,
  type Exclusion,
  type ParsedQuery,
  type QuotedPhrase,
} from './query-language.ts'

export interface Sought {
  readonly query: ParsedQuery
  readonly words: readonly QueryWord[]
  readonly phrases: readonly Phrase[]
  /** A document that has one of them in any form is left out. */
  readonly excludedWords: readonly QueryWord[]
  readonly excludedPhrases: readonly Phrase[]
  /** Operators alone: all that meets them is listed. */
  readonly isListing: boolean
  readonly isNothing: boolean
}

export function readQuestion(text: string): Sought {
  const parsed = parseQueryLanguage(text)
  const all = parseQuery(parsed.words, mostWords + 1)
  const words = all.slice(0, mostWords)
  const [left] = [...all.slice(mostWords), ...parsed.phrases.flatMap(leftOfPhrase)].toSorted(
    (one, other) => one.start - other.start,
  )
  const problem = parsed.problem ?? (left === undefined ? null : tooMany(text, left))
  const query = { ...parsed, problem }
  const phrases = query.phrases.flatMap(({ text, isOpen }) => readPhrase(text, isOpen) ?? [])
  const exclusions = query.exclusions.map(readExclusion)
  const hasWords = words.length + phrases.length > 0
  const isListing = !hasWords && query.filters.some((filter) => !filter.isExcluding)
  return {
    ...{ query, words, phrases, isListing },
    excludedWords: exclusions.flatMap(({ words }) => words),
    excludedPhrases: exclusions.flatMap(({ phrases }) => phrases),
    isNothing: !hasWords && !isListing,
  }
}

/** The first word of a long phrase that does not count, by its place in what was typed: behind the quote. */
function leftOfPhrase({ text, start }: QuotedPhrase): readonly { start: number; end: number }[] {
  const left = wordBeyond(text)
  const from = start + 1
  return left === null ? [] : [{ start: from + left.start, end: from + left.end }]
}

interface Excluded {
  readonly words: readonly QueryWord[]
  readonly phrases: readonly Phrase[]
}

/** `-noord-korea` and `-30%` leave out what has that, and not all that has its parts somewhere. */
function readExclusion({ isPhrase, text }: Exclusion): Excluded {
  const phrase = readPhrase(text, false)
  if (phrase === null) return { words: [], phrases: [] }
  const words = parseQuery(text)
  if (!isPhrase && isPlainWord(phrase)) return { words, phrases: [] }
  const joined = words.flatMap((word) =>
    word.joined === null ? [] : [asJoined(word, word.joined)],
  )
  return { words: isPhrase ? [] : joined, phrases: [phrase] }
}

function isPlainWord({ pieces, after }: Phrase): boolean {
  const [first, second] = pieces
  if (first === undefined || second !== undefined || after !== '') return false
  return first.before === '' && !first.text.endsWith('%')
}

function asJoined(word: QueryWord, joined: string): QueryWord {
  return { ...word, parts: [joined], joined: null }
}

/** What was typed to be found, with spaces for all else, so that places stay what they are. */
export function soughtText(text: string): string {
  const { words, phrases } = parseQueryLanguage(text)
  return phrases.reduce((left, phrase) => {
    const start = phrase.start + 1
    return left.slice(0, start) + phrase.text + left.slice(start + phrase.text.length)
  }, words)
}
