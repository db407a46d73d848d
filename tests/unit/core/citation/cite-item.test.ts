import { describe, expect, it } from 'vitest'
import {
  citationLine,
  citedPlace,
  citeText,
  dateBeside,
  dutchCitation,
  englishCitation,
  writtenDate,
} from '../../../../src/core/citation/cite-item.ts'
import type { Edition, Item, Section } from '../../../../src/core/edition/edition.ts'

function anEdition(changes: Partial<Edition> = {}): Edition {
  return {
    id: 'reeks-2024-07',
    revision: 1,
    language: 'nl',
    series: 'Reeks',
    date: { value: '2024-07', inferred: false },
    title: 'De zomereditie',
    lede: null,
    figure: null,
    sections: [],
    ...changes,
  }
}

function anItem(changes: Partial<Item> = {}): Item {
  return { id: 'bootje', title: null, text: 'Een bootje voer uit.', sources: ['VP'], ...changes }
}

function cite(
  changes: { edition?: Partial<Edition>; heading?: string | null; item?: Partial<Item> } = {},
  words = dutchCitation,
): string {
  const section: Section = { id: 's', heading: changes.heading ?? null, items: [] }
  const item = anItem(changes.item)
  return citeText(item.text, citedPlace(anEdition(changes.edition), section, item, 12), words)
}

/** The line behind the text. */
function line(changes: Parameters<typeof cite>[0] = {}, words = dutchCitation): string {
  return cite(changes, words).split('\n\n').at(-1) ?? ''
}

describe('a citation', () => {
  it('is the text, an empty line, and where it comes from', () => {
    expect(cite({ heading: 'Energie' })).toBe(
      'Een bootje voer uit.\n\nReeks, ‘De zomereditie’, juli 2024, rubriek ‘Energie’, bericht 12. Bron: VP.',
    )
  })

  it('speaks English when asked, apart from what the edition itself says', () => {
    const changes = {
      edition: { date: { value: '2024-07-05', inferred: true } },
      heading: 'Energie',
      item: { sources: ['VP', 'GT'] },
    }
    expect(line(changes, englishCitation)).toBe(
      'Reeks, ‘De zomereditie’, 5 July 2024, section ‘Energie’, item 12. Sources: VP, GT.',
    )
  })

  it.each([
    ['one', ['VP'], ' Bron: VP.'],
    ['more', ['VP', 'GT', 'De Courant'], ' Bronnen: VP, GT, De Courant.'],
    ['one that returns', ['VP', 'VP (betaald)'], ' Bron: VP.'],
    ['none', [], ''],
  ])('names the sources: %s', (_, sources, end) => {
    expect(line({ item: { sources } })).toBe(
      `Reeks, ‘De zomereditie’, juli 2024, bericht 12.${end}`,
    )
  })

  it.each([
    ['a day', { value: '2024-07-05', inferred: false }, ', 5 juli 2024,'],
    ['a day of two figures', { value: '2024-12-31', inferred: false }, ', 31 december 2024,'],
    ['a month', { value: '2024-01', inferred: false }, ', januari 2024,'],
    ['a year', { value: '2024', inferred: false }, ', 2024,'],
    ['one that was inferred, like any other', { value: '2024-07', inferred: true }, ', juli 2024,'],
    ['none', null, '’, bericht'],
  ])('writes the date: %s', (_, date, written) => {
    expect(line({ edition: { date } })).toContain(written)
  })

  it('leaves out what the edition does not have', () => {
    const bare = { edition: { series: null, date: null }, item: { sources: [] } }
    expect(line(bare)).toBe('‘De zomereditie’, bericht 12.')
  })

  it.each([
    ['quotes around the whole', '‘De zomer’', '‘De zomer’,'],
    ['a quote inside', 'De ‘nieuwe’ zomer', '‘De ‘nieuwe’ zomer’,'],
    ['two quotes that begin and end it', '‘De’ en ‘het’', '‘‘De’ en ‘het’’,'],
    ['quotes that are empty', '‘’', '‘’,'],
  ])('sets a title in quotes once: %s', (_, title, shown) => {
    expect(line({ edition: { title } })).toContain(`Reeks, ${shown}`)
    expect(line({ heading: title })).toContain(`rubriek ${shown}`)
  })

  it('keeps the paragraphs of the text, without white space around it', () => {
    expect(cite({ item: { text: '\n Eerste.\n\nTweede. \n' } })).toMatch(
      /^Eerste\.\n\nTweede\.\n\n/,
    )
  })

  it('of a place of which little is known says that little', () => {
    const place = {
      series: null,
      title: 'Oud',
      date: null,
      heading: null,
      number: null,
      sources: [],
    }
    expect(citationLine(place, dutchCitation)).toBe('‘Oud’.')
  })

  it('has no soft hyphens of its own', () => {
    expect(cite({ heading: 'Energie' })).not.toContain('\u00AD')
  })
})

describe('a written date', () => {
  it.each([dutchCitation, englishCitation])(
    'has a name for each of twelve months',
    ({ months }) => {
      expect(new Set(months).size).toBe(12)
      const written = Array.from({ length: 12 }, (_, index) =>
        writtenDate(`2024-${String(index + 1).padStart(2, '0')}`, months),
      )
      expect(written).toEqual(months.map((name) => `${name} 2024`))
    },
  )
})

it.each([
  ['Weekblik', '5 juli 2024', '5 juli 2024'],
  ['Weekblik 5 juli 2024', '5 juli 2024', null],
  ['Weekblik Juli 2024', 'juli 2024', null],
  ['Weekblik 15 juli 2024', '5 juli 2024', '5 juli 2024'],
])('beside ‘%s’ a date is written once: %s', (title, written, shown) => {
  expect(dateBeside(title, written)).toBe(shown)
})
