import { describe, expect, it, vi } from 'vitest'
import { createMemo } from '../../../src/core/memo.ts'

describe('createMemo', () => {
  const remembering = (most: number) => {
    const work = vi.fn((key: string) => key.toUpperCase())
    return { work, ask: createMemo(most, work) }
  }

  it('works a thing out once', () => {
    const { work, ask } = remembering(2)
    expect([ask('a'), ask('b'), ask('a'), ask('b')]).toEqual(['A', 'B', 'A', 'B'])
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('remembers the last ones, however many came before', () => {
    const { work, ask } = remembering(3)
    for (const key of 'abcdefgh') ask(key)
    work.mockClear()
    expect(['h', 'g', 'f'].map(ask)).toEqual(['H', 'G', 'F'])
    expect(work).not.toHaveBeenCalled()
  })

  it('keeps what is asked for again and again', () => {
    const { work, ask } = remembering(3)
    for (const key of 'abcdefghijklmnop') {
      ask(key)
      ask('again')
    }
    expect(work.mock.calls.filter(([key]) => key === 'again')).toHaveLength(1)
  })

  it('forgets the others', () => {
    const { work, ask } = remembering(2)
    for (const key of 'abcdea') ask(key)
    expect(work.mock.calls.filter(([key]) => key === 'a')).toHaveLength(2)
  })
})
