import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { entryOf } from '../../../../src/core/library/library-entry.ts'
import { likeEdition, matchItems, sameEdition } from '../../../../src/core/library/match-items.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

const harbour = 'De drones boven de haven meten elke ochtend hoe schoon het water is.'
const grid = 'Het stroomnet raakt vol, en bedrijven wachten langer op een aansluiting.'
const trains = 'Stille treinen krijgen voorrang op het spoor door de binnenstad.'
const frost = 'Boeren meten vorst met een nieuwe sensor in de boomgaard.'

/** Texts by item id. */
function anEditionWith(texts: Readonly<Record<string, string>>, changes: Partial<Edition> = {}) {
  const items = Object.entries(texts).map(([id, text]) => ({ id, title: null, text, sources: [] }))
  const edition: Edition = {
    id: 'blik-27',
    revision: 1,
    language: 'nl',
    series: null,
    date: null,
    title: 'Blik',
    lede: null,
    figure: null,
    sections: [{ id: 's', heading: null, items }],
    ...changes,
  }
  return edition
}

const pairs = (older: Edition, newer: Edition): Record<string, string> =>
  Object.fromEntries(matchItems(older, newer))

describe('matchItems', () => {
  it('follows an item to its new place and its new id', () => {
    const older = anEditionWith({ i1: harbour, i2: grid, i3: trains })
    const newer = anEditionWith({ i1: trains, i2: harbour, i3: grid })
    expect(pairs(older, newer)).toEqual({ i1: 'i2', i2: 'i3', i3: 'i1' })
  })

  it('knows a corrected item by its words, and leaves one that is gone', () => {
    const older = anEditionWith({ a: harbour, b: grid })
    const newer = anEditionWith({ c: harbour.replace('elke ochtend', 'iedere dag'), d: frost })
    expect(pairs(older, newer)).toEqual({ a: 'c' })
  })

  it('gives an item that is cut in two to its longer half', () => {
    const older = anEditionWith({ a: `${harbour} ${grid} Dat kost geld.` })
    const newer = anEditionWith({ a: `${grid} Dat kost geld.`, b: harbour })
    expect(pairs(older, newer)).toEqual({ a: 'a' })
  })

  it('gives items that are joined to the one that most of the words come from', () => {
    const older = anEditionWith({ kort: 'Dat kost geld.', lang: harbour })
    const newer = anEditionWith({ samen: `Dat kost geld. ${harbour}` })
    expect(pairs(older, newer)).toEqual({ lang: 'samen' })
  })

  it('keeps items with the same text apart, by their ids first', () => {
    const older = anEditionWith({ a: grid, b: grid, c: grid })
    const newer = anEditionWith({ x: grid, c: grid, b: grid })
    expect(pairs(older, newer)).toEqual({ a: 'x', b: 'b', c: 'c' })
  })

  it('does not take two items on one subject for one', () => {
    const older = anEditionWith({ a: 'De haven krijgt walstroom voor zestig schepen in het dok.' })
    const newer = anEditionWith({ a: 'De haven bouwt een nieuwe kade voor zestig kranen.' })
    expect(pairs(older, newer)).toEqual({})
  })

  it('matches items without words by their signs', () => {
    const older = anEditionWith({ a: '🙂', b: '…' })
    expect(pairs(older, anEditionWith({ c: '…', d: '🙂' }))).toEqual({ a: 'd', b: 'c' })
  })

  it('finds items of words that stand everywhere by their place', () => {
    const words = 'haven net trein vorst dijk kabel stroom kade brug sluis loods boot'.split(' ')
    const all = { length: 60 }
    const older = Object.fromEntries(
      Array.from(all, (_, place) => [`a${place}`, `${words.join(' ')} ${'x'.repeat(place + 1)}`]),
    )
    const newer = Object.fromEntries(
      Array.from(all, (_, place) => [`b${place}`, `${words.join(' ')} ${'y'.repeat(place + 1)}`]),
    )
    const matches = matchItems(anEditionWith(older), anEditionWith(newer))
    expect(matches.size).toBe(60)
    expect(matches.get('a7')).toBe('b7')
  })

  it('takes time in proportion to the number of items, also when all are of the same few words', () => {
    const words = 'haven net trein vorst dijk kabel stroom kade brug sluis loods boot'.split(' ')
    // Every item is another order of the same words, so that none is the same text.
    const ofFewWords = (count: number, start: number): Edition =>
      anEditionWith(
        Object.fromEntries(
          Array.from({ length: count }, (_, place) => {
            const left = [...words]
            const order: string[] = []
            for (let rest = (start + place) * 7_919; left.length > 0;) {
              order.push(...left.splice(rest % left.length, 1))
              rest = Math.floor(rest / (left.length + 1)) + place
            }
            return [`i${start + place}`, order.join(' ')]
          }),
        ),
      )
    const match = (times: number): void => {
      const count = times * 300
      const [older, newer] = [ofFewWords(count, 0), ofFewWords(count, 1_000_000)]
      expect(matchItems(older, newer).size).toBeGreaterThan(count / 2)
    }
    expect(costOfTenfold(match)).toBeLessThan(mostCost)
  })

  const word = fc.constantFrom('haven', 'net', 'trein', 'vorst', 'dijk', 'kabel', 'stroom', 'de')
  const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
  const edition = fc
    .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), text), { selector: ([id]) => id })
    .map((texts) => anEditionWith(Object.fromEntries(texts)))

  it('uses every new item once, and keeps every item of an edition that did not change', () => {
    fc.assert(
      fc.property(edition, edition, (older, newer) => {
        const matches = matchItems(older, newer)
        expect(new Set(matches.values()).size).toBe(matches.size)
        const newTexts = textsOf(newer)
        for (const [from, to] of matches) {
          expect(textsOf(older).has(from)).toBe(true)
          expect(newTexts.has(to)).toBe(true)
        }
        for (const [id, to] of matchItems(older, older)) expect(to).toBe(id)
        expect(matchItems(older, older).size).toBe(textsOf(older).size)
      }),
    )
  })

  it('finds as many equal texts as there are, as counting them does', () => {
    fc.assert(
      fc.property(edition, edition, (older, newer) => {
        const left = [...textsOf(newer).values()]
        let equal = 0
        for (const wanted of textsOf(older).values()) {
          const index = left.indexOf(wanted)
          if (index < 0) continue
          left.splice(index, 1)
          equal += 1
        }
        const matched = [...matchItems(older, newer)].filter(
          ([from, to]) => textsOf(older).get(from) === textsOf(newer).get(to),
        )
        expect(matched.length).toBeGreaterThanOrEqual(equal)
      }),
    )
  })
})

