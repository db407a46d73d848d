// What an edition was made of, as it is kept with it: so that it can be looked over anew, and that its file is known again.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Edition } from '#core/edition/edition'
import { markSchema, type EditionMark } from '#core/library/library-entry'
import { importedTextSchema, type ImportedText } from '../import/imported-text.ts'

const { sha256, issue } = markSchema.entries
/** Null for text that was pasted. */
const file = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)))
/** The hash of the words as they came, before any mending (`wordsOf`); older files lack it. */
const words = v.optional(sha256.wrapped)
/** All that the reader of a file makes of it but the images, which are kept apart. */
const keptTextSchema = v.omit(importedTextSchema, ['images'])

export const keptSourceSchema = v.variant('kind', [
  /** A text as the parser read it, whatever format it came in; `sha256` is of the bytes it came from. */
  v.strictObject({
    kind: v.literal('text'),
    file,
    sha256: sha256.wrapped,
    imported: keptTextSchema,
    words,
  }),
  /** A package by its own words: the edition's id and serial stand in its manifest. */
  v.strictObject({
    kind: v.literal('package'),
    file,
    sha256: sha256.wrapped,
    ...issue.wrapped.entries,
  }),
])

export type KeptSource = Readonly<v.InferOutput<typeof keptSourceSchema>>

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The words of an edition, whatever ids and revision it has. */
export function wordsOf({ title, lede, figure, sections }: Edition): string {
  return JSON.stringify([
    ...[title, lede, figure],
    ...sections.map(({ heading, items }) => [
      heading,
      ...items.map(({ title: head, text, sources }) => [head, text, sources]),
    ]),
  ])
}

/** @param edition as the text was parsed */
export function textSource(
  text: ImportedText,
  file: string | null,
  sha256: string,
  edition: Edition,
): KeptSource {
  // An object that is not strict leaves out what it does not know: the images.
  const imported = v.parse(v.object(keptTextSchema.entries), text)
  return { kind: 'text', file, sha256, imported, words: hashOf(wordsOf(edition)) }
}

/** What of a source is compared with every file that comes in. */
export function markOf(source: KeptSource | null): EditionMark {
  if (source === null) return { sha256: null, issue: null }
  const { sha256 } = source
  if (source.kind === 'text') return { sha256, issue: null }
  return { sha256, issue: { edition: source.edition, serial: source.serial } }
}
