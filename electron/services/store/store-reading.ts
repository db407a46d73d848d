// Reads the files in the store's folder: chooses a snapshot, applies the records after it, and finds damage and losses. It
// changes no file. A sound store is read without its spare files: older generations and backups.
import { join } from 'node:path'
import type { StoreFinding } from '#core/reader-data/store-findings'
import { errorCode, type StoreFiles } from './durable-files.ts'
import { readJournal, storeFormat } from './store-journal.ts'
import { parseStoreName, type BackupName, type StoreFileName } from './store-names.ts'
import { checkSpareJournals, replayJournals, type Damage, type Journal } from './store-replay.ts'
import {
  readSnapshot,
  snapshotFormat,
  type Snapshot,
  type SnapshotReading,
} from './store-snapshot.ts'

export interface StoreReading extends Snapshot {
  /** The generation of the chosen snapshot; 0 for none. */
  readonly baseGeneration: number
  readonly baseLength: number
  /** The highest generation that has a file; 0 for none. */
  readonly lastGeneration: number
  /** The journal to which records can be appended: its generation, and its length in bytes. */
  readonly appendable: { readonly generation: number; readonly length: number } | null
  /** Apart from the other findings, since damaged bytes are still to be copied to another name. */
  readonly damage: readonly Damage[]
  readonly findings: readonly StoreFinding[]
  /** Names of undamaged files; no other file may be removed. */
  readonly intact: ReadonlySet<string>
  /** The sequence number of the chosen snapshot. */
  readonly baseSequence: number
  /** The files that were not read, since the state is whole without them. */
  readonly unread: readonly StoreFileName[]
}

/** The bytes of each file, or the code of the error when it could not be read. */
type Contents = ReadonlyMap<StoreFileName, Buffer | { readonly code: string }>

interface SnapshotFile {
  readonly file: string
  readonly generation: number
  readonly bytes: Buffer
  readonly reading: SnapshotReading | null
}

/**
 * Reads the store in `folder`. Throws only when the folder itself cannot be listed.
 * Another process may be writing: when a file disappears between listing and reading, all is read again.
 */
export function readStoreFolder(files: StoreFiles, folder: string): StoreReading {
  const lastAttempt = 5
  for (let attempt = 1; ; attempt += 1) {
    const names = files.list(folder).flatMap((file) => parseStoreName(file) ?? [])
    const sound = readNeeded(files, folder, names)
    if (sound !== null) return sound
    const { contents, hasVanished } = readContents(files, folder, names)
    if (!hasVanished || attempt === lastAttempt) return interpret(contents)
  }
}

function readContents(
  files: StoreFiles,
  folder: string,
  names: readonly StoreFileName[],
): { contents: Contents; hasVanished: boolean } {
  const contents = new Map<StoreFileName, Buffer | { code: string }>()
  let hasVanished = false
  for (const name of names) {
    try {
      contents.set(name, files.read(join(folder, name.file)))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') hasVanished = true
      else contents.set(name, { code: errorCode(error) })
    }
  }
  return { contents, hasVanished }
}

/** Reads the newest snapshot and what follows it; null when any file may have to say more about the state than these. */
function readNeeded(
  files: StoreFiles,
  folder: string,
  names: readonly StoreFileName[],
): StoreReading | null {
  const newest = Math.max(
    ...names.map((name) => (name.kind === 'snapshot' ? name.generation : -Infinity)),
  )
  const isNeeded = (name: StoreFileName): boolean =>
    name.kind !== 'backup' && name.generation >= newest
  const reading = interpret(readContents(files, folder, names.filter(isNeeded)).contents)
  const unread = names.filter((name) => !isNeeded(name))
  const isSound =
    reading.baseGeneration === newest &&
    reading.damage.length + reading.findings.length === 0 &&
    unread.every((name) => name.kind !== 'backup' || name.sequence <= reading.sequence) &&
    unread.every(({ file }) => isOfKnownFormat(files, join(folder, file)))
  return isSound ? { ...reading, unread } : null
}

