// What an edition was made of. It is kept with the edition, so that the text can be parsed again and the file recognised.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { idSchema, type Edition, type EditionBundle } from '#core/edition/edition'
import { goneItems } from '#core/library/keep-ids'
import {
  fileNameSchema,
  issueSchema,
  markSchema,
  type EditionMark,
  type Provenance,
} from '#core/library/library-entry'
import { keptLooksSchema, withLooks, type KeptLooks } from '#core/document/kept-looks'
import { documentOfLines, keptLinesSchema } from '#core/document/kept-lines'
import { sourceDocumentSchema, type SourceDocument } from '#core/document/source-document'

const { sha256 } = markSchema.entries
const { edition, serial } = issueSchema.entries
/** Null for text that was pasted. */
const file = v.nullable(fileNameSchema)
/** The package that a text has replaced, as the reader decided. */
const over = v.optional(issueSchema)

/** SHA-256 of the edition's words and of its head before any mending; absent in files of before 25 November 2026. */
const originalHashes = { words: v.optional(sha256.wrapped), head: v.optional(sha256.wrapped) }

export const keptSourceSchema = v.variant('kind', [
  /** A file as it was read, without its pictures; `sha256` is that of the file's own bytes. */
  v.strictObject({
    kind: v.literal('document'),
    file,
    sha256: sha256.wrapped,
    document: sourceDocumentSchema,
    /** Of its blocks; older programs kept none, and some formats have none. */
    looks: v.exactOptional(keptLooksSchema),
    over,
    ...originalHashes,
  }),
  /** The same as older programs kept it. */
  v.strictObject({
    kind: v.literal('text'),
    file,
    sha256: sha256.wrapped,
    imported: keptLinesSchema,
    over,
    ...originalHashes,
  }),
  /** A package; the edition's id and serial are those of its manifest. */
  v.strictObject({
    kind: v.literal('package'),
    file,
    sha256: sha256.wrapped,
    edition,
    serial,
    ...originalHashes,
  }),
])

export type KeptSource = Readonly<v.InferOutput<typeof keptSourceSchema>>

export const pastSchema = v.strictObject({
  /** SHA-256 of the files they were made of. */
  files: v.array(sha256.wrapped),
  /** Their items that are gone: no new item gets the id of one of these. */
  items: v.array(v.strictObject({ id: idSchema, text: v.string() })),
})

export type EditionPast = Readonly<v.InferOutput<typeof pastSchema>>

export const noPast: EditionPast = { files: [], items: [] }

/** The oldest files and items beyond this number are forgotten. */
const maxRemembered = 200

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
  return { files: [...files].slice(-maxRemembered), items: items.slice(-maxRemembered) }
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** @param edition as the text was parsed */
export function documentSource(
  document: SourceDocument,
  looks: KeptLooks | null,
  file: string | null,
  sha256: string,
  edition: Edition,
): KeptSource {
  const source = { kind: 'document', file, sha256, document } as const
  return withOriginalHashes(looks === null ? source : { ...source, looks }, edition)
}

/** The document that an edition was made of, with its looks; null for a package, and when it is not known. */
export function documentOfSource(source: KeptSource | null): SourceDocument | null {
  if (source?.kind === 'document') return withLooks(source.document, source.looks ?? null)
  return source?.kind === 'text' ? documentOfLines(source.imported) : null
}

/** What each file that is added is compared with. */
export function markOf(
  source: KeptSource | null,
  publisher: Provenance['publisher'],
  { files }: EditionPast = noPast,
): EditionMark {
  const earlier = [...files]
  if (source === null) return { sha256: null, issue: null, earlier }
  const known = {
    sha256: source.sha256,
    ...(source.file === null ? {} : { file: source.file }),
    earlier,
  }
  if (source.kind !== 'package') return { ...known, issue: source.over ?? null }
  const { edition, serial } = source
  return { ...known, issue: { publisher, edition, serial } }
}

/** Adds the hashes of the unmended edition, by which `isMended` recognises a mending. */
export function withOriginalHashes(source: KeptSource, edition: Edition): KeptSource {
  return { ...source, words: hashOf(wordsOf(edition)), head: hashOf(headOf(edition)) }
}

/**
 * Whether the reader has changed the words or the head of an edition. Without original hashes, one that was looked over counts
 * as mended. A bundled edition never does, since a mending makes it the reader's own.
 */
export function isMended(
  source: KeptSource | null,
  edition: Edition,
  provenance: Pick<Provenance, 'reviewed' | 'origin'>,
): boolean {
  const hasOtherWords = source?.words !== undefined && source.words !== hashOf(wordsOf(edition))
  return (
    hasMendedHead(source, edition, provenance) || (provenance.origin !== 'bundled' && hasOtherWords)
  )
}

/** The same for the head alone. */
export function hasMendedHead(
  source: KeptSource | null,
  edition: Edition,
  { reviewed, origin }: Pick<Provenance, 'reviewed' | 'origin'>,
): boolean {
  if (origin === 'bundled') return false
  return source?.head === undefined ? reviewed : source.head !== hashOf(headOf(edition))
}

/** All words of an edition, without ids and revision, and without links, which may differ for each reader. */
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
