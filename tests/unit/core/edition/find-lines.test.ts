import { describe, expect, it } from 'vitest'
import { findLines } from '../../../../src/core/edition/find-lines.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

/** Texts that stand there in one way only. */
const once = (texts: readonly string[]): string[][] => texts.map((text) => [text])
const file =
  'Havenblad\n\nDe sluis\u00A0 ging open.\r\nDe boot voer weg.\n\n* De loods kwam. Bode\n\nHavenblad\n'

describe('the lines on which texts begin', () => {
  it('are found in order, whatever the white space and the bullets', () => {
    expect(
      findLines(
        file,
        once(['Havenblad', 'De sluis ging open. De boot voer weg.', 'De loods kwam.']),
      ),
    ).toEqual([1, 3, 6])
  })

  it('are found forwards only: the same words may come again', () => {
    expect(findLines(file, once(['Havenblad', 'Havenblad', 'Havenblad']))).toEqual([1, 8, null])
  })

  it('are unknown for words that are not there, and those after them are found all the same', () => {
    expect(findLines(file, once(['Storm', '', 'De boot']))).toEqual([null, null, 4])
  })

  it('are found twice on one line, as the two parts of an item that was cut', () => {
    expect(findLines('Een zin. Nog een zin.', once(['Een zin.', 'Nog een zin.']))).toEqual([1, 1])
  })

  it('are those of a heading and not of a name or a sentence in which its word stands', () => {
    const source = '* De molen draait weer op. Energiebrief\n\nEnergie\n\n* De wind nam toe.'
    const texts = ['De molen draait weer op.', 'Energie', 'De wind nam toe.']
    expect(findLines(source, once(texts))).toEqual([1, 3, 5])
    const sentence = '* De molen levert Energie. Bode\n\n## Energie\n\n* De wind nam toe.'
    expect(findLines(sentence, once(['De molen levert', 'Energie']))).toEqual([1, 3])
  })

  it('are those of a line in which the words stand, where they begin none', () => {
    expect(findLines('Kadenieuws. Nieuws van de kade. Bode', once(['Nieuws']))).toEqual([1])
    expect(findLines('Kadenieuws\nDe boot, en Nieuws', once(['Nieuws']))).toEqual([2])
  })

  it('are those of the likeliest of their forms that stands there', () => {
    const underlined = 'De boot\n=======\nDe boot voer weg.\n\nDe loods\n========\nHij kwam.'
    const forms = [
      ['De boot\nDe boot voer weg.', 'De boot voer weg.'],
      ['De loods\nHij kwam.', 'Hij kwam.'],
    ]
    expect(findLines(underlined, forms)).toEqual([3, 7])
    expect(findLines(underlined.replaceAll(/\n=+/gu, ''), forms)).toEqual([1, 4])
  })

  it('take time in proportion to the file', () => {
    const read = (times: number): void => {
      const texts = Array.from(
        { length: times * 400 },
        (_, index) => `Bericht ${String(index)} uit de haven.`,
      )
      const long = texts.join('\n\n')
      expect(findLines(long, once(texts)).at(-1)).toBe(texts.length * 2 - 1)
    }
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })
})