describe('sameEdition', () => {
  const texts = { a: harbour, b: grid, c: trains, d: frost }
  const other = { a: 'Iets heel anders.', b: 'Nog een vreemd bericht.', c: 'Over bijen en honing.' }
  const dated = { series: 'Blik', date: { value: '2024-07-05', inferred: false } }

  const onTheDay = { id: 'blik-27', ...dated }
  const week = { a: 'Over de dijk en het water van gisteren.', b: 'Bijen houden van honing.' }
  const standing = { z: 'Reageren op dit blad kan via het kantoor aan de kade.' }

  it.each([
    ['the same id', texts, {}, true],
    ['the same id and three fifths of the texts', { a: harbour, b: grid, c: trains }, {}, true],
    ['the same id and one item that stayed', { ...other, d: frost }, {}, false],
    ['the same id and half of the texts', { a: harbour, b: grid, ...noise(2) }, {}, false],
    ['the same id and nothing else, as of titles that never change', other, {}, false],
    ['the same id, and all of it among many more', { ...texts, ...noise(9) }, {}, false],
    ['another id and the same texts', texts, { id: 'plak' }, true],
    ['another id and all of it among many more', { ...texts, ...noise(9) }, { id: 'plak' }, false],
    [
      'another id and half of the texts',
      { a: harbour, b: grid, ...noise(2) },
      { id: 'plak' },
      false,
    ],
  ])('judges %s', (_, newer, changes, expected) => {
    const one = anEditionWith(texts)
    expect(sameEdition(one, anEditionWith(newer, changes))).toBe(expected)
    expect(sameEdition(anEditionWith(newer, changes), one)).toBe(expected)
  })

  it('takes the same id on the same day for a name, with one item that stayed', () => {
    const one = anEditionWith(texts, onTheDay)
    expect(sameEdition(one, anEditionWith({ ...other, d: frost }, onTheDay))).toBe(true)
    expect(sameEdition(one, anEditionWith(other, onTheDay))).toBe(false)
  })

  it.each([null, '2024', '2024-07'])(
    'keeps weeks apart that share their title, %s for a date and an item that stands in each',
    (value) => {
      const date = value === null ? null : { value, inferred: true }
      const first = anEditionWith({ a: harbour, b: grid, ...standing }, { series: 'Blik', date })
      const second = anEditionWith({ ...week, ...standing }, { series: 'Blik', date })
      expect(sameEdition(first, second)).toBe(false)
      expect(sameEdition(second, first)).toBe(false)
    },
  )

  it('takes the same series and day for a name, and a month or a year for none', () => {
    const half = { a: harbour, b: grid, ...noise(2) }
    const judge = (date: string, otherDate: string): boolean =>
      sameEdition(
        anEditionWith(texts, { ...dated, date: { value: date, inferred: false } }),
        anEditionWith(half, { ...dated, id: 'x', date: { value: otherDate, inferred: true } }),
      )
    expect(judge('2024-07-05', '2024-07-05')).toBe(true)
    expect(judge('2024-07-05', '2024-07-12')).toBe(false)
    expect(judge('2024-07', '2024-07')).toBe(false)
    expect(judge('2024', '2024')).toBe(false)
  })

  it('knows an edition without items by its name and day, or by another that is empty', () => {
    expect(sameEdition(anEditionWith({}), anEditionWith(texts))).toBe(false)
    expect(sameEdition(anEditionWith({}, onTheDay), anEditionWith(texts, onTheDay))).toBe(true)
    expect(sameEdition(anEditionWith({}), anEditionWith({}))).toBe(true)
    expect(sameEdition(anEditionWith({}), anEditionWith({}, { id: 'x' }))).toBe(false)
  })
})

