// What goes in and out of the cage. What comes out is believed no more than the file that went in.
import * as v from 'valibot'
import { editionNotesSchema, editionSchema } from '#core/edition/edition'
import { manifestSchema } from '#core/edition/manifest'
import { plainKinds, unsureKinds } from '#core/edition/remark'
import { roles } from '#core/outline/roles'
import { boldLevel } from '#core/outline/outline-blocks'
import { rejections } from '#core/edition/rejection'
import { keptLooksSchema } from '#core/document/kept-looks'
import { sourceDocumentSchema, type SourceDocument } from '#core/document/source-document'
import { formSchema, type Form } from '#core/series/form'
import { pictureFileSchema } from '#core/edition/picture'
import type { DocumentFile } from '../documents/read-document.ts'
import type { FeedSplit } from '../documents/feed-split.ts'
import type { Lesson } from './read-edition.ts'
import type { FeedFile, MessagePlace } from './read-many.ts'

export type CageJob =
  /** With the form of its series, where that is known. */
  | { readonly kind: 'file'; readonly file: DocumentFile; readonly form: Form | null }
  /** What a document and its lesson teach a form. */
  | {
      readonly kind: 'teach'
      readonly form: Form
      readonly document: SourceDocument
      readonly lesson: Lesson
    }
  /** A document that was read before, and is parsed anew. */
  | {
      readonly kind: 'document'
      readonly document: SourceDocument
      readonly name: string | null
      readonly form: Form | null
      /** Whether the form is applied also where it does not fit. */
      readonly anyway: boolean
    }
  /** The messages of a mailbox, with progress. */
  | { readonly kind: 'mailbox'; readonly path: string }
  | { readonly kind: 'message'; readonly path: string; readonly place: MessagePlace }
  /** The entries of a feed. */
  | { readonly kind: 'feed'; readonly file: FeedFile }
  /** A feed as several editions, with progress; `only` names the entries that are wanted, null for all. */
  | {
      readonly kind: 'feed-parts'
      readonly file: FeedFile
      readonly split: FeedSplit
      readonly only: readonly number[] | null
    }
  | { readonly kind: 'package'; readonly path: string; readonly programVersion: string }
  /** A dictionary, by any of its files. */
  | { readonly kind: 'dictionary'; readonly path: string }
  | { readonly kind: 'hyphenate'; readonly texts: readonly string[] }

/** `taken` answers each `file`: the next one is made only then, so that memory holds one of them. */
export type ToCage = { readonly kind: 'job'; readonly job: CageJob } | { readonly kind: 'taken' }

const refusedSchema = v.strictObject({ ok: v.literal(false), reason: v.picklist(rejections) })

/** A place in a file, or how many there are of something. */
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What a form changed of a block. */
const changeSchema = v.strictObject({
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  was: v.nullable(v.picklist(roles)),
  now: v.picklist(roles),
})

const parsedEntries = {
  edition: editionSchema,
  remarks: v.array(
    v.strictObject({
      line: v.pipe(v.number(), v.integer(), v.minValue(1)),
      kind: v.picklist([...unsureKinds, ...plainKinds]),
      quote: v.string(),
    }),
  ),
  isDigest: v.boolean(),
  ranks: v.record(
    v.string(),
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(boldLevel)),
  ),
  alike: v.array(v.array(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  changedByForm: v.exactOptional(v.nullable(v.array(changeSchema))),
}

export const teachResultSchema = v.union([
  refusedSchema,
  v.strictObject({ ok: v.literal(true), value: formSchema }),
])

/** A picture with its bytes. */
const pictureSchema = v.strictObject({
  ...pictureFileSchema.entries,
  bytes: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
})

export const fileResultSchema = v.union([
  refusedSchema,
  v.strictObject({
    ok: v.literal(true),
    value: v.strictObject({
      document: sourceDocumentSchema,
      looks: v.nullable(keptLooksSchema),
      pictures: v.array(pictureSchema),
      ...parsedEntries,
    }),
  }),
])

export const documentResultSchema = v.union([
  refusedSchema,
  v.strictObject({ ok: v.literal(true), value: v.strictObject(parsedEntries) }),
])

const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/u)))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))

/** A portion of the messages of a mailbox, or the rest of them. */
export const messagesSchema = v.array(
  v.strictObject({
    ...{ offset: count, length: count, date: day, sha256: hash },
    ...{ subject: v.string(), sender: v.string(), address: v.string(), list: v.string() },
    isAnswer: v.boolean(),
  }),
)

export const mailboxResultSchema = v.union([
  refusedSchema,
  v.strictObject({ ok: v.literal(true), value: messagesSchema }),
])

export const feedResultSchema = v.union([
  refusedSchema,
  v.strictObject({
    ok: v.literal(true),
    value: v.strictObject({
      title: v.string(),
      entries: v.array(v.strictObject({ title: v.string(), date: day, sha256: hash })),
      areDigests: v.boolean(),
    }),
  }),
])

export const feedPartsResultSchema = v.union([
  refusedSchema,
  v.strictObject({
    ok: v.literal(true),
    value: v.array(v.strictObject({ entries: v.array(count), read: fileResultSchema })),
  }),
])

export const packageResultSchema = v.union([
  refusedSchema,
  v.strictObject({
    ok: v.literal(true),
    value: v.strictObject({
      manifest: manifestSchema,
      edition: editionSchema,
      notes: v.nullable(editionNotesSchema),
    }),
  }),
])

/** A line of a dictionary: what is longer than these bounds was made by no reader of ours. */
const line = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const dictionaryResultSchema = v.union([
  refusedSchema,
  v.strictObject({
    ok: v.literal(true),
    value: v.strictObject({
      name: line,
      articles: v.array(v.strictObject({ headword: line, glosses: v.array(line) })),
    }),
  }),
])

export const hyphenationResultSchema = v.union([
  refusedSchema,
  v.strictObject({ ok: v.literal(true), value: v.record(v.string(), v.string()) }),
])

export const fromCageSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({
    kind: v.literal('file'),
    path: v.string(),
    bytes: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  v.strictObject({ kind: v.literal('progress'), done: count, all: count }),
  v.strictObject({ kind: v.literal('done'), result: v.unknown() }),
])

export type FromCage = v.InferOutput<typeof fromCageSchema>
