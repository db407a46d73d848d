// Lines without an empty line between them, where other lines have one: a list that lost its bullets on its way.
import type { SourcedLine } from './line-sources.ts'

const fewestEntries = 3
const shareOfGaps = 0.3

/** The same lines, of which those of such lists are entries. */
export function withLists(lines: readonly SourcedLine[]): readonly SourcedLine[] {
  const gaps = lines.filter(({ gap }) => gap).length
  if (gaps < lines.length * shareOfGaps) return lines
  const stanzas: SourcedLine[][] = []
  for (const line of lines) {
    const last = stanzas.at(-1)
    if (last === undefined || line.gap) stanzas.push([line])
    else last.push(line)
  }
  return stanzas.flatMap((stanza) => {
    const begin = stanza[0]?.text.endsWith(':') === true ? 1 : 0
    const own = stanza.slice(begin)
    if (!isList(own)) return stanza
    return [...stanza.slice(0, begin), ...own.map(asEntry)]
  })
}

function asEntry(line: SourcedLine): SourcedLine {
  return { ...line, role: 'text', bullet: line.bullet ?? '' }
}

function isList(lines: readonly SourcedLine[]): boolean {
  if (lines.some(({ role, sources }) => role === 'sources' || sources.length > 0)) return false
  if (lines.some(({ style }) => style.startsWith('hashes'))) return false
  if (lines.every(({ role }) => role === 'short')) return lines.length >= fewestEntries
  return lines.length > 1 && lines[0]?.role === 'text'
}
