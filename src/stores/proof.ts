// The proof of an edition that is not kept yet: what the file became, and what the reader mended.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type {
  AddOutcome,
  AddProgress,
  AddSource,
  AddSummary,
  KeepOutcome,
  KnownEdition,
  Proof,
  RefusedFile,
} from '#core/desktop-api'
import { isUnsure } from '#core/digest/remark'
import type { Edition } from '#core/edition/edition'
import { desktop } from '../desktop.ts'

export const useProofStore = defineStore('proof', () => {
  const proof = shallowRef<Proof | null>(null)
  /** Every state that the edition was in, the newest last: one step back at a time. */
  const states = shallowRef<readonly Edition[]>([])
  /** While many files are being added. */
  const progress = shallowRef<AddProgress | null>(null)
  /** How the adding of many files went, until it is closed. */
  const summary = shallowRef<AddSummary | null>(null)
  /** A file that the library has already, until that is closed. */
  const known = shallowRef<KnownEdition | null>(null)
  /** A file that may be read in another encoding, until the reader has chosen. */
  const refused = shallowRef<RefusedFile | null>(null)
  /** The reader wants an edition of its own, and no next revision of the one in the library. */
  const asNew = ref(false)
  const edition = computed(() => states.value.at(-1) ?? null)
  const canUndo = computed(() => states.value.length > 1)
  const remarks = computed(() => proof.value?.remarks ?? [])
  const questions = computed(() => remarks.value.filter(isUnsure).length)

  function take(outcome: AddOutcome): AddOutcome {
    if (outcome.ok || outcome.reason !== 'nothing-chosen') closeAnswer()
    if (!outcome.ok) {
      if (outcome.reason !== 'nothing-chosen' && outcome.refusal !== null) refused.value = outcome
    } else if (outcome.kind === 'kept') summary.value = outcome.summary
    else if (outcome.kind === 'known') known.value = outcome
    else {
      proof.value = outcome.proof
      states.value = [outcome.proof.edition]
      asNew.value = outcome.proof.replaces?.isLikely === false
    }
    return outcome
  }

  /** What came in from the folder that is followed, said as an adding is. */
  function tell(taken: AddSummary): void {
    closeAnswer()
    summary.value = taken
  }

  /** What was said of the last adding goes away. */
  function closeAnswer(): void {
    summary.value = null
    known.value = null
    refused.value = null
  }

  async function choose(): Promise<AddOutcome> {
    return take(await desktop.imports.choose())
  }

  async function add(source: AddSource): Promise<AddOutcome> {
    closeAnswer()
    return take(await desktop.imports.add(source))
  }

  /** What was refused as no UTF-8, once more: only when the reader asks for it. */
  async function readAsWindows(refusal: number): Promise<AddOutcome> {
    closeAnswer()
    return take(await desktop.imports.readAgain(refusal, 'windows-1252'))
  }

  /** A closer look at an edition that was kept without one. */
  async function review(edition: string): Promise<AddOutcome> {
    return take(await desktop.imports.review(edition))
  }

  async function cancelAdding(): Promise<void> {
    await desktop.imports.cancel()
  }

  function follow(listener: (outcome: AddOutcome) => void): () => void {
    const stops = [
      desktop.on('adding', (now) => {
        progress.value = now
      }),
      desktop.on('added', (outcome) => {
        listener(take(outcome))
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** A change that changed nothing is no step. */
  function mend(change: (edition: Edition) => Edition): void {
    if (edition.value === null) return
    const next = change(edition.value)
    if (next !== edition.value) states.value = [...states.value, next]
  }

  function undo(): void {
    if (canUndo.value) states.value = states.value.slice(0, -1)
  }

  function drop(): void {
    proof.value = null
    states.value = []
  }

  async function keep(): Promise<KeepOutcome> {
    if (proof.value === null || edition.value === null) return { ok: false, reason: 'no-proof' }
    const outcome = await desktop.imports.keep(proof.value.id, edition.value, {
      asNew: asNew.value,
    })
    if (outcome.ok) drop()
    return outcome
  }

  return {
    proof,
    progress,
    summary,
    known,
    refused,
    asNew,
    edition,
    canUndo,
    remarks,
    questions,
    choose,
    add,
    closeAnswer,
    tell,
    readAsWindows,
    review,
    cancelAdding,
    follow,
    mend,
    undo,
    drop,
    keep,
  }
})
