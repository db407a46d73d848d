import { describe, expect, it } from 'vitest'
import { parseQueryWords } from '../../../../src/core/search/query-words.ts'

describe('parseQuery', () => {
  it('keeps the parts of a hyphenated word and the word written as one', () => {
    expect(parseQueryWords('Zuidoost-Azië')).toEqual([
      {
        start: 0,
        end: 13,
        parts: ['zuidoost', 'azie'],
        joined: 'zuidoostazie',
        numbers: [],
        isWhole: false,
      },
    ])
  })

  it('keeps the ways to write a number', () => {
    expect(parseQueryWords('608.000 en 30%').map(({ numbers }) => numbers)).toEqual([
      ['608.000', '608000'],
      ['30', '30%'],
    ])
  })

  it('leaves out words that stand everywhere, unless there are only those', () => {
    expect(parseQueryWords('de haven van Gent').map(({ parts }) => parts[0])).toEqual([
      'haven',
      'gent',
    ])
    expect(parseQueryWords('de van').map(({ parts }) => parts[0])).toEqual(['de', 'van'])
  })

  it('takes no more words than a question has', () => {
    expect(parseQueryWords('boot '.repeat(500)).length).toBeLessThan(50)
    expect(parseQueryWords('a-'.repeat(500))[0]?.parts.length).toBeLessThan(50)
  })
})
