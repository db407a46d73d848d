import { describe, expect, it } from 'vitest'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { findEarlier, type LaterItem } from '../../../../src/core/reading-notes/find-earlier.ts'
import {
  createSegmentSet,
  type SegmentSet,
} from '../../../../src/core/search/compact/segment-set.ts'
import { earlierEdition, laterEdition } from '../../../fixtures/found-editions.ts'
import { segmentOf } from '../search/a-search.ts'

/** Editions about something else, so that a word that two items share is rare. */
const others: readonly EditionBundle[] = Array.from({ length: 30 }, (_, number) => {
  const { edition } = earlierEdition
  const text = (item: number): string =>
    `Bericht ${String(number)} van de markt: de prijs van ${['kaas', 'melk', 'graan'][item % 3] ?? ''} zakte in week ${String(item)}.`
  return {
    ...earlierEdition,
    edition: {
      ...edition,
      ...{ id: `markt-${String(number)}`, series: 'Markt', title: `Markt ${String(number)}` },
      sections: [
        {
          ...{ id: 'vooraan', heading: null },
          items: [0, 1, 2].map((item) => ({
            id: `i${String(item)}`,
            title: null,
            text: text(item),
            sources: [],
          })),
        },
      ],
    },
  }
})

function setOf(...bundles: readonly EditionBundle[]): SegmentSet {
  const set = createSegmentSet()
  set.add(segmentOf(bundles))
  return set
}

const tellingOf = (word: string): number => (['kost', 'per'].includes(word) ? 0 : 1)
const [bus] = laterEdition.edition.sections[0]?.items ?? []
const name = 'Lies Haverkamp'
const start = bus?.text.indexOf(name) ?? 0
const later: LaterItem = {
  ...{
    edition: laterEdition.edition.id,
    date: '2024-07-05',
    language: 'nl',
    title: null,
    text: bus?.text ?? '',
  },
  names: [{ start, end: start + name.length, printed: name, name, kind: 'person' }],
}

describe('earlier items', () => {
  it('share rare words and names, which say why', () => {
    const [first, ...rest] = findEarlier(
      setOf(earlierEdition, laterEdition, ...others),
      later,
      tellingOf,
    )
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      edition: 'weekblik-12',
      item: 'bus-640',
      series: 'Weekblik Techniek',
    })
    expect(first).toMatchObject({ date: '2024-03-22', names: ['Lies Haverkamp'] })
    expect(first?.words).toEqual(expect.arrayContaining(['waterstofbus', 'brandstofcel']))
    expect(first?.title).toMatch(/^Een waterstofbus van .* …$/u)
  })

  it('are of other editions, and of earlier ones', () => {
    const set = setOf(earlierEdition, laterEdition, ...others)
    expect(findEarlier(set, { ...later, date: '2024-03-22' }, tellingOf)).toEqual([])
    expect(findEarlier(set, { ...later, edition: 'weekblik-12' }, tellingOf)).toEqual([])
    expect(findEarlier(set, { ...later, date: null }, tellingOf)).toHaveLength(1)
  })

  it('are none where only common words, small words or units are shared', () => {
    const text = 'De prijs van kaas zakte in week 2, en de melk van de markt kost 3 euro per liter.'
    expect(
      findEarlier(setOf(earlierEdition, ...others), { ...later, text, names: [] }, tellingOf),
    ).toEqual([])
  })

  it('are none where a person, or one hyphenated word, is all that is shared', () => {
    const found = (text: string, ...names: readonly string[]) => {
      const mentions = names.map((one): LaterItem['names'][number] => {
        const at = text.indexOf(one)
        return { start: at, end: at + one.length, printed: one, name: one, kind: 'person' }
      })
      return findEarlier(
        setOf(...others, anEdition('Zij sprak Lies Maria van Haverkamp over de zwavel-arme kade.')),
        { ...later, text, names: mentions },
        tellingOf,
      )
    }
    const person = 'Lies Maria van Haverkamp'
    expect(found(`Iets anders zei ${person} toen.`, person)).toEqual([])
    expect(found('Iets anders dan een zwavel-arme dag.')).toEqual([])
    // Both together are enough, so each was found.
    expect(found(`Een zwavel-arme dag, zei ${person} toen.`, person)).toHaveLength(1)
  })

  it('share more where the text is long: it has any word sooner', () => {
    const text = 'Een waterstofbus met een brandstofcel uit Terneuzen.'
    const short = anEdition('De waterstofbus kreeg een brandstofcel.')
    const days = Array.from({ length: 200 }, (_, day) => ` En toen dag ${String(day)}.`).join('')
    const long = anEdition(`De waterstofbus kreeg een brandstofcel.${days}`)
    const found = (bundle: EditionBundle) =>
      findEarlier(setOf(...others, bundle), { ...later, text, names: [] }, tellingOf)
    expect(found(short)).toHaveLength(1)
    expect(found(long)).toEqual([])
  })

  it('share a good part of what the later one is about', () => {
    const about = 'Een waterstofbus met een brandstofcel.'
    const letters = [...'abcdefghijklmno']
    const more = letters.map((letter) => `Ook ${letter.repeat(9)} en ${letter.repeat(12)}.`)
    const found = (text: string) => {
      const own = { ...anEdition(text).edition, id: later.edition }
      const set = setOf(...others, anEdition(about), { ...earlierEdition, edition: own })
      return findEarlier(set, { ...later, text, names: [] }, tellingOf)
    }
    expect(found(about)).toHaveLength(1)
    expect(found([about, ...more].join(' '))).toEqual([])
  })

  it('are not found by addresses', () => {
    const text = 'Dat is https://voorbeeld.example/waterstofbus/brandstofcel dus.'
    const set = setOf(...others, anEdition(text))
    expect(findEarlier(set, { ...later, text, names: [] }, tellingOf)).toEqual([])
  })

  it('are not found by words that are only rare because few items are of their language', () => {
    const inEnglish = others.map((bundle) => inLanguage(bundle, 'en'))
    const sentence = 'She wondered why everything happened somewhere.'
    const found = (language: string, bundles: readonly EditionBundle[]) => {
      const again = [1, 2, 3].map((number) =>
        anEdition(sentence, language, `blad-${String(number)}`),
      )
      const text = `Then ${sentence.toLowerCase()}`
      return findEarlier(
        setOf(...bundles, ...again),
        { ...later, language, text, names: [] },
        tellingOf,
      )
    }
    expect(found('en', inEnglish)).toEqual([])
    expect(found('en', others)).toEqual([])
    expect(found('nl', others)).toHaveLength(3)
    const other = setOf(...others, anEdition(sentence, 'fr'))
    expect(findEarlier(other, { ...later, text: sentence, names: [] }, tellingOf)).toEqual([])
  })
})

/** An earlier edition with one item beside its opening. */
function anEdition(text: string, language = 'nl', id = 'ander-blad'): EditionBundle {
  const item = (id: string, own: string) => ({ id, title: null, text: own, sources: [] })
  return {
    ...earlierEdition,
    edition: {
      ...earlierEdition.edition,
      ...{ id, series: 'Ander blad', title: 'Ander blad', language },
      sections: [
        { id: 'een', heading: null, items: [item('opening', 'Vandaag.')] },
        { id: 'twee', heading: 'Twee', items: [item('zelf', text)] },
      ],
    },
  }
}

function inLanguage(bundle: EditionBundle, language: string): EditionBundle {
  return { ...bundle, edition: { ...bundle.edition, language } }
}
