// What the reader does to the proof at hand, step by step, and how each step is taken back.
import { computed, type Ref, type ShallowRef } from 'vue'
import { asksAboutParts, isUnsure, type Remark } from '#core/edition/remark'
import type { Edition } from '#core/edition/edition'
import type { LearnedName } from '#core/edition/learned-sources'
import { keysOfRank, rankOf, toSections, toTitles } from '#core/edition/mend-ranks'
import { asOneText } from '#core/edition/one-text'
import {
  oneTextOf,
  readingOf,
  withOutline,
  withReading,
  withStep,
  type Sheet,
  type StepAnswers,
} from './proof-sheet.ts'

/** @param isKeeping while it is being kept the proof stays as it is: what is mended then would be lost */
export function createProofMending(
  sheet: ShallowRef<Sheet | null>,
  isKeeping: Readonly<Ref<boolean>>,
) {
  const state = computed(() => sheet.value?.states.at(-1) ?? null)
  const edition = computed(() => state.value?.edition ?? null)
  const ranks = computed(() => state.value?.ranks ?? {})
  const canUndo = computed(() => (sheet.value?.states.length ?? 0) > 1)
  const isFormed = computed(() => state.value?.isFormed === true)
  /** What the file was read as, before anything was mended. */
  const reading = computed(() =>
    sheet.value === null ? null : readingOf(sheet.value.proof, isFormed.value),
  )
  /** Without the questions that are answered. */
  const remarks = computed(() => {
    const all = [...(reading.value?.remarks ?? []), ...(state.value?.asked ?? [])]
    return all.filter((remark) => state.value?.answered.has(remark) !== true)
  })
  const questions = computed(() => remarks.value.filter(isUnsure).length)
  const oneText = computed(() => (sheet.value === null ? null : oneTextOf(sheet.value)))

  /**
   * A change that changed nothing is no step.
   * @param questions what it answers
   * @param names what it says of them, to be remembered for the series
   * @param asked what is asked because of it
   * @returns whether it changed anything
   */
  function mend(
    change: (edition: Edition) => Edition,
    questions: readonly Remark[] = [],
    names: readonly LearnedName[] = [],
    asked: readonly Remark[] = [],
  ): boolean {
    if (edition.value === null) return false
    const next = change(edition.value)
    if (next === edition.value) return false
    addStep(next, { questions, names, asked })
    return true
  }

  /** The parser was right. */
  function answer(questions: readonly Remark[], names: readonly LearnedName[] = []): void {
    if (edition.value !== null) addStep(edition.value, { questions, names })
  }

  function addStep(next: Edition, answers: StepAnswers): void {
    if (sheet.value !== null && !isKeeping.value) sheet.value = withStep(sheet.value, next, answers)
  }

  /**
   * All headings of the same rank change what they are, in one step.
   * @returns the key of the row that the heading has then
   */
  function mendRank(
    key: string,
    to: 'sections' | 'titles',
    questionsOf: (keys: readonly string[]) => readonly Remark[],
  ): string {
    const rank = state.value === null ? null : rankOf(state.value, key)
    if (state.value === null || rank === null) return key
    const keys = keysOfRank(state.value, rank)
    const next = (to === 'titles' ? toTitles : toSections)(state.value, rank)
    if (next.edition === state.value.edition) return key
    addStep(next.edition, { ranks: next.ranks, questions: questionsOf(keys) })
    return keysOfRank(next, rank)[keys.indexOf(key)] ?? key
  }

  /** Everything as one text, of which nothing is asked but its title. */
  function joinAll(): void {
    mend(asOneText, remarks.value.filter(asksAboutParts))
  }

  /** What was asked before is asked again. */
  function backToOutline(): void {
    if (sheet.value !== null && !isKeeping.value) sheet.value = withOutline(sheet.value)
  }

  /** With the form of its series, or without. */
  function readAs(formed: boolean): void {
    if (sheet.value !== null && !isKeeping.value) sheet.value = withReading(sheet.value, formed)
  }

  function undo(): void {
    if (sheet.value !== null && canUndo.value && !isKeeping.value)
      sheet.value = { ...sheet.value, states: sheet.value.states.slice(0, -1) }
  }

  return {
    ...{ state, edition, ranks, canUndo, remarks, questions, oneText, isFormed, reading },
    ...{ mend, answer, mendRank, joinAll, backToOutline, readAs, undo },
  }
}
