// What a reader can say that a row of a proof is. Each saying is one change of the edition; what cannot be leaves it as it is.
import { splitOutsideBrackets } from '../sources/source-list.ts'
import { longestLine, longestText, type Edition, type Item } from './edition.ts'
import type { WordsOf } from './edition-part.ts'
import {
  headingToItem,
  isDateAllowed,
  itemToHeading,
  joinWithNext,
  withHead,
  withSources,
} from './mend-edition.ts'
import { ledeToHeading, ledeToItem } from './mend-opening.ts'
import { withoutHeading, withoutPart } from './mend-removal.ts'
import { movedDown, picturesField } from './picture.ts'

/** In the order of the menu; the first six have a figure key. */
export const rowRoles = [
  'section',
  'title',
  'titledText',
  'text',
  'caption',
  'ahead',
  'item',
  'lede',
  'sources',
  'editionTitle',
  'date',
] as const

export type RowRole = (typeof rowRoles)[number]

/** The role that a part of an edition has. */
export function roleOf(edition: Edition, part: WordsOf): RowRole {
  if (part.role !== 'item') return part.role
  return placeOf(edition, part.id)?.item.title == null ? 'item' : 'titledText'
}

/** What a part can be made besides what it is. */
export function possibleRoles(edition: Edition, part: WordsOf): readonly RowRole[] {
  return rowRoles.filter((role) => withRole(edition, part, role) !== edition)
}

/** The edition in which a part is something else; the same one where it cannot be that, or is that already. */
export function withRole(edition: Edition, part: WordsOf, role: RowRole): Edition {
  if (part.role === 'caption' || roleOf(edition, part) === role) return edition
  return changes[role](edition, part)
}

type Change = (edition: Edition, part: WordsOf) => Edition

const changes: Readonly<Record<RowRole, Change>> = {
  section(edition, part) {
    if (part.role === 'item') return itemToHeading(edition, part.id)
    return part.role === 'lede' ? ledeToHeading(edition) : edition
  },
  item(edition, part) {
    if (part.role === 'section') return headingToItem(edition, part.id)
    return part.role === 'lede' ? ledeToItem(edition) : withTitleInText(edition, part)
  },
  title: asTitleBelow,
  titledText: withOwnTitle,
  text: asTextAbove,
  caption: asCaptionAbove,
  ahead: (edition, part) => (part.role === 'item' ? joinWithNext(edition, part.id) : edition),
  lede: asLede,
  sources: asSourcesAbove,
  editionTitle: (edition, part) => asHead(edition, part, 'title'),
  date: (edition, part) =>
    isDateAllowed(lineOf(edition, part) ?? '') ? asHead(edition, part, 'date') : edition,
}

interface Place {
  readonly item: Item
  readonly above: Item | undefined
  readonly below: Item | undefined
  /** Nothing but the opening stands above it. */
  readonly isFirst: boolean
}

function placeOf({ sections }: Edition, id: string): Place | null {
  for (const [place, { heading, items }] of sections.entries()) {
    const index = items.findIndex((one) => one.id === id)
    const item = items[index]
    if (item === undefined) continue
    const isFirst = place === 0 && index === 0 && heading === null
    return { item, above: items[index - 1], below: items[index + 1], isFirst }
  }
  return null
}

/** An item of nothing but words: what else it has would be lost. */
function isBare({ title, sources, links, pictures }: Item): boolean {
  const isPlain = links === undefined && pictures === undefined
  return isPlain && title === null && sources.length === 0
}

/** The words of a heading, an intro or a bare item that are one line; null for any other part. */
function lineOf(edition: Edition, part: WordsOf): string | null {
  const words = bareWordsOf(edition, part)
  return words === null || words.includes('\n') || words.length > longestLine ? null : words
}

function bareWordsOf(edition: Edition, part: WordsOf): string | null {
  if (!('id' in part)) return part.role === 'lede' ? edition.lede : null
  if (part.role === 'section')
    return edition.sections.find(({ id }) => id === part.id)?.heading ?? null
  const item = placeOf(edition, part.id)?.item
  return item !== undefined && isBare(item) ? item.text : null
}

/** In place of an item; the same edition where no such item is. */
function withItem(edition: Edition, { id }: Item, item: Item): Edition {
  const sections = edition.sections.map((section) => ({
    ...section,
    items: section.items.map((one) => (one.id === id ? item : one)),
  }))
  return { ...edition, sections }
}

