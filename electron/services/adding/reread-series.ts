// The editions of a series that nobody looked over, read anew as the form of the series says.
import type { AddedEdition, RereadOutcome } from '#core/desktop/adding'
import type { WriteFault } from '#core/desktop/transfer'
import { rereadable } from '#core/series/rereadable'
import { draftOfKept } from '../import/read-draft.ts'
import type { Run } from '../import/runs.ts'
import type { AddingContext } from './adding-context.ts'
import { inSteps } from './in-steps.ts'
import { keepDraft } from './keep-draft.ts'

export interface Rereading {
  /** Each becomes a next revision, with the bookmarks and notes of its items; one that would stay as it is stays. */
  reread(series: string): Promise<RereadOutcome>
}

export function createRereading(context: AddingContext): Rereading {
  const { inTurn, library, readingFor, tasks } = context

  /** The revision that came in, or what became of it, or why nothing more can be kept. */
  async function rereadOne(
    id: string,
    task: Run,
  ): Promise<AddedEdition | 'unlike' | 'same' | { readonly fault: WriteFault | 'cancelled' }> {
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
    const { revision } = outcome.bundle.edition
    return { id, revision, replaced: opened.bundle.edition.revision }
  }

  return {
    reread: (series) =>
      tasks.start(async (task, report) => {
        const added: AddedEdition[] = []
        const counts = { unlike: 0, same: 0 }
        const endedBy = (ended: RereadOutcome['ended']) => ({ added, ...counts, ended })
        const { entries } = library.list()
        const changed = context.forms?.of(series)?.changed ?? ''
        const ids = rereadable(series, changed, entries).map(({ id }) => id)
        for (const [done, id] of ids.entries()) {
          report({ done, all: ids.length, of: 'editions' })
          if (task.signal.aborted) return endedBy('cancelled')
          const outcome = await inTurn(() => rereadOne(id, task))
          if (typeof outcome === 'string') counts[outcome] += 1
          else if ('fault' in outcome) return endedBy(outcome.fault)
          else added.push(outcome)
        }
        return endedBy(null)
      }),
  }
}
