import { describe, expect, it } from 'vitest'
import { wordAt, wordsIn } from '../../../../src/core/reading/words-of.ts'

const text = 'De EV-bouwer zag 12 auto’s.'

describe('the words of a text', () => {
  it('are words alone, within the range', () => {
    expect(wordsIn(text, 0, text.length).map(({ word }) => word)).toEqual([
      ...['De', 'EV-bouwer', 'zag', 'auto’s'],
    ])
    expect(wordsIn(text, 3, 12)).toEqual([{ start: 3, end: 12, word: 'EV-bouwer' }])
  })

  it('are found by a place in or at the edge of one', () => {
    expect(wordAt(text, 5)?.word).toBe('EV-bouwer')
    expect(wordAt(text, 12)?.word).toBe('EV-bouwer')
    expect(wordAt(text, 18)).toBeNull()
    expect(wordAt('', 0)).toBeNull()
  })
})
