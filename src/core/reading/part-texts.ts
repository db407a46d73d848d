import { openingItem, type EditionBundle } from '../edition/edition.ts'
import { placeSections } from '../edition/placed-item.ts'
import type { PartText } from './passage.ts'

/** The texts of an edition in which something can be marked: the lede, then of each item its own and what the editors say of it. */
export function partTexts(bundle: EditionBundle): readonly PartText[] {
  const items = placeSections(bundle).flatMap((section) => section.items)
  return [
    { item: openingItem, part: 'lede' as const, text: bundle.edition.lede ?? '' },
    ...items.flatMap(({ item, notes }) => [
      { item: item.id, part: 'item' as const, text: item.text },
      { item: item.id, part: 'gist' as const, text: notes?.gist ?? '' },
    ]),
  ].filter(({ text }) => text !== '')
}
