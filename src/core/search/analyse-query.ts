// A query taken apart into what it searches for, what it excludes, and what narrows it.
import { readPhrase, wordBeyond, type Phrase } from './phrases.ts'
import {
  parseQueryLanguage,
  tooMany,
  type Exclusion,
  type ParsedQuery,
  type QuotedPhrase,
} from './query-language.ts'
import { maxQueryWords, parseQueryWords, type QueryWord } from './query-words.ts'

export interface AnalysedQuery {
  readonly parsed: ParsedQuery
  readonly words: readonly QueryWord[]
  readonly phrases: readonly Phrase[]
  /** A document that has one of them in any form is left out. */
  readonly excludedWords: readonly QueryWord[]
  readonly excludedPhrases: readonly Phrase[]
  /** The query has operators alone: all documents that meet them are listed. */
  readonly isListing: boolean
  /** There is nothing to search for. */
  readonly isEmpty: boolean
}

export function analyseQuery(text: string): AnalysedQuery {
  const parsed = parseQueryLanguage(text)
  const all = parseQueryWords(parsed.words, maxQueryWords + 1)
  const words = all.slice(0, maxQueryWords)
  const [ignored] = [
    ...all.slice(maxQueryWords),
    ...parsed.phrases.flatMap(ignoredWordOfPhrase),
  ].toSorted((one, other) => one.start - other.start)
  const problem = parsed.problem ?? (ignored === undefined ? null : tooMany(text, ignored))
  const phrases = parsed.phrases.flatMap(({ text, isOpen }) => readPhrase(text, isOpen) ?? [])
  const exclusions = parsed.exclusions.map(readExclusion)
  const hasWords = words.length + phrases.length > 0
  const isListing = !hasWords && parsed.filters.some((filter) => !filter.isExcluding)
  return {
    parsed: { ...parsed, problem },
    ...{ words, phrases, isListing },
    excludedWords: exclusions.flatMap(({ words }) => words),
    excludedPhrases: exclusions.flatMap(({ phrases }) => phrases),
    isEmpty: !hasWords && !isListing,
  }
}

/** The first word beyond the length that a phrase may have, with its offsets in the query. */
function ignoredWordOfPhrase({
  text,
  start,
}: QuotedPhrase): readonly { start: number; end: number }[] {
  const ignored = wordBeyond(text)
  const behindQuote = start + 1
  return ignored === null
    ? []
    : [{ start: behindQuote + ignored.start, end: behindQuote + ignored.end }]
}

interface Excluded {
  readonly words: readonly QueryWord[]
  readonly phrases: readonly Phrase[]
}

/** `-noord-korea` and `-30%` exclude just that, and not everything that has the parts somewhere. */
function readExclusion({ isPhrase, text }: Exclusion): Excluded {
  const phrase = readPhrase(text, false)
  if (phrase === null) return { words: [], phrases: [] }
  const words = parseQueryWords(text)
  if (!isPhrase && isPlainWord(phrase)) return { words, phrases: [] }
  const joined = words.flatMap((word) =>
    word.joined === null ? [] : [{ ...word, parts: [word.joined], joined: null }],
  )
  return { words: isPhrase ? [] : joined, phrases: [phrase] }
}

function isPlainWord({ pieces, after }: Phrase): boolean {
  const [first, second] = pieces
  if (first === undefined || second !== undefined || after !== '') return false
  return first.before === '' && !first.text.endsWith('%')
}

/** The words and phrases of a query, with spaces for all else, so that offsets stay those of the query. */
export function searchedText(text: string): string {
  const { words, phrases } = parseQueryLanguage(text)
  return phrases.reduce((left, phrase) => {
    const start = phrase.start + 1
    return left.slice(0, start) + phrase.text + left.slice(start + phrase.text.length)
  }, words)
}
