// The editions of a series that nobody looked over, read anew as the form of the series says.
import type { ReplacedEdition, RereadOutcome } from '#core/desktop/adding'
import type { WriteFault, WriteOutcome } from '#core/desktop/transfer'
import { rereadable } from '#core/series/rereadable'
import { draftOfKept } from '../import/read-draft.ts'
import type { Run } from '../import/runs.ts'
import { writeFaultOf } from '../library/edition-library.ts'
import type { AddingContext } from './adding-context.ts'
import { inSteps } from './in-steps.ts'
import { keepDraft } from './keep-draft.ts'

export interface Rereading {
  /** Each becomes a next revision, with the bookmarks and notes of its items; one that would stay as it is stays. */
  reread(series: string): Promise<RereadOutcome>
  /** Puts back what a rereading replaced, the last one first; ends where that fails. */
  undoReread(replaced: readonly ReplacedEdition[]): WriteOutcome
}

export function createRereading(context: AddingContext): Rereading {
  const { inTurn, library, readingFor, tasks } = context

  /** What it replaced, or what became of it, or why nothing more can be kept. */
  async function rereadOne(
    id: string,
    task: Run,
  ): Promise<ReplacedEdition | 'unlike' | 'same' | { readonly fault: WriteFault | 'cancelled' }> {
    const opened = await inSteps(library.openSteps(id))
    const images = library.images(id)
    if (!opened.ok || images === null) return 'unlike'
    const draft = await draftOfKept(readingFor(task), opened, images)
    if (!draft.ok) return draft.reason === 'cancelled' ? { fault: 'cancelled' } : 'unlike'
    const { taught } = draft.value
    if (taught === null) return 'same'
    if (taught.changes === null) return 'unlike'
    const outcome = await keepDraft(
      context,
      draft.value,
      draft.value.edition,
      opened,
      false,
      task.signal,
    )
    if (!outcome.ok) return { fault: outcome.reason }
    return { id, revision: opened.bundle.edition.revision }
  }

  return {
    reread: (series) =>
      tasks.start(async (task, report) => {
        const replaced: ReplacedEdition[] = []
        const counts = { unlike: 0, same: 0 }
        const endedBy = (ended: RereadOutcome['ended']) => ({ replaced, ...counts, ended })
        const { entries } = library.list()
        const changed = context.forms?.of(series)?.changed ?? ''
        const ids = rereadable(series, changed, entries).map(({ id }) => id)
        for (const [done, id] of ids.entries()) {
          report({ done, all: ids.length, of: 'editions' })
          if (task.signal.aborted) return endedBy('cancelled')
          const outcome = await inTurn(() => rereadOne(id, task))
          if (typeof outcome === 'string') counts[outcome] += 1
          else if ('fault' in outcome) return endedBy(outcome.fault)
          else replaced.push(outcome)
        }
        return endedBy(null)
      }),
    undoReread(replaced) {
      for (const { id, revision } of replaced.toReversed()) {
        const file = library.removedFile(id, revision)
        if (file === null) return { ok: false, reason: 'failed' }
        const outcome = library.putBack(file)
        if (!outcome.ok) return { ok: false, reason: writeFaultOf(outcome.reason) }
      }
      return { ok: true }
    },
  }
}
