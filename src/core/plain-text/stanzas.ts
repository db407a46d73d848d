// Lines without an empty line between them, where other lines have one: a list that lost its bullets on its way.
import { hasSourceLabel } from '../digest/sources/source-label.ts'
import { isShort, type PlainLine } from './plain-line.ts'

const fewestEntries = 3
const shareOfGaps = 0.3

/** The same lines, of which those of such lists are entries. */
export function withLists(lines: readonly PlainLine[]): readonly PlainLine[] {
  const gaps = lines.filter(({ gap }) => gap).length
  if (gaps < lines.length * shareOfGaps) return lines
  const stanzas: PlainLine[][] = []
  for (const line of lines) {
    const last = stanzas.at(-1)
    if (last === undefined || line.gap) stanzas.push([line])
    else last.push(line)
  }
  return stanzas.flatMap((stanza) => {
    const begin = stanza[0]?.text.endsWith(':') === true ? 1 : 0
    const own = stanza.slice(begin)
    if (!isList(own)) return stanza
    return [...stanza.slice(0, begin), ...own.map((line) => ({ ...line, bullet: line.bullet ?? '' }))]
  })
}

function isList(lines: readonly PlainLine[]): boolean {
  if (lines.some(({ text, style }) => hasSourceLabel(text) || style.startsWith('hashes'))) return false
  const short = lines.filter(isShort).length
  if (short === lines.length) return lines.length >= fewestEntries
  const [first] = lines
  return lines.length > 1 && first !== undefined && !isShort(first)
}
