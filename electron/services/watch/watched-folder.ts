// A folder from which editions come in by themselves: looked at when the system tells of a change, and now and then.
import fs from 'node:fs'
import path from 'node:path'
import type { AddSummary, WatchedFolder, WatchOutcome } from '#core/desktop/adding'
import type { TakeOutcome } from '../edition-import.ts'
import type { ReaderDataStore } from '../reader-data-store.ts'
import { findStill, type Sightings } from './still-files.ts'
import {
  forgetGone,
  keptOf,
  readWatchRecord,
  saveWatchRecord,
  type TakenFile,
  type WatchRecord,
} from './watch-record.ts'

export interface FolderWatch {
  /** The folder that is followed, as far as that is known before it was looked at. */
  current(): WatchedFolder | null
  /** Begins to look, and not before: the first text does not wait for a folder. */
  start(): void
  follow(folder: string): WatchOutcome
  /** What came in stays; what was taken is forgotten. */
  unfollow(): WatchOutcome
  /** Looks no more. */
  close(): void
}

export interface FolderWatchOptions {
  readonly store: ReaderDataStore
  readonly takeAll: (
    paths: readonly string[],
    onTaken: (file: string, outcome: TakeOutcome) => boolean,
  ) => Promise<AddSummary>
  readonly onChange: (folder: WatchedFolder | null) => void
  /** How it went, each time that something came in or failed; a failure is told once. */
  readonly onTaken: (summary: AddSummary) => void
  readonly delays?: WatchDelays
}

/** In milliseconds. */
export interface WatchDelays {
  /** A file whose size and time stood still for so long is written to its end. */
  readonly still: number
  /** For folders of which the system tells nothing, as on a network. */
  readonly between: number
  /** How soon a folder that is gone is looked for again. */
  readonly gone: number
}

export const watchDelays: WatchDelays = { still: 1_000, between: 60_000, gone: 5_000 }

/**
 * After so many files, and in a large folder a sixteenth of it, what was taken is saved: all of the record is written each
 * time. A kill loses no more than that, and the library knows those files by their bytes.
 */
const mostUnsaved = 32

export function createFolderWatch(options: FolderWatchOptions): FolderWatch {
  const { store, delays = watchDelays } = options
  let record = readWatchRecord(store)
  let fault: WatchedFolder['fault'] = null
  let isStarted = false
  let isLooking = false
  /** Something changed while the folder was being looked at. */
  let hasNews = false
  let watcher: fs.FSWatcher | null = null
  let timer: NodeJS.Timeout | null = null
  let dueAt = Infinity
  let unsaved = 0
  const sightings: Sightings = new Map()
  /** Failures that may pass, and that were told of. */
  const told = new Set<string>()

  function current(): WatchedFolder | null {
    if (record === null) return null
    const { folder } = record
    return { path: folder, name: path.basename(folder), kept: keptOf(record), fault }
  }

  /** Looks after so long, or before when that was planned already. */
  function lookIn(delay: number): void {
    const at = performance.now() + delay
    if (!isStarted || record === null || at >= dueAt) return
    // What the reader stopped goes on at the next look that was planned, and not at every change.
    if (fault === 'stopped' && delay < delays.between) return
    if (timer !== null) clearTimeout(timer)
    dueAt = at
    timer = setTimeout(() => {
      dueAt = Infinity
      void look()
    }, delay)
  }

  function rest(): void {
    if (timer !== null) clearTimeout(timer)
    dueAt = Infinity
    watcher?.close()
    watcher = null
    sightings.clear()
  }

  /** Anew for each look, and before it: the folder may be another one that came back under the same name. */
  function watch(folder: string): void {
    watcher?.close()
    watcher = null
    try {
      watcher = fs.watch(folder, () => {
        lookIn(delays.still)
      })
      watcher.on('error', () => {
        lookIn(delays.still)
      })
    } catch {
      // A folder that is gone is told of by the look; where the system tells of no change, looks come now and then.
    }
  }

  function setFault(now: WatchedFolder['fault']): void {
    if (fault === now) return
    fault = now
    options.onChange(current())
  }

  async function look(): Promise<void> {
    const followed = record
    if (followed === null) return
    if (isLooking) {
      hasNews = true
      return
    }
    isLooking = true
    hasNews = false
    try {
      watch(followed.folder)
      const { names, still, isMoving } = await findStill(followed, sightings, delays.still)
      if (followed !== record) return
      setFault(null)
      const hasForgotten = forgetGone(followed, names)
      if (still.length > 0) await take(followed, still)
      else if (hasForgotten) save(followed)
      lookIn(isMoving && fault !== 'stopped' ? delays.still : delays.between)
    } catch (error) {
      if (followed !== record) return
      const { code } = error as NodeJS.ErrnoException
      setFault(code === 'EACCES' || code === 'EPERM' ? 'not-permitted' : 'missing')
      lookIn(delays.gone)
    } finally {
      isLooking = false
      if (hasNews || followed !== record) lookIn(0)
    }
  }

  async function take(followed: WatchRecord, names: readonly string[]): Promise<void> {
    const { folder, files } = followed
    const paths = names.map((name) => path.join(folder, name))
    const summary = await options.takeAll(paths, (file, outcome) => {
      // Another folder, or none, is followed by now.
      if (followed !== record) return false
      const name = path.basename(file)
      const seen = sightings.get(name)
      if (seen === undefined || mayPass(outcome)) return true
      const { size, changed } = seen
      files.set(name, { size, changed, outcome: nameOf(outcome) })
      sightings.delete(name)
      unsaved += 1
      if (unsaved >= Math.max(mostUnsaved, files.size / 16)) save(followed)
      return true
    })
    if (followed !== record) return
    save(followed)
    if (summary.isCancelled) setFault('stopped')
    const failures = summary.failures.filter(isNews)
    const { kept, mended, isCancelled } = summary
    if (kept > 0 || mended.length > 0 || failures.length > 0 || isCancelled)
      options.onTaken({ ...summary, failures })
  }

  function isNews({ file, reason }: AddSummary['failures'][number]): boolean {
    const failure = `${reason} ${file}`
    if (told.has(failure)) return false
    told.add(failure)
    return true
  }

  function save(followed: WatchRecord): void {
    unsaved = 0
    saveWatchRecord(store, followed)
    options.onChange(current())
  }

  function change(next: WatchRecord | null): WatchOutcome {
    const outcome = saveWatchRecord(store, next)
    if (!outcome.ok) return outcome
    rest()
    record = next
    fault = null
    told.clear()
    options.onChange(current())
    lookIn(0)
    return { ok: true, folder: current() }
  }

  return {
    current,
    start() {
      isStarted = true
      lookIn(0)
    },
    follow: (folder) => change({ folder, files: new Map(), gone: 0 }),
    unfollow: () => change(null),
    close() {
      isStarted = false
      if (isLooking && record !== null) saveWatchRecord(store, record)
      rest()
      record = null
    },
  }
}

/** What is not the fault of the file: it is tried again at the next look. */
const passing: ReadonlySet<string> = new Set([
  ...['disk-full', 'read-only', 'in-use', 'failed', 'not-found', 'not-permitted', 'cancelled'],
])

function mayPass(outcome: TakeOutcome): boolean {
  return !outcome.ok && passing.has(outcome.reason)
}

function nameOf(outcome: TakeOutcome): TakenFile['outcome'] {
  if (!outcome.ok) return outcome.reason === 'mended' ? 'known' : 'failed'
  return outcome.isNew ? 'kept' : 'known'
}
