// The files of a folder that are new and written to their end: those whose size and time stood still for a while.
import fs from 'node:fs'
import path from 'node:path'
import { isNotesName } from '#core/edition/edition-path'
import { isEditionName } from '../import/imported-text.ts'
import type { TakenFile, WatchRecord } from './watch-record.ts'

type FileState = Pick<TakenFile, 'size' | 'changed'>

/** Each file by its name, as it was when it was first seen so. */
export type Sightings = Map<string, FileState & { readonly at: number }>

/**
 * Looks at a folder once, and takes what it sees into the sightings. Throws when the folder cannot be read.
 * @param delay how long a file must have stood still, in milliseconds
 * @returns all names in the folder; those of files that are to be taken, sorted; whether there are files to look at again
 */
export async function findStill(
  { folder, files }: WatchRecord,
  sightings: Sightings,
  delay: number,
): Promise<{ names: readonly string[]; still: readonly string[]; isMoving: boolean }> {
  const names = await fs.promises.readdir(folder)
  const still: string[] = []
  let isMoving = false
  for (const name of names.toSorted()) {
    if (!isEditionName(name) || isNotesName(name)) continue
    const now = await stateOf(path.join(folder, name))
    if (now === null || isSame(now, files.get(name))) continue
    const before = sightings.get(name)
    if (before === undefined || !isSame(now, before)) {
      sightings.set(name, { ...now, at: performance.now() })
      isMoving = true
    } else if (performance.now() - before.at >= delay) still.push(name)
    else isMoving = true
  }
  return { names, still, isMoving }
}

/** Null for what is gone meanwhile or is no file. */
async function stateOf(file: string): Promise<FileState | null> {
  try {
    const found = await fs.promises.stat(file)
    return found.isFile() ? { size: found.size, changed: Math.round(found.mtimeMs) } : null
  } catch {
    return null
  }
}

function isSame(one: FileState, other: FileState | undefined): boolean {
  return one.size === other?.size && one.changed === other.changed
}
