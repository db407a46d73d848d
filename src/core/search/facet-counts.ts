// Counts what was found by the values that it can be narrowed by.
import { fold } from '../dutch/fold.ts'
import { openingKey } from './compact/columns.ts'
import type { Numbers } from './compact/numbers.ts'
import type { SegmentSet, ShownSegment } from './compact/segment-set.ts'
import type { Bookmarks } from './bookmarks.ts'
import { failing, type ItemPlace, type NarrowingChoices } from './narrowing.ts'
import { yearOf } from './criteria.ts'
import {
  facetNames,
  type DocumentKind,
  type Facet,
  type Facets,
  type FacetValue,
  type SearchAnswer,
} from './search-types.ts'

export interface FacetCounts {
  /** Takes in items and openings of one segment that the query finds; `failures` of each are bits of `failing`. */
  items(part: ShownSegment, documents: Uint32Array, failures: number): void
  note(place: ItemPlace | null, edition: string, failures: number): void
  /** All that the query finds, whatever was chosen. */
  readonly found: number
  /** By a bit of `failing`: how many nothing else leaves out. */
  loneFailures(bit: number): number
  readonly places: SearchAnswer['places']
  /** Of what was found and is not left out by a choice. */
  editionCount(): number
  /** Of each facet all values, most first. */
  facets(): Facets
}

/** What choosing a value of a facet would give counts for it: all that holds, and what only fails in this very facet. */
interface PartCounts {
  readonly part: ShownSegment
  readonly ofGroup: Uint32Array
  readonly seriesOfGroup: Uint32Array
  readonly yearOfGroup: Uint32Array
  readonly ofHeading: Uint32Array
  readonly ofSource: Uint32Array
}

