// An edition as its reader mended it → the outline that its series is learnt from.
import type { Edition, Item } from '../edition/edition.ts'
import { paragraphsOf } from '../edition/picture-places.ts'
import { plainWords } from '../outline/outline-blocks.ts'
import type { MendedItem, MendedOutline } from './mended-outline.ts'

/** So many letters tell one paragraph from another. */
const enoughLetters = 40

/**
 * @param before the edition as it was read: what stands there and no more here was left out; null for none. Words that
 * were only mended were not.
 */
export function outlineOfEdition(edition: Edition, before: Edition | null): MendedOutline {
  const { title, lede, sections } = edition
  return {
    ...{ title, alsoTitle: [], lede, optional: [] },
    sections: sections.map(({ heading, items }) => ({ heading, items: items.map(mendedItem) })),
    furniture: before === null ? [] : leftOutOf(before, edition),
  }
}

function mendedItem({ title, text }: Item): MendedItem {
  const [first = '', ...more] = paragraphsOf(text)
  return { title, first, more }
}

/** A part of an edition, by which it is found again after it was mended. */
interface Part {
  readonly key: string
  readonly paragraphs: readonly string[]
}

function leftOutOf(before: Edition, edition: Edition): string[] {
  const parts = new Map(partsOf(edition).map(({ key, paragraphs }) => [key, paragraphs.length]))
  const kept = new Set(partsOf(edition).flatMap(({ paragraphs }) => paragraphs.map(beginOf)))
  return partsOf(before).flatMap(({ key, paragraphs }) =>
    (parts.get(key) ?? 0) < paragraphs.length
      ? paragraphs.filter((one) => !kept.has(beginOf(one)))
      : [],
  )
}

function partsOf({ lede, sections }: Edition): Part[] {
  return [
    { key: 'lede', paragraphs: paragraphs(lede) },
    ...sections.flatMap(({ id, heading, items }) => [
      { key: `section ${id}`, paragraphs: paragraphs(heading) },
      ...items.flatMap((item) => [
        { key: `title ${item.id}`, paragraphs: paragraphs(item.title) },
        { key: `text ${item.id}`, paragraphs: paragraphs(item.text) },
      ]),
    ]),
  ]
}

function paragraphs(text: string | null): string[] {
  return paragraphsOf(text ?? '').filter((one) => plainWords(one) !== '')
}

function beginOf(paragraph: string): string {
  return plainWords(paragraph).slice(0, enoughLetters)
}
