// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import type { AddOutcome, Proof } from '../../../../src/core/desktop/adding.ts'
import type { createReviewRound } from '../../../../src/stores/review-round.ts'
import type { Sheet } from '../../../../src/stores/proof-sheet.ts'

type ReviewRound = ReturnType<typeof createReviewRound>

let sheet: ReturnType<typeof shallowRef<Sheet | null>>
let waiting: ReturnType<typeof shallowRef<readonly Sheet[]>>
let dropped: number[]
let passed: number
let round: ReviewRound
/** Ends when it is called; until then the proof of that edition is being made. */
let finish: Map<string, () => void>

function aSheet(edition: string, isReview = true): Sheet {
  const id = Number(edition.slice(-1))
  return { proof: { id, edition: { id: edition }, isReview } as Proof } as Sheet
}

function queue(one: Sheet): void {
  if (sheet.value === null) sheet.value = one
  else waiting.value = [...(waiting.value ?? []), one]
}

function showNext(): void {
  const [next = null, ...others] = waiting.value ?? []
  waiting.value = others
  sheet.value = next
  round.readyNext()
}

async function makeProof(edition: string): Promise<AddOutcome> {
  await new Promise<void>((resolve) => finish.set(edition, resolve))
  if (edition === 'weg-9') return { ok: false, reason: 'not-found', file: null, refusal: null }
  const one = aSheet(edition)
  return { ok: true, kind: 'proof', proof: one.proof }
}

async function finishAll(...editions: string[]): Promise<void> {
  for (const edition of editions) {
    await vi.waitFor(() => {
      expect(finish.has(edition)).toBe(true)
    })
    finish.get(edition)?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
}

beforeEach(async () => {
  vi.resetModules()
  sheet = shallowRef<Sheet | null>(null)
  waiting = shallowRef<readonly Sheet[]>([])
  dropped = []
  passed = 0
  finish = new Map()
  const drop = (id: number): Promise<void> => {
    dropped.push(id)
    return Promise.resolve()
  }
  Object.assign(window, { desktop: { imports: { drop } } })
  const { createReviewRound: create } = await import('../../../../src/stores/review-round.ts')
  round = create({
    ...{ sheet: sheet as never, waiting: waiting as never, makeProof },
    queue: (proof) => {
      queue({ proof } as Sheet)
    },
    tellPassed: () => (passed += 1),
  })
})

describe('editions that are looked over one after another', () => {
  it('are made ready one ahead, each with its place', async () => {
    const first = round.reviewAll(['a-1', 'a-2', 'a-3'])
    await finishAll('a-1')
    expect((await first).ok).toBe(true)
    expect(round.turn.value).toEqual({ at: 1, all: 3 })
    expect(finish.has('a-3')).toBe(false)
    await finishAll('a-2')
    expect(waiting.value).toHaveLength(1)
    expect(finish.has('a-3')).toBe(false)
    showNext()
    expect(round.turn.value).toEqual({ at: 2, all: 3 })
    await finishAll('a-3')
    showNext()
    expect(round.turn.value).toEqual({ at: 3, all: 3 })
    showNext()
    expect(round.turn.value).toBeNull()
    expect(finish.size).toBe(3)
  })

  it('wait for the next one where its proof is still being made', async () => {
    const first = round.reviewAll(['a-1', 'a-2'])
    await finishAll('a-1')
    await first
    expect(round.isReadying.value).toBe(true)
    let isReady = false
    const waited = round.whenReady().then(() => (isReady = true))
    await new Promise((resolve) => setTimeout(resolve))
    expect(isReady).toBe(false)
    await finishAll('a-2')
    await waited
    expect(round.isReadying.value).toBe(false)
  })

  it('go on where one is gone, and say so', async () => {
    const first = round.reviewAll(['a-1', 'weg-9', 'a-3'])
    await finishAll('a-1')
    await first
    await finishAll('weg-9', 'a-3')
    expect(passed).toBe(1)
    expect(waiting.value?.map(({ proof }) => proof.edition.id)).toEqual(['a-3'])
  })

  it('are no round where the first cannot be looked at', async () => {
    const outcome = round.reviewAll(['weg-9', 'a-2'])
    await finishAll('weg-9')
    expect((await outcome).ok).toBe(false)
    expect(round.turn.value).toBeNull()
    expect(finish.has('a-2')).toBe(false)
  })

  it('end at the reader’s word; files that wait beside them stay', async () => {
    const first = round.reviewAll(['a-1', 'a-2', 'a-3'])
    await finishAll('a-1')
    await first
    await finishAll('a-2')
    queue(aSheet('b-7', false))
    expect(round.others.value).toBe(1)
    round.endRound()
    expect(dropped).toEqual([2])
    expect(waiting.value?.map(({ proof }) => proof.edition.id)).toEqual(['b-7'])
    expect(round.turn.value).toBeNull()
    showNext()
    await new Promise((resolve) => setTimeout(resolve))
    expect(finish.has('a-3')).toBe(false)
  })

  it('end also while the next one is being made ready: it is never shown', async () => {
    const first = round.reviewAll(['a-1', 'a-2', 'a-3'])
    await finishAll('a-1')
    await first
    round.endRound()
    expect(round.isReadying.value).toBe(false)
    await round.whenReady()
    showNext()
    await finishAll('a-2')
    expect(sheet.value).toBeNull()
    expect(waiting.value).toEqual([])
    expect(dropped).toEqual([2])
    expect(finish.has('a-3')).toBe(false)
  })
})
