import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { countParts } from '../../../../src/core/edition/count-parts.ts'
import { editionSchema, itemSchema, type Item } from '../../../../src/core/edition/edition.ts'
import {
  itemToHeading,
  joinWithNext,
  splitItem,
} from '../../../../src/core/edition/mend-edition.ts'
import {
  isShown,
  mostPictures,
  pictureFiles,
  picturesField,
  withPicturesOf,
  type Picture,
} from '../../../../src/core/edition/picture.ts'
import { openingPictures, placePictures } from '../../../../src/core/edition/picture-places.ts'
import { aDatedEdition } from '../../../fixtures/a-package.ts'

function aPicture(name: string, change: Partial<Picture> = {}): Picture {
  const sha256 = Buffer.from(name).toString('hex').padEnd(64, '0')
  return {
    file: { sha256, kind: 'png', width: 800, height: 600 },
    ...{ label: name, caption: null, address: null },
    ...change,
  }
}

const remote = (name: string, change: Partial<Picture> = {}): Picture =>
  aPicture(name, { file: null, address: `https://beeld.example/${name}`, ...change })

function anItem(change: Partial<Item> = {}): Item {
  return { id: 'kraan', title: null, text: 'De kraan draait.', sources: [], ...change }
}

function editionOf(...items: readonly Item[]) {
  return aDatedEdition({ sections: [{ id: 'havens', heading: 'Havens', items: [...items] }] })
}

const namesOf = (pictures: readonly Picture[] = []): (string | null)[] =>
  pictures.map(({ label }) => label)

describe('the field', () => {
  it('is absent when there are none, and holds each picture once', () => {
    expect(picturesField([])).toEqual({})
    const twice = [aPicture('kraan'), remote('kade'), aPicture('kraan'), remote('kade')]
    expect(namesOf(picturesField(twice).pictures)).toEqual(['kraan', 'kade'])
    const many = Array.from({ length: 60 }, (_, index) => aPicture(`nr${String(index)}`))
    expect(picturesField(many).pictures).toHaveLength(mostPictures)
  })

  it.each([
    ['none at all', []],
    ['one twice', [aPicture('kraan'), aPicture('kraan')]],
    ['an address that may not be shown', [remote('x', { address: 'javascript:alert(1)' })]],
    [
      'no pixels',
      [aPicture('x', { file: { sha256: 'a'.repeat(64), kind: 'png', width: 0, height: 1 } })],
    ],
    ['half a hash', [aPicture('x', { file: { sha256: 'ab', kind: 'png', width: 1, height: 1 } })]],
    ['an empty caption', [aPicture('x', { caption: '' })]],
  ])('is refused with %s', (_, pictures) => {
    expect(v.is(itemSchema, anItem({ pictures }))).toBe(false)
    expect(v.is(editionSchema, aDatedEdition({ pictures }))).toBe(false)
  })

  it('is allowed on items and on the edition, and counts as parts', () => {
    const pictures = [aPicture('kraan', { after: 0 }), remote('kade')]
    const edition = { ...editionOf(anItem({ pictures })), pictures: [aPicture('haven')] }
    expect(v.is(editionSchema, edition)).toBe(true)
    expect(pictureFiles(edition)).toHaveLength(2)
    expect(countParts(edition, null)).toBe(countParts(editionOf(anItem()), null) + 3)
  })
})

describe('where a picture stands', () => {
  it('is beside an item of one paragraph', () => {
    const { beside, among } = placePictures(anItem({ pictures: [aPicture('kraan')] }))
    expect(beside?.label).toBe('kraan')
    expect(among.flat()).toEqual([])
  })

  it.each([
    ['with a title', { title: 'De kraan' }, [aPicture('a')], [[], ['a']]],
    ['with two pictures', {}, [aPicture('a', { after: 0 }), aPicture('b')], [['a'], ['b']]],
    [
      'of two paragraphs',
      { text: 'Een.\n\nTwee.' },
      [aPicture('a', { after: 1 }), aPicture('b', { after: 9 }), aPicture('c')],
      [[], ['a'], ['b', 'c']],
    ],
    ['with one that is not in the file and has no caption', {}, [remote('a')], [[], ['a']]],
  ])('is among the paragraphs of an item %s', (_, change, pictures, expected) => {
    const { beside, among } = placePictures(anItem({ ...change, pictures }))
    expect(beside).toBeNull()
    expect(among.map(namesOf)).toEqual(expected)
  })

  it('is nowhere for a spacer', () => {
    const spacer = aPicture('x', {
      file: { sha256: 'a'.repeat(64), kind: 'gif', width: 600, height: 9 },
    })
    expect(isShown(spacer)).toBe(false)
    expect(placePictures(anItem({ pictures: [spacer] })).among.flat()).toEqual([])
  })
})

