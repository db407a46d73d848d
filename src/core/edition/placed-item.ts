import type { EditionBundle, Item, ItemNotes, Section } from './edition.ts'

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

/** The sections of an edition, each with its number and its items. */
export function placeSections({ edition, notes }: EditionBundle): readonly PlacedSection[] {
  const notesOf = new Map(notes?.items.map((entry) => [entry.item, entry]))
  const watchOf = new Map(notes?.sections.map((entry) => [entry.section, entry.watch]))
  let number = 0
  return edition.sections.map((section, index) => ({
    section,
    number: index + 1,
    watch: watchOf.get(section.id) ?? null,
    items: section.items.map((item) => ({
      item,
      section,
      number: ++number,
      notes: notesOf.get(item.id) ?? null,
    })),
  }))
}
