import { describe, expect, it } from 'vitest'
import { completeSeries } from '../../../../src/core/library/complete-series.ts'

const counts = [
  { series: 'Dorpsblad', count: 3 },
  { series: 'Het Éénblad', count: 1 },
  { series: 'Blad van de kade', count: 8 },
  { series: null, count: 4 },
]
const found = (typed: string): string[] => completeSeries(counts, typed).map(({ series }) => series)

describe('a series that is being typed', () => {
  it('is completed by those that hold it, first by those that begin with it', () => {
    expect(found('blad')).toEqual(['Blad van de kade', 'Dorpsblad', 'Het Éénblad'])
    expect(found('  EEN')).toEqual(['Het Éénblad'])
    expect(found('zee')).toEqual([])
  })

  it('may be any while nothing is typed, but for none', () => {
    expect(found(' ')).toEqual(['Dorpsblad', 'Het Éénblad', 'Blad van de kade'])
  })
})
