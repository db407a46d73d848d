// The edition as every part of the program knows it, and the schema that data from a file must pass first.
import * as v from 'valibot'
import { isLinkAddress } from './link-address.ts'
import { picturesSchema } from './picture.ts'

/** Ids stand in file names and in the reader's data, so they are plain: lower case, digits, dots and hyphens. */
export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,119}$/))

/** The longest title, heading, caption or name, in characters, and the longest text of an item or a lede. */
export const longestLine = 2_000
export const longestText = 200_000
const lineSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(longestLine))
const textSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(longestText))

/** The number of an issue has at most so many characters. */
export const longestNumber = 20

/** An item or an opening has at most so many. */
export const mostLinks = 200

/** A link leads nowhere in the program: its address is data, shown and copied. */
export const linkSchema = v.strictObject({
  /** As printed. */
  label: lineSchema,
  /** `http`, `https` or `mailto`, in printable ASCII. */
  address: v.pipe(v.string(), v.check(isLinkAddress, 'no address that may be shown')),
})

/** Absent when there are none, so that an edition without links is the same in every version of the format. */
const linksSchema = v.optional(
  v.pipe(
    v.array(linkSchema),
    v.minLength(1),
    v.maxLength(mostLinks),
    v.check(
      (links) => new Set(links.map(({ address }) => address)).size === links.length,
      'an address stands there twice',
    ),
  ),
)

/** One short news text with its sources, in the order in which it is read. */
export const itemSchema = v.strictObject({
  id: idSchema,
  title: v.nullable(lineSchema),
  text: textSchema,
  /** As printed: `GT` stays `GT`. */
  sources: v.array(lineSchema),
  links: linksSchema,
  pictures: picturesSchema,
})

/** A heading and its items; the first section may have no heading. */
export const sectionSchema = v.strictObject({
  id: idSchema,
  heading: v.nullable(lineSchema),
  items: v.array(itemSchema),
})

export const editionSchema = v.strictObject({
  id: idSchema,
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** BCP 47 tag of the original text. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/)),
  series: v.nullable(lineSchema),
  /** `value` is YYYY, YYYY-MM or YYYY-MM-DD; `inferred` when the edition itself does not print it. */
  date: v.nullable(
    v.strictObject({
      value: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
      inferred: v.boolean(),
    }),
  ),
  /** Of the issue within its series, as printed: `27`, `2024/12`. Absent where none is, so that other editions are as before. */
  number: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(longestNumber))),
  title: lineSchema,
  lede: v.nullable(textSchema),
  /** The caption of the edition's picture and whom it is credited to. The picture may be the first of `pictures`. */
  figure: v.nullable(v.strictObject({ caption: lineSchema, credit: v.nullable(lineSchema) })),
  /** Those of title, lede and caption. */
  links: linksSchema,
  /** Those of the opening. */
  pictures: picturesSchema,
  sections: v.array(sectionSchema),
})

/** One number that an item gives: `measures` says of what, `unit` may be empty for a plain count. */
export const keyFigureSchema = v.strictObject({
  measures: lineSchema,
  value: lineSchema,
  unit: v.string(),
  remark: v.nullable(lineSchema),
})

export const itemNotesSchema = v.strictObject({
  item: idSchema,
  gist: textSchema,
  figures: v.array(keyFigureSchema),
  terms: v.array(v.strictObject({ term: lineSchema, translation: lineSchema })),
  names: v.array(
    v.strictObject({ name: lineSchema, kind: v.picklist(['person', 'organisation']) }),
  ),
  /** What the item itself does not say, marked as such wherever it is shown. */
  background: v.array(lineSchema),
})

/** The edition's own reading notes: what stands beside the original. */
export const editionNotesSchema = v.strictObject({
  edition: idSchema,
  /** BCP 47 tag of gists, figures and translations; `watch` is in the edition's own language. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/)),
  sections: v.array(v.strictObject({ section: idSchema, watch: textSchema })),
  items: v.array(itemNotesSchema),
})

/** What the program needs to show an edition: the text, its notes, and where its long words may break. */
export const editionBundleSchema = v.strictObject({
  edition: editionSchema,
  notes: v.nullable(editionNotesSchema),
  /** A word as it stands in the text → the same word with soft hyphens (U+00AD) where it may break. */
  hyphenation: v.record(v.string(), v.string()),
})

export type Link = Readonly<v.InferOutput<typeof linkSchema>>
export type Item = Readonly<v.InferOutput<typeof itemSchema>>
export type Section = Readonly<v.InferOutput<typeof sectionSchema>>
export type Edition = Readonly<v.InferOutput<typeof editionSchema>>
export type KeyFigure = Readonly<v.InferOutput<typeof keyFigureSchema>>
export type ItemNotes = Readonly<v.InferOutput<typeof itemNotesSchema>>
export type EditionNotes = Readonly<v.InferOutput<typeof editionNotesSchema>>
export type EditionBundle = Readonly<v.InferOutput<typeof editionBundleSchema>>

/** Stands where the id of an item does for an edition's opening: its title, its lede and the caption of its picture. No item has it. */
export const openingItem = 'lede'

/** The first `count` words of a text, for a name or an incipit; an ellipsis follows when there are more. */
export function firstWords(text: string, count: number, ellipsis = ''): string {
  const words = text.trim().split(/\s+/u)
  return words.length <= count ? words.join(' ') : words.slice(0, count).join(' ') + ellipsis
}

/** The field `links` of an edition or an item: each address once, and no field when there are none. */
export function linksField(links: readonly Link[]): { links?: Link[] } {
  const byAddress = new Map<string, Link>()
  for (const link of links) if (!byAddress.has(link.address)) byAddress.set(link.address, link)
  const kept = [...byAddress.values()].slice(0, mostLinks)
  return kept.length === 0 ? {} : { links: kept }
}
