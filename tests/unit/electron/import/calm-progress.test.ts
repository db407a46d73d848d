import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withCalmProgress } from '../../../../electron/services/import/calm-progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What is told of so many steps that take so long each, in milliseconds; the last one may fail. */
async function toldOf(steps: number, each: number, fails = false): Promise<(number | null)[]> {
  const told: (number | null)[] = []
  const work = withCalmProgress<number, void>(
    (progress) => told.push(progress),
    async (at) => {
      for (let step = 0; step < steps; step += 1) {
        at(step)
        await after(each)
      }
      if (fails) throw new Error('mislukt')
    },
  )
  const ended = fails ? expect(work).rejects.toThrow('mislukt') : work
  await vi.advanceTimersByTimeAsync(steps * each)
  await ended
  return told
}

describe('progress', () => {
  it('is not told of what is short', async () => {
    expect(await toldOf(10, 5)).toEqual([])
  })

  it('is told ten times a second, upwards, and then that it is over', async () => {
    const told = await toldOf(200, 5)
    expect(told).toHaveLength(10)
    expect(told.at(-1)).toBeNull()
    const numbers = told.flatMap((one) => one ?? [])
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
    expect(numbers[0]).toBeGreaterThan(10)
  })

  it('is told of one long step, once', async () => {
    expect(await toldOf(1, 500)).toEqual([0, null])
  })

  it('is over when the work fails, too', async () => {
    expect(await toldOf(1, 400, true)).toEqual([0, null])
  })
})
