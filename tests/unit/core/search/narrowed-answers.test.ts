// What a query finds when it is narrowed, over segments as the worker has them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countHits } from '../../../../src/core/search/answer-query.ts'
import { facetNames } from '../../../../src/core/search/facets.ts'
import type {
  SearchAnswer,
  SearchHit,
  SearchRequest,
} from '../../../../src/core/search/search-types.ts'
import type { SearchContext } from '../../../../src/core/search/search-context.ts'
import { askOf, contextWith, segmentOf } from './a-search.ts'
import { anEdition } from './an-edition.ts'

const spring = anEdition({
  id: 'haven-1',
  title: 'Havenblik maart',
  series: 'Havenblik',
  date: '2023-03',
  lede: 'Over boten in de mist.',
  sections: {
    'Boten en schepen': [
      'Een boot met vaste stof aan boord. :: SCMP, Havenkrant',
      'Nog een boot in de mist. :: South China Morning Post',
    ],
    Lucht: ['Boven de boot hangt mist, een vaste klant. :: GT'],
  },
})
const summer = anEdition({
  id: 'haven-2',
  title: 'Havenblik juli',
  series: 'Havenblik',
  date: '2024-07-05',
  sections: {
    'boten en schepen': ['De boten varen op vaste-stof-accu’s. :: Global Times, GT'],
    Kade: ['Een botenloods op de kade. :: FT', 'Een boot te koop. :: Havenkrant'],
  },
})
const other = anEdition({
  id: 'dorp-1',
  title: 'Dorpsblik',
  date: '2024',
  sections: { '': ['Een boot in het dorp.'] },
})
const undated = anEdition({ id: 'los-1', title: 'Los', sections: { Kade: ['De boot is weg.'] } })

const library = contextWith({
  segments: [segmentOf([spring, summer]), segmentOf([other, undated])],
  notes: [
    { edition: 'haven-2', item: 'i2', text: 'Mijn boot ligt daar.' },
    { edition: 'weg-1', item: 'i1', text: 'Een boot van vroeger.' },
  ],
  bookmarks: [
    { edition: 'haven-1', item: 'i2' },
    { edition: 'dorp-1', item: 'i1' },
    { edition: 'weg-1', item: 'i1' },
  ],
})

const ask = (text: string, more: Partial<SearchRequest> = {}): SearchAnswer =>
  askOf(library, text, 1_000, more)
const nameOf = ({ edition, item, where }: SearchHit): string =>
  `${edition}/${item}${where === 'note' ? ' note' : ''}`
const found = (text: string, more: Partial<SearchRequest> = {}): string[] =>
  ask(text, more).hits.map(nameOf).sort()

const boats = [
  'dorp-1/i1',
  'haven-1/i1',
  'haven-1/i2',
  'haven-1/i3',
  'haven-1/lede',
  'haven-2/i1',
  'haven-2/i2 note',
  'haven-2/i3',
  'los-1/i1',
  'weg-1/i1 note',
]

