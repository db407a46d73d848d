// Where the pictures of an item stand among its paragraphs, also when the item is cut, joined or made a heading.
import type { Edition, Item } from './edition.ts'
import {
  behindText,
  isShown,
  mostPictures,
  movedDown,
  pictureKey,
  picturesField,
  type Picture,
} from './picture.ts'

/** The paragraphs of a text: between two of them is an empty line. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n{2,}/u)
}

/** A paragraph, and where it begins in its text, in UTF-16 units. */
export interface PlacedParagraph {
  readonly text: string
  readonly start: number
}

export function placedParagraphs(text: string): PlacedParagraph[] {
  let from = 0
  return paragraphsOf(text).map((paragraph) => {
    const start = text.indexOf(paragraph, from)
    from = start + paragraph.length
    return { text: paragraph, start }
  })
}

export interface PlacedPictures {
  /** Beside an item of one paragraph, so that its text is not broken. */
  readonly beside: Picture | null
  /** Those behind so many paragraphs, from 0: one list more than the item has paragraphs. */
  readonly among: readonly (readonly Picture[])[]
}

/** The pictures of an item that are shown, each at its place. */
export function placePictures({ title, text, pictures = [] }: Item): PlacedPictures {
  const shown = pictures.filter(isShown)
  const count = paragraphsOf(text).length
  const [first] = shown
  if (shown.length === 1 && count === 1 && title === null && isBeside(first))
    return { beside: first, among: [[], []] }
  const among = Array.from({ length: count + 1 }, (_, place) =>
    shown.filter(({ after = count }) => Math.min(after, count) === place),
  )
  return { beside: null, among }
}

/** One that is not in the file and has no caption is told in a sentence below the text. */
function isBeside(picture: Picture | undefined): picture is Picture {
  return picture !== undefined && (picture.file !== null || picture.caption !== null)
}

export interface OpeningPictures {
  readonly pictures: readonly Picture[]
  /** Of the first one. */
  readonly credit: string | null
  /** The first one is that of which the edition gives the caption. */
  readonly isOfFigure: boolean
}

/** The pictures of the opening that are shown. The caption of the edition's figure is that of the first one without its own. */
export function openingPictures({ pictures = [], figure }: Edition): OpeningPictures {
  const [first, ...others] = pictures.filter(isShown)
  if (first === undefined) return { pictures: [], credit: null, isOfFigure: false }
  const isOfFigure = figure !== null && (first.caption === null || first.caption === figure.caption)
  if (!isOfFigure) return { pictures: [first, ...others], credit: null, isOfFigure }
  const told = { ...first, caption: figure.caption }
  return { pictures: [told, ...others], credit: figure.credit, isOfFigure }
}

/** The pictures of the two parts of an item that is cut at an offset of its text. */
export function cutPictures(
  { text, pictures = [] }: Item,
  at: number,
): readonly [readonly Picture[], readonly Picture[]] {
  const before = text.slice(0, at)
  const isBetween = /\n\n\s*$/u.test(before) || /^\s*\n\n/u.test(text.slice(at))
  const whole = paragraphsOf(before.trim()).length - (isBetween ? 0 : 1)
  const isBelow = ({ after = 0 }: Picture): boolean => after > whole
  const below = pictures.filter(isBelow).map((one) => movedDown(one, -whole))
  return [pictures.filter((one) => !isBelow(one)), below]
}

/** The pictures of an item to which the next one is joined; null when it would have more than an item may. */
export function joinedPictures(item: Item, next: Item): readonly Picture[] | null {
  const height = paragraphsOf(item.text).length
  const own = (item.pictures ?? []).map((one) => ({ ...one, after: one.after ?? height }))
  const by = height + (next.title === null ? 0 : 1)
  return noneTwice([...own, ...(next.pictures ?? []).map((one) => movedDown(one, by))])
}

/** The item with pictures above its text; null when it would have more than an item may. */
export function withPicturesAbove(item: Item, pictures: readonly Picture[]): Item | null {
  const above = pictures.map((one) => ({ ...one, after: 0 }))
  const all = noneTwice([...above, ...(item.pictures ?? [])])
  return all === null ? null : { ...item, ...picturesField(all) }
}

/** The item with pictures below its text; null when it would have more than an item may. */
export function withPicturesBelow(item: Item, pictures: readonly Picture[]): Item | null {
  const all = noneTwice([...(item.pictures ?? []), ...pictures.map(behindText)])
  return all === null ? null : { ...item, ...picturesField(all) }
}

/** Null for more than an item may have: it stays as it is, rather than lose some. */
function noneTwice(pictures: readonly Picture[]): readonly Picture[] | null {
  const { pictures: kept = [] } = picturesField(pictures)
  return new Set(pictures.map(pictureKey)).size > mostPictures ? null : kept
}
