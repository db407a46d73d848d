// Editions of the library that are looked over one after another. The next one is made ready while one is looked at.
import { computed, ref, shallowRef, type Ref } from 'vue'
import type { AddOutcome } from '#core/desktop/adding'
import { desktop } from '../desktop.ts'
import type { Sheet } from './proof-sheet.ts'

interface RoundParts {
  /** The proof that is looked at. */
  readonly sheet: Readonly<Ref<Sheet | null>>
  /** Those that come after it. */
  readonly waiting: Ref<readonly Sheet[]>
  readonly review: (edition: string) => Promise<AddOutcome>
  /** Tells that one cannot be looked at any more, and is passed over. */
  readonly tellPassed: () => void
}

export function createReviewRound({ sheet, waiting, review, tellPassed }: RoundParts) {
  /** All of the round, by id. */
  const round = shallowRef<readonly string[]>([])
  let left: readonly string[] = []
  const isReadying = ref(false)
  let readying = Promise.resolve()

  /** The place of the proof in the round, from 1; null outside one, and where it is the only one. */
  const turn = computed(() => {
    const one = sheet.value
    if (one === null || round.value.length < 2 || !isOfRound(one)) return null
    return { at: round.value.indexOf(one.proof.edition.id) + 1, all: round.value.length }
  })
  /** How many files come after this proof, besides those of the round. */
  const others = computed(() => waiting.value.filter((one) => !isOfRound(one)).length)

  function isOfRound({ proof }: Sheet): boolean {
    return proof.isReview && round.value.includes(proof.edition.id)
  }

  async function reviewAll(editions: readonly string[]): Promise<AddOutcome> {
    const [first = '', ...more] = editions
    const outcome = await review(first)
    if (!outcome.ok) return outcome
    round.value = editions
    left = more
    readyNext()
    return outcome
  }

  function readyNext(): void {
    if (isReadying.value || left.length === 0) return
    isReadying.value = true
    readying = readyOne().finally(() => (isReadying.value = false))
  }

  async function readyOne(): Promise<void> {
    while (!waiting.value.some(isOfRound)) {
      const [next, ...more] = left
      if (next === undefined) return
      left = more
      const outcome = await review(next)
      if (!outcome.ok) tellPassed()
      // It was waited for, and is looked at by now.
      else if (sheet.value?.proof.edition.id === next) return
    }
  }

  /** Waits until the next one can be looked at, where there is one. */
  const whenReady = (): Promise<void> => readying

  /** Those after the one that is looked at are not looked at. */
  function endRound(): void {
    left = []
    const rest = waiting.value.filter(isOfRound)
    waiting.value = waiting.value.filter((one) => !rest.includes(one))
    for (const { proof } of rest) void desktop.imports.drop(proof.id)
    round.value = []
  }

  return { turn, others, isReadying, reviewAll, readyNext, whenReady, endRound }
}
