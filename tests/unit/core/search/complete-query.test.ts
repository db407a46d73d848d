import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeQuery } from '../../../../src/core/search/complete-query.ts'
import { askOf, contextWith, segmentOf } from './a-search.ts'
import { anEdition } from './an-edition.ts'

const library = contextWith({
  segments: [
    segmentOf([
      anEdition({
        id: 'haven-1',
        series: 'Havenblik extra',
        date: '2023-03',
        sections: { 'Boten en schepen': ['Een boot. :: SCMP', 'Nog een. :: GT, Havenkrant'] },
      }),
      anEdition({
        id: 'haven-2',
        series: 'Havenblik',
        date: '2024-07-05',
        sections: { Kade: ['De kade. :: South China Morning Post', 'Een sloep. :: De Tijd'] },
      }),
    ]),
  ],
  notes: [{ edition: 'gone-1', item: 'i1', text: 'Een notitie.' }],
  bookmarks: [{ edition: 'haven-1', item: 'i1' }],
})

/** The options where | stands, each with its count. */
function options(marked: string): (string | [string, number])[] | null {
  const cursor = marked.indexOf('|')
  const completion = completeQuery(library, { text: marked.replace('|', ''), cursor })
  return (
    completion?.options.map(({ text, count }) => (count === null ? text : [text, count])) ?? null
  )
}

describe('completeQuery', () => {
  it.each<[string, ReturnType<typeof options>]>([
    ['bro|', ['bron:']],
    ['boot bro|', ['bron:']],
    ['re|', ['reeks:']],
    ['sour|', ['source:']],
    ['-bro|', ['-bron:']],
    ['vo|', ['voor:']],
    ['se|', ['section:', 'series:']],
    ['b|', null],
    ['|', null],
    ['boot |', null],
    ['batterij|', null],
    ['"bro|', null],
    [
      'bron:|',
      [
        ['bron:"South China Morning Post"', 2],
        ['bron:"De Tijd"', 1],
        ['bron:"Global Times"', 1],
        ['bron:Havenkrant', 1],
      ],
    ],
    ['bron:s|', [['bron:SCMP', 2]]],
    ['bron:South|', [['bron:"South China Morning Post"', 2]]],
    ['bron:"South ch|', [['bron:"South China Morning Post"', 2]]],
    ['source:gl|', [['source:"Global Times"', 1]]],
    ['-bron:gt|', [['-bron:GT', 1]]],
    ['bron:zzz|', null],
    ['rubriek:schep|', [['rubriek:"Boten en schepen"', 2]]],
    ['rubriek:k|', [['rubriek:Kade', 2]]],
    [
      'reeks:haven|',
      [
        ['reeks:Havenblik', 3],
        ['reeks:"Havenblik extra"', 3],
      ],
    ],
    ['na:|', ['na:2024', 'na:2023']],
    ['voor:202|', ['voor:2024', 'voor:2023']],
    ['na:2023|', ['na:2023']],
    ['in:|', [['in:notities', 1], ['in:bladwijzers', 1], 'in:editie']],
    ['in:bl|', [['in:bladwijzers', 1]]],
    ['in:book|', [['in:bookmarks', 1]]],
    ['auteur:j|', null],
  ])('offers for %j: %j', (marked, expected) => {
    expect(options(marked)).toEqual(expected)
  })

  it('takes the place of the whole operator, also of what stands behind the cursor', () => {
    const text = 'boot bron:sxyz kade'
    const completion = completeQuery(library, { text, cursor: 'boot bron:s'.length })
    expect(completion).toMatchObject({ from: 5, to: 14, options: [{ text: 'bron:SCMP' }] })
    const quoted = completeQuery(library, { text: 'bron:"so china" boot', cursor: 8 })
    expect(quoted).toMatchObject({ from: 0, to: 15 })
    // Of a quote that is still open nobody knows where it will end.
    const open = completeQuery(library, { text: 'bron:"so china boot', cursor: 8 })
    expect(open).toMatchObject({ from: 0, to: 8 })
    expect(completeQuery(library, { text: 'bron:"so china boot', cursor: 7 })).toMatchObject({
      to: 8,
    })
  })

  it('offers at most ten, and only what finds as many as it says', () => {
    const texts = Array.from({ length: 30 }, (_, index) => `Een boot. :: Krant ${String(index)}`)
    const many = contextWith({ segments: [segmentOf([anEdition({ sections: { Kop: texts } })])] })
    expect(completeQuery(many, { text: 'bron:kr', cursor: 7 })?.options).toHaveLength(10)
    for (const text of ['bron:', 'bron:s', 'rubriek:', 'in:', 'in:n']) {
      const { options } = completeQuery(library, { text, cursor: text.length }) ?? { options: [] }
      expect(options.length).toBeGreaterThan(0)
      for (const option of options)
        if (option.count !== null) expect(askOf(library, option.text).total).toBe(option.count)
    }
  })

  it('never throws, wherever the cursor is', () => {
    const part = fc.constantFrom(
      'bron:',
      '"',
      '-',
      'na:',
      ' ',
      'in:',
      'aé',
      '\ud83d',
      ':',
      '‘',
      '’',
    )
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(40), (text, cursor) => {
        const completion = completeQuery(library, { text, cursor })
        if (completion === null) return
        expect(completion.from).toBeLessThan(cursor)
        expect(completion.to).toBeGreaterThanOrEqual(cursor)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['boot in|', 'boot na|', 'boot voor|', 'in|'])(
    'offers no operator for a plain word: %s',
    (marked) => {
      expect(options(marked)).toBeNull()
    },
  )
})