describe('likeEdition', () => {
  const provenance = {
    origin: 'own',
    publisher: null,
    reviewed: true,
    added: '2024-07-06T08:00:00Z',
  } as const
  const entry = (edition: Edition) =>
    entryOf({ edition, notes: null, hyphenation: {} }, provenance, {
      sha256: null,
      issue: null,
      earlier: [],
    })
  const texts = { a: harbour, b: grid, c: trains, d: frost }

  it('finds the entries by id, by series and date, and by the texts', () => {
    const dated = { series: 'Blik', date: { value: '2024-07-05', inferred: false } }
    const edition = anEditionWith(texts, dated)
    const entries = [
      anEditionWith(noise(4), { id: 'iets-anders' }),
      anEditionWith(noise(4)),
      anEditionWith(noise(4), { id: 'zelfde-dag', ...dated }),
      anEditionWith({ ...texts, b: `${grid} Dat kost geld.` }, { id: 'zelfde-tekst' }),
    ].map(entry)
    expect(likeEdition(edition, entries).map(({ id }) => id)).toEqual([
      'blik-27',
      'zelfde-dag',
      'zelfde-tekst',
    ])
  })

  it('gives the few that are most alike where many are, the most alike first, and all of the same name', () => {
    const edition = anEditionWith(texts)
    const others = Array.from({ length: 30 }, (_, index) =>
      entry(
        anEditionWith(
          { ...texts, d: `${frost} ${'Nog een zin erbij. '.repeat(index)}` },
          { id: `e${index}` },
        ),
      ),
    )
    const same = entry(anEditionWith(texts, { id: 'zelfde' }))
    const named = entry(anEditionWith(noise(4)))
    const found = likeEdition(edition, [...others, same, named]).map(({ id }) => id)
    expect(found[0]).toBe('blik-27')
    expect(found).toContain('zelfde')
    expect(found.length).toBeLessThan(12)
  })

  it('finds nothing like an edition without words', () => {
    const entries = [entry(anEditionWith({}, { id: 'leeg' }))]
    expect(likeEdition(anEditionWith({}), entries)).toEqual([])
  })
})

function noise(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `n${index}`,
      `Ruis${index} over zaak${index * 7} met woord${index + 40} en klank${index * 3}.`,
    ]),
  )
}

function textsOf(edition: Edition): ReadonlyMap<string, string> {
  const items = edition.sections.flatMap((section) => section.items)
  return new Map(items.map(({ id, text }) => [id, text]))
}