describe('a narrowed query', () => {
  it.each<[text: string, expected: string[]]>([
    ['boot', boats],
    // Sources, by any of their names, or the beginning of one.
    ['boot bron:SCMP', ['haven-1/i1', 'haven-1/i2']],
    ['boot bron:"South China Morning Post"', ['haven-1/i1', 'haven-1/i2']],
    ['boot bron:"south china"', ['haven-1/i1', 'haven-1/i2']],
    ['boot bron:gt', ['haven-1/i3', 'haven-2/i1']],
    ['boot bron:haven', ['haven-1/i1', 'haven-2/i3']],
    ['boot bron:SCMP bron:Havenkrant', ['haven-1/i1']],
    ['boot bron:$', []],
    ['boot bron:"Financial Times"', ['haven-2/i2 note']],
    ['boot bron:F', ['haven-2/i2 note']],
    ['boot -bron:SCMP bron:haven', ['haven-2/i3']],
    // Sections and series.
    ['boot rubriek:boten', ['haven-1/i1', 'haven-1/i2', 'haven-2/i1']],
    ['boot rubriek:"schepen boten"', ['haven-1/i1', 'haven-1/i2', 'haven-2/i1']],
    ['boot rubriek:kad', ['haven-2/i2 note', 'haven-2/i3', 'los-1/i1']],
    ['boot reeks:havenblik rubriek:kade', ['haven-2/i2 note', 'haven-2/i3']],
    ['boot -reeks:havenblik', ['dorp-1/i1', 'los-1/i1', 'weg-1/i1 note']],
    // Dates: an edition of a month or a year begins with its first day.
    ['boot na:2024', ['dorp-1/i1', 'haven-2/i1', 'haven-2/i2 note', 'haven-2/i3']],
    ['boot na:2024-07-05', ['haven-2/i1', 'haven-2/i2 note', 'haven-2/i3']],
    ['boot na:2024-07-06', []],
    ['boot voor:2024', ['haven-1/i1', 'haven-1/i2', 'haven-1/i3', 'haven-1/lede']],
    ['boot na:2023-03 voor:2023-04 rubriek:lucht', ['haven-1/i3']],
    // Notes and bookmarks.
    ['boot in:notities', ['haven-2/i2 note', 'weg-1/i1 note']],
    ['boot in:bladwijzers', ['dorp-1/i1', 'haven-1/i2']],
    ['boot -in:notities rubriek:kade', ['haven-2/i3', 'los-1/i1']],
    // What is left out: a word in any form, but no compound of it.
    ['rubriek:kade -boot', ['haven-2/i2']],
    ['rubriek:boten -mist', ['haven-1/i1', 'haven-2/i1']],
    ['rubriek:boten -misten', ['haven-1/i1', 'haven-2/i1']],
    ['boot -"vaste stof" rubriek:boten', ['haven-1/i2']],
    ['boot -accu’s rubriek:boten', ['haven-1/i1', 'haven-1/i2']],
    // Phrases.
    ['"vaste stof"', ['haven-1/i1', 'haven-2/i1']],
    ['"vaste klant"', ['haven-1/i3']],
    ['"stof vaste"', []],
    ['"vaste kl', ['haven-1/i3']],
    ['boot "vaste stof" bron:SCMP', ['haven-1/i1']],
    ['bootje "vaste stof"', []],
    ['"boot"', boats.filter((one) => !['haven-1/lede', 'haven-2/i1'].includes(one))],
    // What cannot be understood counts for nothing.
    ['boot auteur:jan bron:SCMP', ['haven-1/i1', 'haven-1/i2']],
    ['-boot', []],
  ])('finds for %j: %j', (text, expected) => {
    expect(found(text)).toEqual(expected.toSorted())
    expect(ask(text).total).toBe(expected.length)
  })

  it('with operators alone lists all that meets them, newest first', () => {
    const names = (text: string): string[] => ask(text).hits.map(nameOf)
    expect(names('reeks:havenblik')).toEqual([
      ...['haven-2/lede', 'haven-2/i1', 'haven-2/i2', 'haven-2/i2 note', 'haven-2/i3'],
      ...['haven-1/lede', 'haven-1/i1', 'haven-1/i2', 'haven-1/i3'],
    ])
    expect(names('in:bladwijzers')).toEqual(['dorp-1/i1', 'haven-1/i2'])
    expect(names('in:notities')).toEqual(['haven-2/i2 note', 'weg-1/i1 note'])
    expect(ask('in:bladwijzers').hits[0]).toMatchObject({
      reason: 'exact',
      evidence: '',
      marks: [],
    })
  })

  it('is narrowed to the open edition, with its notes', () => {
    const here = ['haven-2/i1', 'haven-2/i2 note', 'haven-2/i3']
    expect(found('boot', { edition: 'haven-2', here: true })).toEqual(here)
    expect(found('boot in:editie', { edition: 'haven-2' })).toEqual(here)
    expect(found('boot', { edition: null, here: true })).toEqual([])
  })

  it('marks a phrase as a whole, and says that it is one', () => {
    const hit = ask('"vaste stof" boten').hits.find(({ edition }) => edition === 'haven-2')
    expect(hit).toMatchObject({ reason: 'phrase', evidence: 'vaste-stof', within: 'text' })
    const marked = hit?.excerptMarks.map(([start, end]) => hit.excerpt.slice(start, end))
    expect(marked).toEqual(['boten', 'vaste-stof'])
    const single = ask('"boot" rubriek:lucht').hits[0]
    expect(single).toMatchObject({ reason: 'exact', evidence: '' })
    const inHeading = ask('"boten en schepen"').hits[0]
    expect(inHeading).toMatchObject({ reason: 'phrase', within: 'heading', marks: [] })
  })

  it('tells what could not be understood', () => {
    expect(ask('boot auteur:jan').problem).toEqual({
      kind: 'unknown-operator',
      text: 'auteur:jan',
    })
    expect(ask('-boot')).toMatchObject({
      total: 0,
      problem: { kind: 'nothing-to-find', text: '-boot' },
      relaxations: [],
    })
    expect(ask('boot').problem).toBeNull()
  })

  const numbered = (many: number, of: (number: number) => string): string =>
    Array.from({ length: many }, (_, number) => of(number)).join(' ')

  it.each([
    ['words', (number: number) => `w${String(number)}`, 'w24'],
    ['operators', (number: number) => `bron:b${String(number)}`, 'bron:b24'],
    ['words to leave out', (number: number) => `-w${String(number)}`, '-w24'],
    ['phrases', (number: number) => `"a b${String(number)}"`, '"a b24"'],
  ])('says from where on %s are too many', (_, of, first) => {
    expect(ask(`boot bron:SCMP ${numbered(22, of)}`).problem).toBeNull()
    const start = first.includes('w24') && !first.startsWith('-') ? '' : 'boot '
    expect(ask(`${start}${numbered(30, of)}`).problem).toEqual({ kind: 'too-many', text: first })
  })

  it.each([
    ['of plain words', `"${numbered(24, (number) => `w${String(number)}`)}"`, null],
    ['with a word more', `boot "${numbered(25, (number) => `w${String(number)}`)}"`, 'w24'],
    ['of hyphened words', `"${numbered(13, (number) => `w${String(number)}-x`)}" w30`, 'w12-x'],
  ])('says from where on a phrase %s is too long', (_, text, first) => {
    expect(ask(text).problem).toEqual(first === null ? null : { kind: 'too-many', text: first })
  })
})