describe('the pictures of the opening', () => {
  const figure = { caption: 'De haven.', credit: 'Voorbeeldbeeld' }
  const opening = (pictures: Picture[], own: typeof figure | null = figure) =>
    openingPictures(aDatedEdition({ figure: own, ...picturesField(pictures) }))

  it('take over the caption of the edition, where the first has none of its own', () => {
    const first = aPicture('a')
    expect(opening([first, aPicture('b')])).toEqual({
      pictures: [{ ...first, caption: 'De haven.' }, aPicture('b')],
      ...{ credit: 'Voorbeeldbeeld', isOfFigure: true },
    })
    const own = aPicture('a', { caption: 'Een kraan.' })
    expect(opening([own])).toEqual({ pictures: [own], credit: null, isOfFigure: false })
    expect(opening([first], null).isOfFigure).toBe(false)
    expect(opening([])).toEqual({ pictures: [], credit: null, isOfFigure: false })
  })
})

describe('mending', () => {
  const text = 'Een.\n\nTwee.\n\nDrie.'
  const pictures = ['boven', 'na-een', 'na-drie', 'onder'].map((name, index) =>
    aPicture(name, index === 3 ? {} : { after: [0, 1, 3][index] ?? 0 }),
  )

  it('cuts an item, and leaves each picture with its paragraph', () => {
    const whole = editionOf(anItem({ text, pictures }))
    const [first, second] = splitItem(whole, 'kraan', text.indexOf('Twee')).sections.flatMap(
      ({ items }) => items,
    )
    expect(namesOf(first?.pictures)).toEqual(['boven', 'na-een', 'onder'])
    expect(namesOf(second?.pictures)).toEqual(['na-drie'])
    expect(second?.pictures?.[0]?.after).toBe(2)
    const within = splitItem(whole, 'kraan', text.indexOf('en.')).sections[0]?.items ?? []
    expect(within.map((item) => namesOf(item.pictures))).toEqual([
      ['boven', 'onder'],
      ['na-een', 'na-drie'],
    ])
    expect(within[1]?.pictures?.map(({ after }) => after)).toEqual([1, 3])
  })

  it('leaves the picture of a single paragraph with the first part', () => {
    const one = editionOf(anItem({ text: 'Een zin. Nog een zin.', pictures: [aPicture('a')] }))
    const items = splitItem(one, 'kraan', 9).sections[0]?.items ?? []
    expect(items.map((item) => namesOf(item.pictures))).toEqual([['a'], []])
    expect(items[1]).not.toHaveProperty('pictures')
  })

  it('joins items with the pictures of both, none twice', () => {
    const edition = editionOf(
      anItem({ pictures: [aPicture('a'), aPicture('b', { after: 0 })] }),
      anItem({
        id: 'kade',
        title: 'De kade',
        pictures: [aPicture('a'), aPicture('c', { after: 0 })],
      }),
    )
    const [joined] = joinWithNext(edition, 'kraan').sections[0]?.items ?? []
    expect(joined?.pictures?.map(({ label, after }) => [label, after])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 2],
    ])
    expect(v.is(itemSchema, joined)).toBe(true)
  })

  it('joins no items that have more pictures than one item may have', () => {
    const many = (name: string): Picture[] =>
      Array.from({ length: 30 }, (_, index) => aPicture(`${name}${String(index)}`))
    const edition = editionOf(
      anItem({ pictures: many('a') }),
      anItem({ id: 'kade', pictures: many('b') }),
    )
    expect(joinWithNext(edition, 'kraan')).toBe(edition)
  })

  it('gives the pictures of an item that becomes a heading to its neighbour', () => {
    const own = anItem({ pictures: [aPicture('a', { after: 1 })] })
    const other = anItem({ id: 'kade', text: 'De kade.', pictures: [aPicture('b')] })
    const below = itemToHeading(editionOf(own, other), 'kraan').sections.at(-1)?.items[0]
    expect(below?.pictures?.map(({ label, after }) => [label, after])).toEqual([
      ['a', 0],
      ['b', undefined],
    ])
    const above = itemToHeading(editionOf(other, own), 'kraan').sections[0]?.items[0]
    expect(namesOf(above?.pictures)).toEqual(['b', 'a'])
    const alone = editionOf(own)
    expect(itemToHeading(alone, 'kraan')).toBe(alone)
  })
})

it('are told by their words where their bytes are not kept', () => {
  const [kept, gone] = [aPicture('kraan'), aPicture('sluis')]
  const edition = editionOf(anItem({ pictures: [kept, gone] }), anItem({ id: 'brug' }))
  const hashes = new Set(pictureFiles(edition).map(({ sha256 }) => sha256))
  expect(withPicturesOf(edition, hashes)).toBe(edition)
  const told = { ...gone, file: null }
  expect(withPicturesOf(edition, new Set([kept.file?.sha256 ?? '']))).toEqual(
    editionOf(anItem({ pictures: [kept, told] }), anItem({ id: 'brug' })),
  )
})
