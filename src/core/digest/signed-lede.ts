// A lede that its author signs: `… en tot volgende week! – Ine`.
import type { DigestPart } from './digest-parts.ts'
import { longestHeading } from './lines/line-lengths.ts'
import { isRegistered, sourceKey } from './sources/source-register.ts'

/** With fewer labels than this, a name behind a text may be its source. */
const fewestLabelled = 2

/**
 * Takes the name behind the first long text for that of its author, where sources have labels, nobody knows the name and it
 * stands nowhere else.
 */
export function withSignedLede(parts: readonly DigestPart[]): readonly DigestPart[] {
  const at = parts.findIndex(
    ({ text, caption }) => text.length > longestHeading && caption === null,
  )
  const first = parts[at]
  const [name, ...others] = first?.end.sources ?? []
  if (first === undefined || name === undefined || others.length > 0) return parts
  if (first.end.isLabelled || first.bullet || first.isAtStart || isRegistered(name)) return parts
  if (parts[at + 1]?.isShort !== true || parts[at + 1]?.isLabelled === true) return parts
  const rest = parts.filter((part) => part !== first)
  const isLabelled = (part: DigestPart): boolean => part.isLabelled || part.end.isLabelled
  const sourced = rest.filter((part) => isLabelled(part) || part.end.sources.length > 0)
  const labelled = sourced.filter(isLabelled)
  if (labelled.length < fewestLabelled || labelled.length * 2 <= sourced.length) return parts
  const key = sourceKey(name)
  const returns = rest.some(({ end, sourceLine }) =>
    [...end.sources, ...(sourceLine?.names ?? [])].some((other) => sourceKey(other) === key),
  )
  if (returns) return parts
  const end = { text: first.text, sources: [], findings: [], isLabelled: false }
  return parts.map((part) => (part === first ? { ...part, end } : part))
}
