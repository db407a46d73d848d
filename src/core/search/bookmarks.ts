// Which documents have a bookmark.
import { itemKeyOf } from './compact/columns.ts'
import type { Segment } from './compact/segment.ts'
import { documentId } from './documents.ts'

export interface BookmarkedItem {
  readonly edition: string
  readonly item: string
}

export interface Bookmarks {
  put(bookmark: BookmarkedItem): void
  remove(bookmark: BookmarkedItem): void
  /** By document of a segment: 1 when it has a bookmark. */
  of(segment: Segment): Uint8Array
}

export function createBookmarks(bookmarks: readonly BookmarkedItem[] = []): Bookmarks {
  const all = new Map(bookmarks.map((one) => [documentId(one.edition, one.item), one]))
  let known = new WeakMap<Segment, Uint8Array>()

  function forget(): void {
    known = new WeakMap()
  }

  return {
    put(bookmark) {
      all.set(documentId(bookmark.edition, bookmark.item), bookmark)
      forget()
    },
    remove({ edition, item }) {
      all.delete(documentId(edition, item))
      forget()
    },
    of(segment) {
      const marks = known.get(segment) ?? markedIn(segment, [...all.values()])
      known.set(segment, marks)
      return marks
    },
  }
}

function markedIn(
  { groups, documentCount, columns }: Segment,
  all: readonly BookmarkedItem[],
): Uint8Array {
  const keys = new Map<string, Set<number>>()
  for (const { edition, item } of all) {
    const ofEdition = keys.get(edition) ?? new Set()
    keys.set(edition, ofEdition.add(itemKeyOf(item)))
  }
  const marks = new Uint8Array(documentCount)
  let document = 0
  for (const { key, documents } of groups) {
    const sought = keys.get(key)
    for (let count = 0; count < documents; count++, document++)
      if (sought?.has(columns.itemKey[document] ?? 0) === true) marks[document] = 1
  }
  return marks
}
