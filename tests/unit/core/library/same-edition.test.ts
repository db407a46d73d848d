import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { entryOf } from '../../../../src/core/library/library-entry.ts'
import { matchItems, matchSteps } from '../../../../src/core/library/match-items.ts'
import {
  isSureCorrection as judgeCorrection,
  likeEdition as findLike,
  sameEdition as compareEditions,
} from '../../../../src/core/library/same-edition.ts'
import { sketchOf } from '../../../../src/core/library/sketch-edition.ts'
import { allAtOnce, type Steps } from '../../../../src/core/steps.ts'
import { anEditionWith, frost, grid, harbour, noise, trains } from './news-items.ts'

const sameEdition = (one: Edition, other: Edition): boolean =>
  allAtOnce(compareEditions(one, other))
const isSureCorrection = (older: Edition, newer: Edition): boolean =>
  allAtOnce(judgeCorrection(older, newer))
const likeEdition = (...given: Parameters<typeof findLike>): ReturnType<typeof entryOf>[] => [
  ...allAtOnce(findLike(...given)),
]

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

  it('judges two weeks by the items that match and have the same numbers, as a slow reference does', () => {
    const text = fc
      .tuple(fc.constantFrom(harbour, grid, trains, frost), fc.subarray(['7', '88']))
      .map(([words, numbers]) => [words, ...numbers].join(' '))
    const items = fc
      .array(text, { minLength: 1, maxLength: 6 })
      .map((list) => Object.fromEntries(list.map((one, place) => [`i${String(place)}`, one])))
    fc.assert(
      fc.property(items, items, (older, newer) => {
        const [one, other] = [
          anEditionWith(older, { title: 'Blik week 12' }),
          anEditionWith(newer, { title: 'Blik week 13' }),
        ]
        const matched = [...matchItems(one, other)].filter(([from, to]) =>
          haveSameNumbers(older[from] ?? '', newer[to] ?? ''),
        )
        const larger = Math.max(Object.keys(older).length, Object.keys(newer).length)
        expect(sameEdition(one, other)).toBe(matched.length / larger >= 0.6)
      }),
    )
  })

  it('knows an edition without items by its name and day, or by another that is empty', () => {
    expect(sameEdition(anEditionWith({}), anEditionWith(texts))).toBe(false)
    expect(sameEdition(anEditionWith({}, onTheDay), anEditionWith(texts, onTheDay))).toBe(true)
    expect(sameEdition(anEditionWith({}), anEditionWith({}))).toBe(true)
    expect(sameEdition(anEditionWith({}), anEditionWith({}, { id: 'x' }))).toBe(false)
  })
})

function haveSameNumbers(older: string, newer: string): boolean {
  const [ours, theirs] = [numbersIn(older), numbersIn(newer)]
  if (ours.length === 0) return older === newer
  const common = ours.filter((number) => theirs.includes(number)).length
  return common * 2 >= Math.min(ours.length, theirs.length)
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+/gu) ?? []
}

