// The signs at the beginning of a line and around it: bullets, numbers, and what says that it is a heading.
import { longestHeading, type PlainLine, type Style } from './plain-line.ts'
import { groupBy } from '../group-by.ts'

/** `*Een`, `* Een`, `• Een`, `- Een`, `-Een`, `1、Een` and Word's `o`; but `**vet**`, `*vet* en` and `-38%` are text. */
const bullet =
  /^(?:(?:\*|\*{3,})(?!\*|[^*\s][^*]{0,60}(?<!\s)\*(?!\p{L}))|[•∙·▪◦●■►‣\uf0a7\uf0b7\uf0d8\uf0fc]|o(?=\t)|[-–—−+](?=\s)|[-–](?=[\p{Lu}‘“])|\d{1,3}、)\s*/u
const number = /^(?:(\d{1,3})[.)]|\((\d{1,3})\))\s+(?=\S)/u
const hashes = /^(#{1,6})\s+(?=\S)/u
/** `**Water**`, `*Water*` and `_Water_`, perhaps with an emoji behind it. */
const bold =
  /^(?:\*\*([^*]+)\*\*|\*([^\s*](?:[^*]*[^\s*])?)\*|_([^\s_](?:[^_]*[^\s_.])?)_)([^\p{L}\p{N}]{0,6})$/u
/** `== Water ==`, `*** Water ***`. */
const frameSigns = '=-–—~#*+:|•/°'
/** Any sign apart from words: before headings, or before the entries of a list. */
const sign =
  /^((?:[»▶➤➜]|(?![.,;!?…%&@*#+"'\p{Extended_Pictographic}\p{RI}])[\p{So}\p{Sm}\p{Po}]){1,3})\s+(?=\S)/u
/** Before a heading that stands alone, too. */
const pointer = /^(?:>+|[»▶➤➜]+)$/u
/** Before what a reader can do. */
const arrow = '→'
const fewestHeadings = 2
/** So many of all texts have the sign that makes them entries. */
const shareOfEntries = 0.6
const emoji = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u
export const ruleLine = /^[\s*\-–—−=_~·•.#+═─━▬]+$/u

/** What a line is by its number or sign. */
type Signed = 'entry' | 'heading'

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
 * @param signed what the number or sign at the beginning is, by its line among others
 * @param underline the sign of the line below, when that is a line of signs alone
 */
export function readSigns(text: string, signed: Signed | undefined, underline: string): ReadSigns {
  const plain = { text, bullet: null, style: 'plain' as Style, quote: '' }
  if (signed !== undefined) {
    const counted = number.exec(text)?.[0]
    const mark = counted ?? sign.exec(text)?.[0] ?? ''
    const own = mark.trim()
    const rest = { ...plain, text: text.slice(mark.length), quote: /^>*$/u.test(own) ? '' : own }
    if (signed === 'heading') return { ...rest, style: 'frame' }
    return { ...rest, bullet: counted === undefined ? own : '1' }
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
    const own = mark[0].trim()
    const quote = /\d/u.test(own) ? own : ''
    return { ...plain, text: words, bullet: own.replace(/\d+/u, '1'), quote }
  }
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
  if (/(?:\p{Lu}\P{L}*){3}/u.test(text) && !/[^\P{L}\p{Lu}]/u.test(text))
    return { ...plain, style: 'capitals' }
  return plain
}

/** What numbers and signs make of the lines that begin with them: entries of lists, when most of these are longer than headings. */
export function readSigned(
  lines: readonly Pick<PlainLine, 'line' | 'text'>[],
): ReadonlyMap<number, Signed> {
  const isLong = ({ text }: Pick<PlainLine, 'text'>): boolean => text.length > longestHeading
  const read = new Map<number, Signed>()
  const numbered = lines.flatMap((one) => {
    const [, dotted, bracketed] = number.exec(one.text) ?? []
    const count = Number(dotted ?? bracketed ?? Number.NaN)
    return Number.isNaN(count) ? [] : [{ ...one, count }]
  })
  const counts = new Set(numbered.map(({ count }) => count))
  const counting = numbered.filter(({ count }) => counts.has(count - 1) || counts.has(count + 1))
  const long = counting.filter(isLong)
  for (const { line } of long.length * 2 > counting.length ? counting : long)
    read.set(line, 'entry')
  const most = lines.filter(isLong).length * shareOfEntries
  const signed = groupBy(
    lines.filter(({ text }) => sign.test(text) && !bullet.test(text) && frameOf(text) === null),
    ({ text }) => sign.exec(text)?.[1] ?? '',
  )
  for (const [own, group] of signed) {
    const ofGroup = group.filter(isLong).length
    const isHeadings = pointer.test(own)
      ? ofGroup * 2 <= group.length
      : ofGroup === 0 && group.length >= fewestHeadings && own !== arrow
    const areEntries = ofGroup * 2 > group.length && (pointer.test(own) || ofGroup > most)
    for (const one of group) {
      if (areEntries) read.set(one.line, 'entry')
      else if (isHeadings && !isLong(one) && !/[.»>]$/u.test(one.text))
        read.set(one.line, 'heading')
    }
  }
  return read
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
