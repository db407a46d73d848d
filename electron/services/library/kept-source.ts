// What an edition was made of, as it is kept with it: so that it can be looked over anew, and that its file is known again.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { markSchema, type EditionMark } from '#core/library/library-entry'
import { importedTextSchema, type ImportedText } from '../import/imported-text.ts'

const { sha256, issue } = markSchema.entries
/** Null for text that was pasted. */
const file = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)))
/** All that the reader of a file makes of it but the images, which are kept apart. */
const keptTextSchema = v.omit(importedTextSchema, ['images'])

export const keptSourceSchema = v.variant('kind', [
  /** A text as the parser read it, whatever format it came in; `sha256` is of the bytes it came from. */
  v.strictObject({
    kind: v.literal('text'),
    file,
    sha256: sha256.wrapped,
    imported: keptTextSchema,
  }),
  /** A package by its own words: the edition's id and serial stand in its manifest. */
  v.strictObject({
    kind: v.literal('package'),
    file,
    sha256: sha256.wrapped,
    ...issue.wrapped.entries,
  }),
])

export type KeptText = Omit<ImportedText, 'images'>
export type KeptSource = Readonly<v.InferOutput<typeof keptSourceSchema>>

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function textSource(text: ImportedText, file: string | null, sha256: string): KeptSource {
  // An object that is not strict leaves out what it does not know: the images.
  return { kind: 'text', file, sha256, imported: v.parse(v.object(keptTextSchema.entries), text) }
}

/** What of a source is compared with every file that comes in. */
export function markOf(source: KeptSource | null): EditionMark {
  if (source === null) return { sha256: null, issue: null }
  const { sha256 } = source
  if (source.kind === 'text') return { sha256, issue: null }
  return { sha256, issue: { edition: source.edition, serial: source.serial } }
}
