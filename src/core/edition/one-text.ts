// An edition of one item that holds all words: for a file that is no digest.
import {
  linksField,
  longestText,
  mostLinks,
  type Edition,
  type Item,
  type Link,
  type Section,
} from './edition.ts'
import { fillIds } from './edition-ids.ts'
import { hasWords } from './link-words.ts'
import { mostPictures, movedDown, pictureKey, picturesField, type Picture } from './picture.ts'
import { paragraphsOf } from './picture-places.ts'

/**
 * The same words as one item: the lede, headings, titles and texts are its paragraphs, and sources stand behind their text
 * again. What is more than an item may hold goes on in the next one. An edition that is one text already is given back.
 */
export function asOneText(edition: Edition): Edition {
  const { lede, links = [], pictures = [], sections, ...head } = edition
  const ofLede = lede === null ? [] : links.filter(({ label }) => hasWords(lede, label))
  const parts = [
    ...paragraphs(lede).map((item) => ({ ...item, links: ofLede })),
    ...sections.flatMap(partsOf),
  ]
  const texts = joined(parts)
  if (isOneText(edition) && texts.length === (sections[0]?.items.length ?? 0)) return edition
  return fillIds({
    ...head,
    ...picturesField(pictures),
    ...linksField(links.filter((link) => !ofLede.includes(link))),
    lede: null,
    sections: texts.length === 0 ? [] : [{ id: '', heading: null, items: texts }],
  })
}

/** The edition without headings and titles: they are paragraphs above what stands below them. */
export function withoutHeadings(edition: Edition): Edition {
  const items = edition.sections.flatMap(({ heading, items: own }) => {
    const [first, ...others] = own.flatMap((item) => below(item.title, { ...item, title: null }))
    return first === undefined ? paragraphs(heading) : [...below(heading, first), ...others]
  })
  const sections = items.length === 0 ? [] : [{ id: '', heading: null, items }]
  return fillIds({ ...edition, sections })
}

function isOneText({ lede, sections }: Edition): boolean {
  const items = sections.flatMap((section) => section.items)
  const isBare =
    lede === null && sections.length < 2 && sections.every((one) => one.heading === null)
  return isBare && items.every(({ title, sources }) => title === null && sources.length === 0)
}

function partsOf({ heading, items }: Section): Item[] {
  const own = items.flatMap(({ title, text, sources, ...item }) => {
    const named = sources.join(', ')
    const words = named === '' ? text : `${text} ${named}`
    const isLong = words.length > longestText
    const body = { ...item, title: null, text: isLong ? text : words, sources: [] }
    return [...paragraphs(title), body, ...(isLong ? sources.flatMap(paragraphs) : [])]
  })
  return [...paragraphs(heading), ...own]
}

function paragraph(text: string): Item {
  return { id: '', title: null, text, sources: [] }
}

function paragraphs(text: string | null): Item[] {
  return text === null ? [] : [paragraph(text)]
}

/** Words as the first paragraph of an item; an item of their own where it would be too long with them. */
function below(words: string | null, item: Item): Item[] {
  if (words === null) return [item]
  const text = `${words}\n\n${item.text}`
  if (text.length > longestText) return [paragraph(words), item]
  const pictures = item.pictures?.map((one) => movedDown(one, 1)) ?? []
  return [{ ...item, text, ...picturesField(pictures) }]
}

interface Gathered {
  readonly texts: string[]
  readonly links: Map<string, Link>
  readonly pictures: Map<string, Picture>
  length: number
  height: number
}

function joined(parts: readonly Item[]): Item[] {
  const all: Gathered[] = []
  for (const part of parts) {
    const last = all.at(-1)
    const into = last !== undefined && holds(last, part) ? last : emptyText()
    if (into !== last) all.push(into)
    gather(into, part)
  }
  return all.map(({ texts, links, pictures }) => ({
    ...paragraph(texts.join('\n\n')),
    ...linksField([...links.values()]),
    ...picturesField([...pictures.values()]),
  }))
}

function emptyText(): Gathered {
  return { texts: [], links: new Map(), pictures: new Map(), length: 0, height: 0 }
}

function holds(gathered: Gathered, { text, links = [], pictures = [] }: Item): boolean {
  return (
    gathered.length + text.length + 2 <= longestText &&
    gathered.links.size + links.length <= mostLinks &&
    gathered.pictures.size + pictures.length <= mostPictures
  )
}

function gather(into: Gathered, { text, links = [], pictures = [] }: Item): void {
  const height = paragraphsOf(text).length
  for (const link of links) if (!into.links.has(link.address)) into.links.set(link.address, link)
  for (const picture of pictures) {
    const after = into.height + Math.min(picture.after ?? height, height)
    const key = pictureKey(picture)
    if (!into.pictures.has(key)) into.pictures.set(key, { ...picture, after })
  }
  into.texts.push(text)
  into.length += text.length + 2
  into.height += height
}
