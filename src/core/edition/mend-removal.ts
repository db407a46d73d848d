// What a reader takes out of the proof of an edition. The file that it came from still has it.
import type { Edition, Section } from './edition.ts'
import { fillIds } from './edition-ids.ts'
import type { WordsOf } from './edition-part.ts'

/** Without a part: an item goes with its pictures, while items under a heading join those above it. The last item stays. */
export function withoutPart(edition: Edition, part: WordsOf): Edition {
  if (!('id' in part))
    return { ...edition, ...(part.role === 'lede' ? { lede: null } : { figure: null }) }
  const { sections } = edition
  const { role, id: gone } = part
  if (role === 'section')
    return fillIds({ ...edition, sections: sections.reduce(joinBelow(gone), []) })
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

/** Puts the items of one section below those of the section above it; the first one only loses its heading. */
function joinBelow(id: string): (above: Section[], section: Section) => Section[] {
  return (above, section) => {
    const last = above.at(-1)
    if (section.id !== id) return [...above, section]
    if (last === undefined) return [{ ...section, heading: null }]
    return [...above.slice(0, -1), { ...last, items: [...last.items, ...section.items] }]
  }
}
