// Keeps the editions that appear in a folder. It scans the folder when the system reports a change, and now and then.
import fs from 'node:fs'
import path from 'node:path'
import type { AddSummary, WatchedFolder, WatchOutcome } from '#core/desktop/adding'
import type { EditionImport } from '../adding/edition-import.ts'
import type { KeepFileOutcome } from '../adding/keep-files.ts'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { findStableFiles, type Sightings } from './stable-files.ts'
import {
  countKept,
  forgetMissingFiles,
  watchRecord,
  type FollowedFolder,
  type HandledFile,
} from './watch-record.ts'
import { patience } from '../program/patience.ts'

export interface FolderWatch {
  /** Null when no folder is followed. Says nothing of the folder's state before the first scan. */
  current(): WatchedFolder | null
  /** Scans from now on; called after the first text, which must not wait for a folder. */
  start(): void
  follow(folder: string): WatchOutcome
  /** Editions that were kept stay; which files they came from is forgotten. */
  unfollow(): WatchOutcome
  close(): void
}

export interface FolderWatchOptions {
  readonly store: ReaderDataStore
  readonly keepFiles: EditionImport['keepFiles']
  readonly onChange: (folder: WatchedFolder | null) => void
  /** Called when files were kept or failed; a temporary failure is reported once. */
  readonly onKept: (summary: AddSummary) => void
  readonly delays?: WatchDelays
}

/** In milliseconds. */
export interface WatchDelays {
  /** A file that is unchanged for so long is completely written. */
  readonly stable: number
  /** Between two scans without a reported change: systems report none in folders on a network. */
  readonly betweenScans: number
  /** Between two scans while the folder is missing. */
  readonly missing: number
}

const watchDelays: WatchDelays = {
  stable: patience.writtenFile,
  betweenScans: patience.folderScan,
  missing: patience.missingFolder,
}

/**
 * The record is saved after so many files, or in a large folder after a sixteenth of its files, since each save writes all of
 * it. What a kill loses of the record does no harm: the library knows those files by their bytes.
 */
const maxUnsavedFiles = 32