/** The format stands at the beginning of each file; in a journal after a checksum. */
const formatField = /^(?:[0-9a-f]{16} )?\{"format":(\d{1,9}),/u
const beginningLength = 48

/** Whether a file can be read, and was written by no newer program, by its first bytes. */
function isOfKnownFormat(files: StoreFiles, path: string): boolean {
  try {
    const beginning = files.readPart(path, 0, beginningLength).toString('latin1')
    return Number(formatField.exec(beginning)?.[1] ?? Infinity) <= storeFormat
  } catch {
    return false
  }
}

function interpret(contents: Contents): StoreReading {
  const snapshots = readSnapshots(contents)
  const newest = snapshots.find(({ reading }) => reading?.snapshot)
  const baseGeneration = newest?.generation ?? 0
  const journals = readJournals(contents, baseGeneration)
  const backups = readBackups(contents)
  const canStartFromNothing = journals[0]?.start?.after === 0
  const restored = newest || canStartFromNothing ? null : newestBackup(backups)
  const base = newest?.reading?.snapshot ?? restored?.snapshot ?? null

  const replay = replayJournals(base, baseGeneration, journals)
  const spare = checkSpareJournals(base?.sequence ?? 0, baseGeneration, journals)
  const lossOf = (generation: number): Damage['loss'] =>
    generation < baseGeneration || replay.isComplete ? 'none' : 'possible'
  const damage = [
    ...replay.damage,
    ...spare.damage,
    ...snapshots.flatMap(({ file, generation, bytes, reading }): Damage[] =>
      reading
        ? []
        : [{ kind: 'damaged-snapshot', file, loss: lossOf(generation), bytes, detail: '' }],
    ),
    ...backups.flatMap(({ file, bytes, format }): Damage[] =>
      format === null ? [{ kind: 'damaged-backup', file, loss: 'none', bytes, detail: '' }] : [],
    ),
    ...unreadableFiles(contents, (name) => {
      if (name.kind === 'backup') return 'none'
      const isNeeded = name.kind === 'journal' && name.generation >= baseGeneration
      return isNeeded ? 'possible' : lossOf(name.generation)
    }),
  ]

  // When a backup has later records than snapshot and journals, these have lost their end. Its sequence numbers are not
  // used again.
  const newestKnown = Math.max(
    0,
    ...backups.flatMap(({ format, sequence }) => (format === null ? [] : sequence)),
  )
  const isBehind = newestKnown > replay.sequence
  const findings: StoreFinding[] = [...replay.findings, ...spare.findings]
  if (restored) {
    findings.push({ kind: 'restored-from-backup', file: restored.file, day: restored.day })
  }
  if (isBehind && replay.isComplete) {
    const file = journals.at(-1)?.file ?? ''
    findings.push({ kind: 'missing-records', file, loss: 'possible' })
  }
  findings.push(...readOnlyFindings(contents, snapshots, journals, backups))

  const damagedFiles = new Set(damage.map(({ file }) => file))
  const readable = [...contents].flatMap(([{ file }, content]) =>
    Buffer.isBuffer(content) && !damagedFiles.has(file) ? [file] : [],
  )
  const lastGeneration = Math.max(
    0,
    ...[...contents.keys()].map((name) => (name.kind === 'backup' ? 0 : name.generation)),
  )
  return {
    sequence: Math.max(replay.sequence, newestKnown),
    entries: replay.entries,
    baseGeneration,
    baseLength: newest?.bytes.byteLength ?? 0,
    lastGeneration,
    appendable:
      base && baseGeneration === lastGeneration && !isBehind
        ? appendableJournal(base, baseGeneration, journals.at(-1))
        : null,
    damage,
    findings,
    intact: new Set(readable),
    baseSequence: base?.sequence ?? 0,
    unread: [],
  }
}

/** Newest first. */
function readSnapshots(contents: Contents): SnapshotFile[] {
  const snapshots: SnapshotFile[] = []
  for (const [name, bytes] of contents) {
    if (name.kind !== 'snapshot' || !Buffer.isBuffer(bytes)) continue
    const { file, generation } = name
    snapshots.push({ file, generation, bytes, reading: readSnapshot(bytes) })
  }
  return snapshots.sort((a, b) => b.generation - a.generation)
}

/** Oldest first, the order in which they are applied. */
function readJournals(contents: Contents, baseGeneration: number): Journal[] {
  const journals: Journal[] = []
  for (const [name, bytes] of contents) {
    if (name.kind !== 'journal' || !Buffer.isBuffer(bytes)) continue
    const { file, generation } = name
    const reading = readJournal(bytes, generation, generation < baseGeneration)
    journals.push({ ...reading, file, generation, bytes })
  }
  return journals.sort((a, b) => a.generation - b.generation)
}

type BackupFile = BackupName & { readonly bytes: Buffer; readonly format: number | null }

/** Newest first, by sequence number, since a clock may have been wrong. */
function readBackups(contents: Contents): BackupFile[] {
  const backups: BackupFile[] = []
  for (const [name, bytes] of contents) {
    if (name.kind !== 'backup' || !Buffer.isBuffer(bytes)) continue
    backups.push({ ...name, bytes, format: snapshotFormat(bytes) })
  }
  return backups.sort((a, b) => b.sequence - a.sequence)
}

function newestBackup(
  backups: readonly BackupFile[],
): (BackupFile & { snapshot: Snapshot }) | null {
  for (const backup of backups) {
    const snapshot = readSnapshot(backup.bytes)?.snapshot
    if (snapshot) return { ...backup, snapshot }
  }
  return null
}

/** Files that the disk cannot read. A missing permission is no damage: it is another finding, and prevents all writing. */
function unreadableFiles(
  contents: Contents,
  lossOf: (name: StoreFileName) => Damage['loss'],
): Damage[] {
  return [...contents].flatMap(([name, content]): Damage[] => {
    if (Buffer.isBuffer(content) || isForbidden(content.code)) return []
    const detail = content.code
    return [{ kind: 'unreadable-file', file: name.file, loss: lossOf(name), bytes: null, detail }]
  })
}

function readOnlyFindings(
  contents: Contents,
  snapshots: readonly SnapshotFile[],
  journals: readonly Journal[],
  backups: readonly BackupFile[],
): StoreFinding[] {
  const formats = [
    ...snapshots.map(({ file, reading }) => ({ file, format: reading?.format ?? 0 })),
    ...journals.map(({ file, start }) => ({ file, format: start?.format ?? 0 })),
    ...backups.map(({ file, format }) => ({ file, format: format ?? 0 })),
  ]
  const forbidden = [...contents].flatMap(([{ file }, content]): StoreFinding[] =>
    !Buffer.isBuffer(content) && isForbidden(content.code)
      ? [{ kind: 'no-permission', file, detail: content.code }]
      : [],
  )
  const newer = formats.flatMap(({ file, format }): StoreFinding[] =>
    format > storeFormat ? [{ kind: 'newer-format', file, format }] : [],
  )
  return [...newer, ...forbidden]
}

function isForbidden(code: string): boolean {
  return code === 'EACCES' || code === 'EPERM'
}

function appendableJournal(
  base: Snapshot,
  baseGeneration: number,
  journal: Journal | undefined,
): StoreReading['appendable'] {
  const isWhole = journal && !journal.hasDamagedLines && !journal.hasDamagedTail
  if (!isWhole || journal.generation !== baseGeneration) return null
  return journal.start?.after === base.sequence
    ? { generation: baseGeneration, length: journal.bytes.byteLength }
    : null
}
