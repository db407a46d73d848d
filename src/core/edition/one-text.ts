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
import { mostPictures, pictureKey, picturesField, type Picture } from './picture.ts'
import { paragraphsOf } from './picture-places.ts'

/**
 * The same words as one item: the lede, headings, titles and texts are its paragraphs, and sources stand behind their text
 * again. What is more than an item may hold goes on in the next one. An edition that is one text already is given back.
 */
export function asOneText(edition: Edition): Edition {
  const { id, revision, language, series, date, title, figure } = edition
  const { lede, links = [], pictures = [], sections } = edition
  const ofLede = lede === null ? [] : links.filter(({ label }) => hasWords(lede, label))
  const parts = [
    ...(lede === null ? [] : [{ ...paragraph(lede), links: ofLede }]),
    ...sections.flatMap(partsOf),
  ]
  const texts = joined(parts)
  if (isOneText(edition) && texts.length === (sections[0]?.items.length ?? 0)) return edition
  return fillIds({
    ...{ id, revision, language, series, date, title, figure },
    ...picturesField(pictures),
    ...linksField(links.filter((link) => !ofLede.includes(link))),
    lede: null,
    sections: texts.length === 0 ? [] : [{ id: '', heading: null, items: texts }],
  })
}

/** The edition without headings and titles: they are paragraphs above what stands below them. */
export function withoutHeadings(edition: Edition): Edition {
  const items = edition.sections.flatMap(({ heading, items: own }) => {
    const bare = own.map(untitled)
    if (heading === null) return bare
    const [first, ...others] = bare
    return first === undefined ? [paragraph(heading)] : [below(heading, first), ...others]
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
  const own = items.map(({ sources, ...item }) => {
    const text = [item.text, sources.join(', ')].filter((part) => part !== '').join(' ')
    return untitled({ ...item, text, sources: [] })
  })
  return heading === null ? own : [paragraph(heading), ...own]
}

function paragraph(text: string): Item {
  return { id: '', title: null, text, sources: [] }
}

function untitled(item: Item): Item {
  return item.title === null ? item : below(item.title, { ...item, title: null })
}

function below(words: string, item: Item): Item {
  const pictures = item.pictures?.map((one) => movedDown(one, 1)) ?? []
  return { ...item, text: `${words}\n\n${item.text}`, ...picturesField(pictures) }
}

function movedDown(picture: Picture, by: number): Picture {
  return picture.after === undefined ? picture : { ...picture, after: picture.after + by }
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