describe('facets', () => {
  it('count what choosing a value gives', () => {
    const { facets, places, editionCount, total } = ask('boot', { edition: 'haven-2' })
    expect(facets).toEqual({
      source: [
        { value: 'Global Times', count: 2 },
        { value: 'Havenkrant', count: 2 },
        { value: 'South China Morning Post', count: 2 },
        { value: 'Financial Times', count: 1 },
      ],
      series: [{ value: 'Havenblik', count: 7 }],
      section: [
        { value: 'Boten en schepen', count: 3 },
        { value: 'Kade', count: 3 },
        { value: 'Lucht', count: 1 },
      ],
      year: [
        { value: '2023', count: 4 },
        { value: '2024', count: 4 },
      ],
      kind: [
        { value: 'item', count: 7 },
        { value: 'bookmark', count: 2 },
        { value: 'note', count: 2 },
        { value: 'opening', count: 1 },
      ],
    })
    expect(places).toEqual({ everywhere: 10, here: 3, notes: 2 })
    expect([editionCount, total]).toEqual([5, 10])
  })

  const edition = 'haven-2'
  const texts = [
    'boot',
    'mist',
    'boot na:2023',
    'reeks:havenblik',
    '"vaste stof"',
    'bot',
    'boot kade',
  ]
  const anyRequest = fc.record({
    text: fc.constantFrom(...texts),
    here: fc.boolean(),
    refine: fc.record(
      {
        source: fc.constantFrom('Global Times', 'South China Morning Post', 'Havenkrant', 'x'),
        series: fc.constantFrom('Havenblik', 'x'),
        section: fc.constantFrom('Kade', 'boten en schepen', 'x'),
        year: fc.constantFrom('2023', '2024', 'x'),
        kind: fc.constantFrom('item', 'opening', 'note', 'bookmark'),
      },
      { requiredKeys: [] },
    ),
  })

  it('keep what they promise, whatever was chosen before', () => {
    fc.assert(
      fc.property(anyRequest, ({ text, ...chosen }) => {
        const answer = ask(text, { edition, ...chosen })
        expect(answer.hits).toHaveLength(answer.total)
        expect(new Set(answer.hits.map((hit) => hit.edition)).size).toBe(answer.editionCount)
        for (const facet of facetNames) {
          for (const { value, count } of answer.facets[facet]) {
            const refine = { ...chosen.refine, [facet]: value }
            expect(ask(text, { edition, here: chosen.here, refine }).total).toBe(count)
          }
        }
        const place = chosen.refine.kind === 'note' ? { kind: undefined } : {}
        const { kind, ...rest } = { ...chosen.refine, ...place }
        const elsewhere = kind === undefined ? rest : { ...rest, kind }
        const totalOf = (here: boolean, refine: SearchRequest['refine']): number =>
          ask(text, { edition, here, refine }).total
        expect(answer.places).toEqual({
          everywhere: totalOf(false, elsewhere),
          here: totalOf(true, elsewhere),
          notes: totalOf(false, { ...chosen.refine, kind: 'note' }),
        })
      }),
      { numRuns: 150 },
    )
  })

  it('say how many values they do not give', () => {
    const sections = Object.fromEntries(
      Array.from({ length: 53 }, (_, number) => [`Kade ${String(number)}`, ['Een boot.']]),
    )
    const library = contextWith({ segments: [segmentOf([anEdition({ sections })])] })
    const { facets, furtherValues } = askOf(library, 'boot')
    expect(facets.section).toHaveLength(50)
    expect(furtherValues).toEqual({ source: 0, series: 0, section: 3, year: 0, kind: 0 })
  })

  it('are empty when nothing was asked', () => {
    expect(ask('')).toMatchObject({
      facets: { source: [], series: [], section: [], year: [], kind: [] },
      furtherValues: { source: 0, series: 0, section: 0, year: 0, kind: 0 },
      places: { everywhere: 0, here: 0, notes: 0 },
      editionCount: 0,
    })
  })

  it('give at most fifty values', () => {
    const texts = Array.from({ length: 60 }, (_, index) => `Een boot. :: Krant ${String(index)}`)
    const many = contextWith({ segments: [segmentOf([anEdition({ sections: { Kop: texts } })])] })
    expect(askOf(many, 'boot').facets.source).toHaveLength(50)
  })
})