export function createFacetCounts(
  items: SegmentSet,
  { edition, refine }: NarrowingChoices,
  bookmarks: Bookmarks,
): FacetCounts {
  const parts = new Map<ShownSegment, PartCounts>()
  const kinds: Record<DocumentKind, number> = { item: 0, opening: 0, note: 0, bookmark: 0 }
  const lone = new Uint32Array(64)
  const places = { everywhere: 0, here: 0, notes: 0 }
  /** Editions that are gone, of which notes are left. */
  const goneEditions = new Set<string>()
  let found = 0
  const open = edition === null ? null : items.find(edition)
  // To look in the notes is a choice of a place, and another place is chosen instead of it.
  const placeBits = failing.here | (refine.kind === 'note' ? failing.kind : 0)
  const noteBits = failing.here | failing.kind

  function countsOf(part: ShownSegment): PartCounts {
    const groups = part.segment.groups.length
    const { headings, sources } = part.segment.columns
    const counts = parts.get(part) ?? {
      part,
      ofGroup: new Uint32Array(groups),
      seriesOfGroup: new Uint32Array(groups),
      yearOfGroup: new Uint32Array(groups),
      ofHeading: new Uint32Array(headings.length + 1),
      ofSource: new Uint32Array(sources.length),
    }
    parts.set(part, counts)
    return counts
  }

  function count(counts: PartCounts, documents: Uint32Array, failures: number): void {
    const { part, ofHeading, ofSource } = counts
    const { heading, sourceStart, source } = part.segment.columns
    const ofGroup = groupCounts(counts, failures)
    if (ofGroup !== null) addEach(ofGroup, part.groupOf, documents)
    if ((failures & ~failing.section) === 0) addEach(ofHeading, heading, documents)
    if ((failures & ~failing.source) !== 0) return
    for (let index = 0; index < documents.length; index++) {
      const document = documents[index] ?? 0
      const end = sourceStart[document + 1] ?? 0
      for (let at = sourceStart[document] ?? 0; at < end; at++) add(ofSource, source[at] ?? 0, 1)
    }
  }

  function tally(failures: number, all: number, here: number): void {
    found += all
    add(lone, failures, all)
    if ((failures & ~placeBits) !== 0) return
    places.everywhere += all
    places.here += here
  }

  return {
    items(part, documents, failures) {
      const isOpen = open !== null && open.part === part
      const here = isOpen ? howOften(part.groupOf, documents, open.group) : 0
      tally(failures, documents.length, here)
      count(countsOf(part), documents, failures)
      if ((failures & ~failing.kind) !== 0) return
      const openings = howOften(part.segment.columns.itemKey, documents, openingKey)
      kinds.opening += openings
      kinds.item += documents.length - openings
      kinds.bookmark += howOften(bookmarks.of(part.segment), documents, 1)
    },
    note(place, key, failures) {
      tally(failures, 1, key === edition ? 1 : 0)
      if (place === null) {
        if (failures === 0) goneEditions.add(key)
      } else {
        const counts = countsOf(place.part)
        if (place.document >= 0) count(counts, Uint32Array.of(place.document), failures)
        else {
          const ofGroup = groupCounts(counts, failures)
          if (ofGroup !== null) add(ofGroup, place.group, 1)
        }
      }
      if ((failures & ~failing.kind) === 0) kinds.note += 1
      if ((failures & ~noteBits) === 0) places.notes += 1
    },
    get found() {
      return found
    },
    loneFailures: (bit) => lone[bit] ?? 0,
    places,
    editionCount() {
      let editions = goneEditions.size
      for (const { ofGroup } of parts.values())
        for (const count of ofGroup) if (count > 0) editions += 1
      return editions
    },
    facets() {
      const sums = Object.fromEntries(
        facetNames.map((facet) => [facet, new Map<string, number>()]),
      ) as Record<Facet, Map<string, number>>
      for (const counts of parts.values()) {
        const { groups, columns } = counts.part.segment
        groups.forEach((group, number) => {
          const holding = counts.ofGroup[number] ?? 0
          const series = holding + (counts.seriesOfGroup[number] ?? 0)
          const year = holding + (counts.yearOfGroup[number] ?? 0)
          if (series > 0) addValue(sums.series, group.series, series)
          if (year > 0) addValue(sums.year, yearOf(group), year)
        })
        columns.headings.forEach((heading, number) => {
          addValue(sums.section, heading, counts.ofHeading[number + 1] ?? 0)
        })
        columns.sources.forEach((source, number) => {
          addValue(sums.source, source, counts.ofSource[number] ?? 0)
        })
      }
      for (const [kind, count] of Object.entries(kinds)) addValue(sums.kind, kind, count)
      return Object.fromEntries(
        facetNames.map((facet) => [facet, mostFirst(sums[facet])]),
      ) as Record<Facet, readonly FacetValue[]>
    },
  }
}

/** Which counts of editions a document belongs to that fails so. */
function groupCounts(counts: PartCounts, failures: number): Uint32Array | null {
  if (failures === 0) return counts.ofGroup
  if (failures === failing.series) return counts.seriesOfGroup
  return failures === failing.year ? counts.yearOfGroup : null
}

function add(counts: Uint32Array, at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more
}

function addEach(counts: Uint32Array, valueOf: Numbers, documents: Uint32Array): void {
  for (let index = 0; index < documents.length; index++)
    add(counts, valueOf[documents[index] ?? 0] ?? 0, 1)
}

function howOften(valueOf: Numbers | Uint8Array, documents: Uint32Array, value: number): number {
  let count = 0
  for (let index = 0; index < documents.length; index++)
    count += Number(valueOf[documents[index] ?? 0] === value)
  return count
}

function addValue(sums: Map<string, number>, value: string | null, count: number): void {
  if (value !== null && count > 0) sums.set(value, (sums.get(value) ?? 0) + count)
}

/** Values that differ only in case or accents are one, written in the way that comes first. */
function mostFirst(sums: ReadonlyMap<string, number>): readonly FacetValue[] {
  const merged = new Map<string, { value: string; count: number }>()
  for (const [value, count] of sums) {
    const key = fold(value)
    const before = merged.get(key)
    if (before === undefined) merged.set(key, { value, count })
    else before.count += count
  }
  return [...merged.values()].sort(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
  )
}
