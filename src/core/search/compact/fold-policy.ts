// Which segments are worth folding into one.
import type { ShownSegment } from './segment-set.ts'

/** With fewer small segments than this it is cheaper to ask each of them. */
const mostSmall = 6
/** A segment joins those that are smaller when it is at most so many times as large as they are together. */
const fair = 4
/** Of a segment most may be dead, as long as that is little: what is removed may be brought back. */
const mostDead = 1_000

/**
 * The smallest segments, when there are many of about their size, so that a document is written anew a few times only in its
 * life; or one of which most is dead. Empty when all is well.
 */
export function segmentsToFold(parts: readonly ShownSegment[]): readonly ShownSegment[] {
  const bySize = parts.toSorted((one, other) => sizeOf(one) - sizeOf(other))
  let together = 0
  const small: ShownSegment[] = []
  for (const part of bySize) {
    if (small.length > 0 && sizeOf(part) > fair * Math.max(1, together)) break
    small.push(part)
    together += sizeOf(part)
  }
  if (small.length >= mostSmall) return parts.filter((part) => small.includes(part))
  return parts.filter((part) => deadDocuments(part) > Math.max(mostDead, sizeOf(part) / 2)).slice(0, 1)
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