describe('a word to leave out', () => {
  it.each([
    [
      '-noord-korea',
      ['Zeil in het noorden van Korea.', 'Zeil noord, en Korea.'],
      ['Zeil in Noord-Korea.', 'Zeil in Noord Korea.', 'Zeil in Noordkorea.'],
    ],
    ['-30%', ['Zeil met 30 knopen.'], ['Zeil 30% goedkoper.', 'Zeil 30 % duurder.']],
    ['-R&D', ['Zeil naar R en D.'], ['Zeil van de R&D.']],
    ['-C++', ['Zeil in C.'], ['Zeil in C++.']],
    ["-auto's", ['Zeil op de autobaan.'], ['Zeil met de auto.', "Zeil met auto's."]],
  ])('%s leaves out what has it, and not what has its parts', (exclusion, kept, leftOut) => {
    const edition = anEdition({ sections: { Kop: [...kept, ...leftOut] } })
    const { hits } = askOf(contextWith({ segments: [segmentOf([edition])] }), `zeil ${exclusion}`)
    expect(hits.map(({ excerpt }) => excerpt).toSorted()).toEqual(kept.toSorted())
  })
})

describe('an empty answer', () => {
  it('says what to let go of', () => {
    const refine = { section: 'Lucht' }
    expect(ask('boot bron:Havenkrant -koop', { refine }).relaxations).toEqual([
      { what: 'Lucht', refine: 'section', text: 'boot bron:Havenkrant -koop', total: 1 },
      { what: 'bron:Havenkrant', refine: null, text: 'boot -koop', total: 1 },
    ])
    expect(ask('boot voor:2000 rubriek:lucht').relaxations).toEqual([
      { what: 'voor:2000', refine: null, text: 'boot rubriek:lucht', total: 1 },
    ])
    expect(ask('"stof vaste" bron:SCMP').relaxations).toEqual([
      { what: '"stof vaste"', refine: null, text: 'stof vaste bron:SCMP', total: 1 },
    ])
    expect(ask('mist', { here: true, edition: 'dorp-1' }).relaxations).toEqual([
      { what: '', refine: 'here', text: 'mist', total: 3 },
    ])
    expect(ask('walvis bron:SCMP').relaxations).toEqual([])
    expect(ask('boot voor:2000 bron:Nergens').relaxations).toEqual([
      { what: '', refine: 'all', text: 'boot', total: ask('boot').total },
    ])
    expect(ask('"boot" -koop voor:2000', { refine: { section: 'Nergens' } }).relaxations).toEqual([
      { what: '', refine: 'all', text: 'boot', total: ask('boot').total },
    ])
    expect(ask('boot').relaxations).toEqual([])
  })

  it('suggests a spelling within what was asked for', () => {
    const library = contextWith({
      segments: [segmentOf([anEdition({ sections: { Kop: ['De fabriek van NIO. :: VP'] } })])],
    })
    expect(askOf(library, 'NOI bron:VP').suggestion).toBe('NIO bron:VP')
    const elsewhere = askOf(library, 'NOI bron:FT')
    expect(elsewhere.suggestion).toBeNull()
    expect(elsewhere.relaxations).toEqual([
      { what: 'NIO', refine: 'spelling', text: 'NIO', total: 1 },
    ])
    expect(elsewhere.narrowedTo).toEqual(['bron:FT'])
    const inYear = askOf(library, 'NOI', 10, { refine: { year: '1999' } })
    expect(inYear.relaxations).toEqual([{ what: 'NIO', refine: 'spelling', text: 'NIO', total: 1 }])
    expect(askOf(library, 'NOI').relaxations).toEqual([])
    expect(askOf(library, '"fabriek van NOI" bron:VP').suggestion).toBe('"fabriek van NIO" bron:VP')
  })
})

