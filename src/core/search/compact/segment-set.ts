// Several segments as one index. Segments never change, but groups of their documents can be hidden.
import { indexFields } from '../index-definition.ts'
import type { MergeInput } from './merge-segments.ts'
import type { Segment, SegmentGroup } from './segment.ts'

/** A segment, and which of its groups are alive, that is shown. */
export interface ShownSegment extends MergeInput {
  /** Higher than that of every segment added before. */
  readonly order: number
  /** By document: 1 when its group is alive. */
  readonly shown: Uint8Array
  /** Where the documents of each group begin, and where the last one ends. */
  readonly groupStart: Uint32Array
  /** By document: the number of its group. */
  readonly groupOf: Uint32Array
}

/** A group of documents: an edition or a note. */
export interface GroupLocation {
  readonly part: ShownSegment
  readonly group: number
}

export interface SegmentSet {
  /** The oldest first. */
  readonly parts: readonly ShownSegment[]
  /** How many documents are alive, and by field their mean length and greatest length. */
  readonly statistics: {
    readonly documents: number
    readonly meanLength: Float64Array
    readonly longest: Uint16Array
  }
  add(segment: Segment, isAlive?: (group: SegmentGroup) => boolean): void
  /** Takes segments out, as far as they are in the set. */
  drop(segments: readonly Segment[]): void
  hide(location: GroupLocation): void
  /** Decides anew for every group whether it is alive. */
  show(isAlive: (group: SegmentGroup, segment: Segment) => boolean): void
  /** The group with this key in the newest segment in which it is alive. */
  find(key: string): GroupLocation | null
}

export function createSegmentSet(): SegmentSet {
  let parts: ShownSegment[] = []
  let lastOrder = 0
  let statistics: SegmentSet['statistics'] | null = null
  let locations: ReadonlyMap<string, GroupLocation> | null = null

  function invalidate(): void {
    statistics = null
    locations = null
  }

  return {
    get parts() {
      return parts
    },
    get statistics() {
      statistics ??= measure(parts)
      return statistics
    },
    add(segment, isAlive = () => true) {
      const part = shownSegment(segment, ++lastOrder)
      for (const [number, group] of segment.groups.entries()) setAlive(part, number, isAlive(group))
      parts = [...parts, part]
      invalidate()
    },
    drop(segments) {
      parts = parts.filter(({ segment }) => !segments.includes(segment))
      invalidate()
    },
    hide({ part, group }) {
      setAlive(part, group, false)
      invalidate()
    },
    show(isAlive) {
      for (const part of parts) {
        for (const [number, group] of part.segment.groups.entries())
          setAlive(part, number, isAlive(group, part.segment))
      }
      invalidate()
    },
    find(key) {
      locations ??= locateGroups(parts)
      return locations.get(key) ?? null
    },
  }
}

function shownSegment(segment: Segment, order: number): ShownSegment {
  const groupStart = new Uint32Array(segment.groups.length + 1)
  let document = 0
  for (const [number, group] of segment.groups.entries()) {
    groupStart[number] = document
    document += group.documents
  }
  groupStart[segment.groups.length] = document
  const groupOf = new Uint32Array(segment.documentCount)
  for (let number = 0; number < segment.groups.length; number++)
    groupOf.fill(number, groupStart[number], groupStart[number + 1])
  return {
    ...{ segment, order, groupStart, groupOf },
    alive: new Uint8Array(segment.groups.length),
    shown: new Uint8Array(segment.documentCount),
  }
}

function setAlive(part: ShownSegment, group: number, isAlive: boolean): void {
  const value = isAlive ? 1 : 0
  if (part.alive[group] === value) return
  sumCache.delete(part)
  part.alive[group] = value
  part.shown.fill(value, part.groupStart[group], part.groupStart[group + 1])
}

/** By key, as long as its group is alive. */
function locateGroups(parts: readonly ShownSegment[]): ReadonlyMap<string, GroupLocation> {
  const locations = new Map<string, GroupLocation>()
  for (const part of parts) {
    for (const [group, { key }] of part.segment.groups.entries()) {
      if (part.alive[group] === 1) locations.set(key, { part, group })
    }
  }
  return locations
}

/** Of the live documents of one segment: how many, and by field their total length and greatest length. */
interface Sums {
  readonly documents: number
  readonly length: Float64Array
  readonly longest: Uint16Array
}

/** Cached by segment, so that a change measures only the segments that it touches. */
const sumCache = new WeakMap<ShownSegment, Sums>()

function sumsOf(part: ShownSegment): Sums {
  const known = sumCache.get(part)
  if (known !== undefined) return known
  const { segment, shown } = part
  const fields = indexFields.length
  const length = new Float64Array(fields)
  const longest = new Uint16Array(fields)
  let documents = 0
  for (let document = 0; document < segment.documentCount; document++) {
    if (shown[document] !== 1) continue
    documents++
    for (let field = 0; field < fields; field++) {
      const own = segment.fieldLength[document * fields + field] ?? 0
      length[field] = (length[field] ?? 0) + own
      longest[field] = Math.max(longest[field] ?? 0, own)
    }
  }
  const sums = { documents, length, longest }
  sumCache.set(part, sums)
  return sums
}

function measure(parts: readonly ShownSegment[]): SegmentSet['statistics'] {
  const sums = parts.map(sumsOf)
  const documents = sums.reduce((all, one) => all + one.documents, 0)
  const meanLength = new Float64Array(indexFields.length)
  const longest = new Uint16Array(indexFields.length)
  for (const field of indexFields.keys()) {
    const length = sums.reduce((all, one) => all + (one.length[field] ?? 0), 0)
    meanLength[field] = documents === 0 ? 0 : length / documents
    longest[field] = Math.max(0, ...sums.map((one) => one.longest[field] ?? 0))
  }
  return { documents, meanLength, longest }
}
