// What one adding or rereading brought, taken out of the library again: as if the reader had removed each edition.
import type { AddedEdition, TakenBack } from '#core/desktop/adding'
import { writeFaultOf, type EditionLibrary } from '../library/edition-library.ts'
import type { AddingContext } from './adding-context.ts'

/** What changed since stays. A task of its own, the last edition first; ends where the library cannot be written. */
export function takeBack(
  { library, tasks, inTurn }: AddingContext,
  added: readonly AddedEdition[],
): Promise<TakenBack> {
  const revisions = new Map<string, number | null>(
    library.list().entries.map(({ id, revision }) => [id, revision]),
  )
  return tasks.start(async (task, report) => {
    let [count, left] = [0, 0]
    for (const [done, { id, revision, replaced }] of added.toReversed().entries()) {
      report({ done, all: added.length, of: 'editions' })
      if (task.signal.aborted) return { count, left, ended: 'cancelled' }
      if (revisions.get(id) !== revision) {
        left += 1
        continue
      }
      const outcome = await inTurn(() => Promise.resolve(undo(library, id, replaced)))
      if (outcome === null) {
        left += 1
        continue
      }
      if (!outcome.ok) return { count, left, ended: writeFaultOf(outcome.reason) }
      count += 1
      // It may have replaced another that the same adding brought.
      revisions.set(id, replaced)
    }
    return { count, left, ended: null }
  })
}

/** Null for an edition that gave way and is there no more: then the one that came in stays. */
function undo(library: EditionLibrary, id: string, replaced: number | null) {
  if (replaced === null) return library.remove(id)
  const file = library.removedFile(id, replaced)
  return file === null ? null : library.putBack(file)
}
