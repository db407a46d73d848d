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

type Counts = Uint32Array

/**
 * The count of a value is what choosing it would give: the documents that meet all choices, and those that fail in this facet
 * alone.
 */
interface PartCounts {
  readonly columns: Readonly<Record<Facet, FacetColumn>>
  /** By number: the documents that meet all choices. Facets with the same numbers share their counts. */
  readonly meeting: ReadonlyMap<
    FacetColumn['numbers'],
    { readonly column: FacetColumn; readonly counts: Counts }
  >
  /** By facet and number: the documents that fail in this facet alone. */
  readonly failing: Map<Facet, Counts>
  readonly ofEditions: Counts
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
  const anyPlace = ~(choiceBit.here | (refine.kind === 'note' ? choiceBit.kind : 0))
  const anyNote = ~(choiceBit.here | choiceBit.kind)

  function countsOf(part: ShownSegment): PartCounts {
    const counts = parts.get(part) ?? createPartCounts(part, bookmarks)
    parts.set(part, counts)
    return counts
  }

  function addTotals(failed: number, all: number, here: number): void {
    found += all
    byFailed.set(failed, (byFailed.get(failed) ?? 0) + all)
    if ((failed & anyPlace) !== 0) return
    places.everywhere += all
    places.here += here
  }

  return {
    addItems(part, documents, failed) {
      const isOpen = open !== null && open.part === part
      addTotals(
        failed,
        documents.length,
        isOpen ? howOften(part.groupOf, documents, open.group) : 0,
      )
      for (const { column, counts } of countedColumns(countsOf(part), failed, facetNames))
        addDocuments(counts, column, documents)
    },
    addNote(location, key, failed) {
      addTotals(failed, 1, key === edition ? 1 : 0)
      if ((failed & anyNote) === 0) places.notes += 1
      for (const facet of facetsOfNotes)
        if ((failed & ~choiceBit[facet]) === 0) notes.set(facet, (notes.get(facet) ?? 0) + 1)
      if (location === null) {
        if (failed === 0) goneEditions.add(key)
        return
      }
      const { part, group, document } = location
      for (const { column, counts } of countedColumns(countsOf(part), failed, facetsByItem)) {
        if (document >= 0) addDocuments(counts, column, Uint32Array.of(document))
        else if (column.numbers === part.groupOf) add(counts, group)
      }
    },
    get found() {
      return found
    },
    failingOnly: (choices) => byFailed.get(choices) ?? 0,
    places,
    editionCount() {
      let editions = goneEditions.size
      for (const { ofEditions } of parts.values())
        for (const count of ofEditions) if (count > 0) editions += 1
      return editions
    },
    facets: () =>
      byFacet((facet) => {
        const sums = new Map<string, number>()
        for (const { columns, meeting, failing } of parts.values()) {
          const { numbers, size, valuesOf } = columns[facet]
          const all = meeting.get(numbers)?.counts
          const alone = failing.get(facet)
          for (let number = 0; number < size; number++) {
            const count = (all?.[number] ?? 0) + (alone?.[number] ?? 0)
            if (count > 0) for (const value of valuesOf(number)) addValue(sums, value, count)
          }
        }
        const { noteValue } = facetDefinition(facet)
        const count = notes.get(facet)
        if (noteValue !== undefined && count !== undefined) addValue(sums, noteValue, count)
        return mostFirst(sums)
      }),
  }
}

const facetsOfNotes = facetNames.filter((facet) => facetDefinition(facet).noteValue !== undefined)
const facetsByItem = facetNames.filter((facet) => !facetsOfNotes.includes(facet))

function createPartCounts(part: ShownSegment, bookmarks: Bookmarks): PartCounts {
  const columns = byFacet((facet) => facetDefinition(facet).column(part, bookmarks.kindsIn))
  const meeting = new Map(
    Object.values(columns).map((column) => [
      column.numbers,
      { column, counts: new Uint32Array(column.size) },
    ]),
  )
  const ofEditions = meeting.get(part.groupOf)?.counts ?? new Uint32Array()
  return { columns, meeting, failing: new Map(), ofEditions }
}

/** The counts that documents with these failed choices belong to. */
function* countedColumns(
  { columns, meeting, failing }: PartCounts,
  failed: number,
  counted: readonly Facet[],
): Generator<{ readonly column: FacetColumn; readonly counts: Counts }> {
  if (failed === 0) {
    const numbers = new Set(counted.map((facet) => columns[facet].numbers))
    for (const one of numbers) {
      const counts = meeting.get(one)
      if (counts !== undefined) yield counts
    }
    return
  }
  const facet = counted.find((one) => choiceBit[one] === failed)
  if (facet === undefined) return
  const column = columns[facet]
  const counts = failing.get(facet) ?? new Uint32Array(column.size)
  failing.set(facet, counts)
  yield { column, counts }
}

function add(counts: Counts, number: number): void {
  counts[number] = (counts[number] ?? 0) + 1
}

function addDocuments(
  counts: Counts,
  { numbers, start }: FacetColumn,
  documents: Uint32Array,
): void {
  if (start === null) {
    for (let index = 0; index < documents.length; index++)
      add(counts, numbers[documents[index] ?? 0] ?? 0)
    return
  }
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0
    const end = start[document + 1] ?? 0
    for (let at = start[document] ?? 0; at < end; at++) add(counts, numbers[at] ?? 0)
  }
}

function howOften(numbers: Uint32Array, documents: Uint32Array, number: number): number {
  let count = 0
  for (let index = 0; index < documents.length; index++)
    count += Number(numbers[documents[index] ?? 0] === number)
  return count
}

function addValue(sums: Map<string, number>, value: string, count: number): void {
  sums.set(value, (sums.get(value) ?? 0) + count)
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
