import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../src/core/search/parse-query.ts'

describe('parseQuery', () => {
  it('keeps the parts of a hyphenated word and the word written as one', () => {
    expect(parseQuery('Zuidoost-Azië')).toEqual([
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
    expect(parseQuery('608.000 en 30%').map(({ numbers }) => numbers)).toEqual([
      ['608.000', '608000'],
      ['30', '30%'],
    ])
  })

  it('leaves out words that stand everywhere, unless there are only those', () => {
    expect(parseQuery('de haven van Gent').map(({ parts }) => parts[0])).toEqual(['haven', 'gent'])
    expect(parseQuery('de van').map(({ parts }) => parts[0])).toEqual(['de', 'van'])
  })

  it('takes no more words than a question has', () => {
    expect(parseQuery('boot '.repeat(500)).length).toBeLessThan(50)
    expect(parseQuery('a-'.repeat(500))[0]?.parts.length).toBeLessThan(50)
  })
})
