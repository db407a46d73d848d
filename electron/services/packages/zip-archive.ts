// Reads a zip archive from a stranger. Checks more than yauzl, which alone lets 7 of 13 hostile archives through.
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { packageLimits } from '#core/edition/manifest'
import { Refusal } from '#core/edition/rejection'

export interface ZipEntry {
  readonly name: string
  /** As the archive declares it; reading stops after one byte more. */
  readonly size: number
  /** The unpacked file. Throws a `Refusal`. */
  read(): Promise<Buffer>
}

export interface ZipArchive {
  /** In the order of the archive's directory. */
  readonly entries: readonly ZipEntry[]
  close(): void
}

interface NamedEntry {
  readonly entry: Entry
  readonly name: string
}

/** The place of a file in the archive, with its header. */
interface Span {
  readonly start: number
  readonly end: number
}

const maxCompressionRatio = 200
const flags = { encrypted: 0x1, sizesFollow: 0x8 }
const unicodePathField = 0x7075

/**
 * Opens an archive and checks all of its headers before anything is unpacked: at most 2,000 regular files, 20 MB each
 * and 100 MB in all, at most 200 times smaller than unpacked, names that are safe and differ after NFC and lower case,
 * headers that agree with each other, no file inside another. Throws a `Refusal` that names the first breach.
 *
 * @param source a path or the archive's bytes
 * @param options.exact refuses bytes that belong to no file, as our own packages have none
 * @param options.skipFolders passes over the folders that some programs list, each with no bytes of its own
 */
export async function openZip(
  source: string | Buffer,
  options: { readonly exact: boolean; readonly skipFolders?: boolean },
): Promise<ZipArchive> {
  // Names are decoded here: yauzl would take another name from an extra field.
  const settings = { autoClose: false, decodeStrings: false, validateEntrySizes: false }
  const zip = await refuseOnError(
    typeof source === 'string'
      ? yauzl.openPromise(source, settings)
      : yauzl.fromBufferPromise(source, settings),
  )
  try {
    if (zip.entryCount > packageLimits.files) throw new Refusal('too-many-files')
    const directoryStart = directoryOffset(zip)
    const named = await readDirectory(zip, options.skipFolders === true)
    const spans: Span[] = []
    for (const { entry } of named) spans.push(await locate(zip, entry))
    checkLayout(spans, {
      exact: options.exact,
      directoryStart,
      endRecordBytes: zip.fileSize - directoryOffset(zip),
    })
    const entries = named.map(({ entry, name }) => ({
      name,
      size: entry.uncompressedSize,
      read: () => refuseOnError(unpack(zip, entry)),
    }))
    return { entries, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Reads and checks the whole directory before any file is read. */
async function readDirectory(zip: ZipFile, skipsFolders: boolean): Promise<NamedEntry[]> {
  const named: NamedEntry[] = []
  const names = new Set<string>()
  let total = 0
  const entries = zip.eachEntry()
  for (;;) {
    const next = await refuseOnError(entries.next())
    if (next.done === true) return named
    const entry = next.value
    if (skipsFolders && isFolder(entry)) continue
    const name = checkEntry(entry)
    const key = name.normalize('NFC').toLowerCase()
    if (names.has(key)) throw new Refusal('duplicate-name')
    names.add(key)
    total += entry.uncompressedSize
    if (total > packageLimits.totalBytes) throw new Refusal('unpacks-too-large')
    named.push({ entry, name })
  }
}

function isFolder({ fileNameRaw, uncompressedSize }: Entry): boolean {
  return uncompressedSize === 0 && fileNameRaw.at(-1) === '/'.charCodeAt(0)
}

/** Checks the directory's entry of one file, and returns its name. */
function checkEntry(entry: Entry): string {
  // yauzl itself rejects strong encryption.
  if ((entry.generalPurposeBitFlag & flags.encrypted) !== 0) throw new Refusal('encrypted')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new Refusal('unknown-compression')
  }
  const name = readName(entry)
  const kind = (entry.externalFileAttributes >>> 28) & 0xf
  const isFolder = (entry.externalFileAttributes & 0x10) !== 0
  if ((kind !== 0 && kind !== 0x8) || isFolder) throw new Refusal('not-a-regular-file')
  if (entry.uncompressedSize > packageLimits.fileBytes) throw new Refusal('unpacks-too-large')
  if (entry.uncompressedSize > entry.compressedSize * maxCompressionRatio) {
    throw new Refusal('packed-too-tightly')
  }
  if (entry.compressionMethod === 0 && entry.compressedSize !== entry.uncompressedSize) {
    throw new Refusal('wrong-size')
  }
  return name
}

/** A relative path in UTF-8 with forward slashes, without empty steps, `.`, `..`, drives or control characters. */
function readName(entry: Entry): string {
  if (entry.extraFields.some(({ id }) => id === unicodePathField)) throw new Refusal('bad-name')
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.fileNameRaw)
  } catch {
    throw new Refusal('bad-name')
  }
  if (name.endsWith('/')) throw new Refusal('not-a-regular-file')
  const steps = name.split('/')
  const isBad = steps.some((step) => step === '' || step === '.' || step === '..')
  if (isBad || name.length > 500 || /[\\:\p{Cc}\p{Cf}]/u.test(name)) throw new Refusal('bad-name')
  return name
}

/** Compares the header before the file with the directory's entry. */
async function locate(zip: ZipFile, entry: Entry): Promise<Span> {
  const header = await refuseOnError(zip.readLocalFileHeaderPromise(entry))
  const sizesFollow = (header.generalPurposeBitFlag & flags.sizesFollow) !== 0
  const sizesAgree =
    sizesFollow ||
    (sameSize(header.compressedSize, entry.compressedSize) &&
      sameSize(header.uncompressedSize, entry.uncompressedSize))
  const agrees =
    entry.fileNameRaw.equals(header.fileName) &&
    header.compressionMethod === entry.compressionMethod &&
    header.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    sizesAgree
  if (!agrees) throw new Refusal('conflicting-headers')
  const end = header.fileDataStart + entry.compressedSize
  return { start: entry.relativeOffsetOfLocalHeader, end }
}

/** A field of only ones means that the size is in the zip64 field. */
function sameSize(local: number, central: number): boolean {
  return local === central || local === 0xffffffff
}

function checkLayout(
  spans: readonly Span[],
  facts: { exact: boolean; directoryStart: number; endRecordBytes: number },
): void {
  let end = 0
  for (const file of [...spans].sort((one, other) => one.start - other.start)) {
    if (file.start < end) throw new Refusal('overlapping-files')
    if (facts.exact && file.start > end) throw new Refusal('hidden-bytes')
    end = file.end
  }
  if (end > facts.directoryStart) throw new Refusal('overlapping-files')
  const endRecord = 22
  if (facts.exact && (end < facts.directoryStart || facts.endRecordBytes !== endRecord)) {
    throw new Refusal('hidden-bytes')
  }
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry)
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length
    if (length > entry.uncompressedSize) throw new Refusal('wrong-size')
    parts.push(part)
  }
  if (length < entry.uncompressedSize) throw new Refusal('wrong-size')
  return Buffer.concat(parts)
}

/** Where yauzl reads the directory next. The typings wrongly say that this is a boolean. */
function directoryOffset(zip: ZipFile): number {
  return Number(zip.readEntryCursor)
}

/** Refuses the archive as damaged for every error of yauzl or zlib, but not for a path that cannot be read. */
async function refuseOnError<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Refusal('not-found')
    if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR') {
      throw new Refusal('not-permitted')
    }
    throw new Refusal('damaged-zip')
  }
}
