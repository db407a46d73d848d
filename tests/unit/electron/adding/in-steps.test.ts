import { describe, expect, it } from 'vitest'
import { inSteps, mostAtOnce } from '../../../../electron/services/adding/in-steps.ts'
import type { Steps } from '../../../../src/core/steps.ts'

/** Goes over so many texts of this length. */
function* over(texts: number, length: number, onText: () => void = () => undefined): Steps<string> {
  for (let text = 0; text < texts; text++) {
    onText()
    yield length
  }
  return 'done'
}

async function restsOf(steps: Steps<string>): Promise<number> {
  let rests = 0
  expect(await inSteps(steps, () => Promise.resolve((rests += 1)))).toBe('done')
  return rests
}

describe('inSteps', () => {
  it('does a text of ordinary size in one go', async () => {
    expect(await restsOf(over(99, mostAtOnce / 100))).toBe(0)
  })

  it('rests in a large one, as often as it is larger', async () => {
    expect(await restsOf(over(1_800, mostAtOnce / 100))).toBe(18)
  })

  it('goes over no more at once in a large text than in a small one', async () => {
    let [atOnce, most] = [0, 0]
    const count = (): void => {
      atOnce += mostAtOnce / 100
      most = Math.max(most, atOnce)
    }
    await inSteps(over(1_800, mostAtOnce / 100, count), () => Promise.resolve((atOnce = 0)))
    expect(most).toBe(mostAtOnce)
  })

  it('lets others do something while it rests', async () => {
    const told: string[] = []
    setImmediate(() => told.push('other'))
    await inSteps(over(3, mostAtOnce, () => told.push('text')))
    expect(told.indexOf('other')).toBeLessThan(told.lastIndexOf('text'))
  })

  it('tells of what goes wrong', async () => {
    const broken = over(2, mostAtOnce, () => {
      throw new Error('no text')
    })
    await expect(inSteps(broken)).rejects.toThrow('no text')
  })
})
