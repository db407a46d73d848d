import { expect, it } from 'vitest'
import { takeTurns } from '../../../src/core/take-turns.ts'

it('begins each work when the one before it has ended, also when that failed', async () => {
  const inTurn = takeTurns()
  const seen: string[] = []
  let end: () => void = () => undefined
  const first = inTurn(() => {
    seen.push('first')
    return new Promise<void>((resolve) => (end = resolve))
  })
  const second = inTurn(() => Promise.reject(new Error('second')))
  const third = inTurn(() => {
    seen.push('third')
    return Promise.resolve(3)
  })
  await Promise.resolve()
  expect(seen).toEqual(['first'])
  end()
  await first
  await expect(second).rejects.toThrow('second')
  expect(await third).toBe(3)
  expect(seen).toEqual(['first', 'third'])
})
