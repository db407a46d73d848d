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
  /** Its words; the parts between hyphens are words of their own. */
  readonly pieces: readonly Piece[]
  /** The signs that follow the last word. */
  readonly after: string
  /** Words of the index that a document with the phrase has. */
  readonly terms: readonly string[]
  /** The last word may go on. */
  readonly isOpen: boolean
}

interface Piece {
  /** Folded. */
  readonly text: string
  /** The signs between it and the word before it, such as the `&` of `R&D`; empty where spaces, hyphens or quotes are. */
  readonly before: string
}

/** What a phrase has beyond this does not count. */
const mostWords = 24
/** So many signs in a row count. */
const mostSigns = 8

/** The first word of a phrase that does not count, since too many stand before it; null when all do. */
export function wordBeyond(text: string): { readonly start: number; readonly end: number } | null {
  let pieces = 0
  const beyond = tokenize(text).find(({ source }) => {
    pieces += piecesOf(source).length
    return pieces > mostWords
  })
  return beyond ?? null
}

function piecesOf(token: string): readonly string[] {
  return fold(token)
    .split('-')
    .filter((piece) => piece !== '')
}

/**
 * Null when there is no word in it.
 *
 * @param mayGoOn whether the quotes are not closed yet
 */
export function readPhrase(text: string, mayGoOn: boolean): Phrase | null {
  const all = tokenize(text)
  const tokens = all.slice(0, mostWords)
  const pieces = tokens
    .flatMap(({ source, start }, index) => {
      const between = text.slice(tokens[index - 1]?.end ?? 0, start)
      const before = index === 0 ? outerSigns(between).slice(-mostSigns) : signsOf(between)
      return piecesOf(source).map((piece, at): Piece => ({
        text: piece,
        before: at === 0 ? before : '',
      }))
    })
    .slice(0, mostWords)
  if (pieces.length === 0) return null
  const behind = text.slice(all.at(-1)?.end)
  const after = all.length > mostWords ? '' : outerSigns(behind).slice(0, mostSigns)
  const terms = tokens
    .flatMap(({ words }) => words.filter(({ kind }) => kind === 'part' || kind === 'number'))
    .map((word) => word.text)
    .slice(0, mostWords)
  // The index does not look for one letter as the beginning of a word; of a phrase with nothing else it is the word.
  const isOpen = mayGoOn && (pieces.length > 1 || [...(pieces[0]?.text ?? '')].length > 1)
  const isJustBegun = isOpen && terms.at(-1)?.length === 1
  const telling = isJustBegun ? terms.slice(0, -1) : terms
  const written = pieces.map((piece) => `${piece.before} ${piece.text}`).join('')
  return {
    key: `${written}${after}${isOpen ? openEnd : ''}`,
    reason: pieces.length > 1 ? 'phrase' : isOpen ? 'beginning' : 'exact',
    pieces,
    after,
    terms: telling.length > 0 ? telling : terms,
    isOpen,
  }
}

const openEnd = '…'

/** Whether all that has a phrase has the open phrase with this key. */
export function isBeginning(key: string, phrase: Phrase): boolean {
  return key.endsWith(openEnd) && phrase.key.startsWith(key.slice(0, -openEnd.length))
}

function signsOf(text: string): string {
  return [...fold(text)].filter((sign) => !isGap.test(sign)).join('')
}

/** A stop or a comma around a phrase is of the sentence that it was taken from. */
function outerSigns(text: string): string {
  return signsOf(text).replace(/[.,;:!?…]+/gu, '')
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

/** The same in a heading with a title, or in sources: what stands on another line is something else. */
export function phraseRangesInLines(phrase: Phrase, text: string): readonly TextRange[] {
  let from = 0
  return text.split('\n').flatMap((line) => {
    const start = from
    from += line.length + 1
    return phraseRanges(phrase, line).map(([first, last]): TextRange => [
      first + start,
      last + start,
    ])
  })
}

export function hasPhrase({ text, section, source }: SearchDocument, phrase: Phrase): boolean {
  const texts = [text, ...section.split('\n'), ...source.split('\n')]
  return texts.some((one) => !occurrences(phrase, fold(one)).next().done)
}

/** @param text folded */
function* occurrences({ pieces, after, isOpen }: Phrase, text: string): Generator<TextRange> {
  const [first = { text: '', before: '' }, ...more] = pieces
  // A percent sign may have a space before it, so the search is for what stands before that.
  const sought = first.text.replace(/ ?%$/, '')
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const start = isWordStart(text, at) ? signsStart(text, at, first.before) : -1
    if (start < 0) continue
    let end = pieceEnd(text, at, first.text)
    for (const piece of more) {
      const next = end < 0 ? -1 : gapEnd(text, end, piece.before)
      end = next < 0 ? -1 : pieceEnd(text, next, piece.text)
      if (end < 0) break
    }
    if (end < 0 || (!isOpen && !isWordEnd(text, end))) continue
    if (after !== '') end = signsEnd(text, end, after)
    if (end >= 0) yield [start, end]
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

/** Between two words of a phrase spaces, hyphens and quotes are alike; any other sign counts. */
const isGap = /[\s\-–—'"“”„«»‹›()]/u

/** Between two paragraphs. */
const emptyLine = /\n[^\S\n]*\n/u

/** Where the next word begins when nothing but these signs stand between, in the same paragraph; else -1. */
function gapEnd(text: string, at: number, signs: string): number {
  let end = signs === '' ? at : signsEnd(text, at, signs)
  while (end >= 0 && end < text.length && isGap.test(text.charAt(end))) end++
  return end > at && !emptyLine.test(text.slice(at, end)) ? end : -1
}

/** Where the signs end that follow; -1 when others do. */
function signsEnd(text: string, at: number, signs: string): number {
  let end = at
  for (let taken = 0; taken < signs.length; end++) {
    if (text.charAt(end) === signs.charAt(taken)) taken++
    else if (!isGap.test(text.charAt(end))) return -1
  }
  return end
}

/** Where the signs begin that stand before; -1 when others do. */
function signsStart(text: string, at: number, signs: string): number {
  let start = at
  for (let left = signs.length; left > 0; start--) {
    if (text.charAt(start - 1) === signs.charAt(left - 1)) left--
    else if (!isGap.test(text.charAt(start - 1))) return -1
  }
  return start
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
