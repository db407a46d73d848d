// What the store holds of the reader, one record a key: annotations, and what the program remembers by itself.
import * as v from 'valibot'
import { annotationSchema, type Annotation } from '../annotations/annotation.ts'
import { annotationKey, isAnnotation } from '../annotations/kinds.ts'
import { idSchema } from '../edition/edition.ts'

export const viewSchema = v.picklist(['original', 'notes', 'side-by-side'])

// Loose objects: a field that a newer program wrote is kept, never dropped.

/** Where the reader stopped: an item (null: the opening) and how many of its text lines lie above the page's top. */
const readingPositionSchema = v.looseObject({
  kind: v.literal('place'),
  edition: idSchema,
  item: v.nullable(idSchema),
  line: v.pipe(v.number(), v.finite()),
  view: viewSchema,
})

/** So many items of one edition are remembered as read. */
export const mostReadItems = 10_000
const readItemsSchema = v.looseObject({
  kind: v.literal('read'),
  edition: idSchema,
  items: v.pipe(v.array(idSchema), v.maxLength(mostReadItems)),
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
  // The following came later: older profiles lack them.
  keepSearches: v.optional(v.boolean(), true),
  /** Whether the contents show the first words of items in a narrow window too. */
  wordsInContents: v.optional(v.boolean(), false),
  /** An unknown scale, of another version, must not cost the reader the other settings. */
  scale: v.fallback(v.optional(v.picklist(scales), 100), 100),
  /** Whether own notes go along on paper. */
  printNotes: v.optional(v.boolean(), true),
})

export const readerRecordSchema = v.variant('kind', [
  annotationSchema,
  readingPositionSchema,
  readItemsSchema,
  searchesSchema,
  settingsSchema,
])

export type View = v.InferOutput<typeof viewSchema>
export type ReadingPosition = Readonly<v.InferOutput<typeof readingPositionSchema>>
export type ReadItems = Readonly<v.InferOutput<typeof readItemsSchema>>
export type Searches = Readonly<v.InferOutput<typeof searchesSchema>>
export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>
export type ReaderRecord = Annotation | ReadingPosition | ReadItems | Searches | Settings

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

/** The key under which a record lies in the store; two records with one key are the same thing at two times. */
export function recordKey(record: ReaderRecord): string {
  if (isAnnotation(record)) return annotationKey(record)
  switch (record.kind) {
    case 'place':
    case 'read':
      return `${record.kind}:${record.edition}`
    case 'searches':
    case 'settings':
      return record.kind
  }
}
