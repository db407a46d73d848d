import { describe, expect, it } from 'vitest'
import { knownSeries } from '../../../../src/core/library/known-series.ts'

const library = [
  { title: 'Polderbrief, nummer 16', series: 'Polderbrief' },
  { title: 'Polderbrief voor de kust. Het duin groeit', series: 'Polderbrief voor de kust' },
  { title: 'Stadsbericht 15', series: 'Het Stadsbericht' },
  { title: 'Weekkrant van februari 2025', series: 'De Weekkrant' },
  { title: 'Havenblad 3', series: null },
]

describe('knownSeries', () => {
  it.each([
    ['Polderbrief, nummer 17', 'Polderbrief'],
    ['POLDERBRIEF – nummer 18', 'Polderbrief'],
    ['Polderbrief', 'Polderbrief'],
    // The longest that begins the title.
    ['Polderbrief voor de kust. De zee komt', 'Polderbrief voor de kust'],
    // A series under another name than the titles have.
    ['Stadsbericht 16', 'Het Stadsbericht'],
    ['Weekkrant van maart 2025', 'De Weekkrant'],
  ])('knows that of %s', (title, series) => {
    expect(knownSeries(title, library)).toBe(series)
  })

  it.each([
    'Polderbrieven van vroeger',
    'De Polderbrief, nummer 17',
    'Stadsbericht over de tram',
    'Havenblad 4',
    '2025',
  ])('knows none of %s', (title) => {
    expect(knownSeries(title, library)).toBeNull()
  })

  it('takes no title of nothing but numbers for that of a series', () => {
    expect(knownSeries('12', [{ title: '11', series: 'Blik' }])).toBeNull()
  })
})
