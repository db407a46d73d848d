// Decides which segments are merged into one.
import type { ShownSegment } from './segment-set.ts'

/** So many segments of about one size are merged. With fewer it is cheaper to search each of them. */
const segmentsPerTier = 6
/** Segments are of about one size when none is more than so many times as large as the smallest. */
const maxSizeRatio = 4
/** A segment may have more dead documents than live ones up to this number, because what is removed may be brought back. */
const maxDeadDocuments = 1_000

/**
 * Segments of about one size, the smallest size first, if there are many: so each document is written anew only a few times.
 * Otherwise one segment with mostly dead documents. Empty when nothing is to be merged.
 */
export function segmentsToMerge(parts: readonly ShownSegment[]): readonly ShownSegment[] {
  const bySize = parts.toSorted((one, other) => sizeOf(one) - sizeOf(other))
  for (const [start, smallest] of bySize.entries()) {
    const alike = bySize
      .slice(start)
      .filter((part) => sizeOf(part) <= maxSizeRatio * Math.max(1, sizeOf(smallest)))
    if (alike.length >= segmentsPerTier) return parts.filter((part) => alike.includes(part))
  }
  return parts
    .filter((part) => deadDocuments(part) > Math.max(maxDeadDocuments, sizeOf(part) / 2))
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
