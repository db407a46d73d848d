// Everything that the reader kept, over all editions, as rows: a highlight, or what is kept of an item as a whole.
import type { Bookmark, Highlight, HighlightColour, Note, Tagged } from './annotation.ts'
import {
  groupKept,
  type ItemOf,
  type KeptOrder,
  type KeptRow,
  type KnownEdition,
} from './group-kept.ts'
import { groupBy } from '../group-by.ts'
import { annotationKey, descriptionOf } from './kinds.ts'
import { hasTag, uniteTags } from './tags.ts'

export interface DeskRow {
  /** Of its first annotation. */
  readonly key: string
  readonly highlight: Highlight | null
  /** Of the item itself; both null in the row of a highlight. */
  readonly bookmark: Bookmark | null
  readonly note: Note | null
  /** As it stands in its edition. */
  readonly place: KeptRow
}

export interface DeskEdition {
  readonly id: string
  readonly title: string
  readonly series: string | null
  readonly date: string | null
  /** Null when the edition is not here. */
  readonly known: KnownEdition | null
  readonly rows: readonly DeskRow[]
}

/** What of the desk is shown: all of it, one kind, or what has one tag. */
export type DeskShelf =
  | { readonly kind: 'all' | 'bookmark' | 'note' | 'loose' }
  | { readonly kind: 'highlight'; readonly colour: HighlightColour | null }
  | { readonly kind: 'tag'; readonly tag: string }

/**
 * Rows by edition. In reading order the last edition comes first and its rows stand as in its text; else what was made last comes
 * first, and with it its edition.
 * @param records in the order in which they were made
 * @param itemOf as for `groupKept`
 */
export function arrangeDesk(
  records: readonly Tagged[],
  order: KeptOrder,
  editions: readonly KnownEdition[],
  itemOf?: ItemOf,
): readonly DeskEdition[] {
  const groups = groupKept(records, order, editions, itemOf).map(({ rows, ...edition }) => {
    const byRow = groupBy(rows, (row) => rowKey(row.record as Tagged))
    const all = [...byRow.values()].map(deskRow)
    return { ...edition, rows: order === 'newest' ? all : all.toSorted(inReadingOrder) }
  })
  return order === 'newest' ? groups : groups.toSorted(lastFirst)
}

/** What is kept of one item as a whole stands in one row. */
function rowKey(record: Tagged): string {
  return record.kind === 'highlight' ? record.id : `/${record.item}`
}

/** How many rows these are. */
export function countRows(records: readonly Tagged[]): number {
  return new Set(records.map((record) => `${record.edition} ${rowKey(record)}`)).size
}

function deskRow([place, ...others]: readonly KeptRow[]): DeskRow {
  if (place === undefined) throw new Error('a row of nothing')
  const records = [place, ...others].map(({ record }) => record as Tagged)
  return {
    ...{ key: annotationKey(place.record), place },
    highlight: records.find((one) => one.kind === 'highlight') ?? null,
    bookmark: records.find((one) => one.kind === 'bookmark') ?? null,
    note: records.find((one) => one.kind === 'note') ?? null,
  }
}

/** What the reader wrote at a row; null where they wrote nothing. */
export function ownTextOf({ highlight, note }: DeskRow): string | null {
  return highlight?.note ?? note?.text ?? null
}

export function tagsOf(row: DeskRow): readonly string[] {
  return uniteTags(...recordsOf(row).map(({ tags }) => tags)) ?? []
}

/** When it was last made or written at, as an ISO timestamp. */
export function momentOf(row: DeskRow): string {
  const moments = recordsOf(row).map((one) => descriptionOf(one).moment(one))
  return moments.toSorted().at(-1) ?? ''
}

/** The item as a whole before its passages, and those as they stand in its text. */
function inReadingOrder(one: DeskRow, other: DeskRow): number {
  return numberOf(one) - numberOf(other) || startOf(one) - startOf(other)
}

function numberOf({ place }: DeskRow): number {
  return place.number ?? place.record.context?.number ?? 0
}

function startOf({ highlight }: DeskRow): number {
  if (highlight === null) return -1
  const { part, start } = highlight.anchor
  // The editors' notes stand behind the text.
  return part === 'gist' ? Number.MAX_SAFE_INTEGER / 2 + start : start
}

function lastFirst(one: DeskEdition, other: DeskEdition): number {
  const [date, otherDate] = [one.date ?? '', other.date ?? '']
  if (date === otherDate) return 0
  return date < otherDate ? 1 : -1
}

export function recordsOf({ highlight, bookmark, note }: DeskRow): readonly Tagged[] {
  return [highlight, note, bookmark].filter((one) => one !== null)
}

/** @param isLoose whether the words of a highlight stand in its text no more, as far as that is known */
export function isOnShelf(
  row: DeskRow,
  shelf: DeskShelf,
  isLoose: (highlight: Highlight) => boolean,
): boolean {
  switch (shelf.kind) {
    case 'all':
      return true
    case 'bookmark':
      return row.bookmark !== null
    case 'highlight':
      return row.highlight !== null && [null, row.highlight.colour].includes(shelf.colour)
    case 'note':
      return ownTextOf(row) !== null
    case 'loose':
      return row.place.isGone || (row.highlight !== null && isLoose(row.highlight))
    case 'tag':
      return recordsOf(row).some(({ tags }) => hasTag(tags, shelf.tag))
  }
}
