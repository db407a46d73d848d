// Keeps the words of an item when something of it is kept, for the day on which item or edition is gone.
import type { AboutItem } from '#core/annotations/annotation'
import { itemTextOf } from '#core/reader-data/item-text'
import type { OpenEdition } from '../editions/open-edition.ts'
import type { ReaderData } from './reader-data.ts'

/**
 * The open edition has them as they are now; another one is read only where nothing is kept yet. What cannot be written is tried
 * again when the next thing of the item is kept.
 */
export async function keepItemText(
  data: Pick<ReaderData, 'textOf' | 'put'>,
  editions: Pick<OpenEdition, 'current' | 'find'>,
  { edition: id, item }: Pick<AboutItem, 'edition' | 'item'>,
): Promise<void> {
  const kept = data.textOf(id, item)
  const open = (await editions.current())?.edition
  const isOpen = open?.id === id
  if (kept !== null && !isOpen) return
  const edition = isOpen ? open : (await editions.find(id))?.edition
  const text = edition === undefined ? null : itemTextOf(edition, item)
  if (text !== null && text.text !== kept) data.put(text)
}
