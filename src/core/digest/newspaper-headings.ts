// A round of the newspapers: their names are headings, and what they write stands below.
import type { DigestPart } from './digest-parts.ts'

const fewest = 2

/**
 * Takes names alone on a line for headings where each of them has an empty line above it and none between it and the text
 * below: sources stand the other way round.
 */
export function withNewspaperHeadings(parts: readonly DigestPart[]): readonly DigestPart[] {
  const isAlone = ({ sourceLine, isLabelled, level, bullet }: DigestPart): boolean =>
    sourceLine !== null && !isLabelled && level === null && !bullet
  const isHeading = (part: DigestPart, index: number): boolean => {
    const next = parts[index + 1]
    if (part.sourceLine?.names.length !== 1 || !part.gapBefore || next === undefined) return false
    return !next.gapBefore && (next.bullet || !next.isShort) && next.sourceLine === null
  }
  const alone = parts.filter(isAlone)
  const headings = parts.filter((part, index) => isAlone(part) && isHeading(part, index))
  if (headings.length < fewest || headings.length < alone.length) return parts
  return parts.map((part) => (isAlone(part) ? { ...part, sourceLine: null } : part))
}
