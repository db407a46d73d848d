import { describe, expect, it } from 'vitest'
import { findLines } from '../../../../src/core/edition/find-lines.ts'

const file =
  'Havenblad\n\nDe sluis\u00A0 ging open.\r\nDe boot voer weg.\n\n* De loods kwam. Bode\n\nHavenblad\n'

describe('the lines on which texts begin', () => {
  it('are found in order, whatever the white space and the bullets', () => {
    expect(
      findLines(file, ['Havenblad', 'De sluis ging open. De boot voer weg.', 'De loods kwam.']),
    ).toEqual([1, 3, 6])
  })

  it('are found forwards only: the same words may come again', () => {
    expect(findLines(file, ['Havenblad', 'Havenblad', 'Havenblad'])).toEqual([1, 8, null])
  })

  it('are unknown for words that are not there, and those after them are found all the same', () => {
    expect(findLines(file, ['Storm', '', 'De boot'])).toEqual([null, null, 4])
  })

  it('are found twice on one line, as the two parts of an item that was cut', () => {
    expect(findLines('Een zin. Nog een zin.', ['Een zin.', 'Nog een zin.'])).toEqual([1, 1])
  })

  it('take time in proportion to the file', () => {
    const time = (times: number): number => {
      const texts = Array.from(
        { length: times * 40 },
        (_, index) => `Bericht ${String(index)} uit de haven.`,
      )
      const long = texts.join('\n\n')
      const start = performance.now()
      expect(findLines(long, texts).at(-1)).toBe(texts.length * 2 - 1)
      return performance.now() - start
    }
    time(10)
    expect(time(100)).toBeLessThan(time(10) * 12 + 20)
  })
})
