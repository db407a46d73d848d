// How much an edition may hold. What leaves the cage is checked, compared and written by the process that the window waits for,
// and that takes time for each part.
import type { Edition, EditionNotes } from './edition.ts'

/** More than any digest has, by hundreds of times. */
export const mostParts = 20_000

/** The parts of an edition and its notes: sections, items, sources, links, pictures, and what the notes say of each of them. */
export function countParts(edition: Edition, notes: EditionNotes | null): number {
  const items = edition.sections.flatMap((section) => section.items)
  let count = edition.sections.length + items.length + (notes?.sections.length ?? 0)
  for (const { links = [], pictures = [] } of [edition, ...items])
    count += links.length + pictures.length
  for (const { sources } of items) count += sources.length
  for (const { figures, terms, names, background } of notes?.items ?? [])
    count += 1 + figures.length + terms.length + names.length + background.length
  return count
}
