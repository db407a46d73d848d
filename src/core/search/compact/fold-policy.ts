// Which segments are worth folding into one.
import type { ShownSegment } from './segment-set.ts'

/** With fewer segments of a size than this it is cheaper to ask each of them. */
const mostOfASize = 6
/** Segments are of a size when none of them is more than so many times as large as the smallest. */
const ofASize = 4
/** Of a segment most may be dead, as long as that is little: what is removed may be brought back. */
const mostDead = 1_000

/**
 * Segments of about one size, when there are many of them, the smallest first: so a document is written anew a few times only
 * in its life. Else one of which most is dead. Empty when all is well.
 */
export function segmentsToFold(parts: readonly ShownSegment[]): readonly ShownSegment[] {
  const bySize = parts.toSorted((one, other) => sizeOf(one) - sizeOf(other))
  for (const [start, smallest] of bySize.entries()) {
    const alike = bySize
      .slice(start)
      .filter((part) => sizeOf(part) <= ofASize * Math.max(1, sizeOf(smallest)))
    if (alike.length >= mostOfASize) return parts.filter((part) => alike.includes(part))
  }
  return parts
    .filter((part) => deadDocuments(part) > Math.max(mostDead, sizeOf(part) / 2))
    .slice(0, 1)
}

function sizeOf({ segment }: ShownSegment): number {
  return segment.documentCount
}

function deadDocuments({ segment, alive }: ShownSegment): number {
  return segment.groups.reduce(
    (sum, { documents }, group) => sum + (alive[group] === 1 ? 0 : documents),
    0,
  )
}
