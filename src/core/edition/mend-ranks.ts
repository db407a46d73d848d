// All headings of one rank made titles of items at once, and back. The rank is that of the file, which a digest keeps to.
import { longestLine, type Edition, type Item, type Section } from './edition.ts'
import { fillIds } from './edition-ids.ts'

/** The ranks that a file gives to headings of sections and titles of items, by their keys; 1 is the highest. */
export type Ranks = Readonly<Record<string, number>>

export interface RankedEdition {
  readonly edition: Edition
  readonly ranks: Ranks
}

/** The key of a section, which no item has. */
export function sectionKey(id: string): string {
  return `#${id}`
}

export function itemKey(id: string): string {
  return `.${id}`
}

/** Where no file tells the rank, all headings have one, and all titles another. */
const rankOfHeadings = 0
const rankOfTitles = 8

interface RankedItem {
  readonly item: Item
  readonly rank: number | undefined
}

interface RankedSection extends Pick<Section, 'id' | 'heading'> {
  readonly rank: number | undefined
  readonly items: RankedItem[]
}

/** The rank of a heading or a title; null for a section or an item without one. */
export function rankOf({ edition, ranks }: RankedEdition, key: string): number | null {
  for (const section of sectionsOf({ edition, ranks })) {
    if (sectionKey(section.id) === key) return rankOfSection(section)
    const own = section.items.find(({ item }) => itemKey(item.id) === key)
    if (own !== undefined) return rankOfItem(own)
  }
  return null
}

/** The keys of all headings and titles of a rank, in reading order. */
export function keysOfRank(ranked: RankedEdition, rank: number): readonly string[] {
  return sectionsOf(ranked).flatMap((section) => [
    ...(rankOfSection(section) === rank ? [sectionKey(section.id)] : []),
    ...section.items.filter((one) => rankOfItem(one) === rank).map(({ item }) => itemKey(item.id)),
  ])
}

/**
 * Headings of sections become titles: the first item of each gets it, the others stay as they are, and all of them join
 * the section before. A heading without an item of its own to be the title of becomes an item.
 */
export function toTitles(ranked: RankedEdition, rank: number): RankedEdition {
  const sections: RankedSection[] = []
  for (const section of sectionsOf(ranked)) {
    if (rankOfSection(section) !== rank) sections.push(section)
    else {
      if (sections.length === 0) sections.push({ ...withoutHeading, items: [] })
      sections.at(-1)?.items.push(...titledItems(section, rank))
    }
  }
  return changed(ranked, rank, sections)
}

/** Titles become headings: what stands below one, up to the next, is its section. */
export function toSections(ranked: RankedEdition, rank: number): RankedEdition {
  const sections = sectionsOf(ranked).flatMap((section) => {
    const parts: RankedSection[] = [{ ...section, items: [] }]
    for (const [index, own] of section.items.entries()) {
      const isHeading = rankOfItem(own) === rank && canBeHeading(own, section.items[index + 1])
      if (isHeading) parts.push(sectionOf(own, rank))
      else parts.at(-1)?.items.push(own)
    }
    const [first] = parts
    return first?.heading === null && first.items.length === 0 ? parts.slice(1) : parts
  })
  return changed(ranked, rank, sections)
}

const withoutHeading = { id: '', heading: null, rank: undefined } as const

function sectionsOf({ edition, ranks }: RankedEdition): RankedSection[] {
  return edition.sections.map(({ id, heading, items }) => ({
    ...{ id, heading, rank: ranks[sectionKey(id)] },
    items: items.map((item) => ({ item, rank: ranks[itemKey(item.id)] })),
  }))
}

function rankOfSection({ heading, rank }: RankedSection): number | null {
  return heading === null ? null : (rank ?? rankOfHeadings)
}

/** An item without a title that has a rank is a heading that has no text below it. */
function rankOfItem({ item, rank }: RankedItem): number | null {
  return rank ?? (item.title === null ? null : rankOfTitles)
}

function titledItems({ heading, items }: RankedSection, rank: number): RankedItem[] {
  const [first, ...others] = items
  if (heading === null) return items
  if (first === undefined || rankOfItem(first) !== null)
    return [{ item: { id: '', title: null, text: heading, sources: [] }, rank }, ...items]
  return [{ item: { ...first.item, title: heading }, rank }, ...others]
}

/** A heading has nothing but its words. One without a text does not take the text that follows it. */
function canBeHeading({ item }: RankedItem, next: RankedItem | undefined): boolean {
  const { title, text, sources, links, pictures } = item
  if (title !== null) return true
  const isBare = sources.length === 0 && links === undefined && pictures === undefined
  const isLine = text.length <= longestLine && !text.includes('\n')
  return isBare && isLine && (next === undefined || rankOfItem(next) !== null)
}

function sectionOf({ item }: RankedItem, rank: number): RankedSection {
  const { title, text } = item
  if (title === null) return { id: '', heading: text, rank, items: [] }
  return {
    id: '',
    heading: title,
    rank,
    items: [{ item: { ...item, title: null }, rank: undefined }],
  }
}

/** The same when no heading of the rank changed its role. */
function changed(
  before: RankedEdition,
  rank: number,
  sections: readonly RankedSection[],
): RankedEdition {
  const count = (all: readonly RankedSection[]): number =>
    all.filter((section) => rankOfSection(section) === rank).length
  if (count(sections) === count(sectionsOf(before))) return before
  const edition = fillIds({
    ...before.edition,
    sections: sections.map(({ id, heading, items }) => ({
      ...{ id, heading, items: items.map(({ item }) => item) },
    })),
  })
  return { edition, ranks: ranksOf(edition, sections) }
}

/** The ranks of an edition by its keys, from those of its parts in their order. */
export function ranksOf(
  edition: Edition,
  parts: readonly {
    readonly rank: number | undefined
    readonly items: readonly Pick<RankedItem, 'rank'>[]
  }[],
): Ranks {
  const ranks: Record<string, number> = {}
  const give = (key: string, rank: number | undefined): void => {
    if (rank !== undefined) ranks[key] = rank
  }
  for (const [place, { id, items }] of edition.sections.entries()) {
    give(sectionKey(id), parts[place]?.rank)
    for (const [index, item] of items.entries())
      give(itemKey(item.id), parts[place]?.items[index]?.rank)
  }
  return ranks
}
