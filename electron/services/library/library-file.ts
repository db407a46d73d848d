// The formats of the library's two kinds of file: JSON, and a last line with the checksum of what stands before it. How the
// first line begins and what the last line is are the same in every later format.
import * as v from 'valibot'
import { editionBundleSchema, type EditionBundle } from '#core/edition/edition'
import {
  damagedEditionSchema,
  libraryEntrySchema,
  markSchema,
  provenanceSchema,
  type DamagedEdition,
  type LibraryEntry,
  type Provenance,
} from '#core/library/library-entry'
import { checkedBody, withChecksumLine } from '../store/store-checksum.ts'
import {
  keptSourceSchema,
  noPast,
  pastSchema,
  type EditionPast,
  type KeptSource,
} from './kept-source.ts'
import type { EditionName } from './library-names.ts'

/**
 * What is written. Format 1, until 24 November 2026, had no source and no images; it is read as an edition without them,
 * and a catalogue of it is made anew. Format 3, since 28 November 2026, may tell of open questions; an edition without them is
 * written in format 2, which the program before reads too.
 */
const format = 3
const formatBefore = 2
const formatField = /^\{"format":(\d{1,9}),/

/** An edition as it is kept: with all that is known of it, so that the catalogue can be made anew. */
export interface KeptEdition {
  readonly provenance: Provenance
  /** Null when it is not known what the edition was made of. */
  readonly source: KeptSource | null
  /** SHA-256 of the file with the edition's images, which lies beside it; null when it has none. */
  readonly images: string | null
  readonly past: EditionPast
  readonly bundle: EditionBundle
}

export interface Catalogue {
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
    format: v.picklist([formatBefore, format]),
    provenance: provenanceSchema,
    source: v.nullable(keptSourceSchema),
    images,
    past: v.optional(pastSchema, noPast),
    bundle: editionBundleSchema,
  }),
])

const catalogueSchema = v.strictObject({
  format: v.picklist([formatBefore, format]),
  entries: v.array(libraryEntrySchema),
  damaged: v.array(damagedEditionSchema),
})

/** Whether an edition can be kept, that is, read again later; what the compiler cannot see is the form of texts and ids. */
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

export function encodeKeptEdition(kept: KeptEdition): Buffer {
  const { provenance, source, images, past, bundle } = kept
  const written = {
    format: provenance.questions === undefined ? formatBefore : format,
    ...{ provenance, source, images, past, bundle },
  }
  return withChecksumLine(Buffer.from(JSON.stringify(written)))
}

/** @param name what the file's name says is in it; anything else counts as damage */
export function readKeptEdition(bytes: Buffer, { id, revision }: EditionName): KeptReading {
  const body = checkedBody(bytes)
  if (body === null) return { ok: false, reason: 'damaged' }
  if (formatOf(body) > format) return { ok: false, reason: 'newer-format' }
  const kept = parse(keptSchema, body)
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

export function encodeCatalogue({ entries, damaged }: Catalogue): Buffer {
  return withChecksumLine(Buffer.from(JSON.stringify({ format, entries, damaged })))
}

/** Null when it cannot be used, for whatever reason: the editions themselves know all that is in it. */
export function readCatalogue(bytes: Buffer): Catalogue | null {
  const body = checkedBody(bytes)
  return body === null ? null : parse(catalogueSchema, body)
}

function formatOf(body: Buffer): number {
  return Number(formatField.exec(body.toString('latin1', 0, 32))?.[1] ?? 0)
}

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  body: Buffer,
): v.InferOutput<Schema> | null {
  let json: unknown
  try {
    json = JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
  const read = v.safeParse(schema, json)
  return read.success ? read.output : null
}
