// The removed editions that can be restored.
import { attempt } from '../store/durable-files.ts'
import { listRemoved, type LibraryFolder } from './library-folder.ts'
import type { RemovedName } from './library-names.ts'

export interface Removals {
  /** None when they cannot be listed. */
  all(): readonly RemovedName[]
  /** The newest file of an edition, or of one revision of it, by revision and then by removal; null when there is none. */
  newestOf(id: string, revision?: number): RemovedName | null
  /** The file of the removal that was noted; without a note as `newestOf`. Throws when they cannot be listed. */
  lastOf(id: string): RemovedName | null
  note(name: RemovedName): void
  forget(id: string): void
}

/** Remembers the removals of this run of the program. */
export function createRemovals(folder: LibraryFolder): Removals {
  const noted = new Map<string, RemovedName>()

  function all(): readonly RemovedName[] {
    let found: readonly RemovedName[] = []
    attempt(() => (found = listRemoved(folder)))
    return found
  }

  return {
    all,
    newestOf: (id, revision) =>
      newestOf(
        all().filter((name) => revision === undefined || name.revision === revision),
        id,
      ),
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
