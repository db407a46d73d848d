import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { matchItems } from '../../../../src/core/library/match-items.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'
import { anEditionWith, frost, grid, harbour, trains } from './news-items.ts'

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

function textsOf(edition: Edition): ReadonlyMap<string, string> {
  const items = edition.sections.flatMap((section) => section.items)
  return new Map(items.map(({ id, text }) => [id, text]))
}
