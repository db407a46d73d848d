// The proof of an edition that is not kept yet: what the file became, and what the reader mended.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  mostProofs,
  type AddCounts,
  type AddOutcome,
  type AddSource,
  type KeepOutcome,
  type Proof,
} from '#core/desktop/adding'
import { isUnsure, type Remark } from '#core/edition/remark'
import type { Edition } from '#core/edition/edition'
import type { LearnedName } from '#core/edition/learned-sources'
import { desktop } from '../desktop.ts'
import { createAddingResult } from './adding-result.ts'
import { newSheet, withStep, type Sheet, type StepAnswers } from './proof-sheet.ts'

export const useProofStore = defineStore('proof', () => {
  const result = createAddingResult()
  const { summary, known, refused } = result
  const sheet = shallowRef<Sheet | null>(null)
  /** Those of files that came while this one is being looked at; each is shown when the one before is done. */
  const waiting = shallowRef<readonly Sheet[]>([])
  /** Those that were dropped with what was mended in them, and may come back; the newest last. */
  const dropped = shallowRef<readonly Sheet[]>([])
  /** While it is being kept the proof stays as it is: what is mended now would be lost. */
  const isKeeping = ref(false)
  /** What is typed as a date is none: nothing can be kept until it is one. */
  const hasWrongDate = ref(false)
  /** What is being added, by its run. */
  const addings = shallowRef<ReadonlyMap<number, AddCounts>>(new Map())
  const proof = computed(() => sheet.value?.proof ?? null)
  const asNew = computed(() => sheet.value?.asNew === true)
  const isOvertaken = computed(() => sheet.value?.isOvertaken === true)
  const state = computed(() => sheet.value?.states.at(-1) ?? null)
  const edition = computed(() => state.value?.edition ?? null)
  const canUndo = computed(() => (sheet.value?.states.length ?? 0) > 1)
  /** Without the questions that are answered. */
  const remarks = computed(() => {
    const all = [...(proof.value?.remarks ?? []), ...(state.value?.asked ?? [])]
    return all.filter((remark) => state.value?.answered.has(remark) !== true)
  })
  const questions = computed(() => remarks.value.filter(isUnsure).length)

  /** Shows what became of an adding, and a proof after those that are being looked at. */
  function showOutcome(outcome: AddOutcome): AddOutcome {
    result.show(outcome)
    if (outcome.ok && outcome.kind === 'proof') queue(outcome.proof)
    return outcome
  }

  function queue(one: Proof): void {
    waiting.value = [...waiting.value, newSheet(one)]
    if (sheet.value === null) showNext()
  }

  /** What may come back takes a place until another file needs it. */
  function makeRoom(): void {
    const [oldest] = dropped.value
    const held = (sheet.value === null ? 0 : 1) + waiting.value.length + dropped.value.length
    if (oldest !== undefined && held >= mostProofs) discard(oldest)
  }

  function discard(one: Sheet): void {
    dropped.value = dropped.value.filter((other) => other !== one)
    void desktop.imports.drop(one.proof.id)
  }

  async function choose(): Promise<AddOutcome> {
    makeRoom()
    return showOutcome(await desktop.imports.choose())
  }

  async function add(source: AddSource): Promise<AddOutcome> {
    result.clear()
    makeRoom()
    return showOutcome(await desktop.imports.add(source))
  }

  /** What was refused as no UTF-8, once more: only when the reader asks for it. */
  async function readAsWindows(refusal: number): Promise<AddOutcome> {
    result.clear()
    makeRoom()
    return showOutcome(await desktop.imports.readAgain(refusal, 'windows-1252'))
  }

  /** A closer look at an edition that was kept without one. How an adding went stays: the reader comes back to it. */
  async function review(edition: string): Promise<AddOutcome> {
    makeRoom()
    const outcome = await desktop.imports.review(edition)
    if (outcome.ok && outcome.kind === 'proof') {
      queue(outcome.proof)
      result.closeKnown()
    }
    return outcome
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
        listener(showOutcome(outcome))
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  /**
   * A change that changed nothing is no step.
   * @param questions what it answers
   * @param names what it says of them, to be remembered for the series
   * @param asked what is asked because of it
   */
  function mend(
    change: (edition: Edition) => Edition,
    questions: readonly Remark[] = [],
    names: readonly LearnedName[] = [],
    asked: readonly Remark[] = [],
  ): void {
    if (edition.value === null) return
    const next = change(edition.value)
    if (next !== edition.value) addStep(next, { questions, names, asked })
  }

  /** The parser was right. */
  function answer(questions: readonly Remark[], names: readonly LearnedName[] = []): void {
    if (edition.value !== null) addStep(edition.value, { questions, names })
  }

  function addStep(next: Edition, answers: StepAnswers): void {
    if (sheet.value !== null && !isKeeping.value) sheet.value = withStep(sheet.value, next, answers)
  }

  function undo(): void {
    if (sheet.value !== null && canUndo.value && !isKeeping.value)
      sheet.value = { ...sheet.value, states: sheet.value.states.slice(0, -1) }
  }

  function chooseAsNew(asNew: boolean): void {
    if (sheet.value !== null && !isKeeping.value) sheet.value = { ...sheet.value, asNew }
  }

  /** Goes on to the file that waits, if there is one. */
  function showNext(): void {
    const [next = null, ...others] = waiting.value
    waiting.value = others
    sheet.value = next
    hasWrongDate.value = false
  }

  /** Puts the proof away. One in which something was mended is given back: it may still come back. */
  function drop(): Sheet | null {
    if (isKeeping.value) return null
    const left = sheet.value
    const isMended = canUndo.value
    showNext()
    if (left === null) return null
    dropped.value = [...dropped.value, left]
    if (isMended) return left
    discard(left)
    return null
  }

  /** False when it is too late: another file needed its place. What is looked at meanwhile comes after it. */
  function bringBack(one: Sheet): boolean {
    if (isKeeping.value || !dropped.value.includes(one)) return false
    dropped.value = dropped.value.filter((other) => other !== one)
    waiting.value = [one, ...(sheet.value === null ? [] : [sheet.value]), ...waiting.value]
    showNext()
    return true
  }

  async function keep(): Promise<KeepOutcome> {
    if (sheet.value === null || edition.value === null) return { ok: false, reason: 'no-proof' }
    const { proof: kept, asNew: isNew } = sheet.value
    const names = state.value?.names ?? []
    isKeeping.value = true
    const outcome = await desktop.imports
      .keep(kept.id, edition.value, { asNew: isNew, names })
      .finally(() => (isKeeping.value = false))
    if (outcome.ok) showNext()
    else if (outcome.reason === 'overtaken') {
      const { replaces } = outcome
      const asNew = !replaces.isLikely
      sheet.value = { ...sheet.value, proof: { ...kept, replaces }, asNew, isOvertaken: true }
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
    isKeeping,
    dropped,
    hasWrongDate,
    edition,
    canUndo,
    remarks,
    questions,
    choose,
    add,
    closeByReader: result.close,
    tell: result.showFromFolder,
    readAsWindows,
    review,
    cancelAdding,
    follow,
    mend,
    answer,
    undo,
    chooseAsNew,
    drop,
    bringBack,
    keep,
  }
})
