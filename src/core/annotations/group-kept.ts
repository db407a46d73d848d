// What the reader kept, by edition.
import { openingItem, type Edition } from '../edition/edition.ts'
import type { Annotation } from './annotation.ts'
import { groupBy } from '../group-by.ts'

export type KeptOrder = 'newest' | 'reading'

/** The id of the item where an annotation stands now. */
export type ItemOf = (record: Annotation) => string

/** What an edition says of itself, which goes before what a record remembers of it. */
export interface KnownEdition {
  readonly id: string
  readonly title: string
  readonly series: string | null
  readonly date: Edition['date']
  /** Ids of its items as they stand in it; null: as they stood when the records were made. */
  readonly items: readonly string[] | null
  /** By the ids of its items; empty where only the records tell. */
  readonly headings: ReadonlyMap<string, string | null>
  /** All words of its items and their sources, by id; empty where its text is not open. */
  readonly words: ReadonlyMap<string, string>
}

export interface KeptRow {
  readonly record: Annotation
  /** The item where it stands now: a passage may have come to another one. */
  readonly item: string
  readonly heading: string | null
  /** The item's number in its edition; null when nothing tells it, or the item is gone. */
  readonly number: number | null
  /** A later revision of its edition does not have the item any more. */
  readonly isGone: boolean
}

export interface KeptEdition {
  readonly id: string
  /** These three as the records remember them, when the edition is not here. */
  readonly title: string
  readonly series: string | null
  /** As editions have it: `2024-07-05`, `2024-07` or `2024`. */
  readonly date: string | null
  /** Null when the edition is not here. */
  readonly known: KnownEdition | null
  readonly rows: readonly KeptRow[]
}

/** An edition whose text is here. */
export function knownEdition({ id, title, series, date, sections }: Edition): KnownEdition {
  const headings = new Map(
    sections.flatMap(({ heading, items }) => items.map((item) => [item.id, heading] as const)),
  )
  const words = new Map(
    sections.flatMap(({ items }) =>
      items.map((item) => [item.id, [item.title, item.text, ...item.sources].join(' ')] as const),
    ),
  )
  return { id, title, series, date, items: [...headings.keys()], headings, words }
}

/**
 * An edition by its line in the library. A first revision has its items where the records remember them; of a later one the line
 * names them.
 */
export function knownEntry(
  entry: Pick<KnownEdition, 'id' | 'title' | 'series' | 'date'> & {
    readonly itemIds?: readonly string[] | undefined
  },
): KnownEdition {
  const { id, title, series, date, itemIds } = entry
  const untold = { headings: new Map(), words: new Map() }
  return { id, title, series, date, items: itemIds ?? null, ...untold }
}

/**
 * Groups records by edition; groups stand where their first record does.
 * @param records in the order in which they were made: the order of the store, never of a clock
 * @param order newest: last made first; reading: as the items stand in their edition
 * @param editions those that are here
 * @param itemOf the item where an annotation stands now
 */
export function groupKept(
  records: readonly Annotation[],
  order: KeptOrder,
  editions: readonly KnownEdition[],
  itemOf: ItemOf = ({ item }) => item,
): KeptEdition[] {
  const knownById = new Map(editions.map((edition) => [edition.id, edition]))
  const inOrder = order === 'newest' ? records.toReversed() : records
  const groups = groupBy(inOrder, ({ edition }) => edition)
  return [...groups].map(([id, made]) => {
    const known = knownById.get(id) ?? null
    const rows = made.map((record) => rowOf(record, itemOf(record), known))
    return {
      ...{ id, known, ...nameOf(id, known, made) },
      rows: order === 'newest' ? rows : rows.toSorted((a, b) => placeOf(a) - placeOf(b)),
    }
  })
}

function nameOf(
  id: string,
  known: KnownEdition | null,
  made: readonly Annotation[],
): Pick<KeptEdition, 'title' | 'series' | 'date'> {
  if (known !== null)
    return { title: known.title, series: known.series, date: known.date?.value ?? null }
  const contexts = made.flatMap(({ context }) => context ?? [])
  // Older records remember no series and no date.
  const told = contexts.find(({ series, date }) => series ?? date) ?? contexts[0]
  return { title: told?.title ?? id, series: told?.series ?? null, date: told?.date ?? null }
}

function rowOf(record: Annotation, item: string, known: KnownEdition | null): KeptRow {
  const { context } = record
  if (item === openingItem) return { record, item, heading: null, number: null, isGone: false }
  const told = known?.headings.get(item)
  const heading = told === undefined ? (context?.section ?? null) : told
  if (known === null || known.items === null)
    return { record, item, heading, number: context?.number ?? null, isGone: false }
  const index = known.items.indexOf(item)
  return { record, item, heading, number: index === -1 ? null : index + 1, isGone: index === -1 }
}

/** What is gone stands where it stood, and the opening before the first item. */
function placeOf({ record, item, number }: KeptRow): number {
  return item === openingItem ? 0 : (number ?? record.context?.number ?? 0)
}
