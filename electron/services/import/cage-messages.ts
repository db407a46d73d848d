// What goes in and out of the cage. What comes out is believed no more than the file that went in.
import * as v from 'valibot'
import { editionNotesSchema, editionSchema } from '#core/edition/edition'
import { manifestSchema } from '#core/edition/manifest'
import { plainKinds, unsureKinds } from '#core/edition/remark'
import { rejections } from '#core/edition/rejection'
import { sourceDocumentSchema, type SourceDocument } from '#core/document/source-document'
import { pictureFileSchema } from '#core/edition/picture'
import type { DocumentFile } from '../documents/read-document.ts'

export type CageJob =
  | { readonly kind: 'file'; readonly file: DocumentFile }
  /** A document that was read before, and is parsed anew. */
  | { readonly kind: 'document'; readonly document: SourceDocument; readonly name: string | null }
  | { readonly kind: 'package'; readonly path: string; readonly programVersion: string }
  | { readonly kind: 'hyphenate'; readonly texts: readonly string[] }

/** `taken` answers each `file`: the next one is made only then, so that memory holds one of them. */
export type ToCage = { readonly kind: 'job'; readonly job: CageJob } | { readonly kind: 'taken' }

const refusedSchema = v.strictObject({ ok: v.literal(false), reason: v.picklist(rejections) })

const parsedEntries = {
  edition: editionSchema,
  remarks: v.array(
    v.strictObject({
      line: v.pipe(v.number(), v.integer(), v.minValue(1)),
      kind: v.picklist([...unsureKinds, ...plainKinds]),
      quote: v.string(),
    }),
  ),
}

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
      pictures: v.array(pictureSchema),
      ...parsedEntries,
    }),
  }),
])

export const documentResultSchema = v.union([
  refusedSchema,
  v.strictObject({ ok: v.literal(true), value: v.strictObject(parsedEntries) }),
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
  v.strictObject({ kind: v.literal('done'), result: v.unknown() }),
])

export type FromCage = v.InferOutput<typeof fromCageSchema>
