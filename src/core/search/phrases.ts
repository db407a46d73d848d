// Phrases between quotes: words next to each other as they are written. The index knows no places, so it finds the documents that
// have all the words, and their texts say whether the words stand together.
import { fold, foldWithOffsets } from '../dutch/fold.ts'
import { tokenize } from '../dutch/tokens.ts'
import type { SearchDocument } from './documents.ts'
import type { Plan, PlannedTerm } from './query-plan.ts'
import type { HitReason, TextRange } from './search-types.ts'

export interface Phrase {
  /** What says the same has the same key. */
  readonly key: string
  readonly reason: HitReason
  /** Finds it in a folded text. */
  readonly pattern: RegExp
  /** Words of the index that a document with the phrase has. */
  readonly terms: readonly string[]
  /** The last word may go on. */
  readonly isOpen: boolean
}

/** What a phrase has beyond this does not count. */
const mostWords = 24

/** Between two words of a phrase, in folded text: spaces and hyphens alike, and quotes; no comma and no stop. */
const gap = String.raw`[\s\-–—"'“”„«»‹›()]+`

/** Null when there is no word in it. */
export function readPhrase(text: string, isOpen: boolean): Phrase | null {
  const tokens = tokenize(text).slice(0, mostWords)
  const pieces = tokens
    .flatMap(({ source }) => fold(source).split('-'))
    .filter((piece) => piece !== '')
  if (pieces.length === 0) return null
  const terms = tokens.flatMap(({ words }) =>
    words.filter(({ kind }) => kind === 'part' || kind === 'number').map((word) => word.text),
  )
  const key = `${pieces.join(' ')}${isOpen ? '…' : ''}`
  // Of the signs that mean something in a pattern a word may hold points only, and a percent sign with or without a space.
  const sought = pieces.map((piece) => piece.replaceAll('.', String.raw`\.`).replace(/ ?%$/, ' ?%'))
  // No end of a word within one: auto is not in auto's, nor 30 in 30,5.
  const end = isOpen ? '' : String.raw`(?![\p{L}\p{N}]|'\p{L}|(?<=\p{N})[.,]\p{N})`
  const start = String.raw`(?<![\p{L}\p{N}]|\p{L}'|\p{N}[.,](?=\p{N}))`
  return {
    key,
    reason: pieces.length > 1 ? 'phrase' : isOpen ? 'beginning' : 'exact',
    pattern: new RegExp(`${start}${sought.join(gap)}${end}`, 'gu'),
    terms: [...new Set(terms)],
    isOpen,
  }
}

/** The documents with all words of a phrase, each as it is written. */
export function planPhrase({ terms, isOpen, reason }: Phrase, word: number): Plan {
  const term = (text: string, index: number): PlannedTerm => ({
    ...{ term: text, kind: 'word', weight: 1, reason, word, distance: 0 },
    prefix: isOpen && index === terms.length - 1,
  })
  return { all: terms.map(term) }
}

/** Where a phrase stands in a text. */
export function phraseRanges({ pattern }: Phrase, text: string): readonly TextRange[] {
  const folded = foldWithOffsets(text)
  return [...folded.text.matchAll(pattern)].map(({ index, 0: found }) =>
    folded.sourceRange(index, index + found.length),
  )
}

export function hasPhrase({ text, section, source }: SearchDocument, { pattern }: Phrase): boolean {
  return [text, section, source].some((one) => fold(one).search(pattern) >= 0)
}
