import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNames } from '../../../../src/core/reading-notes/find-names.ts'

const ordinary = new Set(
  (
    'de het een volgens minister voor economie zaken meer boten varen haven agenda gisteren van is en dekker om zei in uit werk dag ' +
    'eigenaar bedrijf sluis hij later op bij wacht boot kost'
  ).split(' '),
)
const tools = {
  isWord: (printed: string) => ordinary.has(printed.toLowerCase()),
  isCompound: (printed: string) => /^(?:havenplan|sluisstok)$/iu.test(printed),
  isKnown: () => false,
}

/** Each mention with its name where that is another, and its kind. */
function names(...texts: string[]): string[] {
  return findNames(texts, tools)
    .flat()
    .map(({ printed, name, kind }) => `${printed === name ? '' : `${printed} = `}${name}: ${kind}`)
}

describe('the names of a text', () => {
  it.each([
    [
      'Volgens Nancy Brouwer van Leeuwarden is het stil.',
      ['Nancy Brouwer: person', 'Leeuwarden: place'],
    ],
    ['Het bedrijf Luxkade bouwt in Terneuzen.', ['Luxkade: organisation', 'Terneuzen: place']],
    ['Joris van der Meulen zei het.', ['Joris van der Meulen: person']],
    ['Gisteren zei Van der Schoot het.', ['Van der Schoot: person']],
    ['De minister voor Economie Habekke zei het.', ['Habekke: person']],
    [
      'Het ministerie van Economische Zaken zei het.',
      ['ministerie van Economische Zaken: organisation'],
    ],
    ['De Kade Energy Group en de ZTE-haven.', ['Kade Energy Group: organisation']],
    ['Hij kocht een iPhone 15 en een Kobalt NX90.', ['iPhone 15: product', 'Kobalt NX90: product']],
    ['Uit Friesland en Duitsland.', ['Friesland: place', 'Duitsland: place']],
    ['Ds. R. Kuipers zei het.', ['R. Kuipers: person']],
    ['Frank Dekker zei het, en Mark is er.', ['Frank Dekker: person', 'Mark: person']],
    ['De boot wacht bij de Kade Polder.', ['Kade Polder: organisation']],
    ['Bij Polder Kadeling wacht hij.', ['Polder Kadeling: person']],
    ['Hij zei het om Trumps boot en twee iPads.', ['Trump: person', 'iPad: product']],
    ['Een boot van HavenPlan is er.', ['HavenPlan: organisation']],
  ])('are people, organisations, places and products: %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    'De Chinese boten varen.',
    'Agenda van de haven.',
    'Gisteren, op maandag 5 Juli.',
    'De boot kost US$50.',
    'Een EV-bouwer, een Kade-chip en 360 kWh.',
    'Meer op sluis.example of bij wacht@sluis.example.',
    'De Havenplan is er.',
    'De tv en de AI, zei de CEO.',
    'De Kade Prevention Act.',
    'Hij is op het festival Kobalt.',
    'De boten en 12 Watt.',
  ])('are no words of a country, no first words, no units and no addresses: %s', (text) => {
    expect(names(text)).toEqual([])
  })

  it('are one name in several forms, over all texts of an edition', () => {
    expect(names('Robert Habekke zei het.', 'Later sprak Habekke.')).toEqual([
      'Robert Habekke: person',
      'Habekke = Robert Habekke: person',
    ])
    expect(names('Noorderbus Motors groeit.', 'In juli zag Noorderbus het.')).toEqual([
      'Noorderbus Motors: organisation',
      'Noorderbus = Noorderbus Motors: organisation',
    ])
  })

  it('are told by a whole name elsewhere, where they would be ordinary words', () => {
    expect(names('Gisteren zei Dekker het.')).toEqual([])
    expect(names('Gisteren zei Dekker het.', 'Thomas Dekker is er.')).toContain(
      'Dekker = Thomas Dekker: person',
    )
    expect(names('De Kade Unie Noord (KUN) is er. De KUN is er.')).toContain('KUN: organisation')
  })

  it('written small elsewhere is none', () => {
    expect(names('In de Sluisstok is het stil, in de Sluisstok.')).toHaveLength(2)
    expect(names('In de Sluisstok is het stil, in de sluisstok.')).toEqual([])
  })

  it('lie in their text, in any text', () => {
    const words = fc.constantFrom(
      'Nancy',
      'Van',
      'der',
      'Kade',
      'de',
      '.',
      ' ',
      '‘',
      'NX9',
      '12',
      'ministerie',
      '’s',
      '(KUN)',
      'É',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (list) => {
        const text = list.join(' ')
        let last = 0
        for (const { start, end, printed } of findNames([text], tools)[0] ?? []) {
          expect(text.slice(start, end)).toBe(printed)
          expect(start).toBeGreaterThanOrEqual(last)
          last = end
        }
      }),
    )
  })
})