describe('the order of time', () => {
  it('puts the newest edition first, in the order in which it is read', () => {
    expect(ask('boot', { order: 'date', edition: 'haven-1' }).hits.map(nameOf)).toEqual([
      ...['haven-2/i1', 'haven-2/i2 note', 'haven-2/i3'],
      'dorp-1/i1',
      ...['haven-1/lede', 'haven-1/i1', 'haven-1/i2', 'haven-1/i3'],
      'los-1/i1',
      'weg-1/i1 note',
    ])
  })

  it.each([{ order: 'date' }, { order: 'relevance' }] as const)(
    'and any other gives pages that join without a seam: %j',
    (order) => {
      for (const text of ['boot', 'reeks:havenblik', 'mist', 'boot "vaste stof"']) {
        const asked = (skip: number, limit: number): string[] =>
          ask(text, { ...order, edition: 'haven-1', skip, limit }).hits.map(nameOf)
        const whole = asked(0, 1_000)
        const pages = Array.from({ length: 12 }, (_, page) => asked(page, page + 1)).flat()
        expect(pages).toEqual(whole)
        expect(new Set(whole).size).toBe(whole.length)
      }
    },
  )
})

/** Asks the same until the answer is complete, as the window does; the last answer. */
function askedToTheEnd(
  library: SearchContext,
  text: string,
  more: Partial<SearchRequest> = {},
): SearchAnswer {
  for (let turn = 0; turn < 9; turn++) {
    const answer = askOf(library, text, 2_000, more)
    if (answer.isComplete) return answer
  }
  throw new Error(`the answer to ${text} does not end`)
}

