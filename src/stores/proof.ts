// The proof of an edition that is not kept yet: what the file became, and what the reader mended.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  areEnoughProofs,
  type AddCounts,
  type AddOutcome,
  type AddSource,
  type KeepOutcome,
  type Proof,
  type TakenBack,
} from '#core/desktop/adding'
import { desktop } from '../desktop.ts'
import { i18n } from '../i18n/index.ts'
import { createAddingResult } from './adding-result.ts'
import { useMessagesStore } from './messages.ts'
import { createProofMending } from './proof-mending.ts'
import { newSheet, type Sheet } from './proof-sheet.ts'
import { createReviewRound } from './review-round.ts'

export const useProofStore = defineStore('proof', () => {
  const messages = useMessagesStore()
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
  const { state, ...mending } = createProofMending(sheet, isKeeping)
  const { edition, canUndo } = mending
  const { readyNext, ...round } = createReviewRound({
    ...{ sheet, waiting, makeProof, queue },
    tellPassed: () => {
      messages.show(i18n.global.t('proof.passedOver'))
    },
  })

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
    const shown = sheet.value === null ? [] : [sheet.value]
    const isFull = (): boolean =>
      areEnoughProofs([...shown, ...waiting.value, ...dropped.value].map(({ proof }) => proof))
    for (const oldest of dropped.value) if (isFull()) discard(oldest)
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
    const outcome = await makeProof(edition)
    if (outcome.ok && outcome.kind === 'proof') {
      queue(outcome.proof)
      result.closeKnown()
    }
    return outcome
  }

  function makeProof(edition: string): Promise<AddOutcome> {
    makeRoom()
    return desktop.imports.review(edition)
  }

  /** Reads the saved page once more with the pictures of its folder, before anything was mended in its proof. */
  async function readFolder(): Promise<AddOutcome | null> {
    const before = sheet.value
    if (before === null || canUndo.value || isKeeping.value) return null
    const outcome = await desktop.imports.readFolder(before.proof.id)
    const isNew = outcome.ok && outcome.kind === 'proof'
    if (isNew && sheet.value === before) sheet.value = newSheet(outcome.proof)
    else if (isNew) void desktop.imports.drop(outcome.proof.id)
    return outcome
  }

  /** Takes out of the library what the adding brought that is told of. */
  async function takeBack(): Promise<TakenBack> {
    const added = summary.value?.added ?? []
    result.close()
    return desktop.imports.takeBack(added)
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

  function chooseAsNew(asNew: boolean): void {
    if (sheet.value !== null && !isKeeping.value) sheet.value = { ...sheet.value, asNew }
  }

  /** Goes on to the file that waits, if there is one. */
  function showNext(): void {
    const [next = null, ...others] = waiting.value
    waiting.value = others
    sheet.value = next
    hasWrongDate.value = false
    readyNext()
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
      .keep(kept.id, edition.value, { asNew: isNew, names, isFormed: mending.isFormed.value })
      .then((kept) => round.whenReady().then(() => kept))
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
    ...mending,
    ...round,
    choose,
    add,
    closeByReader: result.close,
    tell: result.showFromFolder,
    readAsWindows,
    review,
    readFolder,
    cancelAdding,
    takeBack,
    showOutcome,
    follow,
    chooseAsNew,
    drop,
    bringBack,
    keep,
  }
})
