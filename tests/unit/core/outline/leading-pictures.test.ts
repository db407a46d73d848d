// To which text a picture belongs that stands between two.
import { describe, expect, it } from 'vitest'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'
import type { Stated } from '../../../../src/core/document/source-document.ts'
import { documentOf, type Written } from './written-document.ts'

/** The labels of pictures by the heading or the first word of their item; those of the opening by an empty word. */
function placesOf(
  written: readonly Written[],
  stated: Partial<Stated> = {},
): Record<string, readonly string[]> {
  const document = documentOf(written)
  const read = editionOfDocument(
    { ...document, stated: { ...document.stated, ...stated } },
    'blad.html',
  )
  if (!read.ok) throw new Error(read.reason)
  const { edition } = read
  const labels = (pictures: readonly { readonly label: string | null }[] = []): string[] =>
    pictures.map(({ label }) => label ?? '')
  const items = edition.sections.flatMap((section) => section.items)
  const places = new Map([['', labels(edition.pictures)]])
  for (const { title, text, pictures } of items)
    places.set(title ?? text.slice(0, text.indexOf(' ')), labels(pictures))
  return Object.fromEntries([...places].filter(([, own]) => own.length > 0))
}

const head: readonly Written[] = [
  [1, 'Blad'],
  [2, 'Haven'],
]
const kade: Written = ['paragraph', 'De kade is dicht sinds maandag, zegt de havenmeester.']
const brug: Written = ['paragraph', 'Een brug verder is het dek weer open voor fietsers.']

describe('a picture above a headline', () => {
  it('belongs to it where nothing else stands below the heading above', () => {
    expect(
      placesOf([...head, ['picture', 'Pont'], [3, 'Kade dicht'], kade, [3, 'Brug open'], brug]),
    ).toEqual({ 'Kade dicht': ['Pont'] })
  })

  it('stays below the headline above where the file itself says that this is a title', () => {
    const entries: Written[] = [
      [2, 'Pont op de foto'],
      ['picture', 'Pont'],
      [2, 'Kade dicht'],
      kade,
      [2, 'Brug open'],
      brug,
    ]
    const feed: Partial<Stated> = { titles: [{ text: 'Blad', from: 'feed' }], itemLevel: 2 }
    expect(placesOf(entries, feed)).toEqual({ Pont: ['Pont'] })
    expect(placesOf([[1, 'Blad'], ...entries])).toEqual({ De: ['Pont'] })
  })

  it('belongs to it behind a line across the page', () => {
    expect(
      placesOf([
        ...head,
        [3, 'Kade dicht'],
        kade,
        ['rule'],
        ['picture', 'Dek'],
        [3, 'Brug open'],
        brug,
      ]),
    ).toEqual({ 'Brug open': ['Dek'] })
  })

  it('belongs to it when it is called so, and else to the text above it', () => {
    const between = (label: string): Written[] => [
      ...head,
      [3, 'Kade dicht'],
      kade,
      ['picture', label],
      [3, 'Brug weer open'],
      brug,
    ]
    expect(placesOf(between('Brug weer open'))).toEqual({ 'Brug weer open': ['Brug weer open'] })
    expect(placesOf(between('Stenen'))).toEqual({ 'Kade dicht': ['Stenen'] })
  })

  it.each<[string, Written[], Record<string, string[]>]>([
    ['above', [], { 'Brug open': ['Dek'], 'Markt weg': ['Kraam'] }],
    [
      'below',
      [['picture', 'Plein']],
      { 'Kade dicht': ['Dek'], 'Brug open': ['Kraam'], 'Markt weg': ['Plein'] },
    ],
  ])('belongs where others of the document stand: %s their texts', (_where, end, places) => {
    const market: Written = ['paragraph', 'Op de markt staat voorlopig geen kraam meer.']
    expect(
      placesOf([
        ...head,
        [3, 'Kade dicht'],
        kade,
        ['picture', 'Dek'],
        [3, 'Brug open'],
        brug,
        ['picture', 'Kraam'],
        [3, 'Markt weg'],
        market,
        ...end,
      ]),
    ).toEqual(places)
  })
})

describe('a picture between two lines across the page', () => {
  it('stays with the last text where a heading below it has none', () => {
    expect(placesOf([...head, kade, [2, 'Foto'], ['picture', 'Plein']])).toEqual({ De: ['Plein'] })
  })

  it('belongs to the text below it, and the last one to the text above it', () => {
    expect(
      placesOf([
        ...head,
        kade,
        ['rule'],
        ['picture', 'Dek'],
        ['rule'],
        brug,
        ['rule'],
        ['picture', 'Plein'],
      ]),
    ).toEqual({ Een: ['Dek', 'Plein'] })
  })

  it('stays with the first of two headlines that no text parts', () => {
    expect(
      placesOf([
        ...head,
        [3, 'Kade dicht'],
        kade,
        ['rule'],
        ['picture', 'Dek'],
        [3, 'Brug open'],
        [3, 'Pont vaart'],
        brug,
      ]),
    ).toEqual({ Brug: ['Dek'] })
  })
})
