// The files of the library's search index, in a folder of their own. All of it can be made anew from the editions, so whatever is
// wrong with a file, it goes and what was in it is indexed again.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Segment } from '#core/search/compact/segment'
import { isProcess } from '../store/process-table.ts'
import { attempt, type StoreFiles } from '../store/durable-files.ts'
import { openSegment, writeSegment, type OpenedSegment, type SegmentFault } from './segment-file.ts'

export interface SegmentFolder {
  /** The segments that are there, the oldest first, and what was wrong with the others, which are taken away. */
  open(): { readonly opened: readonly OpenedSegment[]; readonly faults: readonly SegmentFault[] }
  /** Writes a segment and opens the file. Yields now and then; throws what the file system throws. */
  write(segment: Segment): Generator<void, OpenedSegment>
  remove(opened: OpenedSegment): void
  close(): void
}

const ending = '.segment'

/**
 * @param folder made when it is needed and only its last part is missing
 * @param options.mayWrite false leaves all files as they are
 */
export function createSegmentFolder(
  folder: string,
  { mayWrite, files }: { readonly mayWrite: boolean; readonly files: StoreFiles },
): SegmentFolder {
  const open = new Set<OpenedSegment>()
  let last = 0

  /** `unreadable`: the system does not give it just now, which says nothing of what is in it. */
  function openFile(name: string): OpenedSegment | SegmentFault | 'unreadable' {
    try {
      const reading = openSegment(join(folder, name))
      if (!reading.ok) return reading.reason
      open.add(reading.opened)
      return reading.opened
    } catch (error) {
      return isSystemError(error) ? 'unreadable' : 'damaged'
    }
  }

  return {
    open() {
      const opened: OpenedSegment[] = []
      const faults: SegmentFault[] = []
      const names = segmentNames(folder)
      last = Math.max(last, ...names.map(({ number }) => number))
      for (const { name } of names) {
        const found = openFile(name)
        if (typeof found === 'object') opened.push(found)
        else if (found !== 'unreadable') {
          faults.push(found)
          if (mayWrite) attempt(() => files.remove(join(folder, name)))
        }
      }
      if (mayWrite) clearAway(folder, files)
      return { opened, faults }
    },
    *write(segment) {
      files.makeFolder(folder)
      last += 1
      // Two processes that write at once do not get in each other's way; what is in both counts once.
      const name = `${String(last).padStart(6, '0')}-${String(process.pid)}${ending}`
      yield* writeSegment(files, folder, name, segment)
      const found = openFile(name)
      if (typeof found === 'object') return found
      throw new Error(`${name} cannot be read again: ${found}`)
    },
    remove(opened) {
      opened.close()
      open.delete(opened)
      if (mayWrite) attempt(() => files.remove(opened.file))
    },
    close() {
      for (const one of open) one.close()
      open.clear()
    },
  }
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

/** A killed program leaves a temporary file behind; that of one that runs is its own. */
function clearAway(folder: string, files: StoreFiles): void {
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
