// Reads an edition package (`.editie`) and checks all of it.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { parseBoundedJson } from '#core/edition/bounded-json'
import { countParts, mostParts } from '#core/edition/count-parts'
import { openingItem, type Edition, type EditionNotes } from '#core/edition/edition'
import {
  isNewerFormat,
  isVersionEnough,
  manifestSchema,
  packageFormatOf,
  packageLimits,
  packedEditionSchema,
  packedNotesSchema,
  type Manifest,
  type ManifestFile,
} from '#core/edition/manifest'
import { Refusal, refusalAsResult, type Read } from '#core/edition/rejection'
import { shownTitle } from '#core/edition/shown-name'
import { imageFacts, arePicturesAmong, haveRoom, type PackageImage } from './package-pictures.ts'
import { openZip, type ZipArchive, type ZipEntry } from './zip-archive.ts'

export interface PackageContent {
  readonly manifest: Manifest
  readonly edition: Edition
  readonly notes: EditionNotes | null
}

/** One file of a package, complete and checked against the manifest. */
export interface PackageFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Reads a whole package: archive, manifest, list of files, hashes, schemas, and the bytes of its images. Nothing is
 * written to disk. Never throws; the reason names the first thing that is wrong.
 *
 * @param source a path or the package's bytes
 * @param options.programVersion the version of the program that asks
 * @param options.onFile called with each checked file, in the order of the manifest; discard them all when the result is
 *   not ok
 */
export async function readPackage(
  source: string | Buffer,
  options: {
    readonly programVersion: string
    readonly onFile?: (file: PackageFile) => void | Promise<void>
  },
): Promise<Read<PackageContent>> {
  return refusalAsResult(async () => {
    const archive = await openZip(source, { exact: true })
    try {
      const manifest = await readManifest(archive, options.programVersion)
      const entries = matchEntries(manifest, archive)
      return await readFiles(manifest, entries, options.onFile ?? (() => undefined))
    } finally {
      archive.close()
    }
  })
}

async function readManifest(archive: ZipArchive, programVersion: string): Promise<Manifest> {
  const first = archive.entries[0]
  if (first?.name !== 'manifest.json') throw new Refusal('no-manifest')
  if (first.size > packageLimits.manifestBytes) throw new Refusal('manifest-too-large')
  const value = parseBoundedJson(decode(await first.read(), 'manifest-invalid'))
  if (isNewerFormat(value)) throw new Refusal('newer-format')
  const read = v.safeParse(manifestSchema, value)
  if (!read.success) throw new Refusal('manifest-invalid')
  if (!isVersionEnough(programVersion, read.output.minimumProgramVersion)) {
    throw new Refusal('needs-newer-program')
  }
  return read.output
}

/** Pairs each file of the manifest with its entry in the archive; other entries are refused. */
function matchEntries(manifest: Manifest, archive: ZipArchive): [ManifestFile, ZipEntry][] {
  const rest = new Map(archive.entries.slice(1).map((entry) => [entry.name, entry]))
  const matched = manifest.files.map((file): [ManifestFile, ZipEntry] => {
    const entry = rest.get(file.path)
    if (entry === undefined) throw new Refusal('missing-file')
    if (entry.size !== file.size) throw new Refusal('wrong-size')
    rest.delete(file.path)
    return [file, entry]
  })
  if (rest.size > 0) throw new Refusal('unlisted-file')
  return matched
}

async function readFiles(
  manifest: Manifest,
  entries: readonly [ManifestFile, ZipEntry][],
  onFile: (file: PackageFile) => void | Promise<void>,
): Promise<PackageContent> {
  let edition: Edition | null = null
  let notes: EditionNotes | null = null
  const images: PackageImage[] = []
  for (const [file, entry] of entries) {
    const bytes = await entry.read()
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
      throw new Refusal('wrong-hash')
    }
    if (file.path === 'edition.json') edition = readEdition(bytes, manifest)
    else if (file.path === 'notes.json') notes = readNotes(bytes, manifest)
    else images.push(imageFacts({ path: file.path, bytes }) ?? refuseImage())
    await onFile({ path: file.path, bytes })
  }
  if (edition === null) throw new Refusal('missing-file')
  if (!arePicturesAmong(edition, images)) throw new Refusal('image-invalid')
  if (!haveRoom(edition)) throw new Refusal('too-complex')
  if (countParts(edition, notes) > mostParts) throw new Refusal('too-many-parts')
  return { manifest, edition, notes }
}

/** Checks the schema, that the title can be seen, that the manifest names this edition, and that no id is used twice or is that of the opening. */
function readEdition(bytes: Buffer, manifest: Manifest): Edition {
  const read = v.safeParse(packedEditionSchema, parseBoundedJson(decode(bytes, 'edition-invalid')))
  if (!read.success) throw new Refusal('edition-invalid')
  const { id, series, revision, title, sections } = read.output
  if (shownTitle(title) === '') throw new Refusal('edition-invalid')
  const given = sections.flatMap((section) => [section.id, ...section.items.map((item) => item.id)])
  const ids = [openingItem, ...given]
  const isNamed =
    id === manifest.edition && series === manifest.series && revision === manifest.serial
  if (packageFormatOf(read.output) !== manifest.format) throw new Refusal('edition-invalid')
  if (!isNamed || new Set(ids).size < ids.length) throw new Refusal('edition-invalid')
  return read.output
}

function readNotes(bytes: Buffer, manifest: Manifest): EditionNotes {
  const read = v.safeParse(packedNotesSchema, parseBoundedJson(decode(bytes, 'notes-invalid')))
  if (!read.success || read.output.edition !== manifest.edition) throw new Refusal('notes-invalid')
  return read.output
}

function refuseImage(): never {
  throw new Refusal('image-invalid')
}

function decode(
  bytes: Uint8Array,
  reason: 'manifest-invalid' | 'edition-invalid' | 'notes-invalid',
) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(reason)
  }
}
