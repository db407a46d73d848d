// Editions of the library that are looked over one after another. The next one is made ready while one is looked at.
import { computed, ref, shallowRef, type Ref } from 'vue'
import type { AddOutcome, Proof } from '#core/desktop/adding'
import { desktop } from '../desktop.ts'
import type { Sheet } from './proof-sheet.ts'

interface RoundParts {
  /** The proof that is looked at. */
  readonly sheet: Readonly<Ref<Sheet | null>>
  /** Those that come after it. */
  readonly waiting: Ref<readonly Sheet[]>
  readonly makeProof: (edition: string) => Promise<AddOutcome>
  /** Shows it after those that are being looked at. */
  readonly queue: (proof: Proof) => void
  /** Tells that one cannot be looked at any more, and is passed over. */
  readonly tellPassed: () => void
}

export function createReviewRound({ sheet, waiting, makeProof, queue, tellPassed }: RoundParts) {
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
    const outcome = await makeProof(first)
    if (!outcome.ok || outcome.kind !== 'proof') return outcome
    queue(outcome.proof)
    round.value = editions
    left = more
    readyNext()
    return outcome
  }

  function readyNext(): void {
    if (isReadying.value || left.length === 0) return
    isReadying.value = true
    const run = readyOne(round.value).finally(() => {
      if (readying === run) isReadying.value = false
    })
    readying = run
  }

  async function readyOne(editions: readonly string[]): Promise<void> {
    while (!waiting.value.some(isOfRound)) {
      const [next, ...more] = left
      if (next === undefined) return
      left = more
      const outcome = await makeProof(next)
      const isOver = round.value !== editions
      if (outcome.ok && outcome.kind === 'proof') {
        if (isOver) void desktop.imports.drop(outcome.proof.id)
        else queue(outcome.proof)
      } else if (!isOver) tellPassed()
      // It was waited for, and is looked at by now.
      if (isOver || sheet.value?.proof.edition.id === next) return
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
    isReadying.value = false
    readying = Promise.resolve()
  }

  return { turn, others, isReadying, reviewAll, readyNext, whenReady, endRound }
}
