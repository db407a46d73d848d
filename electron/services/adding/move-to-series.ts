// Editions of the library become editions of another series, or of none.
import type { AddedEdition, MovedEditions } from '#core/desktop/adding'
import type { WriteFault } from '#core/desktop/transfer'
import { writeFaultOf } from '../library/edition-library.ts'
import { pastOf } from '../library/kept-source.ts'
import type { AddingContext } from './adding-context.ts'
import { inSteps } from './in-steps.ts'

/**
 * Each becomes a next revision that is the same but for its series. A task of its own; ends where the library cannot be
 * written, and what came before stays.
 */
export function moveToSeries(
  context: AddingContext,
  ids: readonly string[],
  series: string | null,
): Promise<MovedEditions> {
  return context.tasks.start(async (task, report) => {
    const added: AddedEdition[] = []
    let left = 0
    for (const [done, id] of ids.entries()) {
      report({ done, all: ids.length, of: 'editions' })
      if (task.signal.aborted) return { added, left, ended: 'cancelled' }
      const outcome = await context.inTurn(() => moveOne(context, id, series))
      if (outcome === 'left') left += 1
      else if (outcome !== 'same' && 'fault' in outcome)
        return { added, left, ended: outcome.fault }
      else if (outcome !== 'same') added.push(outcome)
    }
    return { added, left, ended: null }
  })
}

/** `same`: it is of that series already. `left`: it is gone, or cannot be read. */
async function moveOne(
  { library }: AddingContext,
  id: string,
  series: string | null,
): Promise<AddedEdition | 'left' | 'same' | { readonly fault: WriteFault }> {
  const opened = await inSteps(library.openSteps(id))
  const images = library.images(id)
  if (!opened.ok || images === null) return 'left'
  const { bundle, provenance, source } = opened
  if (bundle.edition.series === series) return 'same'
  const { revision: replaced } = bundle.edition
  const edition = { ...bundle.edition, series, revision: replaced + 1 }
  const past = pastOf(opened, edition)
  const outcome = await inSteps(
    library.addSteps({ ...bundle, edition }, provenance, { source, images, past }),
  )
  if (!outcome.ok) return { fault: writeFaultOf(outcome.reason) }
  return { id, revision: edition.revision, replaced }
}
