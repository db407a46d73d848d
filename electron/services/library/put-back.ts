// Puts a removed edition back where another revision of it is in the library: the two change places, and neither is lost.
import { attempt } from '../store/durable-files.ts'
import { moveToRemoved, restoreRemoved, type LibraryFolder } from './library-folder.ts'
import type { RemovedName } from './library-names.ts'

export interface Exchange {
  /** The revisions whose files are there now, the one that counts first. */
  readonly revisions: readonly number[]
  /** The file of the revision that was shown before; null when none was. */
  readonly exchanged: RemovedName | null
}

/**
 * The newest revision in the folder counts. So the one that comes back goes in first, and the newer ones leave after it: a
 * program that is killed between has either the edition of before or the one that is wanted.
 * Throws what the file system throws, after putting all back as it was.
 * @param present the revisions that are there, the newest first
 */
export function exchange(
  folder: LibraryFolder,
  back: RemovedName,
  present: readonly number[],
  today: string,
): Exchange {
  const { id, revision } = back
  const away = (one: number): RemovedName => moveToRemoved(folder, { id, revision: one }, today)
  // A file must never replace one of its own name.
  const twin = present.includes(revision) ? away(revision) : null
  try {
    restoreRemoved(folder, back)
  } catch (error) {
    if (twin !== null) attempt(() => restoreRemoved(folder, twin))
    throw error
  }
  let shown = twin
  try {
    // The newest last: until it is moved nothing has changed for the reader.
    for (const one of present.toReversed()) if (one > revision) shown = away(one)
  } catch (error) {
    attempt(() => void moveToRemoved(folder, back, back.day))
    if (twin !== null) attempt(() => restoreRemoved(folder, twin))
    throw error
  }
  // Older ones that cannot be moved now are moved at another opening.
  const left = present.filter(
    (one) => one < revision && !attempt(() => (shown = keepNewest(shown, away(one)))),
  )
  return { revisions: [revision, ...left], exchanged: shown }
}

function keepNewest(one: RemovedName | null, other: RemovedName): RemovedName {
  return one === null || other.revision > one.revision ? other : one
}
