// A file or a text as a draft of an edition: what it says, and what it was made of.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Edition, EditionNotes } from '#core/edition/edition'
import { numberedTitle } from '#core/edition/issue-number'
import { pictureFiles, withPicturesOf } from '#core/edition/picture'
import { withHeadOf } from '#core/edition/with-head-of'
import type { Ranks } from '#core/edition/mend-ranks'
import type { Alike } from '#core/series/alike-blocks'
import { packageLimits } from '#core/edition/manifest'
import type { Read } from '#core/edition/rejection'
import { isUnsure, type Remark } from '#core/edition/remark'
import type { KeptEdition } from '../library/library-file.ts'
import {
  documentOfSource,
  documentSource,
  hashOf,
  withOriginalHashes,
  type KeptSource,
} from '../library/kept-source.ts'
import type { PackageFile } from '../packages/read-package.ts'
import type { Cage } from './cage.ts'
import { withLooks } from '#core/document/kept-looks'
import { documentText, type DocumentPicture } from '#core/document/source-document'
import type { TextEncoding } from '../documents/decode-text.ts'
import { readWholeFile } from '../documents/read-whole-file.ts'
import { answered, readAsTaught, type Learnt, type TaughtReading } from './read-as-taught.ts'
import type { ReadEdition } from './read-edition.ts'

export interface Draft extends Pick<TaughtReading, 'taught' | 'formed'> {
  /** The name of the file; null for text that was pasted. */
  readonly file: string | null
  /** As the parser read it; empty for a package, which is not parsed. */
  readonly text: string
  readonly edition: Edition
  readonly remarks: readonly Remark[]
  /** False for a text that is read as an edition, but is none. */
  readonly isDigest: boolean
  /** Those of its headings and titles in the file, where that tells them. */
  readonly ranks: Ranks
  /** The lines of the text that look alike and are read as the same. */
  readonly alike: Alike
  readonly notes: EditionNotes | null
  readonly publisher: string | null
  readonly origin: 'package' | 'own'
  /** Null for an edition of which none was kept. */
  readonly source: KeptSource | null
  readonly images: readonly PackageFile[]
  /** The edition as its text is read, of one that was mended before; else the edition itself. */
  readonly asRead: Edition
}

export interface DraftOptions extends Learnt {
  readonly cage: Cage
  readonly programVersion: string
  /** The series of an edition that does not name it, by its title. */
  readonly knownSeries?: ((title: string) => string | null) | undefined
}

/** A file by its bytes, before anything is made of them. */
export interface HashedFile {
  readonly sha256: string
  /** Null for a package, which the cage reads itself. */
  readonly bytes: Buffer | null
}

/** Longer than any package can be: what is in it, and two kilobytes of headers for each file. */
const longestPackage = packageLimits.totalBytes + packageLimits.files * 2_048

/** What is told of an edition that is not made of a text. */
const unparsed = { isDigest: true, ranks: {}, alike: [], taught: null, formed: null } as const

/** The hash of a file, and its bytes when it is a text. Never throws. */
export async function readBytes(location: string): Promise<Read<HashedFile>> {
  if (isPackage(location)) {
    const sha256 = await hashOfFile(location)
    return sha256.ok ? { ok: true, value: { sha256: sha256.value, bytes: null } } : sha256
  }
  const bytes = await readWholeFile(location, packageLimits.fileBytes)
  if (!bytes.ok) return bytes
  return { ok: true, value: { sha256: hashOf(bytes.value), bytes: bytes.value } }
}

/** Reads a file in the cage, unless `readAhead` has begun with it. Never throws for bad input. */
export async function draftOfFile(
  options: DraftOptions,
  location: string,
  hashed: HashedFile,
  encoding: TextEncoding | null,
  ahead: Promise<Read<ReadEdition>> | null = null,
): Promise<Read<Draft>> {
  const file = path.basename(location)
  const reading = ahead ?? readAhead(options.cage, location, hashed, encoding)
  if (reading === null) return draftOfPackage(options, location, hashed.sha256)
  const read = await reading
  return read.ok ? draftOfRead(read.value, file, hashed.sha256, options) : read
}

/** What a file says, before it is compared with the library; null for a package. Never throws for bad input. */
export function readAhead(
  cage: Cage,
  location: string,
  { bytes }: HashedFile,
  encoding: TextEncoding | null,
): Promise<Read<ReadEdition>> | null {
  if (bytes === null) return null
  return cage.readFile({ bytes, format: null, encoding, name: path.basename(location) })
}

/**
 * Reads pasted text in the cage. Never throws for bad input.
 * @param html the same with its marks; where it cannot be read the text alone is
 */
export async function draftOfText(
  options: DraftOptions,
  text: string,
  html?: string,
): Promise<Read<Draft>> {
  const read = (bytes: Buffer, format: 'html' | 'text') =>
    options.cage.readFile({ bytes, format, encoding: 'utf-8', name: null })
  const marked = html === undefined ? null : await read(Buffer.from(html), 'html')
  if (marked?.ok === true) return draftOfRead(marked.value, null, hashOf(html ?? ''), options)
  if (marked?.reason === 'cancelled') return marked
  const plain = await read(Buffer.from(text), 'text')
  return plain.ok ? draftOfRead(plain.value, null, hashOf(text), options) : plain
}

/**
 * An edition of the library, to be looked over. One that never was is made anew of its text, so that its remarks are those
 * of this program; one that was is shown as it was mended, with the lines on which its parts stand and without questions
 * that were answered.
 */
