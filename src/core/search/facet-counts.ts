// Counts what was found, by the values that it can be narrowed by.
import { fold } from '../dutch/fold.ts'
import type { Bookmarks } from './bookmarks.ts'
import type { SegmentSet, ShownSegment } from './compact/segment-set.ts'
import {
  byFacet,
  choiceBit,
  facetDefinition,
  facetNames,
  type Facet,
  type FacetColumn,
} from './facets.ts'
import type { FacetChoices, ItemLocation } from './narrowing.ts'
import type { Facets, FacetValue, SearchAnswer } from './search-types.ts'

/** `failed` are bits of `choiceBit`: the choices that do not hold for these documents. */
export interface FacetCounts {
  /** Counts items and openings of one segment that the query finds. */
  addItems(part: ShownSegment, documents: Uint32Array, failed: number): void
  addNote(location: ItemLocation | null, edition: string, failed: number): void
  /** All that the query finds, whatever was chosen. */
  readonly found: number
  /** How many documents fail in exactly these choices; with 0, how many meet all choices. */
  failingOnly(choices: number): number
  readonly places: SearchAnswer['places']
  /** How many editions have something that meets all choices. */
  editionCount(): number
  /** All values of each facet, most first. */
  facets(): Facets
}

/** By number how often a column has it, for documents that are counted together. */
interface ColumnCounts {
  readonly facet: Facet
  readonly column: FacetColumn
  readonly counts: Uint32Array
}

/** Choosing a value gives the documents that meet all choices, and those that fail in its facet alone. */
interface PartCounts {
  readonly part: ShownSegment
  readonly columns: Readonly<Record<Facet, FacetColumn>>
  /** Documents that meet all choices. Facets with the same numbers, as those of editions have, share their counts. */
  readonly meeting: readonly ColumnCounts[]
  /** By facet: documents that fail in it alone. */
  readonly failing: Map<Facet, ColumnCounts>
}

export function createFacetCounts(
  items: SegmentSet,
  { edition, refine }: FacetChoices,
  bookmarks: Bookmarks,
): FacetCounts {
  const parts = new Map<ShownSegment, PartCounts>()
  const notes = new Map<Facet, number>()
  const byFailed = new Map<number, number>()
  const places = { everywhere: 0, here: 0, notes: 0 }
  /** Editions that are gone, of which notes are left. */
  const goneEditions = new Set<string>()
  let found = 0
  const open = edition === null ? null : items.find(edition)
  // The notes are one of the places, so choosing another place lets go of them.
  const placeBits = choiceBit.here | (refine.kind === 'note' ? choiceBit.kind : 0)

  function countsOf(part: ShownSegment): PartCounts {
    const counts = parts.get(part) ?? createPartCounts(part, bookmarks)
    parts.set(part, counts)
    return counts
  }

  function addTotals(failed: number, all: number, here: number): void {
    found += all
    byFailed.set(failed, (byFailed.get(failed) ?? 0) + all)
    if ((failed & ~placeBits) !== 0) return
    places.everywhere += all
    places.here += here
  }

  return {
    addItems(part, documents, failed) {
      const isOpen = open !== null && open.part === part
      const here = isOpen ? howOften(part.groupOf, documents, open.group) : 0
      addTotals(failed, documents.length, here)
      for (const one of countsToRaise(countsOf(part), failed)) addDocuments(one, documents)
    },
    addNote(location, key, failed) {
      addTotals(failed, 1, key === edition ? 1 : 0)
      if ((failed & ~(choiceBit.here | choiceBit.kind)) === 0) places.notes += 1
      for (const facet of facetsOfNotes)
        if ((failed & ~choiceBit[facet]) === 0) notes.set(facet, (notes.get(facet) ?? 0) + 1)
      if (location === null) {
        if (failed === 0) goneEditions.add(key)
        return
      }
      const { part, group, document } = location
      for (const one of countsToRaise(countsOf(part), failed)) {
        if (facetsOfNotes.includes(one.facet)) continue
        if (document >= 0) addDocuments(one, Uint32Array.of(document))
        else if (one.column.numbers === part.groupOf) raise(one.counts, group)
      }
    },
    get found() {
      return found
    },
    failingOnly: (choices) => byFailed.get(choices) ?? 0,
    places,
    editionCount() {
      let editions = goneEditions.size
      for (const { part, meeting } of parts.values())
        for (const count of countsOfColumn(meeting, part.groupOf)) editions += Number(count > 0)
      return editions
    },
    facets: () =>
      byFacet((facet) => {
        const sums = new Map<string, number>()
        for (const { columns, meeting, failing } of parts.values()) {
          const { numbers, valuesOf } = columns[facet]
          const own = failing.get(facet)?.counts
          countsOfColumn(meeting, numbers).forEach((count, number) => {
            const total = count + (own?.[number] ?? 0)
            if (total > 0) for (const value of valuesOf(number)) addValue(sums, value, total)
          })
        }
        const { noteValue } = facetDefinition(facet)
        if (noteValue !== undefined) addValue(sums, noteValue, notes.get(facet) ?? 0)
        return mostFirst(sums)
      }),
  }
}

const facetsOfNotes = facetNames.filter((facet) => facetDefinition(facet).noteValue !== undefined)

function createPartCounts(part: ShownSegment, bookmarks: Bookmarks): PartCounts {
  const columns = byFacet((facet) => facetDefinition(facet).column(part, bookmarks.kindsIn))
  const distinct = new Map(
    facetNames.map((facet) => [columns[facet].numbers, { facet, column: columns[facet] }]),
  )
  const meeting = Array.from(distinct.values(), ({ facet, column }) => emptyCounts(facet, column))
  return { part, columns, meeting, failing: new Map() }
}

function emptyCounts(facet: Facet, column: FacetColumn): ColumnCounts {
  return { facet, column, counts: new Uint32Array(column.size) }
}

function countsOfColumn(
  meeting: readonly ColumnCounts[],
  numbers: FacetColumn['numbers'],
): Uint32Array {
  return meeting.find(({ column }) => column.numbers === numbers)?.counts ?? new Uint32Array()
}

/** The counts of documents for which these choices fail. */
function countsToRaise(
  { columns, meeting, failing }: PartCounts,
  failed: number,
): readonly ColumnCounts[] {
  if (failed === 0) return meeting
  const facet = facetNames.find((one) => choiceBit[one] === failed)
  if (facet === undefined) return []
  const counts = failing.get(facet) ?? emptyCounts(facet, columns[facet])
  failing.set(facet, counts)
  return [counts]
}

function raise(counts: Uint32Array, number: number): void {
  counts[number] = (counts[number] ?? 0) + 1
}

function addDocuments(
  { column: { numbers, start }, counts }: ColumnCounts,
  documents: Uint32Array,
): void {
  if (start === null) {
    for (let index = 0; index < documents.length; index++)
      raise(counts, numbers[documents[index] ?? 0] ?? 0)
    return
  }
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0
    const end = start[document + 1] ?? 0
    for (let at = start[document] ?? 0; at < end; at++) raise(counts, numbers[at] ?? 0)
  }
}

function howOften(numbers: Uint32Array, documents: Uint32Array, number: number): number {
  let count = 0
  for (let index = 0; index < documents.length; index++)
    count += Number(numbers[documents[index] ?? 0] === number)
  return count
}

function addValue(sums: Map<string, number>, value: string, count: number): void {
  if (count > 0) sums.set(value, (sums.get(value) ?? 0) + count)
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
