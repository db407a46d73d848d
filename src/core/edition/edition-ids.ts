// Ids for an edition whose text brings none: they follow from the words, so the same text always has the same ids.
import { contentId, createIdMaker } from './content-id.ts'
import { firstWords, openingItem, type Edition } from './edition.ts'

/** The id of an edition by its series, title and date (YYYY, YYYY-MM or YYYY-MM-DD); a date that ends the title counts once. */
export function editionId(
  { series, title }: Pick<Edition, 'series' | 'title'>,
  date: string | null,
): string {
  const name = contentId(series === null ? title : `${series} ${title}`, 80) || 'digest'
  return date === null || name.endsWith(date) ? name : `${name}-${date}`
}

/** The same edition with the ids that its words give it: the edition's, and those of all sections and items. */
export function withIds(edition: Edition): Edition {
  return fillIds({
    ...edition,
    id: editionId(edition, edition.date?.value ?? null),
    sections: edition.sections.map((section) => ({
      ...section,
      id: '',
      items: section.items.map((item) => ({ ...item, id: '' })),
    })),
  })
}

/** Gives an id to every section and item that has none (''); the others keep theirs. */
export function fillIds(edition: Edition): Edition {
  const given = edition.sections.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])
  const idOf = createIdMaker([openingItem, ...given.filter((id) => id !== '')])
  let items = 0
  return {
    ...edition,
    sections: edition.sections.map((section, index) => ({
      ...section,
      id: section.id || idOf(section.heading ?? 'vooraan', `rubriek-${String(index + 1)}`),
      items: section.items.map((item) => {
        const fallback = `bericht-${String(++items)}`
        return { ...item, id: item.id || idOf(firstWords(item.title ?? item.text, 6), fallback) }
      }),
    })),
  }
}