describe('a phrase of words that stand almost everywhere', () => {
  const count = 1_500
  const texts = Array.from({ length: count }, (_, index) =>
    index % 3 === 0 ? 'De kade en de boot.' : 'De boot en de kade.',
  )
  const aLibrary = (): SearchContext =>
    contextWith({ segments: [segmentOf([anEdition({ sections: { Kop: texts } })])] })

  it('is looked for in so many texts an answer, and says so until all are read', () => {
    const library = aLibrary()
    const first = askOf(library, '"de kade en"', 40)
    expect(first.isComplete).toBe(false)
    expect(first.hits).toHaveLength(40)
    for (const { excerpt } of first.hits) expect(excerpt).toBe('De kade en de boot.')
    expect(first.total).toBeLessThan(500)
    const second = askOf(library, '"de kade en"', 40)
    expect([second.isComplete, second.total]).toEqual([true, 500])
    expect(second.facets.kind).toEqual([{ value: 'item', count: 500 }])
  })

  it('is read no further than what was typed before it leaves', () => {
    const library = aLibrary()
    expect(askedToTheEnd(library, '"de kade e').total).toBe(500)
    const longer = askOf(library, '"de kade en de bo')
    expect([longer.isComplete, longer.total]).toEqual([true, 500])
  })

  it('that is to be left out is read to the end too', () => {
    const library = aLibrary()
    expect(askOf(library, 'boot -"de kade en"').isComplete).toBe(false)
    expect(askedToTheEnd(library, 'boot -"de kade en"').total).toBe(1_000)
  })

  it('that is nowhere says what would find something, also when that takes long', () => {
    const library = aLibrary()
    const answer = askedToTheEnd(library, '"de kade en" bron:Kadeblad')
    expect(answer.relaxations).toEqual([
      { what: 'bron:Kadeblad', refine: null, text: '"de kade en"', total: 500 },
    ])
  })

  it('is found when none of the best has it', () => {
    const short = Array.from({ length: count }, () => 'De boot, de kade.')
    const long = `De kade en de boot ${'en nog iets anders '.repeat(9)}.`
    const library = contextWith({
      segments: [segmentOf([anEdition({ sections: { Kop: [...short, long] } })])],
    })
    expect(askedToTheEnd(library, '"de kade en de boot"').total).toBe(1)
    expect(askedToTheEnd(library, '"de boot en de kade"').total).toBe(0)
  })

  it('has all hits of the open edition, and pages in the order of time that join without a seam', () => {
    const yearly = Array.from({ length: 60 }, (_, index) =>
      anEdition({
        id: `e-${String(index)}`,
        date: String(2010 - index),
        sections: { Kop: texts.slice(0, 50) },
      }),
    )
    const phrase = '"de kade en"'
    const inEdition = 17
    const fresh = () => contextWith({ segments: [segmentOf(yearly)] })
    const { hits } = askOf(fresh(), phrase, 1, { edition: 'e-3' })
    expect(hits.filter(({ edition }) => edition === 'e-3')).toHaveLength(inEdition)
    const { places } = askOf(fresh(), phrase, 1, { edition: 'e-3', here: true })
    expect(places.here).toBe(inEdition)

    const library = fresh()
    const whole = askedToTheEnd(library, phrase, { order: 'date' })
    const names: string[] = []
    for (let skip = 0; skip < 60 * inEdition; skip += 100) {
      const page = askOf(library, phrase, skip + 100, { order: 'date', skip })
      names.push(...page.hits.map(nameOf))
    }
    expect(names).toEqual(whole.hits.map(nameOf))
    expect(new Set(names).size).toBe(60 * inEdition)
  })
})

