// A line that holds nothing but sources: `Bron: A, B`, `Bronnen: A · B`, `(A, B)`, or known names alone.
import { labelAtStart } from './source-label.ts'
import {
  looksLikeName,
  readSourceList,
  withoutClosing,
  type IsKnown,
  type SourceList,
} from './source-names.ts'

const longestLine = 1_000
const longestUnlabelled = 120

/** The sources on a line of their own; null for any other line. */
export function readSourceLine(line: string, isKnown: IsKnown): SourceList | null {
  const found = labelAtStart.exec(line)
  if (found !== null) {
    if (line.length > longestLine) return null
    const quote = found[0].trim()
    const rest = line.slice(found[0].length)
    const list = readSourceList(withoutClosing(rest, quote.charAt(0)), isKnown)
    return { ...list, findings: [{ kind: 'label', quote }, ...list.findings] }
  }
  if (line.length > longestUnlabelled) return null
  const isBracketed = line.startsWith('(') && line.endsWith(')')
  const list = readSourceList(isBracketed ? line.slice(1, -1) : line, isKnown)
  const accepts = (name: string): boolean => isKnown(name) || (isBracketed && looksLikeName(name))
  return list.names.length > 0 && list.names.every(accepts) ? list : null
}
