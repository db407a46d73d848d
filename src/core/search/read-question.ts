// A question taken apart into what is looked for, what is left out, and what narrows it.
import { parseQuery, type QueryWord } from './parse-query.ts'
import { readPhrase, type Phrase } from './phrases.ts'
import { parseQueryLanguage, type ParsedQuery } from './query-language.ts'

export interface Sought {
  readonly query: ParsedQuery
  readonly words: readonly QueryWord[]
  readonly phrases: readonly Phrase[]
  /** Each of them as words that stand together in a document that is left out. */
  readonly excludedWords: readonly (readonly QueryWord[])[]
  readonly excludedPhrases: readonly Phrase[]
  /** Operators alone: all that meets them is listed. */
  readonly isListing: boolean
  readonly isNothing: boolean
}

export function readQuestion(text: string): Sought {
  const query = parseQueryLanguage(text)
  const words = parseQuery(query.words)
  const phrases = query.phrases.flatMap(({ text, isOpen }) => readPhrase(text, isOpen) ?? [])
  const excluded = query.exclusions
  const hasWords = words.length + phrases.length > 0
  const isListing = !hasWords && query.filters.some((filter) => !filter.isExcluding)
  return {
    ...{ query, words, phrases, isListing },
    excludedWords: excluded.flatMap(({ isPhrase, text }) => (isPhrase ? [] : [parseQuery(text)])),
    excludedPhrases: excluded.flatMap(({ isPhrase, text }) =>
      isPhrase ? (readPhrase(text, false) ?? []) : [],
    ),
    isNothing: !hasWords && !isListing,
  }
}
