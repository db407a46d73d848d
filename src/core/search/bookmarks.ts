// Which documents have a bookmark.
import { itemKeyOf, openingKey } from './compact/columns.ts'
import type { Segment } from './compact/segment.ts'
import { documentId } from './documents.ts'
import { documentKind, type KindsIn } from './facets.ts'

export interface BookmarkedItem {
  readonly edition: string
  readonly item: string
}

export interface Bookmarks {
  put(bookmark: BookmarkedItem): void
  remove(bookmark: BookmarkedItem): void
  /** The same array for a segment until a bookmark changes. */
  readonly kindsIn: KindsIn
}

export function createBookmarks(bookmarks: readonly BookmarkedItem[] = []): Bookmarks {
  const all = new Map(bookmarks.map((one) => [documentId(one.edition, one.item), one]))
  let cache = new WeakMap<Segment, Uint16Array>()

  return {
    put(bookmark) {
      all.set(documentId(bookmark.edition, bookmark.item), bookmark)
      cache = new WeakMap()
    },
    remove({ edition, item }) {
      all.delete(documentId(edition, item))
      cache = new WeakMap()
    },
    kindsIn(segment) {
      const kinds = cache.get(segment) ?? findKinds(segment, all.values())
      cache.set(segment, kinds)
      return kinds
    },
  }
}

function findKinds(
  { groups, documentCount, columns: { itemKey } }: Segment,
  bookmarks: Iterable<BookmarkedItem>,
): Uint16Array {
  const keys = new Map<string, Set<number>>()
  for (const { edition, item } of bookmarks) {
    const ofEdition = keys.get(edition) ?? new Set()
    keys.set(edition, ofEdition.add(itemKeyOf(item)))
  }
  const kinds = new Uint16Array(documentCount)
  let document = 0
  for (const { key, documents } of groups) {
    const bookmarked = keys.get(key)
    for (let count = 0; count < documents; count++, document++) {
      const own = itemKey[document] ?? 0
      kinds[document] = documentKind(own === openingKey, bookmarked?.has(own) === true)
    }
  }
  return kinds
}