describe('a question that is narrowed to editions', () => {
  const only = (...ids: string[]) => ({ editions: { ids, areLeftOut: false } })
  const but = (...ids: string[]) => ({ editions: { ids, areLeftOut: true } })
  const found = (text: string, more: Partial<SearchRequest>): string[] => [
    ...new Set(ask(text, more).hits.map(({ edition }) => edition)),
  ]

  it('finds what is in them, or in all others, and no note of the reader', () => {
    expect(found('boot', only('dorp-1', 'los-1')).toSorted()).toEqual(['dorp-1', 'los-1'])
    expect(found('boot', but('haven-1')).toSorted()).toEqual(['dorp-1', 'haven-2', 'los-1'])
    const hits = ask('boot', but()).hits.map(({ where }) => where)
    expect(hits.length).toBeGreaterThan(3)
    expect(new Set(hits)).toEqual(new Set(['item']))
    expect(found('boot', only())).toEqual([])
  })

  it('splits all hits in two, whatever else they are narrowed by', () => {
    const ids = ['haven-1', 'haven-2', 'dorp-1', 'los-1', 'weg-1']
    fc.assert(
      fc.property(
        fc.constantFrom('boot', 'vaste', '"vaste stof"', 'bron:scmp', 'mist -klant', 'boten kade'),
        fc.subarray(ids),
        fc.constantFrom<SearchRequest['refine']>({}, { series: 'Havenblik' }, { year: '2024' }),
        (text, chosen, refine) => {
          const all = ask(text, { refine, ...but() }).total
          const inside = ask(text, { refine, ...only(...chosen) }).total
          expect(inside + ask(text, { refine, ...but(...chosen) }).total).toBe(all)
          expect(countHits(library, { text, refine, editions: chosen })).toEqual({
            ...{ all, inEditions: inside, isComplete: true },
          })
        },
      ),
    )
  })

  it('takes its words as strictly as without: another edition has them, so no misspelling counts', () => {
    const near = anEdition({ id: 'los-2', title: 'Los', sections: { Kade: ['Een bloot been.'] } })
    const more = contextWith({ segments: [segmentOf([spring, summer, near])] })
    expect(countHits(more, { text: 'boot', refine: {}, editions: ['los-2'] }).inEditions).toBe(0)
    const alone = contextWith({ segments: [segmentOf([near])] })
    expect(countHits(alone, { text: 'boot', refine: {}, editions: ['los-2'] }).inEditions).toBe(1)
  })
})

describe('a question within whose hits is searched', () => {
  it.each<[within: string, expected: string[]]>([
    ['mist', ['haven-1/i2', 'haven-1/i3', 'haven-1/lede']],
    ['MIST klant', ['haven-1/i3']],
    // The word may be incomplete, in another form, or in the heading above the item.
    ['kla', ['haven-1/i3']],
    ['dorpen', ['dorp-1/i1']],
    ['kade', ['haven-2/i3', 'los-1/i1']],
    // A misspelling finds nothing here, and signs alone ask for nothing.
    ['misd', []],
    ['…', boats],
    ['  ', boats],
  ])('keeps those with %s', (within, expected) => {
    expect(found('boot', { within })).toEqual(expected)
    expect(ask('boot', { within }).total).toBe(expected.length)
  })

  it('marks both, and takes the words of the question as strictly as without', () => {
    const [hit] = ask('boot', { within: 'klant' }).hits
    const words = hit?.excerptMarks.map(([start, end]) => hit.excerpt.slice(start, end))
    expect(words).toEqual(['boot', 'klant'])
    // By all hits: were it by those within, the misspelling of the other edition would count.
    const near = anEdition({ id: 'los-2', sections: { Kade: ['Een bloot been op de dijk.'] } })
    const more = contextWith({ segments: [segmentOf([spring, summer, near])] })
    expect(askOf(more, 'boot', 100, { within: 'dijk' }).total).toBe(0)
  })

  it('finds some of all hits, the same in either order and in both parts of a shelf', () => {
    const texts = ['boot', 'mist', 'boten kade', '"vaste stof"', 'bron:scmp', 'boot -mist']
    const words = ['boot', 'mist', 'kade', 'vaste', 'haven', 'een']
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...words),
        fc.constantFrom<SearchRequest['order']>('relevance', 'date'),
        (text, within, order) => {
          const narrowed = found(text, { within, order })
          expect(found(text)).toEqual(expect.arrayContaining(narrowed))
          expect(found(text, { within })).toEqual(narrowed)
          const only = { editions: { ids: ['haven-1'], areLeftOut: false } }
          const others = { editions: { ids: ['haven-1'], areLeftOut: true } }
          const items = narrowed.filter((name) => !name.endsWith(' note'))
          expect(
            [...found(text, { within, ...only }), ...found(text, { within, ...others })].sort(),
          ).toEqual(items)
        },
      ),
    )
  })
})
