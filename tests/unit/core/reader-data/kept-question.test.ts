import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mergeQuestions,
  newEditions,
  questionKey,
  questionKeyPattern,
} from '../../../../src/core/reader-data/kept-question.ts'
import { aQuestion } from './reader-records.ts'

describe('a kept question', () => {
  it('is the same whatever its capitals, accents and the order of its choices', () => {
    const key = questionKey({ text: 'één Haven', refine: { source: 'Kadepost', year: '2031' } })
    expect(key).toMatch(questionKeyPattern)
    expect(questionKey({ text: ' Een haven', refine: { year: '2031', source: 'KADEPOST' } })).toBe(
      key,
    )
  })

  it('is another one with other words, or narrowed otherwise', () => {
    const asked = [
      { text: 'haven', refine: {} },
      { text: 'havens', refine: {} },
      { text: 'haven', refine: { source: 'Kadepost' } },
      { text: 'haven', refine: { series: 'Kadepost' } },
      { text: 'haven Kadepost', refine: {} },
    ]
    expect(new Set(asked.map(questionKey)).size).toBe(asked.length)
  })

  it('joined with itself of another machine is as old as the first and as seen as the last', () => {
    const here = aQuestion({
      created: '2031-02-01T00:00:00.000Z',
      seen: '2031-03-01T00:00:00.000Z',
    })
    const there = aQuestion({
      created: '2031-01-01T00:00:00.000Z',
      seen: '2031-02-15T00:00:00.000Z',
    })
    expect(mergeQuestions(here, there)).toEqual({ ...here, created: there.created })
    const news = { ...here, seen: '2031-04-01T00:00:00.000Z', before: here.seen }
    expect(mergeQuestions(here, news)).toEqual(news)
    expect(mergeQuestions(news, here)).toBe(news)
    expect(mergeQuestions(here, here)).toBe(here)
  })

  it('is news in editions that were added after it was seen, however the moment is written', () => {
    const editions = [
      { id: 'voor', added: '2031-02-01T09:59:59.000Z' },
      { id: 'toen', added: '2031-02-01T10:00:00.000Z' },
      { id: 'na', added: '2031-02-01T12:00:00+01:00' },
      { id: 'zelfde', added: '2031-02-01T11:00:00+01:00' },
    ]
    expect(newEditions({ seen: '2031-02-01T10:00:00.000Z' }, editions)).toEqual(['na'])
  })

  it('finds nothing new right after it was seen', () => {
    const moment = fc
      .date({ min: new Date('2014-01-01'), max: new Date('2034-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    fc.assert(
      fc.property(fc.array(moment), (moments) => {
        const editions = moments.map((added, at) => ({ id: String(at), added }))
        const seen = moments.toSorted().at(-1) ?? '2034-01-01T00:00:00.000Z'
        expect(newEditions({ seen }, editions)).toEqual([])
      }),
    )
  })
})
