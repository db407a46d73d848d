// An item with its place in an edition, to show.
import type { Item, ItemNotes } from '../../../src/core/edition/edition.ts'
import type { PlacedItem } from '../../../src/core/edition/placed-item.ts'

export function someNotes(changes: Partial<ItemNotes> = {}): ItemNotes {
  return {
    item: 'i1',
    gist: 'The lock closes.',
    figures: [],
    terms: [],
    names: [],
    background: [],
    ...changes,
  }
}

export function aPlacedItem(
  changes: Partial<Item> = {},
  notes: ItemNotes | null = null,
): PlacedItem {
  const item = { id: 'i1', title: null, text: 'De sluis gaat dicht.', sources: [], ...changes }
  return { item, section: { id: 's1', heading: 'Kade', items: [item] }, number: 1, notes }
}
