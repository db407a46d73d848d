// Three days of work with a store, from one seed always the same: edits, removals, imports, compactions, backups, and each
// day ends as a kill does, without closing, or properly.
import {
  openReaderDataStore,
  type ReaderDataStore,
} from '../../../../electron/services/reader-data/reader-data-store.ts'
import type { StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { createRandom } from './fault-size.ts'
import { aNewProcess, applyToStore, type Write } from './reference-store.ts'

export interface Progress {
  readonly acknowledged: Write[]
  /** Writes that the store said it could not make, and how many had been acknowledged before each. */
  readonly refused: { readonly write: Write; readonly after: number }[]
  /** The write that was under way when the program died. */
  underWay: Write | null
}

/** What a test does to the file system between the store and the disk; a broken twin takes something away. */
export type Guard = (files: StoreFiles) => StoreFiles
export const intactGuard: Guard = (files) => files

const days = 3
const writesPerDay = 9
const firstDay = Date.UTC(2024, 6, 1)
const millisecondsPerDay = 86_400_000

export function noProgress(): Progress {
  return { acknowledged: [], refused: [], underWay: null }
}

/** Opens the store on the disk as a process that was not there before, on a day counted from the first. */
export function openOnDay(files: StoreFiles, day = days, journalLimit = 900): ReaderDataStore {
  return openReaderDataStore({
    folder: '/disk',
    files,
    processes: aNewProcess(),
    now: () => new Date(firstDay + day * millisecondsPerDay),
    journalLimit,
  })
}

/** Does the work until it is done or `isDead`; gives the last store, still open. */
export function workThreeDays(
  files: StoreFiles,
  seed: number,
  progress: Progress,
  isDead: () => boolean = () => false,
): ReaderDataStore {
  const random = createRandom(seed)
  const pick = (count: number): number => Math.floor(random() * count)
  for (let day = 0; ; day += 1) {
    const store = openOnDay(files, day)
    for (let count = 0; count < writesPerDay; count += 1) {
      if (random() < 0.12) store.compact()
      const write = aWrite(pick, day * writesPerDay + count)
      progress.underWay = write
      const outcome = applyToStore(store, write)
      if (isDead()) return store
      if (outcome.ok) progress.acknowledged.push(write)
      else progress.refused.push({ write, after: progress.acknowledged.length })
      progress.underWay = null
    }
    if (day === days - 1) return store
    if (random() < 0.4) store.close()
  }
}

function aWrite(pick: (count: number) => number, number: number): Write {
  const key = (): string => `note:${pick(7)}`
  const value = { number, text: 'één notitie '.repeat(pick(6)) }
  const choice = pick(10)
  if (choice < 2) return { kind: 'remove', key: key() }
  if (choice < 4) return { kind: 'putAll', entries: [0, 1, 2].map(() => [key(), value] as const) }
  return { kind: 'put', key: key(), value }
}
