import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withCalmProgress } from '../../../../electron/services/import/calm-progress.ts'

/** What is told of so many steps that take so long each, in milliseconds. */
async function toldOf(steps: number, each: number): Promise<(number | null)[]> {
  const told: (number | null)[] = []
  await withCalmProgress<number, void>(
    (progress) => told.push(progress),
    async (at) => {
      for (let step = 0; step < steps; step += 1) {
        at(step)
        await wait(each)
      }
    },
  )
  return told
}

describe('progress', () => {
  it('is not told of what is short', async () => {
    expect(await toldOf(10, 5)).toEqual([])
  })

  it('is told at most ten times a second, upwards, and then that it is over', async () => {
    const told = await toldOf(200, 5)
    expect(told.at(-1)).toBeNull()
    expect(told.length).toBeGreaterThan(3)
    expect(told.length).toBeLessThan(30)
    const numbers = told.flatMap((one) => one ?? [])
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
    expect(numbers[0]).toBeGreaterThan(10)
  })

  it('is told of one long step, once', async () => {
    expect(await toldOf(1, 500)).toEqual([0, null])
  })

  it('is over when the work fails, too', async () => {
    const told: unknown[] = []
    const work = withCalmProgress<number, void>(
      (progress) => told.push(progress),
      async (at) => {
        at(1)
        await wait(400)
        throw new Error('mislukt')
      },
    )
    await expect(work).rejects.toThrow('mislukt')
    expect(told).toEqual([1, null])
  })
})
