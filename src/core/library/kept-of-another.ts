// Whether what the reader wrote about an edition that is not here any more would show in another one of the same id.
import type { Edition } from '../edition/edition.ts'
import { quoteOf, type Bookmark, type Note } from '../reader-data/reader-record.ts'
import { itemsOf } from './match-items.ts'

/**
 * Of the bookmarks and notes of an id, less than half quote an item of this edition: they are about another one.
 * @param kept those of one edition id; of none there is nothing to go wrong
 */
export function belongToAnotherEdition(
  kept: readonly Pick<Bookmark | Note, 'quote'>[],
  edition: Pick<Edition, 'sections'>,
): boolean {
  if (kept.length === 0) return false
  const quotes = new Set(itemsOf(edition).map(({ text }) => quoteOf(text)))
  return kept.filter(({ quote }) => quotes.has(quote)).length < kept.length / 2
}
