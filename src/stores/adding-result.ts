// How the last adding went: it stays until the reader closes it or the next adding begins.
import { computed, shallowRef } from 'vue'
import type { AddOutcome, AddSummary, KnownEdition, RefusedFile } from '#core/desktop/adding'

/** A part of the proof store, which shows the proofs themselves. */
export function createAddingResult() {
  /** How the adding of many files went. */
  const summary = shallowRef<AddSummary | null>(null)
  /** A file that the library has already. */
  const known = shallowRef<KnownEdition | null>(null)
  /** A file that may be read in another encoding, until the reader has chosen. */
  const refused = shallowRef<RefusedFile | null>(null)
  /** What came in from the folder that is followed, while another result was on the screen. */
  let waiting: readonly AddSummary[] = []
  const isAnythingShown = computed(
    () => summary.value !== null || known.value !== null || refused.value !== null,
  )

  function clear(): void {
    summary.value = null
    known.value = null
    refused.value = null
  }

  /** Shows what became of an adding. A proof is none of it. */
  function show(outcome: AddOutcome): void {
    if (outcome.ok || outcome.reason !== 'nothing-chosen') clear()
    if (!outcome.ok) {
      if (outcome.reason !== 'nothing-chosen' && outcome.refusal !== null) refused.value = outcome
    } else if (outcome.kind === 'kept') summary.value = outcome.summary
    else if (outcome.kind === 'known') known.value = outcome
    showWaiting()
  }

  /** Shows what came in from the folder, as soon as the reader is not asked about a file of their own. */
  function showFromFolder(taken: AddSummary): void {
    waiting = [...waiting, taken]
    showWaiting()
  }

  function showWaiting(): void {
    const [next, ...others] = waiting
    if (next === undefined || isAnythingShown.value) return
    waiting = others
    summary.value = next
  }

  /** The reader has read it. */
  function close(): void {
    clear()
    showWaiting()
  }

  /** The edition that was known is looked at. A summary stays: the reader comes back to it. */
  function closeKnown(): void {
    known.value = null
    showWaiting()
  }

  return { summary, known, refused, clear, show, showFromFolder, close, closeKnown }
}
