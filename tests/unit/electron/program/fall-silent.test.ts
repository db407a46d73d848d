import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fallsSilent } from '../../../../electron/services/program/fall-silent.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const asking = { patience: 10_000, pause: 1_000 }

/** When somebody is found silent who takes so long for each answer, in milliseconds; null when never. */
async function silentAfter(
  answers: readonly (number | 'never' | 'refused')[],
): Promise<number | null> {
  let asked = 0
  let found: number | null = null
  const begun = Date.now()
  void fallsSilent(() => {
    const answer = answers[Math.min(asked++, answers.length - 1)] ?? 'never'
    if (answer === 'refused') return Promise.reject(new Error('no'))
    return new Promise((resolve) => {
      if (answer !== 'never') setTimeout(resolve, answer)
    })
  }, asking).then(() => {
    found = Date.now() - begun
  })
  await vi.advanceTimersByTimeAsync(120_000)
  return found
}

it('waits for who answers slowly, for as long as it takes', async () => {
  expect(await silentAfter([9_000])).toBeNull()
  expect(await silentAfter(['refused'])).toBeNull()
})

it('gives up who does not answer in time', async () => {
  expect(await silentAfter(['never'])).toBe(10_000)
  expect(await silentAfter([2_000, 11_000])).toBe(2_000 + 1_000 + 10_000)
})
