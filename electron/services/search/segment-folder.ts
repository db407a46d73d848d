// The files of the library's search index, in a folder of their own. All of it can be made again from the editions, so a file
// with any fault is deleted, and its contents are indexed again.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Segment, SegmentGroup } from '#core/search/compact/segment'
import { isProcess } from '../store/process-table.ts'
import { attempt, type StoreFiles } from '../store/durable-files.ts'
import { openSegment, writeSegment, type OpenedSegment, type SegmentFault } from './segment-file.ts'

export interface SegmentFolder {
  /** Opens all files, the oldest first, and tells what was wrong with those that had to be deleted. */
  open(): { readonly segments: readonly Segment[]; readonly faults: readonly SegmentFault[] }
  /** Whether a segment is one of these files. */
  has(segment: Segment): boolean
  /** The segment of a file that is open; null for any other file. */
  segmentOf(file: string): Segment | null
  /** Writes a segment, and returns it as it is in its file. Yields now and then; throws what the file system throws. */
  write(segment: Segment): Generator<void, Segment>
  /** Closes and deletes the file of a segment, if it has one here. */
  remove(segment: Segment): void
  close(): void
}

const ending = '.segment'

/**
 * @param folder made when it is needed; only its last part may be missing
 * @param options.mayWrite false leaves all files as they are
 */
export function createSegmentFolder(
  folder: string,
  { mayWrite, files }: { readonly mayWrite: boolean; readonly files: StoreFiles },
): SegmentFolder {
  const openFiles = new Map<Segment, OpenedSegment>()
  let lastNumber = 0

  /** `unreadable`: the system cannot read it just now, which says nothing about its contents. */
  function openFile(name: string): Segment | SegmentFault | 'unreadable' {
    try {
      const reading = openSegment(join(folder, name))
      if (!reading.ok) return reading.reason
      const { opened } = reading
      openFiles.set(opened.segment, opened)
      return opened.segment
    } catch (error) {
      return isSystemError(error) ? 'unreadable' : 'damaged'
    }
  }

  function remove(segment: Segment): void {
    const opened = openFiles.get(segment)
    if (opened === undefined) return
    opened.close()
    openFiles.delete(segment)
    if (mayWrite) attempt(() => files.remove(opened.file))
  }

  return {
    open() {
      const segments: Segment[] = []
      const faults: SegmentFault[] = []
      const names = segmentNames(folder)
      lastNumber = Math.max(lastNumber, ...names.map(({ number }) => number))
      for (const { name } of names) {
        const found = openFile(name)
        if (typeof found === 'object') segments.push(found)
        else if (found !== 'unreadable') {
          faults.push(found)
          if (mayWrite) attempt(() => files.remove(join(folder, name)))
        }
      }
      if (mayWrite) removeLeftovers(folder, files)
      const superseded = supersededSegments(segments)
      for (const segment of superseded) remove(segment)
      return { segments: segments.filter((one) => !superseded.has(one)), faults }
    },
    has: (segment) => openFiles.has(segment),
    segmentOf: (file) =>
      [...openFiles.values()].find((opened) => opened.file === file)?.segment ?? null,
    *write(segment) {
      files.makeFolder(folder)
      lastNumber += 1
      // The process id keeps two processes apart that write at once. What both have written counts once.
      const name = `${String(lastNumber).padStart(6, '0')}-${String(process.pid)}${ending}`
      yield* writeSegment(files, folder, name, segment)
      const found = openFile(name)
      if (typeof found === 'object') return found
      throw new Error(`${name} cannot be read again: ${found}`)
    },
    remove,
    close() {
      for (const opened of openFiles.values()) opened.close()
      openFiles.clear()
    },
  }
}

/**
 * Segments of which later ones have every group. They remain after a kill, or on a system that cannot delete open files.
 */
function supersededSegments(segments: readonly Segment[]): ReadonlySet<Segment> {
  const nameOf = ({ key, stamp }: SegmentGroup): string => `${key} ${stamp}`
  const latest = new Map<string, Segment>()
  for (const segment of segments)
    for (const group of segment.groups) latest.set(nameOf(group), segment)
  const needed = new Set(latest.values())
  return new Set(segments.filter((segment) => !needed.has(segment)))
}

function segmentNames(folder: string): { readonly name: string; readonly number: number }[] {
  let names: readonly string[] = []
  attempt(() => {
    names = readdirSync(folder)
  })
  return names
    .flatMap((name) => {
      const number = /^(\d{6,12})-\d+\.segment$/.exec(name)?.[1]
      return number === undefined ? [] : [{ name, number: Number(number) }]
    })
    .sort((one, other) => one.number - other.number || (one.name < other.name ? -1 : 1))
}

/** Deletes temporary files of processes that do not run any more. */
function removeLeftovers(folder: string, files: StoreFiles): void {
  attempt(() => {
    for (const name of readdirSync(folder)) {
      const pid = /-(\d+)\.segment\.tmp$/.exec(name)?.[1]
      if (pid !== undefined && !isProcess(Number(pid)))
        attempt(() => files.remove(join(folder, name)))
    }
  })
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
