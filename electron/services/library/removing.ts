// What leaves the library and comes back: for thirty days each edition that was removed, or that another revision replaced.
import type { WriteFault } from '#core/desktop/transfer'
import type { PutBackOutcome, RemovedListing } from '#core/library/removed-edition'
import type { Outcome } from '#core/outcome'
import { dayOf } from '../store/store-backups.ts'
import { readEdition, readRemoved } from './catalogue.ts'
import type { LibraryContents } from './library-contents.ts'
import type { KeptEdition } from './library-file.ts'
import { listRemoved, moveToRemoved, restoreRemoved, type LibraryFolder } from './library-folder.ts'
import { createRemovedList, faultOf } from './list-removed.ts'
import { exchange } from './put-back.ts'
import { createRemovals } from './removals.ts'

export type RemoveOutcome = Outcome<unknown, 'not-found' | WriteFault>
/** `already-there`: an edition of that id came in meanwhile. */
export type RestoreOutcome = Outcome<unknown, 'not-found' | 'already-there' | WriteFault>

export interface RemovingLibrary {
  /** Removes an edition, which can be restored for thirty days unless its file is missing. */
  remove(id: string): RemoveOutcome
  /**
   * Restores exactly what `remove` removed in this run of the program; after a restart, the newest removed revision.
   */
  restore(id: string): RestoreOutcome
  /** The newest revision among the removed ones, of an edition that is not here; null when there is none. */
  removed(id: string): KeptEdition | null
  /** How many removed editions can be put back. */
  countRemoved(): number
  /** At most so many of them, the newest removals first; their files are read as far as they are listed. */
  listRemoved(count: number): RemovedListing
  /** The file of this revision among the removed ones, the newest where there are several; null when there is none. */
  removedFile(id: string, revision: number): string | null
  /**
   * Puts back the removed edition of this file. Where another revision is in the library, the two change places: bookmarks
   * and notes belong to the id that both have, and an edition of its own would leave them behind.
   */
  putBack(file: string): PutBackOutcome
}

export interface RemovingParts {
  readonly folder: LibraryFolder
  readonly contents: LibraryContents
  readonly now: () => Date
  readonly onChange: (edition: string) => void
}

export function createRemoving({ folder, contents, now, onChange }: RemovingParts) {
  const removals = createRemovals(folder)
  const list = createRemovedList(folder, removals)
  const today = (): string => dayOf(now())

  function remove(id: string): RemoveOutcome {
    return contents.change((catalogue): RemoveOutcome => {
      const { revisions } = contents
      const present = revisions.get(id)
      if (present === undefined && catalogue.damaged.has(id)) {
        catalogue.remove(id)
        return { ok: true }
      }
      if (present === undefined) return { ok: false, reason: 'not-found' }
      // The oldest first: nothing has changed for the reader until the newest is moved.
      for (const revision of present.toReversed()) {
        removals.note(moveToRemoved(folder, { id, revision }, today()))
        revisions.set(id, present.slice(0, present.indexOf(revision)))
      }
      revisions.delete(id)
      catalogue.remove(id)
      onChange(id)
      return { ok: true }
    })
  }

  function removed(id: string): KeptEdition | null {
    contents.catalogue()
    if (contents.revisions.has(id)) return null
    const name = removals.newestOf(id)
    const read = name === null ? null : readRemoved(folder, name)
    return read?.ok === true ? read.kept : null
  }

  function restore(id: string): RestoreOutcome {
    return contents.change((catalogue): RestoreOutcome => {
      if (contents.revisions.has(id)) return { ok: false, reason: 'already-there' }
      const removed = removals.lastOf(id)
      if (removed === null) return { ok: false, reason: 'not-found' }
      if (catalogue.isInFile(removed)) catalogue.save()
      restoreRemoved(folder, removed)
      removals.forget(id)
      contents.revisions.set(id, [removed.revision])
      catalogue.update(removed, readEdition(folder, removed))
      onChange(id)
      return { ok: true }
    })
  }

  function putBack(file: string): PutBackOutcome {
    return contents.change((catalogue): PutBackOutcome => {
      const name = listRemoved(folder).find((one) => one.file === file)
      if (name === undefined) return { ok: false, reason: 'not-found' }
      const read = readRemoved(folder, name)
      if (!read.ok) return { ok: false, reason: faultOf(read) }
      const { id } = name
      if (catalogue.isInFile(name)) catalogue.save()
      const present = contents.revisions.get(id) ?? []
      const { revisions, exchanged } = exchange(folder, name, present, today())
      removals.forget(id)
      contents.revisions.set(id, revisions)
      catalogue.remove(id)
      catalogue.update(name, read)
      onChange(id)
      return { ok: true, exchanged: exchanged?.file ?? null }
    })
  }

  const library: RemovingLibrary = {
    remove,
    restore,
    removed,
    countRemoved: () => list.count(today()),
    listRemoved(count) {
      contents.refresh()
      contents.catalogue()
      return list.rows(count, contents.revisions, today())
    },
    removedFile: (id, revision) => removals.newestOf(id, revision)?.file ?? null,
    putBack,
  }
  return {
    library,
    /** Of all that can be put back. */
    ids: (): string[] => removals.all().map(({ id }) => id),
  }
}
