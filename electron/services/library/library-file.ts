// The formats of the library's two kinds of file: JSON, and a last line with its checksum. The beginning of the first line
// and the last line stay the same in every later format.
import * as v from 'valibot'
import { editionBundleSchema, type EditionBundle } from '#core/edition/edition'
import { allPictures } from '#core/edition/picture'
import {
  damagedEditionSchema,
  libraryEntrySchema,
  markSchema,
  provenanceSchema,
  type DamagedEdition,
  type LibraryEntry,
  type Provenance,
} from '#core/library/library-entry'
import { allAtOnce, type Steps } from '#core/steps'
import { checkedBody, checksumLineSteps, withChecksumLine } from '../store/store-checksum.ts'
import {
  documentOfSource,
  keptSourceSchema,
  noPast,
  pastSchema,
  type EditionPast,
  type KeptSource,
} from './kept-source.ts'
import { inPieces } from './in-pieces.ts'
import { jsonSteps } from './json-steps.ts'
import type { EditionName } from './library-names.ts'

/**
 * The newest format. Format 1 (until 24 November 2026) had no source and no images; its catalogue is rebuilt. Format 3
 * (since 28 November 2026) may hold open questions, format 4 (since 29 November 2026) pictures and a document for its
 * source, and format 5 (since 1 December 2026) the number of an issue, how its blocks look, and by which form it was read. An
 * edition is written in the lowest format that can hold it, for older programs.
 */
const format = 5
const formatOfDocuments = 4
const formatOfQuestions = 3
const lowestFormat = 2
const formatField = /^\{"format":(\d{1,9}),/

/** An edition with all that is known of it, so that the catalogue can be rebuilt. */
export interface KeptEdition {
  readonly provenance: Provenance
  /** Null when it is not known what the edition was made of. */
  readonly source: KeptSource | null
  /** SHA-256 of the file with the edition's images; null when it has none. */
  readonly images: string | null
  readonly past: EditionPast
  readonly bundle: EditionBundle
}

export interface CatalogueContent {
  readonly entries: readonly LibraryEntry[]
  readonly damaged: readonly DamagedEdition[]
}

export type KeptReading =
  | { readonly ok: true; readonly kept: KeptEdition }
  | { readonly ok: false; readonly reason: 'damaged' | 'newer-format' }

const { sha256: images } = markSchema.entries
const keptSchema = v.variant('format', [
  v.strictObject({
    format: v.literal(1),
    provenance: provenanceSchema,
    bundle: editionBundleSchema,
  }),
  v.strictObject({
    format: v.picklist([lowestFormat, formatOfQuestions, formatOfDocuments, format]),
    provenance: provenanceSchema,
    source: v.nullable(keptSourceSchema),
    images,
    past: v.optional(pastSchema, noPast),
    bundle: editionBundleSchema,
  }),
])

const catalogueSchema = v.strictObject({
  format: v.picklist([lowestFormat, formatOfQuestions, formatOfDocuments, format]),
  entries: v.array(libraryEntrySchema),
  damaged: v.array(damagedEditionSchema),
})

/** Whether an edition could be read again: checks the form of texts and ids, which the compiler cannot see. */
export function isKeepable({
  provenance,
  source,
  past,
  bundle,
}: Omit<KeptEdition, 'images'>): boolean {
  return (
    v.is(pastSchema, past) &&
    v.is(provenanceSchema, provenance) &&
    (source === null || v.is(keptSourceSchema, source)) &&
    v.is(editionBundleSchema, bundle)
  )
}

/** The bytes of the file of a kept edition, in pieces. */
export function* encodeKeptSteps(kept: KeptEdition): Steps<readonly Uint8Array[]> {
  const format = JSON.stringify(lowestFormatOf(kept))
  const [provenance, images, past] = [kept.provenance, kept.images, kept.past].map((part) =>
    JSON.stringify(part),
  )
  const pieces = inPieces([
    Buffer.from(`{"format":${format},"provenance":${provenance ?? ''},"source":`),
    ...(yield* jsonSteps(kept.source)),
    Buffer.from(`,"images":${images ?? ''},"past":${past ?? ''},"bundle":`),
    ...(yield* jsonSteps(kept.bundle)),
    Buffer.from('}'),
  ])
  return [...pieces, yield* checksumLineSteps(pieces)]
}

function lowestFormatOf({ provenance, source, bundle }: KeptEdition): number {
  const hasLooks = source?.kind === 'document' && source.looks !== undefined
  if (hasLooks || provenance.formed !== undefined) return format
  if (bundle.edition.number !== undefined || documentOfSource(source)?.stated.number !== undefined)
    return format
  if (source?.kind === 'document' || allPictures(bundle.edition).length > 0)
    return formatOfDocuments
  return provenance.questions === undefined ? lowestFormat : formatOfQuestions
}

/** @param name the edition that the file's name promises; any other counts as damage */
export function readKeptEdition(bytes: Buffer, name: EditionName): KeptReading {
  return allAtOnce(readKeptSteps(bytes, name))
}

/** The same in steps. */
export function* readKeptSteps(bytes: Buffer, { id, revision }: EditionName): Steps<KeptReading> {
  const body = checkedBody(bytes)
  if (body === null) return { ok: false, reason: 'damaged' }
  if (formatOf(body) > format) return { ok: false, reason: 'newer-format' }
  yield bytes.byteLength
  const kept = yield* parseSteps(keptSchema, body)
  if (kept?.bundle.edition.id !== id || kept.bundle.edition.revision !== revision) {
    return { ok: false, reason: 'damaged' }
  }
  const { provenance, bundle } = kept
  return {
    ok: true,
    kept:
      kept.format === 1
        ? { provenance, source: null, images: null, past: noPast, bundle }
        : { provenance, source: kept.source, images: kept.images, past: kept.past, bundle },
  }
}

/** Always in the newest format: a program before makes its own, and finds what it cannot read. */
export function encodeCatalogue({ entries, damaged }: CatalogueContent): Buffer {
  return withChecksumLine(Buffer.from(JSON.stringify({ format, entries, damaged })))
}

/** Null when it cannot be used for any reason, since it can be rebuilt from the editions. */
export function readCatalogue(bytes: Buffer): CatalogueContent | null {
  const body = checkedBody(bytes)
  return body === null ? null : allAtOnce(parseSteps(catalogueSchema, body))
}

function formatOf(body: Buffer): number {
  return Number(formatField.exec(body.toString('latin1', 0, 32))?.[1] ?? 0)
}

function* parseSteps<Schema extends v.GenericSchema>(
  schema: Schema,
  body: Buffer,
): Steps<v.InferOutput<Schema> | null> {
  const text = body.toString('utf8')
  yield text.length
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  yield text.length
  const read = v.safeParse(schema, json)
  return read.success ? read.output : null
}
