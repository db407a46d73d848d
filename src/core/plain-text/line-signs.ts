// The signs at the beginning of a line and around it: bullets, numbers, and what says that it is a heading.
import { longestHeading, type PlainLine, type Style } from './plain-line.ts'

/** `*Een`, `* Een`, `• Een`, `- Een`, `1、Een` and Word's `o`; but `**vet**`, `*vet* en` and `-38%` are text. */
const bullet =
  /^(?:(?:\*|\*{3,})(?!\*|[^*\s][^*]{0,60}(?<!\s)\*(?!\p{L}))|[•∙·▪◦●■►‣\uf0a7\uf0b7\uf0d8\uf0fc]|o(?=\t)|[-–—−+](?=\s)|\d{1,3}、)\s*/u
const number = /^(?:(\d{1,3})[.)]|\((\d{1,3})\))\s+(?=\S)/u
const hashes = /^(#{1,6})\s+(?=\S)/u
/** `**Water**`, `*Water*` and `_Water_`, perhaps with an emoji behind it. */
const bold =
  /^(?:\*\*([^*]+)\*\*|\*([^\s*](?:[^*]*[^\s*])?)\*|_([^\s_](?:[^_]*[^\s_.])?)_)([^\p{L}\p{N}]{0,6})$/u
/** `== Water ==`, `*** Water ***`. */
const frameSigns = '=-–—~#*+:|•'
const arrow = /^(?:>{1,3}|[»▶➤➜])\s+(?=[^\s>»▶➤➜])(?!.*[.»>]$)/u
const emoji = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u
export const ruleLine = /^[\s*\-–—−=_~·•.#+═─━▬]+$/u

interface ReadSigns {
  readonly text: string
  readonly bullet: string | null
  readonly style: Style
  /** A sign that says something: it is quoted. */
  readonly quote: string
}

/** Whether a line begins or stands alone by its signs, so that no line above goes on in it. */
export function hasSigns(text: string): boolean {
  return (
    frameOf(text) !== null || [bullet, number, hashes, bold, emoji].some((one) => one.test(text))
  )
}

/**
 * @param isEntry whether a number at the beginning counts the entries of a list
 * @param underline the sign of the line below, when that is a line of signs alone
 */
export function readSigns(text: string, isEntry: boolean, underline: string): ReadSigns {
  const plain = { text, bullet: null, style: 'plain' as Style, quote: '' }
  if (isEntry) {
    const mark = number.exec(text)?.[0] ?? ''
    const rest = text.slice(mark.length)
    return { ...plain, text: rest, bullet: mark === '' ? '' : '1', quote: mark.trim() }
  }
  const level = hashes.exec(text)
  if (level?.[1] !== undefined) {
    const style: Style = `hashes ${level[1].length as 1 | 2 | 3 | 4 | 5 | 6}`
    const words = text.slice(level[0].length).replace(/\s+#+$/u, '')
    return { ...plain, text: bold.exec(words)?.[1] ?? words, style }
  }
  const framed = frameOf(text)
  if (framed !== null && !bold.test(text)) return { ...plain, text: framed, style: 'frame' }
  const strong = bold.exec(text)
  if (strong !== null && text.length <= 2 * longestHeading) {
    const words = (strong[1] ?? strong[2] ?? strong[3] ?? '') + (strong[4] ?? '')
    return { ...plain, text: words.trim(), style: 'bold' }
  }
  const mark = bullet.exec(text)
  if (mark !== null) {
    const words = text.slice(mark[0].length)
    const sign = mark[0].trim()
    const quote = /\d/u.test(sign) ? sign : ''
    return { ...plain, text: words, bullet: sign.replace(/\d+/u, '1'), quote }
  }
  const pointed = arrow.exec(text)
  const rest = pointed === null ? text : text.slice(pointed[0].length)
  const quote = pointed === null || pointed[0].startsWith('>') ? '' : pointed[0].trim()
  if (pointed !== null) return { ...plain, text: rest, style: 'frame', quote }
  if (underline !== '') return { ...plain, style: 'frame' }
  const counted = number.exec(text)
  if (counted !== null && text.length <= longestHeading)
    return {
      ...plain,
      text: text.slice(counted[0].length),
      style: 'number',
      quote: counted[0].trim(),
    }
  if (emoji.test(text)) return { ...plain, style: 'emoji' }
  const letters = text.replace(/\P{L}/gu, '')
  if (letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return { ...plain, style: 'capitals' }
  return plain
}

/** The lines that numbers make entries of lists: most of those that count on are longer than headings. */
export function countedLines(
  lines: readonly Pick<PlainLine, 'line' | 'text'>[],
): ReadonlySet<number> {
  const numbered = lines.flatMap(({ line, text }) => {
    const [, dotted, bracketed] = number.exec(text) ?? []
    const count = Number(dotted ?? bracketed ?? Number.NaN)
    return Number.isNaN(count) ? [] : [{ line, count, isLong: text.length > longestHeading }]
  })
  const counts = new Set(numbered.map(({ count }) => count))
  const counting = numbered.filter(({ count }) => counts.has(count - 1) || counts.has(count + 1))
  const long = counting.filter(({ isLong }) => isLong)
  return new Set((long.length * 2 > counting.length ? counting : long).map(({ line }) => line))
}

/** What stands between the same signs: two or more, or apart from the words. */
function frameOf(text: string): string | null {
  if (text.length > 2 * longestHeading) return null
  if (text.startsWith('[ ') && text.endsWith(' ]')) return text.slice(2, -2).trim() || null
  const sign = text.charAt(0)
  if (!frameSigns.includes(sign) || !text.endsWith(sign)) return null
  let start = 0
  let end = text.length
  while (start < end && text.charAt(start) === sign) start += 1
  while (end > start && text.charAt(end - 1) === sign) end -= 1
  const inner = text.slice(start, end)
  const isBefore = start > 1 || /^\s/u.test(inner)
  const isBehind = text.length - end > 1 || /\s$/u.test(inner)
  return isBefore && isBehind ? inner.trim() || null : null
}
