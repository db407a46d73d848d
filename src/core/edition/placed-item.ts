import type { Item, ItemNotes, Section } from './edition.ts'

/** An item with its place in the edition: `number` counts from 1 through all sections. */
export interface PlacedItem {
  readonly item: Item
  readonly section: Section
  readonly number: number
  readonly notes: ItemNotes | null
}

export interface PlacedSection {
  readonly section: Section
  readonly number: number
  /** What to look out for while reading it, in the edition's language. */
  readonly watch: string | null
  readonly items: readonly PlacedItem[]
}
