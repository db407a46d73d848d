// What an annotation remembers of where it is, so that it means something while its edition is not open.
import { openingItem, type Edition } from '../edition/edition.ts'
import type { PlacedItem } from '../edition/placed-item.ts'
import { quoteOf, type AboutItem } from './annotation.ts'
import { authored } from './merge-texts.ts'

/** @param author what the reader calls themselves; empty for no name */
export function aboutItem(edition: Edition, placed: PlacedItem, author: string): AboutItem {
  const { item, section, number } = placed
  return {
    edition: edition.id,
    item: item.id,
    ...authored(author),
    quote: quoteOf(item.text),
    context: {
      ...{ title: edition.title, section: section.heading, number },
      ...(item.title === null ? {} : { item: item.title }),
      ...datedSeries(edition),
    },
  }
}

/** What tells an edition from others of its title. */
function datedSeries({ series, date }: Edition): { series?: string; date?: string } {
  return { ...(series === null ? {} : { series }), ...(date === null ? {} : { date: date.value }) }
}

/**
 * As `aboutItem`, of an item or of the lede. The lede is of no item: what is kept of it remembers its own first words, and stands
 * before the first item.
 * @param id of the item, or `openingItem`
 * @param items of the edition
 * @returns null in an edition without items
 */
export function aboutText(
  edition: Edition,
  items: readonly PlacedItem[],
  id: string,
  author: string,
): AboutItem | null {
  const placed = items.find(({ item }) => item.id === id) ?? items[0]
  if (placed === undefined) return null
  const about = aboutItem(edition, placed, author)
  if (id !== openingItem) return about
  const context = { title: edition.title, section: null, number: 1, ...datedSeries(edition) }
  return { ...about, item: id, quote: quoteOf(edition.lede ?? ''), context }
}
