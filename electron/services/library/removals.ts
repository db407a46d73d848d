// What was taken out of the library and can be brought back.
import { attempt } from '../store/durable-files.ts'
import { listRemoved, type LibraryFolder } from './library-folder.ts'
import type { RemovedName } from './library-names.ts'

export interface Removals {
  /** None where they cannot be listed: nothing of that can be brought back. */
  all(): readonly RemovedName[]
  /** Of an edition the newest file, by revision and then by when it was put away; null when there is none. */
  newestOf(id: string): RemovedName | null
  /** Where the removal that was noted put the edition; without a note as `newestOf`. Throws where they cannot be listed. */
  lastOf(id: string): RemovedName | null
  note(name: RemovedName): void
  forget(id: string): void
}

/** The notes are of this run of the program. */
export function createRemovals(folder: LibraryFolder): Removals {
  const noted = new Map<string, RemovedName>()

  function all(): readonly RemovedName[] {
    let found: readonly RemovedName[] = []
    attempt(() => (found = listRemoved(folder)))
    return found
  }

  return {
    all,
    newestOf: (id) => newestOf(all(), id),
    lastOf(id) {
      const found = listRemoved(folder)
      const known = noted.get(id)
      if (known === undefined) return newestOf(found, id)
      return found.find(({ file }) => file === known.file) ?? null
    },
    note(name) {
      noted.set(name.id, name)
    },
    forget(id) {
      noted.delete(id)
    },
  }
}

function newestOf(removed: readonly RemovedName[], id: string): RemovedName | null {
  const [newest] = removed
    .filter((name) => name.id === id)
    .sort(
      (one, other) =>
        other.revision - one.revision ||
        other.day.localeCompare(one.day) ||
        other.count - one.count,
    )
  return newest ?? null
}