/** The first item below has it as its title. */
function asTitleBelow(edition: Edition, part: WordsOf): Edition {
  const title = lineOf(edition, part)
  if (title === null || !('id' in part)) return edition
  const below =
    part.role === 'section'
      ? edition.sections.find(({ id }) => id === part.id)?.items[0]
      : placeOf(edition, part.id)?.below
  if (below?.title !== null) return edition
  const titled = withItem(edition, below, { ...below, title })
  return part.role === 'section' ? withoutHeading(titled, part.id, []) : withoutPart(titled, part)
}

/** Its first line is its title, else its first sentence. */
function withOwnTitle(edition: Edition, part: WordsOf): Edition {
  const item = part.role === 'item' ? placeOf(edition, part.id)?.item : undefined
  if (item?.title !== null) return edition
  const [, line = '', rest = ''] =
    /^([^\n]+)\n+(\S[\s\S]*)$/u.exec(item.text) ??
    /^(.*?[.!?…][’”"')\]]*)\s+(\S[\s\S]*)$/u.exec(item.text) ??
    []
  const title = line.trim()
  if (title === '' || title.length > longestLine) return edition
  return withItem(edition, item, { ...item, title, text: rest })
}

/** Its title is the first paragraph of its text. */
function withTitleInText(edition: Edition, part: WordsOf): Edition {
  const item = part.role === 'item' ? placeOf(edition, part.id)?.item : undefined
  if (item?.title == null) return edition
  const text = `${item.title}\n\n${item.text}`
  if (text.length > longestText) return edition
  const pictures = (item.pictures ?? []).map((one) => movedDown(one, 1))
  return withItem(edition, item, { ...item, title: null, text, ...picturesField(pictures) })
}

/** It goes on what stands above it, as a paragraph. */
function asTextAbove(edition: Edition, part: WordsOf): Edition {
  if (part.role === 'item') {
    const above = placeOf(edition, part.id)?.above
    return above === undefined ? edition : joinWithNext(edition, above.id)
  }
  if (part.role !== 'section') return edition
  const place = edition.sections.findIndex(({ id }) => id === part.id)
  const last = edition.sections[place - 1]?.items.at(-1)
  if (last === undefined) return edition
  const asItem = headingToItem(edition, part.id)
  const joined = joinWithNext(asItem, last.id)
  return joined === asItem ? edition : joined
}

/** The last picture above it has no caption yet. */
function asCaptionAbove(edition: Edition, part: WordsOf): Edition {
  const caption = lineOf(edition, part)
  const above = part.role === 'item' ? placeOf(edition, part.id)?.above : undefined
  const last = above?.pictures?.at(-1)
  if (caption === null || above === undefined || last?.caption !== null) return edition
  const pictures = [...(above.pictures ?? []).slice(0, -1), { ...last, caption }]
  return withoutPart(withItem(edition, above, { ...above, ...picturesField(pictures) }), part)
}

/** It ends the intro: nothing stands between the two. */
function asLede(edition: Edition, part: WordsOf): Edition {
  const words = bareWordsOf(edition, part)
  if (words === null || !('id' in part)) return edition
  const isFirst =
    part.role === 'section'
      ? edition.sections[0]?.id === part.id
      : placeOf(edition, part.id)?.isFirst === true
  const lede = edition.lede === null ? words : `${edition.lede}\n\n${words}`
  const without = isFirst ? withoutPart(edition, part) : edition
  return without === edition || lede.length > longestText ? edition : { ...without, lede }
}

/** The item above it has them behind its own. */
function asSourcesAbove(edition: Edition, part: WordsOf): Edition {
  const words = lineOf(edition, part)
  const above = part.role === 'item' ? placeOf(edition, part.id)?.above : undefined
  if (words === null || above === undefined) return edition
  const names = [...above.sources, ...splitOutsideBrackets(words)]
  const sourced = withSources(edition, above.id, names)
  return sourced === edition ? edition : withoutPart(sourced, part)
}

/** The title or the date of the edition, and no part of its text any more. */
function asHead(edition: Edition, part: WordsOf, field: 'title' | 'date'): Edition {
  const words = lineOf(edition, part)
  if (words === null) return edition
  const without = withoutPart(edition, part)
  if (without === edition) return edition
  const { title, series, date } = edition
  const head = { title, series: series ?? '', date: date?.value ?? '', [field]: words }
  return withHead(without, head)
}
