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
  /** Its words, folded; the parts between hyphens are words of their own. */
  readonly pieces: readonly string[]
  /** Words of the index that a document with the phrase has. */
  readonly terms: readonly string[]
  /** The last word may go on. */
  readonly isOpen: boolean
}

/** What a phrase has beyond this does not count. */
const mostWords = 24

/** Null when there is no word in it. */
export function readPhrase(text: string, isOpen: boolean): Phrase | null {
  const tokens = tokenize(text).slice(0, mostWords)
  const pieces = tokens
    .flatMap(({ source }) => fold(source).split('-'))
    .filter((piece) => piece !== '')
    .slice(0, mostWords)
  if (pieces.length === 0) return null
  const terms = tokens.flatMap(({ words }) =>
    words.filter(({ kind }) => kind === 'part' || kind === 'number').map((word) => word.text),
  )
  return {
    key: `${pieces.join(' ')}${isOpen ? '…' : ''}`,
    reason: pieces.length > 1 ? 'phrase' : isOpen ? 'beginning' : 'exact',
    pieces,
    terms: [...new Set(terms)].slice(0, mostWords),
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
export function phraseRanges(phrase: Phrase, text: string): readonly TextRange[] {
  const folded = foldWithOffsets(text)
  return [...occurrences(phrase, folded.text)].map(([start, end]) => folded.sourceRange(start, end))
}

export function hasPhrase({ text, section, source }: SearchDocument, phrase: Phrase): boolean {
  return [text, section, source].some((one) => !occurrences(phrase, fold(one)).next().done)
}

/** @param text folded */
function* occurrences({ pieces, isOpen }: Phrase, text: string): Generator<TextRange> {
  const [first = '', ...more] = pieces
  // A percent sign may have a space before it, so the search is for what stands before that.
  const sought = first.replace(/ ?%$/, '')
  for (let start = text.indexOf(sought); start >= 0; start = text.indexOf(sought, start + 1)) {
    if (!isWordStart(text, start)) continue
    let end = pieceEnd(text, start, first)
    for (const piece of more) {
      const next = end < 0 ? -1 : gapEnd(text, end)
      end = next < 0 ? -1 : pieceEnd(text, next, piece)
      if (end < 0) break
    }
    if (end >= 0 && (isOpen || isWordEnd(text, end))) yield [start, end]
  }
}

function pieceEnd(text: string, at: number, piece: string): number {
  if (text.startsWith(piece, at)) return at + piece.length
  if (!piece.endsWith('%')) return -1
  const number = piece.replace(/ ?%$/, '')
  if (!text.startsWith(number, at)) return -1
  const end = at + number.length
  return text.startsWith('%', end) ? end + 1 : text.startsWith(' %', end) ? end + 2 : -1
}

/** Between two words of a phrase: spaces and hyphens alike, and quotes; no comma and no stop. */
const isGap = /[\s\-–—'"“”„«»‹›()]/u

function gapEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isGap.test(text.charAt(end))) end++
  return end > at ? end : -1
}

const isLetterOrDigit = /[\p{L}\p{N}]/u

/** No word begins within another, nor a number behind its point. */
function isWordStart(text: string, at: number): boolean {
  const [before, further] = [text.charAt(at - 1), text.charAt(at - 2)]
  if (isLetterOrDigit.test(before)) return false
  if (before === "'") return !/\p{L}/u.test(further)
  return !/[.,]/.test(before) || !/\p{N}/u.test(further) || !/\p{N}/u.test(text.charAt(at))
}

/** Nor does one end within another: auto is not in auto's, nor 30 in 30,5. */
function isWordEnd(text: string, at: number): boolean {
  const [after, further] = [text.charAt(at), text.charAt(at + 1)]
  if (isLetterOrDigit.test(after)) return false
  if (after === "'") return !/\p{L}/u.test(further)
  return !/[.,]/.test(after) || !/\p{N}/u.test(further) || !/\p{N}/u.test(text.charAt(at - 1))
}