export async function draftOfKept(
  options: DraftOptions,
  kept: KeptEdition,
  images: readonly PackageFile[],
): Promise<Read<Draft>> {
  const { bundle, provenance, source } = kept
  const { edition, notes } = bundle
  const { publisher, reviewed } = provenance
  const origin = provenance.origin === 'package' ? 'package' : 'own'
  const made = { ...unparsed, asRead: edition }
  const draft = { edition, notes, publisher, origin, source, images, ...made } as const
  const document = documentOfSource(source)
  const file = source?.file ?? null
  if (document === null) return { ok: true, value: { ...draft, file, text: '', remarks: [] } }
  const text = documentText(document)
  const parsed = await options.cage.parse(document, file)
  if (!parsed.ok) return parsed
  if (!reviewed) {
    const guessed = { ...parsed.value, edition: withHeadOf(parsed.value.edition, edition) }
    const read = await readAsTaught(options, guessed, document, file)
    // Another reading may show what was left out before, and of that no bytes were kept.
    const hashes = new Set(images.map(({ bytes }) => hashOf(bytes)))
    const shown = withPicturesOf(read.edition, hashes)
    return { ok: true, value: { ...draft, ...read, edition: shown, asRead: shown, file, text } }
  }
  const { isDigest, ranks, alike } = parsed.value
  const remarks = parsed.value.remarks.filter((remark) => !isUnsure(remark))
  const asRead = parsed.value.edition
  return { ok: true, value: { ...draft, file, text, remarks, isDigest, ranks, alike, asRead } }
}

export function isPackage(location: string): boolean {
  return path.extname(location).toLowerCase() === '.editie'
}

async function draftOfPackage(
  { cage, programVersion }: DraftOptions,
  location: string,
  sha256: string,
): Promise<Read<Draft>> {
  const file = path.basename(location)
  const images: PackageFile[] = []
  const read = await cage.readPackage({ path: location, programVersion }, (one) => {
    if (one.path.startsWith('images/')) images.push(one)
  })
  if (!read.ok) return read
  const { edition, notes, manifest } = read.value
  const { publisher, serial } = manifest
  const source = { kind: 'package', file, sha256, edition: manifest.edition, serial } as const
  return {
    ok: true,
    value: {
      ...{ file, text: '', edition, remarks: [], notes, publisher, origin: 'package' },
      ...{ ...unparsed, asRead: edition },
      ...{ source: withOriginalHashes(source, edition), images },
    },
  }
}

/** What was read in the cage, as a draft: as the form of its series says, where it has one. */
export async function draftOfRead(
  read: ReadEdition,
  file: string | null,
  sha256: string,
  options: DraftOptions,
): Promise<Read<Draft>> {
  const { document, looks, pictures, isDigest, ranks, alike, remarks } = read
  const { title } = read.edition
  const series =
    read.edition.series ?? options.knownSeries?.(title) ?? numberedTitle(title)?.series ?? null
  const guessed = { edition: { ...read.edition, series }, isDigest, ranks, alike, remarks }
  const shown = await readAsTaught(options, guessed, withLooks(document, looks), file)
  const { edition, taught } = shown
  const others = [taught?.without, taught?.anyway].flatMap((one) => one?.edition ?? [])
  const shownPictures = [edition, ...others].flatMap((one) => listedPictures(pictures, one))
  return {
    ok: true,
    value: {
      ...{ file, text: documentText(document), ...shown, asRead: edition },
      source: documentSource(document, looks, file, sha256, edition),
      images: imageFiles([...new Set(shownPictures)]),
      ...{ notes: null, publisher: null, origin: 'own' },
    },
  }
}

/**
 * A text as the next revision of an edition: where it names no series, number or date, it has those of the edition, which the
 * reader may have given. What was answered for that series is asked no more.
 */
export function asRevision(draft: Draft, older: Edition, learned: DraftOptions['learned']): Draft {
  const { origin, source, file } = draft
  if (origin !== 'own' || source === null) return draft
  const named = { edition: withHeadOf(draft.edition, older), remarks: draft.remarks }
  if (named.edition === draft.edition) return draft
  const { edition, remarks } = answered(named, file, learned)
  return {
    ...draft,
    edition,
    remarks,
    asRead: edition,
    source: withOriginalHashes(source, edition),
  }
}

/** Those that the edition shows: a package may hold no other. */
export function listedPictures(
  pictures: readonly DocumentPicture[],
  edition: Edition,
): readonly DocumentPicture[] {
  const listed = new Set(pictureFiles(edition).map(({ sha256 }) => sha256))
  return pictures.filter(({ sha256 }) => listed.has(sha256))
}

/** Embedded images have no names: they get numbers. */
export function imageFiles(pictures: readonly DocumentPicture[]): PackageFile[] {
  return pictures.map(({ kind, bytes }, index) => ({
    path: `images/${String(index + 1).padStart(3, '0')}.${kind}`,
    bytes,
  }))
}

async function hashOfFile(location: string): Promise<Read<string>> {
  try {
    const found = await fs.promises.stat(location)
    if (!found.isFile()) return { ok: false, reason: 'not-permitted' }
    if (found.size > longestPackage) return { ok: false, reason: 'unpacks-too-large' }
    const hash = createHash('sha256')
    await pipeline(fs.createReadStream(location), hash)
    return { ok: true, value: hash.digest('hex') }
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { ok: false, reason: isMissing ? 'not-found' : 'not-permitted' }
  }
}
