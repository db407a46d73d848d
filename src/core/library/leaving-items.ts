// What the reader kept of items that the next revision of an edition does not have any more.
import type { Annotation } from '../annotations/annotation.ts'
import { openingItem, type Edition } from '../edition/edition.ts'
import { itemsOf, matchItems } from './match-items.ts'

export interface LeavingItems {
  /** Bookmarks and notes of items that go. */
  readonly leaving: number
  /** Bookmarks and notes of the edition. */
  readonly all: number
}

/**
 * Counts the reader's bookmarks and notes. A highlight is left out: its words may stand in another item.
 * @returns null where the reader kept none, so that the editions are not compared
 */
export function countLeaving(
  annotations: readonly Pick<Annotation, 'kind' | 'item'>[],
  older: Edition,
  newer: Edition,
): LeavingItems | null {
  const kept = annotations.filter(({ kind }) => kind === 'bookmark' || kind === 'note')
  if (kept.length === 0) return null
  const matches = matchItems(older, newer)
  const going = new Set(itemsOf(older).flatMap(({ id }) => (matches.has(id) ? [] : id)))
  const leaving = kept.filter(({ item }) => item !== openingItem && going.has(item)).length
  return { leaving, all: kept.length }
}
