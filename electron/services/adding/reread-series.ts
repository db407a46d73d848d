// The editions of a series that nobody looked over, read anew as the form of the series says.
import type { RereadOutcome } from '#core/desktop/adding'
import type { WriteFault, WriteOutcome } from '#core/desktop/transfer'
import { rereadable } from '#core/series/rereadable'
import { draftOfKept } from '../import/read-draft.ts'
import type { Run } from '../import/runs.ts'
import type { EditionLibrary } from '../library/edition-library.ts'
import type { AddingContext } from './adding-context.ts'
import { keepDraft } from './keep-draft.ts'

export interface Rereading {
  /** Each becomes a next revision, with the bookmarks and notes of its items; one that would stay as it is stays. */
  reread(series: string): Promise<RereadOutcome>
  /** Puts back what the last rereading replaced, the last one first; ends where that fails. */
  undoReread(): WriteOutcome
}

interface Replaced {
  readonly id: string
  readonly revision: number
}

export function createRereading(context: AddingContext): Rereading {
  const { inTurn, library, readingFor, tasks } = context
  let replaced: readonly Replaced[] = []

  /** What became of it, or why nothing more can be kept. */
  async function rereadOne(
    id: string,
    task: Run,
  ): Promise<'reread' | 'unlike' | 'same' | { readonly fault: WriteFault | 'cancelled' }> {
    const opened = library.open(id)
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
    replaced = [...replaced, { id, revision: opened.bundle.edition.revision }]
    return 'reread'
  }

  return {
    reread: (series) =>
      tasks.start(async (task, report) => {
        replaced = []
        const counts = { reread: 0, unlike: 0, same: 0 }
        const { entries } = library.list()
        const changed = context.forms?.of(series)?.changed ?? ''
        const ids = rereadable(series, changed, entries).map(({ id }) => id)
        for (const [done, id] of ids.entries()) {
          report({ done, all: ids.length, of: 'editions' })
          if (task.signal.aborted) return { ...counts, ended: 'cancelled' }
          const outcome = await inTurn(() => rereadOne(id, task))
          if (typeof outcome !== 'string') return { ...counts, ended: outcome.fault }
          counts[outcome] += 1
        }
        return { ...counts, ended: null }
      }),
    undoReread() {
      for (const { id, revision } of replaced.toReversed()) {
        const file = library.removedFile(id, revision)
        const outcome = file === null ? null : library.putBack(file)
        if (outcome?.ok === false) return { ok: false, reason: putBackFault(outcome.reason) }
        replaced = replaced.filter((one) => one.id !== id)
      }
      return { ok: true }
    },
  }
}

type PutBackFault = Extract<ReturnType<EditionLibrary['putBack']>, { ok: false }>['reason']

/** A file that is damaged by now cannot be put back any more than one that is gone. */
function putBackFault(reason: PutBackFault): WriteFault {
  return reason === 'disk-full' || reason === 'read-only' || reason === 'in-use' ? reason : 'failed'
}
