import { describe, expect, it } from 'vitest'
import {
  documentOfText,
  type SourceDocument,
} from '../../../../src/core/document/source-document.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'
import { documentOf, type Written } from './written-document.ts'

function readOf(document: SourceDocument) {
  const read = editionOfDocument(document, 'blad.md')
  if (!read.ok) throw new Error(read.reason)
  return read
}

const isDigest = (written: readonly Written[]): boolean => readOf(documentOf(written)).isDigest

describe('a digest', () => {
  it.each<[string, Written[]]>([
    [
      'of rubrics',
      [
        [1, 'Blad'],
        [2, 'Kade'],
        ['paragraph', 'De kade is dicht sinds maandag.'],
        [2, 'Brug'],
        ['paragraph', 'De brug is weer open.'],
      ],
    ],
    [
      'of a list of headlines',
      [
        [1, 'Blad'],
        ['item', 'Kade blijft dicht tot na de grote vakantie'],
        ['item', 'Brug opent weer voor alle schepen en fietsers'],
      ],
    ],
    [
      'of texts and a table',
      [
        [1, 'Blad'],
        [2, 'Stand'],
        ['row', 'Kade | 3'],
        ['row', 'Brug | 2'],
        [2, 'Kade'],
        ['paragraph', 'De kade is dicht sinds maandag.'],
        [2, 'Brug'],
        ['paragraph', 'De brug is weer open.'],
      ],
    ],
    [
      'with a picture at each text',
      [
        [1, 'Blad'],
        ['picture', 'De kade'],
        [2, 'Kade'],
        ['paragraph', 'De kade is dicht sinds maandag.'],
        ['picture', 'De brug'],
        [2, 'Brug'],
        ['paragraph', 'De brug is weer open.'],
      ],
    ],
  ])('%s is one', (_, written) => {
    expect(isDigest(written)).toBe(true)
  })

  it.each<[string, Written[]]>([
    [
      'one text under one heading',
      [
        [1, 'Blad'],
        [2, 'Kade'],
        ['paragraph', 'De kade is dicht sinds maandag.'],
        ['paragraph', 'Niemand weet waarom.'],
      ],
    ],
    [
      'a shopping list',
      [
        [1, 'Boodschappen'],
        [2, 'Markt'],
        ['item', 'kaas'],
        ['item', 'twee broden'],
        [2, 'Winkel'],
        ['item', 'melk'],
        ['item', 'boter'],
      ],
    ],
    [
      'tables, with whole sentences in their cells',
      [
        [1, 'Schepen'],
        [2, 'Pont'],
        ['row', 'Veerman | Die vaart elke dag van acht tot acht.'],
        ['row', 'Buurman | Die vaart nooit meer uit.'],
        [2, 'Boot'],
        ['row', 'Sloep | Die ligt de hele winter op de kant.'],
        ['row', 'Kano | Die heeft een lek in de bodem.'],
      ],
    ],
    [
      'pictures with a few words',
      [
        [1, 'Actie'],
        ['picture'],
        ['picture'],
        ['picture'],
        [2, 'Kade'],
        ['picture'],
        ['picture'],
        ['paragraph', 'De kade is dicht sinds maandag.'],
        ['picture'],
        [2, 'Brug'],
        ['paragraph', 'De brug is weer open.'],
      ],
    ],
    [
      'paragraphs alone',
      [
        ['paragraph', 'Een jaar aan de kade'],
        ['paragraph', 'Het begon met mist, en met een boot die bleef liggen.'],
        ['paragraph', 'Toen kwam de wind, en daarna kwam de brug.'],
        ['paragraph', 'In de herfst was alles weer zoals het was.'],
      ],
    ],
  ])('is not %s', (_, written) => {
    expect(isDigest(written)).toBe(false)
  })
})

describe('the headings of a plain text', () => {
  const letter = [
    'Beste buren',
    '',
    'Het was een lange week aan de kade, met mist en met wind.',
    '',
    'Over de brug bij de sluis, die maandag openging en weer dicht',
    '',
    'De brug ging open en weer dicht, en niemand weet waarom dat was.',
    '',
  ].join('\n')

  it('that is no digest are its words, since they were guessed', () => {
    const { isDigest: is, edition, remarks } = readOf(documentOfText(letter))
    expect(is).toBe(false)
    expect(edition.sections.map(({ heading }) => heading)).toEqual([null])
    expect(JSON.stringify(edition)).toContain('Over de brug bij')
    expect(remarks.map(({ kind }) => kind)).not.toContain('long-heading')
  })

  it('stay headings above an item with a bullet or a source, also above a single one', () => {
    const single = 'Havenblad\n\nDe kade\n\n* De kade is dicht sinds maandag. Bode\n'
    const { isDigest: is, edition } = readOf(documentOfText(single))
    expect(is).toBe(false)
    expect(edition.sections.map(({ heading }) => heading)).toEqual(['De kade'])
  })

  it('tell texts apart together with a bullet or a source', () => {
    const two = (sign: string, source: string): string =>
      `Havenblad\n\nWe varen om.\n\n${sign}De kade is dicht sinds maandag.${source}\n\nDe brug\n\nDe brug is weer open voor schepen en voor de post.\n`
    expect(readOf(documentOfText(two('* ', ''))).isDigest).toBe(true)
    expect(readOf(documentOfText(two('', ' Bron: Bode'))).isDigest).toBe(true)
    expect(readOf(documentOfText(two('', ''))).isDigest).toBe(false)
  })

  it('that is one stay headings', () => {
    const bullets = [
      'Havenblad',
      '',
      'De kade',
      '',
      '* De kade is dicht sinds maandag. Bode',
      '',
      'De brug',
      '',
      '* De brug is weer open voor schepen. Bode',
      '',
    ].join('\n')
    const { isDigest: is, edition } = readOf(documentOfText(bullets))
    expect(is).toBe(true)
    expect(edition.sections.map(({ heading }) => heading)).toEqual(['De kade', 'De brug'])
  })
})

describe('the ranks of a document', () => {
  it('are those that its file gives, by the keys of sections and titled items', () => {
    const { edition, ranks } = readOf(
      documentOf([
        [1, 'Blad'],
        [2, 'Kade'],
        [3, 'Mist'],
        ['paragraph', 'Het mistte de hele dag.'],
        [3, 'Wind'],
        ['paragraph', 'Het woei de hele nacht.'],
        [2, 'Brug'],
        ['paragraph', 'De brug is open.'],
      ]),
    )
    const [kade, brug] = edition.sections
    expect(ranks).toEqual({
      [`#${kade?.id ?? ''}`]: 2,
      [`.${kade?.items[0]?.id ?? ''}`]: 3,
      [`.${kade?.items[1]?.id ?? ''}`]: 3,
      [`#${brug?.id ?? ''}`]: 2,
    })
  })
})