export function createFolderWatch(options: FolderWatchOptions): FolderWatch {
  const { store, delays = watchDelays } = options
  const record = watchRecord(store)
  let followed = record.read()
  let fault: WatchedFolder['fault'] = null
  let isStarted = false
  let isScanning = false
  let hasChangedDuringScan = false
  let watcher: fs.FSWatcher | null = null
  let timer: NodeJS.Timeout | null = null
  let dueAt = Infinity
  let unsaved = 0
  const sightings: Sightings = new Map()
  /** As reason and file. */
  const reportedFailures = new Set<string>()

  function current(): WatchedFolder | null {
    if (followed === null) return null
    const { folder } = followed
    return { path: folder, name: path.basename(folder), kept: countKept(followed), fault }
  }

  /** Scans after so long, or sooner when a scan is scheduled already. */
  function scheduleScan(delay: number): void {
    const at = performance.now() + delay
    if (!isStarted || followed === null || at >= dueAt) return
    // After the reader stopped an import, it goes on at the next regular scan and not at every change.
    if (fault === 'stopped' && delay < delays.betweenScans) return
    if (timer !== null) clearTimeout(timer)
    dueAt = at
    timer = setTimeout(() => {
      dueAt = Infinity
      void scan()
    }, delay)
  }

  function stopWatching(): void {
    if (timer !== null) clearTimeout(timer)
    dueAt = Infinity
    watcher?.close()
    watcher = null
    sightings.clear()
  }

  /** Called before each scan: a folder of the same name may have taken the place of the one that was watched. */
  function watchForChanges(folder: string): void {
    watcher?.close()
    watcher = null
    try {
      watcher = fs.watch(folder, () => scheduleScan(delays.stable))
      watcher.on('error', () => scheduleScan(delays.stable))
    } catch {
      // The scan itself finds a missing folder, and regular scans make up for a system that reports no changes.
    }
  }

  function setFault(now: WatchedFolder['fault']): void {
    if (fault === now) return
    fault = now
    options.onChange(current())
  }

  async function scan(): Promise<void> {
    const scanned = followed
    if (scanned === null) return
    if (isScanning) {
      hasChangedDuringScan = true
      return
    }
    isScanning = true
    hasChangedDuringScan = false
    try {
      watchForChanges(scanned.folder)
      const found = await findStableFiles(scanned, sightings, delays.stable)
      if (scanned !== followed) return
      setFault(null)
      const hasForgotten = forgetMissingFiles(scanned, found.names)
      if (found.stable.length > 0) await keepFiles(scanned, found.stable)
      else if (hasForgotten) save(scanned)
      scheduleScan(found.hasUnstable && fault !== 'stopped' ? delays.stable : delays.betweenScans)
    } catch (error) {
      if (scanned !== followed) return
      const { code } = error as NodeJS.ErrnoException
      setFault(code === 'EACCES' || code === 'EPERM' ? 'not-permitted' : 'missing')
      scheduleScan(delays.missing)
    } finally {
      isScanning = false
      if (hasChangedDuringScan || scanned !== followed) scheduleScan(0)
    }
  }

  async function keepFiles(scanned: FollowedFolder, names: readonly string[]): Promise<void> {
    const { folder, files } = scanned
    const paths = names.map((name) => path.join(folder, name))
    const summary = await options.keepFiles(paths, (file, outcome) => {
      // By now another folder is followed, or none.
      if (scanned !== followed) return false
      const name = path.basename(file)
      const seen = sightings.get(name)
      if (seen === undefined || isTemporaryFailure(outcome)) return true
      const { size, changed } = seen
      files.set(name, { size, changed, outcome: toHandled(outcome) })
      sightings.delete(name)
      unsaved += 1
      if (unsaved >= Math.max(maxUnsavedFiles, files.size / 16)) save(scanned)
      return true
    })
    if (scanned !== followed) return
    save(scanned)
    if (summary.isCancelled) setFault('stopped')
    const failures = summary.failures.filter(isFirstReport)
    const { kept, mended, isCancelled } = summary
    if (kept > 0 || mended.length > 0 || failures.length > 0 || isCancelled)
      options.onKept({ ...summary, failures })
  }

  function isFirstReport({ file, reason }: AddSummary['failures'][number]): boolean {
    const failure = `${reason} ${file}`
    if (reportedFailures.has(failure)) return false
    reportedFailures.add(failure)
    return true
  }

  function save(changed: FollowedFolder): void {
    unsaved = 0
    record.write(changed)
    options.onChange(current())
  }

  function change(next: FollowedFolder | null): WatchOutcome {
    const outcome = record.write(next)
    if (!outcome.ok) return outcome
    stopWatching()
    followed = next
    fault = null
    reportedFailures.clear()
    options.onChange(current())
    scheduleScan(0)
    return { ok: true, folder: current() }
  }

  return {
    current,
    start() {
      isStarted = true
      scheduleScan(0)
    },
    follow: (folder) => change({ folder, files: new Map(), gone: 0 }),
    unfollow: () => change(null),
    close() {
      isStarted = false
      if (isScanning && followed !== null) record.write(followed)
      stopWatching()
      followed = null
    },
  }
}

/** Reasons that do not lie in the file: it is tried again at the next scan. */
const temporaryReasons: ReadonlySet<string> = new Set([
  ...['disk-full', 'read-only', 'in-use', 'failed', 'not-found', 'not-permitted', 'cancelled'],
])

function isTemporaryFailure(outcome: KeepFileOutcome): boolean {
  return !outcome.ok && temporaryReasons.has(outcome.reason)
}

function toHandled(outcome: KeepFileOutcome): HandledFile['outcome'] {
  if (!outcome.ok) return outcome.reason === 'mended' ? 'known' : 'failed'
  return outcome.isNew ? 'kept' : 'known'
}
