// What a reader takes out of the proof of an edition. The file that it came from still has it.
import type { Edition, Item, Section } from './edition.ts'
import { fillIds } from './edition-ids.ts'
import type { WordsOf } from './edition-part.ts'

/** Without a part: an item goes with its pictures, while items under a heading join those above it. The last item stays. */
export function withoutPart(edition: Edition, part: WordsOf): Edition {
  if (!('id' in part))
    return { ...edition, ...(part.role === 'lede' ? { lede: null } : { figure: null }) }
  const { sections } = edition
  const { role, id: gone } = part
  if (role === 'section') return withoutHeading(edition, gone, [])
  if (sections.flatMap(({ items }) => items).length < 2) return edition
  const left = sections.map((section) => ({
    ...section,
    items: section.items.filter(({ id }) => id !== gone),
  }))
  return {
    ...edition,
    sections: left.filter(({ heading, items }) => heading !== null || items.length > 0),
  }
}

/**
 * Without the heading of a section: its items join the section above it, and the first section only loses its heading.
 * @param first what stands above its items from now on
 */
export function withoutHeading(edition: Edition, id: string, first: readonly Item[]): Edition {
  const index = edition.sections.findIndex((section) => section.id === id)
  const [above, found] = [edition.sections[index - 1], edition.sections[index]]
  if (found === undefined) return edition
  const items = [...first, ...found.items]
  const merged: Section =
    above === undefined
      ? { ...found, heading: null, items }
      : { ...above, items: [...above.items, ...items] }
  const sections = edition.sections.toSpliced(Math.max(0, index - 1), above ? 2 : 1, merged)
  return fillIds({ ...edition, sections })
}