describe('isSureCorrection', () => {
  const texts = { a: harbour, b: grid, c: trains, d: frost }
  const reworded = { a: `${harbour} Ook nu.`, b: `${grid} Ook nu.`, c: trains, d: `${frost} Nu.` }
  const day = { date: { value: '2024-07-05', inferred: true } }
  const blik = { series: 'Blik', ...day }
  const other = { title: 'Kade' }

  it.each([
    ['the title and the day', texts, blik, blik, true],
    ['the title and the day in other words', reworded, blik, blik, true],
    ['the title alone, in other words', reworded, {}, {}, true],
    ['the day alone, in other words', reworded, blik, { ...blik, ...other }, true],
    ['neither, in the very same words', texts, {}, other, true],
    ['neither, in other words', reworded, {}, other, false],
    ['neither, of two series', texts, { series: 'Blik' }, { series: 'Plak', ...other }, false],
    ['title and day, of two series', texts, blik, { ...blik, series: 'Plak' }, false],
    ['a series in other letters', reworded, blik, { ...blik, series: 'BLIK' }, true],
    ['a title in other signs', reworded, { title: 'Blik: kade' }, { title: 'blik – kade' }, true],
    ['the title, of a series and of none', texts, { series: 'Blik' }, {}, true],
  ])('judges what shares %s', (_, newer, head, changes, expected) => {
    const one = anEditionWith(texts, head)
    expect(isSureCorrection(one, anEditionWith(newer, changes))).toBe(expected)
    expect(isSureCorrection(anEditionWith(newer, changes), one)).toBe(expected)
  })

  it('takes no text of fewer than forty words for a correction under another title', () => {
    const long = Array.from({ length: 40 }, (_, index) => `woord${index % 7}`).join(' ')
    const short = long.slice(0, long.lastIndexOf(' '))
    const judge = (older: string, newer: string, changes: Partial<Edition>): boolean =>
      isSureCorrection(
        anEditionWith({ a: older }, blik),
        anEditionWith({ a: newer }, { ...blik, ...changes }),
      )
    expect(judge(long, long, other)).toBe(true)
    expect(judge(short, long, other)).toBe(false)
    expect(judge(long, short, other)).toBe(false)
    expect(judge(short, short, {})).toBe(true)
  })

  it('asks for half of the items where the title is another, also on the same day', () => {
    const judge = (newer: Record<string, string>): boolean =>
      isSureCorrection(
        anEditionWith(texts, blik),
        anEditionWith({ ...noise(9), ...newer }, { ...blik, ...other }),
      )
    expect(judge({ a: harbour })).toBe(false)
    expect(judge({ a: harbour, b: grid })).toBe(true)
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

describe('the steps of comparing', () => {
  const texts = { ...noise(400), z: harbour }
  /** Counts how often the text of an item is asked for. */
  function watched(changes: Partial<Edition>, reword: (text: string) => string) {
    const read = { times: 0 }
    const items = Object.entries(texts).map(([id, text]) => ({
      ...{ id, title: null, sources: [] },
      get text() {
        read.times += 1
        return reword(text)
      },
    }))
    const edition = anEditionWith({}, changes)
    return { read, edition: { ...edition, sections: [{ id: 's', heading: null, items }] } }
  }
  const weeks: [Partial<Edition>, Partial<Edition>] = [{ title: 'Blik 1' }, { title: 'Blik 2' }]
  const work: Record<string, (older: Edition, newer: Edition) => Steps<unknown>> = {
    'as one edition': compareEditions,
    'as a correction': judgeCorrection,
    'by their sketches': (older) => findLike(older, []),
    'by their items': matchSteps,
  }

  it.each(Object.keys(work))('never go over many texts at once, %s', (name) => {
    const older = watched(weeks[0], (text) => text)
    const newer = watched(weeks[1], (text) => `${text} Dat kost geld.`)
    let [longest, all] = [0, 0]
    const steps = work[name]?.(older.edition, newer.edition)
    for (let ended = false; !ended;) {
      ended = steps?.next().done !== false
      const times = older.read.times + newer.read.times
      longest = Math.max(longest, times)
      all += times
      older.read.times = newer.read.times = 0
    }
    expect(all).toBeGreaterThanOrEqual(400)
    expect(longest).toBeLessThan(12)
  })

  it('are not done again for the same two editions, also under another title', () => {
    const [older, newer] = [watched({}, (text) => text), watched({}, (text) => `${text} Nu.`)]
    const first = matchItems(older.edition, newer.edition)
    const sketches = sketchOf(older.edition)
    older.read.times = newer.read.times = 0
    const renamed = { ...older.edition, title: 'Anders' }
    expect(matchItems(renamed, newer.edition)).toBe(first)
    expect(sketchOf(renamed)).toBe(sketches)
    expect(older.read.times + newer.read.times).toBe(0)
  })
})
