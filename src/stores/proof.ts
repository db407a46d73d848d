// The proof of an edition that is not kept yet: what the file became, and what the reader mended.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type {
  AddCounts,
  AddOutcome,
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
  /** Files that came while this one is being looked at; each is shown when the one before is done. */
  const waiting = shallowRef<readonly Proof[]>([])
  /** What is being added, by its run. */
  const addings = shallowRef<ReadonlyMap<number, AddCounts>>(new Map())
  /** What came in from the folder and is still to be told of. */
  let later: readonly AddSummary[] = []
  /** How the adding of many files went, until it is closed. */
  const summary = shallowRef<AddSummary | null>(null)
  /** A file that the library has already, until that is closed. */
  const known = shallowRef<KnownEdition | null>(null)
  /** A file that may be read in another encoding, until the reader has chosen. */
  const refused = shallowRef<RefusedFile | null>(null)
  /** The reader wants an edition of its own, and no next revision of the one in the library. */
  const asNew = ref(false)
  /** The edition, or a newer revision of it, came in while this one was looked over. */
  const isOvertaken = ref(false)
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
    else if (proof.value === null) show(outcome.proof)
    else waiting.value = [...waiting.value, outcome.proof]
    tellLater()
    return outcome
  }

  function show(next: Proof | null): void {
    proof.value = next
    states.value = next === null ? [] : [next.edition]
    asNew.value = next?.replaces?.isLikely === false
    isOvertaken.value = false
  }

  /**
   * What came in from the folder that is followed, said as an adding is; it waits while the reader is asked about a file of
   * their own.
   */
  function tell(taken: AddSummary): void {
    later = [...later, taken]
    tellLater()
  }

  function tellLater(): void {
    const isAsked = refused.value !== null || known.value !== null
    const next = later[0]
    if (next === undefined || isAsked || summary.value !== null) return
    later = later.slice(1)
    summary.value = next
  }

  /** The reader has read what was said. */
  function closeByReader(): void {
    closeAnswer()
    tellLater()
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

  async function cancelAdding(run: number): Promise<void> {
    await desktop.imports.cancel(run)
  }

  function follow(listener: (outcome: AddOutcome) => void): () => void {
    const stops = [
      desktop.on('adding', ({ run, counts }) => {
        const next = new Map(addings.value)
        if (counts === null) next.delete(run)
        else next.set(run, counts)
        addings.value = next
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

  /** Goes on to the file that waits, if there is one. */
  function goOn(): void {
    const [next = null, ...others] = waiting.value
    waiting.value = others
    show(next)
  }

  function drop(): void {
    if (proof.value !== null) void desktop.imports.drop(proof.value.id)
    goOn()
  }

  async function keep(): Promise<KeepOutcome> {
    if (proof.value === null || edition.value === null) return { ok: false, reason: 'no-proof' }
    const outcome = await desktop.imports.keep(proof.value.id, edition.value, {
      asNew: asNew.value,
    })
    if (outcome.ok) goOn()
    else if (outcome.reason === 'overtaken') {
      proof.value = { ...proof.value, replaces: outcome.replaces }
      asNew.value = !outcome.replaces.isLikely
      isOvertaken.value = true
    }
    return outcome
  }

  return {
    proof,
    waiting,
    addings,
    summary,
    known,
    refused,
    asNew,
    isOvertaken,
    edition,
    canUndo,
    remarks,
    questions,
    choose,
    add,
    closeByReader,
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
