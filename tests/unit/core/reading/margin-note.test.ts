import { describe, expect, it } from 'vitest'
import { fitsBesideItem } from '../../../../src/core/reading/margin-note.ts'

const wordsOf = (length: number): string => 'woord '.repeat(length / 6)

describe('a note on paper', () => {
  it.each([
    ['a short one', 'Navragen.', wordsOf(60), true],
    ['one as tall as its item', wordsOf(300), wordsOf(600), true],
    ['one that is taller than its item', wordsOf(900), wordsOf(300), false],
    ['many short lines', 'ja\n'.repeat(12), wordsOf(120), false],
    ['many short lines beside a long item', 'ja\n'.repeat(12), wordsOf(900), true],
  ])('stands in the margin as long as it is no taller than its item: %s', (_, note, item, fits) => {
    expect(fitsBesideItem(note, item)).toBe(fits)
  })
})
