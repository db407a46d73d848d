// The file within which Outlook keeps a mail (MS-CFB), looked over before a library follows the chains that it is made of.
import { Refusal } from '#core/edition/rejection'

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const entryBytes = 128
const entriesInHeader = 109
const mostEntries = 20_000
const smallSector = 64
const largeStream = 4096

export function isCompoundFile(bytes: Uint8Array): boolean {
  return magic.equals(bytes.subarray(0, magic.length))
}

/**
 * Throws a `Refusal` 'not-a-mail' unless every chain of the file ends, no two share a sector, every stream is smaller
 * than the file, and its folders are a tree.
 */
export function checkCompoundFile(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    checkStreams(file)
  } catch (error) {
    if (error instanceof Refusal) throw error
    // It points behind its end.
    throw new Refusal('not-a-mail')
  }
}

type NextSector = (sector: number) => number

function checkStreams(file: Buffer): void {
  const mark = file.readUInt16LE(0x1e)
  if (mark !== 9 && mark !== 12) throw new Refusal('not-a-mail')
  const sectorBytes = 2 ** mark
  const next = tableOf(file, sectorTable(file, sectorBytes), sectorBytes)
  const seen = new Set<number>()
  const folders = chain(file.readInt32LE(0x30), next, seen)
  const small = tableOf(file, chain(file.readInt32LE(0x3c), next, seen), sectorBytes)
  const seenSmall = new Set<number>()
  const entries = folders.flatMap((sector) => {
    const start = (sector + 1) * sectorBytes
    return Array.from({ length: sectorBytes / entryBytes }, (_, index) => {
      return file.subarray(start + index * entryBytes, start + (index + 1) * entryBytes)
    })
  })
  if (entries.length > mostEntries) throw new Refusal('too-complex')
  for (const [index, entry] of entries.entries()) {
    const kind = entry.readUInt8(0x42)
    const size = entry.readUInt32LE(0x78)
    if (kind === 0 || kind === 1 || size === 0) continue
    if (size > file.length) throw new Refusal('not-a-mail')
    const isSmall = index > 0 && size < largeStream
    const length = chain(
      entry.readInt32LE(0x74),
      isSmall ? small : next,
      isSmall ? seenSmall : seen,
    )
    if (length.length * (isSmall ? smallSector : sectorBytes) < size)
      throw new Refusal('not-a-mail')
  }
  checkTree(entries)
}

/** The sectors that hold the table of sectors. */
function sectorTable(file: Buffer, sectorBytes: number): number[] {
  const count = file.readInt32LE(0x2c)
  const sectors: number[] = []
  for (let index = 0; index < Math.min(count, entriesInHeader); index += 1)
    sectors.push(file.readInt32LE(0x4c + index * 4))
  const perSector = sectorBytes / 4 - 1
  const seen = new Set<number>()
  for (let at = file.readInt32LE(0x44); at >= 0 && sectors.length < count;) {
    if (seen.has(at)) throw new Refusal('not-a-mail')
    seen.add(at)
    const start = (at + 1) * sectorBytes
    for (let index = 0; index < perSector && sectors.length < count; index += 1)
      sectors.push(file.readInt32LE(start + index * 4))
    at = file.readInt32LE(start + perSector * 4)
  }
  return sectors
}

function tableOf(file: Buffer, sectors: readonly number[], sectorBytes: number): NextSector {
  const perSector = sectorBytes / 4
  return (sector) => {
    const part = sectors[Math.floor(sector / perSector)]
    return part === undefined
      ? -2
      : file.readInt32LE((part + 1) * sectorBytes + (sector % perSector) * 4)
  }
}

/** The sectors of one stream, all of them the first time that they are seen. */
function chain(first: number, next: NextSector, seen: Set<number>): number[] {
  const sectors: number[] = []
  for (let sector = first; sector >= 0; sector = next(sector)) {
    if (seen.has(sector)) throw new Refusal('not-a-mail')
    seen.add(sector)
    sectors.push(sector)
  }
  return sectors
}

/** Each entry hangs in one place. */
function checkTree(entries: readonly Buffer[]): void {
  const seen = new Set<number>()
  const open = [0]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index]
    if (entry === undefined || seen.has(index)) throw new Refusal('not-a-mail')
    seen.add(index)
    open.push(...[0x44, 0x48, 0x4c].map((at) => entry.readInt32LE(at)).filter((own) => own >= 0))
  }
}
