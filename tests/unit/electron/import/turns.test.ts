import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../../electron/services/import/turns.ts'

describe('turns', () => {
  it('come one after the other, and an urgent work before all that wait', async () => {
    const inTurn = createTurns()
    const steps: string[] = []
    const work = (name: string) => async (): Promise<string> => {
      steps.push(`${name} begins`)
      await new Promise(setImmediate)
      steps.push(`${name} ends`)
      return name
    }
    const works = [
      inTurn(work('first'), false),
      inTurn(work('second'), false),
      inTurn(work('urgent'), true),
    ]
    expect(await Promise.all(works)).toEqual(['first', 'second', 'urgent'])
    const order = ['first', 'urgent', 'second']
    expect(steps).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]))
  })

  it('go on after a work that failed, and after a time without any', async () => {
    const inTurn = createTurns()
    const failed = inTurn(() => Promise.reject(new Error('no')), false)
    const next = inTurn(() => Promise.resolve('next'), false)
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('next')
    expect(await inTurn(() => Promise.resolve('later'), false)).toBe('later')
  })
})
