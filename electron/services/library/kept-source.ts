// What an edition was made of, as it is kept with it: so that it can be looked over anew, and that its file is known again.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { idSchema, type Edition, type EditionBundle } from '#core/edition/edition'
import { goneItems } from '#core/library/keep-ids'
import {
  issueSchema,
  markSchema,
  type EditionMark,
  type Provenance,
} from '#core/library/library-entry'
import { importedTextSchema, type ImportedText } from '../import/imported-text.ts'

const { sha256 } = markSchema.entries
const { edition, serial } = issueSchema.entries
/** Null for text that was pasted. */
const file = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)))
/** All that the reader of a file makes of it but the images, which are kept apart. */
const keptTextSchema = v.omit(importedTextSchema, ['images'])

/** SHA-256 of the edition's words and of its head as they came; files of before 25 November 2026 lack them. */
const cameAs = { words: v.optional(sha256.wrapped), head: v.optional(sha256.wrapped) }

export const keptSourceSchema = v.variant('kind', [
  /** A text as the parser read it, whatever format it came in; `sha256` is of the bytes it came from. */
  v.strictObject({
    kind: v.literal('text'),
    file,
    sha256: sha256.wrapped,
    imported: keptTextSchema,
    /** The package whose place the text has taken, as the reader decided. */
    over: v.optional(issueSchema),
    ...cameAs,
  }),
  /** A package by its own words: the edition's id and serial stand in its manifest. */
  v.strictObject({
    kind: v.literal('package'),
    file,
    sha256: sha256.wrapped,
    edition,
    serial,
    ...cameAs,
  }),
])

export type KeptSource = Readonly<v.InferOutput<typeof keptSourceSchema>>

/** What an edition remembers of its earlier revisions. */
export const pastSchema = v.strictObject({
  /** SHA-256 of what they were made of. */
  files: v.array(sha256.wrapped),
  /** Their items that are gone: a new one never gets the id of one of these. */
  items: v.array(v.strictObject({ id: idSchema, text: v.string() })),
})

export type EditionPast = Readonly<v.InferOutput<typeof pastSchema>>

export const noPast: EditionPast = { files: [], items: [] }

/** Of more, the oldest are forgotten. */
const mostRemembered = 200

/** The past of the next revision of a kept edition. */
export function pastOf(
  {
    bundle,
    source,
    past,
  }: {
    readonly bundle: Pick<EditionBundle, 'edition'>
    readonly source: KeptSource | null
    readonly past: EditionPast
  },
  next: Edition,
): EditionPast {
  const files = new Set([...past.files, ...(source === null ? [] : [source.sha256])])
  const items = goneItems(bundle.edition, next, past.items)
  return { files: [...files].slice(-mostRemembered), items: items.slice(-mostRemembered) }
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
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
  return asItCame({ kind: 'text', file, sha256, imported }, edition)
}

/** What of a source is compared with every file that comes in. */
export function markOf(
  source: KeptSource | null,
  publisher: Provenance['publisher'],
  { files }: EditionPast = noPast,
): EditionMark {
  const earlier = [...files]
  if (source === null) return { sha256: null, issue: null, earlier }
  const { sha256 } = source
  if (source.kind === 'text') return { sha256, issue: source.over ?? null, earlier }
  const { edition, serial } = source
  return { sha256, issue: { publisher, edition, serial }, earlier }
}

/** A source that remembers how the edition came, so that a mending is told from it. */
export function asItCame(source: KeptSource, edition: Edition): KeptSource {
  return { ...source, words: hashOf(wordsOf(edition)), head: hashOf(headOf(edition)) }
}

/**
 * Whether the reader has mended an edition since it came: its words or its head are others. Of one that is older than that
 * knowledge, whether it was looked over. One that came with the program is not mended: a mending makes it the reader's own.
 */
export function isMended(
  source: KeptSource | null,
  edition: Edition,
  { reviewed, origin }: Pick<Provenance, 'reviewed' | 'origin'>,
): boolean {
  if (origin === 'bundled') return false
  if (source?.words === undefined) return reviewed
  return source.words !== hashOf(wordsOf(edition)) || source.head !== hashOf(headOf(edition))
}

/** All words of an edition, whatever ids and revision it has, and whatever its links lead to: those are others for each reader. */
export function wordsOf({ title, lede, figure, sections }: Edition): string {
  return JSON.stringify([
    ...[title, lede, figure],
    ...sections.map(({ heading, items }) => [
      heading,
      ...items.map(({ title: head, text, sources }) => [head, text, sources]),
    ]),
  ])
}

export function headOf({ title, series, date }: Edition): string {
  return JSON.stringify([title, series, date?.value ?? null])
}
