// Lines without an empty line between them, where other lines have one: a list that lost its bullets on its way.
import type { SourcedLine } from './plain-line.ts'

const fewestEntries = 3
const usualEntry = 140
const shareOfGaps = 0.15

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
  return stanzas.flatMap((stanza, index) => {
    const above = stanzas[index - 1]?.at(-1)
    const isBelowHeading = stanzas[index - 1]?.length === 1 && above?.role === 'short'
    const isTitled =
      !isBelowHeading &&
      !stanza.every(({ text }) => /^\p{Ll}/u.test(text)) &&
      stanza[0]?.role === 'short' &&
      areEntries(stanza.slice(1))
    const begin = isTitled || stanza[0]?.text.endsWith(':') === true ? 1 : 0
    const isAnnounced = isBelowHeading || begin === 1 || above?.text.endsWith(':') === true
    const own = stanza.slice(begin)
    return isList(own, isAnnounced) ? [...stanza.slice(0, begin), ...own.map(asEntry)] : stanza
  })
}

/** Several lines that are shorter than paragraphs. */
function areEntries(lines: readonly SourcedLine[]): boolean {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  return lines.length >= fewestEntries && length <= lines.length * usualEntry
}

function asEntry(line: SourcedLine): SourcedLine {
  return { ...line, role: 'text', bullet: line.bullet ?? '' }
}

/** @param isAnnounced whether a heading or a colon stands above it */
function isList(lines: readonly SourcedLine[], isAnnounced: boolean): boolean {
  if (lines.length < 2) return false
  if (lines.some(({ role, sources }) => role === 'sources' || sources.length > 0)) return false
  if (lines.some(({ style }) => style.startsWith('hashes'))) return false
  const [first, ...others] = lines
  if (first?.role === 'text') return true
  const isTitled = others.every(({ role }) => role === 'text')
  const areShort = others.every(({ role }) => role === 'short')
  if (lines.some(({ text }) => text.includes('\t'))) return false
  return isAnnounced ? !isTitled || areEntries(lines) : areShort && lines.length >= fewestEntries
}
