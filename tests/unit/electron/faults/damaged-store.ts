// A store of about 20 KB, the ways in which one of its files can be damaged, and what must be left of it then.
import type { StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { createCrashFiles } from './crash-files.ts'
import { applyToStore, stateAfter, type Write } from './reference-store.ts'
import { reframed } from './reframe.ts'
import { openOnDay } from './working-life.ts'

export interface Damage {
  readonly file: string
  /** The file's bytes after the damage; null when it is gone. */
  readonly bytes: Buffer | null
  /** Whether a record of the last journal is still whole, its line from `start` to `end` with the newline. */
  readonly isWhole: (start: number, end: number) => boolean
}

export const currentJournal = 'journal-00000003.jsonl'

/** Two generations and backups of three days, with where in the current journal each of its writes lies. */
export const damagedStore = buildStore()
const completeState = stateAfter(damagedStore.writes)

/** One byte of a file has bits of `mask` changed. */
export function flipped(file: string, position: number, mask: number): Damage {
  const bytes = Buffer.from(bytesOf(file))
  bytes.writeUInt8(bytes.readUInt8(position) ^ mask, position)
  return { file, bytes, isWhole: (start, end) => position < start || position >= end - 1 }
}

/** A file ends after `length` bytes. */
export function cut(file: string, length: number): Damage {
  const bytes = bytesOf(file).subarray(0, length)
  return { file, bytes, isWhole: (_start, end) => end - 1 <= length }
}

export function taken(file: string): Damage {
  return { file, bytes: null, isWhole: () => false }
}

/** Only what stood in damaged lines of the current journal is in no other file. */
export function stateLeft({ file, isWhole }: Damage): ReadonlyMap<string, unknown> {
  if (file !== currentJournal) return completeState
  const { writes, lines } = damagedStore
  const left = lines.filter(({ start, end }) => isWhole(start, end)).map(({ write }) => write)
  return stateAfter([...writes.slice(0, writes.length - lines.length), ...left])
}

/** The store's files with these damages. */
export function contentsWith(...damages: readonly Damage[]): Map<string, Buffer> {
  const contents = new Map(damagedStore.contents)
  for (const { file, bytes } of damages) {
    if (bytes) contents.set(file, bytes)
    else contents.delete(file)
  }
  return contents
}

/** Every value that a key ever had. */
export function valuesEverPut(): ReadonlyMap<string, readonly unknown[]> {
  const values = new Map<string, unknown[]>()
  for (const write of damagedStore.writes) {
    if (write.kind !== 'put') continue
    values.set(write.key, [...(values.get(write.key) ?? []), write.value])
  }
  return values
}

/** The broken twin: files that seem to have the checksum that their bytes call for, as if there were none. */
export function withoutChecksums(files: StoreFiles): StoreFiles {
  return {
    ...files,
    read: (path) => reframed(path, files.read(path), (json) => json),
  }
}

function bytesOf(file: string): Buffer {
  const bytes = damagedStore.contents.get(file)
  if (!bytes) throw new Error(`the store has no file ${file}`)
  return bytes
}

function buildStore() {
  const files = createCrashFiles()
  const writes: Write[] = []
  const lines: { write: Write; start: number; end: number }[] = []
  const journalLength = (): number => files.contents().get(currentJournal)?.byteLength ?? 0
  let backedUpTo = 0
  for (let day = 0; day < 3; day += 1) {
    const store = openOnDay(files, day, 1_000_000)
    for (let count = 0; count < 14; count += 1) {
      const write = aWrite(day * 14 + count)
      const start = journalLength()
      if (!applyToStore(store, write).ok) throw new Error('the store could not be made')
      writes.push(write)
      if (start > 0) lines.push({ write, start, end: journalLength() })
      if (day === 2 && count === 0) backedUpTo = journalLength()
    }
    if (day < 2) store.compact()
    store.close()
  }
  return { contents: files.contents(), writes, lines, backedUpTo }
}

function aWrite(number: number): Write {
  if (number % 9 === 8) return { kind: 'remove', key: `note:${number - 3}` }
  const text = 'Één notitie bij een bericht. '.repeat(1 + (number % 8))
  return { kind: 'put', key: `note:${number % 25}`, value: { kind: 'note', number, text } }
}
