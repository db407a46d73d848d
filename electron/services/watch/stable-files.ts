// The new files of a folder that are completely written: their size and time have not changed for a while.
import fs from 'node:fs'
import path from 'node:path'
import { isNotesName } from '#core/edition/edition-path'
import { isEditionName } from '../documents/formats.ts'
import type { FollowedFolder, HandledFile } from './watch-record.ts'

/** Files of many kinds end so, and hardly one of them in a folder is a feed. */
const generalEnding = /\.(?:json|rdf|xml)$/iu

type FileState = Pick<HandledFile, 'size' | 'changed'>

/** By file name: a state of the file, and when it was first seen in that state. */
export type Sightings = Map<string, FileState & { readonly at: number }>

/**
 * Scans a folder once and updates the sightings. Throws when the folder cannot be read.
 * @param delay how long a file must be unchanged, in milliseconds
 * @returns all names in the folder; those of new, stable files, sorted, with once each name that no file is found by; whether some files are not stable yet
 */
export async function findStableFiles(
  { folder, files }: FollowedFolder,
  sightings: Sightings,
  delay: number,
): Promise<{ names: readonly string[]; stable: readonly string[]; hasUnstable: boolean }> {
  const names = await fs.promises.readdir(folder)
  const stable: string[] = []
  let hasUnstable = false
  for (const name of names.toSorted()) {
    if (!isEditionName(name) || isNotesName(name) || generalEnding.test(name)) continue
    const now = await stateOf(path.join(folder, name))
    if (now === null && isMisread(name) && !sightings.has(name)) {
      sightings.set(name, { size: 0, changed: 0, at: performance.now() })
      stable.push(name)
    }
    if (now === null || isSame(now, files.get(name))) continue
    const before = sightings.get(name)
    if (before === undefined || !isSame(now, before)) {
      sightings.set(name, { ...now, at: performance.now() })
      hasUnstable = true
    } else if (performance.now() - before.at >= delay) stable.push(name)
    else hasUnstable = true
  }
  return { names, stable, hasUnstable }
}

/** Whether a name may be no UTF-8: Node shows such bytes as this sign, and finds no file by it. */
function isMisread(name: string): boolean {
  return name.includes('\uFFFD')
}

/** Null for a file that has disappeared meanwhile, and for what is no file. */
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
