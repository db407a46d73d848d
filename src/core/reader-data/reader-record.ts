// What the store holds of the reader, one record a key: annotations, and what the program remembers by itself.
import * as v from 'valibot'
import { annotationSchema, longestAuthor, type Annotation } from '../annotations/annotation.ts'
import { annotationKey, isAnnotation } from '../annotations/kinds.ts'
import { idSchema } from '../edition/edition.ts'
import { fastest, slowest } from '../reading/speech.ts'
import { itemTextKey, itemTextSchema, type ItemText } from './item-text.ts'
import { keptFormats } from './kept-formats.ts'
import { keptQuestionSchema, questionKey, type KeptQuestion } from './kept-question.ts'
import { noteVersionsSchema, versionsKey, type NoteVersions } from './note-versions.ts'
import { removedKey, removedRecordSchema, type RemovedRecord } from './removed-record.ts'
import { seriesFormKey, seriesFormSchema, type SeriesForm } from '../series/series-form.ts'

export const viewSchema = v.picklist(['original', 'notes', 'side-by-side'])

// Loose objects: a field that a newer program wrote is kept, never dropped.

/** Where the reader stopped: an item (null: the opening) and how many of its text lines lie above the page's top. */
const readingPositionSchema = v.looseObject({
  kind: v.literal('place'),
  edition: idSchema,
  item: v.nullable(idSchema),
  line: v.pipe(v.number(), v.finite()),
  view: viewSchema,
  /** The revision of which the reader saw what became of their annotations; absent until they did. */
  seenRevision: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
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

/** What the reader is called in what they keep; empty for no name. */
const authorSchema = v.optional(v.pipe(v.string(), v.maxLength(longestAuthor)), '')
const voiceSchema = v.optional(v.pipe(v.string(), v.maxLength(200)), '')

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
  /** Whether the program notes by itself what it finds in a text. */
  showFound: v.optional(v.boolean(), true),
  lookUpByDoubleClick: v.optional(v.boolean(), true),
  /** Whether a word goes to the word list as soon as it is looked up. */
  keepLookedUp: v.optional(v.boolean(), false),
  /** How fast a text is read aloud; 1 is as the voice speaks by itself. */
  speechRate: v.fallback(
    v.optional(v.pipe(v.number(), v.minValue(slowest), v.maxValue(fastest)), 1),
    1,
  ),
  /** The name of the voice that reads aloud; empty for the first one of the language. */
  voice: voiceSchema,
  /** The same for notes, which may be in another language. */
  noteVoice: voiceSchema,
  author: authorSchema,
  /** The form of the last export. */
  exportFormat: v.fallback(v.optional(v.picklist(keptFormats), 'markdown'), 'markdown'),
})

export const readerRecordSchema = v.variant('kind', [
  annotationSchema,
  readingPositionSchema,
  readItemsSchema,
  searchesSchema,
  settingsSchema,
  noteVersionsSchema,
  keptQuestionSchema,
  removedRecordSchema,
  seriesFormSchema,
  itemTextSchema,
])

export type View = v.InferOutput<typeof viewSchema>
export type ReadingPosition = Readonly<v.InferOutput<typeof readingPositionSchema>>
export type ReadItems = Readonly<v.InferOutput<typeof readItemsSchema>>
export type Searches = Readonly<v.InferOutput<typeof searchesSchema>>
export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>
export type ReaderRecord =
  | Annotation
  | ReadingPosition
  | ReadItems
  | Searches
  | Settings
  | NoteVersions
  | KeptQuestion
  | RemovedRecord
  | SeriesForm
  | ItemText

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
  showFound: true,
  lookUpByDoubleClick: true,
  keepLookedUp: false,
  speechRate: 1,
  voice: '',
  noteVoice: '',
  author: '',
  exportFormat: 'markdown',
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
    case 'versions':
      return versionsKey(record.of)
    case 'question':
      return questionKey(record)
    case 'removed':
      return removedKey(record.of)
    case 'form':
      return seriesFormKey(record.series)
    case 'text':
      return itemTextKey(record)
  }
}
