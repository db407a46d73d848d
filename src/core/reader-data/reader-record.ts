// What the reader makes: bookmarks, notes, places, what was read, what was looked for, and settings. One record a key in the
// store.
import * as v from 'valibot'
import { firstWords, idSchema } from '../edition/edition.ts'

const momentSchema = v.pipe(v.string(), v.isoTimestamp())
/** The first words of the item a record is about, so that it still means something without its edition. */
const quoteSchema = v.pipe(v.string(), v.maxLength(400))
/** Where the item stood when the record was made: what the panel shows of it when that edition is not open. */
const contextSchema = v.optional(
  v.looseObject({
    title: v.pipe(v.string(), v.maxLength(2_000)),
    section: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** The item's own title; absent where it has none. */
    item: v.exactOptional(v.pipe(v.string(), v.maxLength(2_000))),
  }),
)
export const viewSchema = v.picklist(['original', 'notes', 'side-by-side'])

// Loose objects: a field that a newer program wrote is kept, never dropped.
export const bookmarkSchema = v.looseObject({
  kind: v.literal('bookmark'),
  edition: idSchema,
  item: idSchema,
  quote: quoteSchema,
  context: contextSchema,
  created: momentSchema,
})

export const noteSchema = v.looseObject({
  kind: v.literal('note'),
  edition: idSchema,
  item: idSchema,
  quote: quoteSchema,
  context: contextSchema,
  /** Markdown, as the reader typed it. */
  text: v.pipe(v.string(), v.maxLength(100_000)),
  created: momentSchema,
  changed: momentSchema,
})

/** Where the reader stopped: an item (null: the opening) and how many of its text lines lie above the page's top. */
export const placeSchema = v.looseObject({
  kind: v.literal('place'),
  edition: idSchema,
  item: v.nullable(idSchema),
  line: v.pipe(v.number(), v.finite()),
  view: viewSchema,
})

export const readItemsSchema = v.looseObject({
  kind: v.literal('read'),
  edition: idSchema,
  items: v.pipe(v.array(idSchema), v.maxLength(10_000)),
})

/** So many questions are remembered, and none that is longer. */
export const mostSearches = 20
export const longestSearch = 200
/** What the reader looked for and used, the last first. */
export const searchesSchema = v.looseObject({
  kind: v.literal('searches'),
  texts: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(longestSearch))),
    v.maxLength(mostSearches),
  ),
})

export const textSizes = [16, 17, 18, 19, 21, 23, 26, 30, 34, 38] as const
/** How large the whole window is, in percent: buttons, panels and the room around the text; the text has a size of its own. */
export const scales = [100, 125, 150, 175, 200] as const
export const settingsSchema = v.looseObject({
  kind: v.literal('settings'),
  theme: v.picklist(['papier', 'sepia', 'lamp-uit', 'contrast', 'system']),
  face: v.picklist(['serif', 'sans']),
  /** Pixels at normal zoom, one of `textSizes`. */
  textSize: v.picklist(textSizes),
  leading: v.picklist(['tight', 'normal', 'wide']),
  measure: v.picklist(['narrow', 'normal', 'wide']),
  hyphenate: v.boolean(),
  lessMotion: v.boolean(),
  singleKeys: v.boolean(),
  language: v.picklist(['system', 'nl', 'en']),
  /** Settings that were written before November 2026 lack it. */
  keepSearches: v.optional(v.boolean(), true),
  /** Whether the contents show the first words of items in a narrow window too. Came later, as what stands above it. */
  wordsInContents: v.optional(v.boolean(), false),
  /** Both came later too; a scale that another version knows must not cost a reader the rest. */
  scale: v.fallback(v.optional(v.picklist(scales), 100), 100),
  /** Whether own notes go along on paper. */
  printNotes: v.optional(v.boolean(), true),
})

export const readerRecordSchema = v.variant('kind', [
  bookmarkSchema,
  noteSchema,
  placeSchema,
  readItemsSchema,
  searchesSchema,
  settingsSchema,
])

export type View = v.InferOutput<typeof viewSchema>
export type Bookmark = Readonly<v.InferOutput<typeof bookmarkSchema>>
export type Note = Readonly<v.InferOutput<typeof noteSchema>>
export type Place = Readonly<v.InferOutput<typeof placeSchema>>
export type ReadItems = Readonly<v.InferOutput<typeof readItemsSchema>>
export type Searches = Readonly<v.InferOutput<typeof searchesSchema>>
export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>
export type ReaderRecord = Readonly<v.InferOutput<typeof readerRecordSchema>>

export const defaultSettings: Settings = {
  kind: 'settings',
  theme: 'system',
  face: 'serif',
  textSize: 19,
  leading: 'normal',
  measure: 'normal',
  hyphenate: true,
  lessMotion: false,
  singleKeys: true,
  language: 'system',
  keepSearches: true,
  wordsInContents: false,
  scale: 100,
  printNotes: true,
}

/** What a bookmark or a note remembers of the text of its item. */
export function quoteOf(text: string): string {
  return firstWords(text, 24, ' …').slice(0, 400)
}

/** The key under which a record lies in the store; two records with one key are the same thing at two times. */
export function recordKey(record: ReaderRecord): string {
  switch (record.kind) {
    case 'bookmark':
    case 'note':
      return `${record.kind}:${record.edition}/${record.item}`
    case 'place':
    case 'read':
      return `${record.kind}:${record.edition}`
    case 'searches':
    case 'settings':
      return record.kind
  }
}
