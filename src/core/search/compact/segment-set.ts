// Several segments as one index: what is in them is never changed, but groups of documents can be left out of account.
import { indexFields } from '../index-definition.ts'
import type { MergedPart } from './merge-segments.ts'
import type { Segment, SegmentGroup } from './segment.ts'

/** A segment with what is alive of it. */
export interface ShownSegment extends MergedPart {
  /** Higher than of those that were there before it. */
  readonly order: number
  /** By document: 1 when its group is alive. */
  readonly shown: Uint8Array
  /** Where the documents of each group begin. */
  readonly groupStart: Uint32Array
  /** By document: the number of its group. */
  readonly groupOf: Uint32Array
}

export interface SegmentSet {
  /** The oldest first. */
  readonly parts: readonly ShownSegment[]
  /** How many documents are alive, and of each of their fields the mean length and the greatest. */
  readonly statistics: {
    readonly documents: number
    readonly meanLength: Float64Array
    readonly longest: Uint16Array
  }
  add(segment: Segment, isAlive?: (group: SegmentGroup) => boolean): void
  /** Takes segments out; they need not be there. */
  drop(segments: readonly Segment[]): void
  /** Leaves one group out. */
  hide(place: { readonly part: ShownSegment; readonly group: number }): void
  /** Says anew which groups count. */
  show(isAlive: (group: SegmentGroup, segment: Segment) => boolean): void
  /** The group that a key belongs to, in the newest segment in which it is alive. */
  find(key: string): { readonly part: ShownSegment; readonly group: number } | null
}

export function createSegmentSet(): SegmentSet {
  let parts: ShownSegment[] = []
  let lastOrder = 0
  let statistics: SegmentSet['statistics'] | null = null
  /** Key → where it is alive. */
  let places: Map<string, { part: ShownSegment; group: number }> | null = null

  function forget(): void {
    statistics = null
    places = null
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
      forget()
    },
    drop(segments) {
      parts = parts.filter(({ segment }) => !segments.includes(segment))
      forget()
    },
    hide({ part, group }) {
      setAlive(part, group, false)
      forget()
    },
    show(isAlive) {
      for (const part of parts) {
        for (const [number, group] of part.segment.groups.entries())
          setAlive(part, number, isAlive(group, part.segment))
      }
      forget()
    },
    find(key) {
      places ??= placesIn(parts)
      return places.get(key) ?? null
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
  knownSums.delete(part)
  part.alive[group] = value
  part.shown.fill(value, part.groupStart[group], part.groupStart[group + 1])
}

function placesIn(parts: readonly ShownSegment[]) {
  const places = new Map<string, { part: ShownSegment; group: number }>()
  for (const part of parts) {
    for (const [group, { key }] of part.segment.groups.entries()) {
      if (part.alive[group] === 1) places.set(key, { part, group })
    }
  }
  return places
}

/** Of the documents of a segment that are alive: how many there are, and of each field the length of all and the greatest. */
interface Sums {
  readonly documents: number
  readonly length: Float64Array
  readonly longest: Uint16Array
}

/** Of thousands of documents only those that come or go are measured anew. */
const knownSums = new WeakMap<ShownSegment, Sums>()

function sumsOf(part: ShownSegment): Sums {
  const known = knownSums.get(part)
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
  knownSums.set(part, sums)
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
