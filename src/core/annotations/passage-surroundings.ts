// What stood around a passage, and what stands there now that its words are gone.
import { foldWithOffsets, fold } from '../dutch/fold.ts'
import { contextLength, type PassageAnchor } from '../reading/passage.ts'
import type { DiffPiece } from './word-diff.ts'

/** In folded letters: a shorter piece of text beside a passage may stand anywhere. */
const tellingLength = 12
/** How much of a text is shown where nobody knows how far the new words go, and of new words at most. */
const shownLength = 96
const mostShown = 600

/**
 * The words with what stood on either side, as the anchor remembers it; null where nothing stood there.
 * @param isGone whether the words stand there no more
 */
export function asItStood(
  { exact, prefix, suffix }: PassageAnchor,
  isGone: boolean,
): readonly DiffPiece[] | null {
  if (prefix === '' && suffix === '') return null
  return withContent([
    { kind: 'same', text: beginOf(prefix) },
    { kind: isGone ? 'old' : 'same', text: exact },
    { kind: 'same', text: endOf(suffix) },
  ])
}

/**
 * What stands in a text where the passage stood. New is only what lies between both of its sides; where one side is found alone,
 * nobody can tell which words are new.
 * @param text that the anchor is of, as it is now
 * @returns null where neither side is found once
 */
export function asItStands(text: string, anchor: PassageAnchor): readonly DiffPiece[] | null {
  const before = foundOnce(text, anchor.prefix)
  const after = foundOnce(text, anchor.suffix)
  if (before === null && after === null) return null
  if (before === null || after === null) {
    const [start, end] = [before?.start ?? 0, after?.end ?? text.length]
    const from = before === null ? end - shownLength : start
    const until = wordEnd(text, before === null ? end : start + shownLength)
    return [{ kind: 'same', text: `${begun(text, from, until)}${more(text, until)}` }]
  }
  // In another order nothing can be said to stand between them, and a long text is more than new words.
  const between = text.slice(before.end, Math.max(before.end, after.start))
  if (before.end > after.start || between.length > mostShown) return null
  const start = before.end + between.length - between.trimStart().length
  const end = start + between.trim().length
  const last = wordEnd(text, after.end)
  return withContent([
    { kind: 'same', text: begun(text, before.start, start) },
    { kind: 'new', text: text.slice(start, end) },
    { kind: 'same', text: `${text.slice(end, last)}${more(text, last)}` },
  ])
}

/** Where a passage may have stood in a text: between what stood on either side of it. Null where neither side is found once. */
export function placeOfContext(text: string, { prefix, suffix }: PassageAnchor): number | null {
  const before = foundOnce(text, prefix)
  if (before === null) return foundOnce(text, suffix)?.start ?? null
  return text.length - text.slice(before.end).trimStart().length
}

/** The range of a piece of text, compared on folded letters; null where it is too short, or stands there twice. */
function foundOnce(text: string, piece: string): { start: number; end: number } | null {
  const sought = fold(piece).trim()
  if (sought.length < tellingLength) return null
  const folded = foldWithOffsets(text)
  const at = folded.text.indexOf(sought)
  if (at === -1 || folded.text.includes(sought, at + 1)) return null
  const [start, end] = folded.sourceRange(at, at + sought.length)
  return { start, end }
}

/** Whole words of what is remembered; an ellipsis says that there was more. */
function beginOf(prefix: string): string {
  return prefix.length < contextLength ? prefix : `… ${prefix.replace(/^\S*\s+/u, '')}`
}

function endOf(suffix: string): string {
  return suffix.length < contextLength ? suffix : `${suffix.replace(/\s+\S*$/u, '')} …`
}

/** From the beginning of a word on; an ellipsis says that there is more before it. */
function begun(text: string, from: number, until: number): string {
  let start = Math.max(0, from)
  while (start > 0 && /\S/u.test(text.charAt(start - 1))) start--
  return `${start > 0 ? '… ' : ''}${text.slice(start, until)}`
}

function wordEnd(text: string, offset: number): number {
  let end = offset
  while (/\S/u.test(text.charAt(end))) end++
  return end
}

function more(text: string, offset: number): string {
  return text.slice(offset).trim() === '' ? '' : ' …'
}

function withContent(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  return pieces.filter(({ text }) => text !== '')
}
