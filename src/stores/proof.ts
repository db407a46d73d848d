// The proof of an edition that is not kept yet: what the file became, and what the reader mended.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  mostProofs,
  type AddCounts,
  type AddOutcome,
  type AddSource,
  type AddSummary,
  type KeepOutcome,
  type KnownEdition,
  type Proof,
  type RefusedFile,
} from '#core/desktop-api'
import { isUnsure, type Remark } from '#core/digest/remark'
import type { Edition } from '#core/edition/edition'
import type { LearnedName } from '#core/edition/learned-sources'
import { desktop } from '../desktop.ts'

/** The edition as the reader mended it so far, and the questions about it that are answered. */
interface State {
  readonly edition: Edition
  readonly answered: ReadonlySet<Remark>
  /** What was said of names that the program asked about. */
  readonly names: readonly LearnedName[]
  /** What is asked since something was mended. */
  readonly asked: readonly Remark[]
}

/** A proof as the reader left it. */
export interface Sheet {
  readonly proof: Proof
  /** Every state that it was in, the newest last: one step back at a time. */
  readonly states: readonly State[]
  /** The reader wants an edition of its own, and no next revision of the one in the library. */
  readonly asNew: boolean
  /** The edition, or a newer revision of it, came in while this one was looked over. */
  readonly isOvertaken: boolean
}

export const useProofStore = defineStore('proof', () => {
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
  /** What came in from the folder and is still to be told of. */
  let later: readonly AddSummary[] = []
  /** How the adding of many files went, until it is closed. */
  const summary = shallowRef<AddSummary | null>(null)
  /** A file that the library has already, until that is closed. */
  const known = shallowRef<KnownEdition | null>(null)
  /** A file that may be read in another encoding, until the reader has chosen. */
  const refused = shallowRef<RefusedFile | null>(null)
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

  function take(outcome: AddOutcome): AddOutcome {
    if (outcome.ok || outcome.reason !== 'nothing-chosen') closeAnswer()
    if (!outcome.ok) {
      if (outcome.reason !== 'nothing-chosen' && outcome.refusal !== null) refused.value = outcome
    } else if (outcome.kind === 'kept') summary.value = outcome.summary
    else if (outcome.kind === 'known') known.value = outcome
    else lookAt(outcome.proof)
    tellLater()
    return outcome
  }

  /** Shows a proof, after those that are being looked at. */
  function lookAt(one: Proof): void {
    const asNew = one.replaces?.isLikely === false
    waiting.value = [
      ...waiting.value,
      {
        proof: one,
        states: [{ edition: one.edition, answered: new Set(), names: [], asked: [] }],
        asNew,
        isOvertaken: false,
      },
    ]
    if (sheet.value === null) goOn()
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

  /** What may come back takes a place until another file needs it. */
  function makeRoom(): void {
    const [oldest] = dropped.value
    const held = (sheet.value === null ? 0 : 1) + waiting.value.length + dropped.value.length
    if (oldest !== undefined && held >= mostProofs) letGo(oldest)
  }

  function letGo(one: Sheet): void {
    dropped.value = dropped.value.filter((other) => other !== one)
    void desktop.imports.drop(one.proof.id)
  }

  async function choose(): Promise<AddOutcome> {
    makeRoom()
    return take(await desktop.imports.choose())
  }

  async function add(source: AddSource): Promise<AddOutcome> {
    closeAnswer()
    makeRoom()
    return take(await desktop.imports.add(source))
  }

  /** What was refused as no UTF-8, once more: only when the reader asks for it. */
  async function readAsWindows(refusal: number): Promise<AddOutcome> {
    closeAnswer()
    makeRoom()
    return take(await desktop.imports.readAgain(refusal, 'windows-1252'))
  }

  /** A closer look at an edition that was kept without one. How an adding went stays: the reader comes back to it. */
  async function review(edition: string): Promise<AddOutcome> {
    makeRoom()
    const outcome = await desktop.imports.review(edition)
    if (outcome.ok && outcome.kind === 'proof') {
      lookAt(outcome.proof)
      known.value = null
      tellLater()
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
        listener(take(outcome))
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
    if (next !== edition.value) step(next, questions, names, asked)
  }

  /** The parser was right. */
  function answer(questions: readonly Remark[], names: readonly LearnedName[] = []): void {
    if (edition.value !== null) step(edition.value, questions, names)
  }

  function step(
    next: Edition,
    questions: readonly Remark[],
    said: readonly LearnedName[],
    more: readonly Remark[] = [],
  ): void {
    if (sheet.value === null || state.value === null || isKeeping.value) return
    const answered = new Set([...state.value.answered, ...questions])
    // The newest answer about a name counts. Which names are one, the library knows: this is loaded before the first text.
    const others = state.value.names.filter(({ name }) => said.every((one) => one.name !== name))
    const names = [...others, ...said]
    const asked = [...state.value.asked, ...more]
    const states = [...sheet.value.states, { edition: next, answered, names, asked }]
    sheet.value = { ...sheet.value, states }
  }

  function undo(): void {
    if (sheet.value !== null && canUndo.value && !isKeeping.value)
      sheet.value = { ...sheet.value, states: sheet.value.states.slice(0, -1) }
  }

  function chooseAsNew(asNew: boolean): void {
    if (sheet.value !== null && !isKeeping.value) sheet.value = { ...sheet.value, asNew }
  }

  /** Goes on to the file that waits, if there is one. */
  function goOn(): void {
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
    goOn()
    if (left === null) return null
    dropped.value = [...dropped.value, left]
    if (isMended) return left
    letGo(left)
    return null
  }

  /** False when it is too late: another file needed its place. What is looked at meanwhile comes after it. */
  function bringBack(one: Sheet): boolean {
    if (isKeeping.value || !dropped.value.includes(one)) return false
    dropped.value = dropped.value.filter((other) => other !== one)
    waiting.value = [one, ...(sheet.value === null ? [] : [sheet.value]), ...waiting.value]
    goOn()
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
    if (outcome.ok) goOn()
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
    closeByReader,
    tell,
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
