import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFigures } from '../../../../src/core/reading-notes/find-figures.ts'
import { tellingFigures } from '../../../../src/core/reading-notes/shown-findings.ts'
import { shownFigure } from '../../../../src/core/reading-notes/shown-figure.ts'

function found(text: string, language = 'nl'): string[] {
  return findFigures(text, language).map(({ printed }) => printed)
}

/** As the list of figures shows them. */
function shown(text: string, language = 'nl'): string[] {
  return findFigures(text, language).map(shownFigure)
}

describe('the figures of a text', () => {
  it.each([
    ['De haven groeide met 608.000 ton.', ['608.000\u00A0ton']],
    ['Er varen nu 1,87 miljoen boten.', ['1,87 miljoen']],
    ['De olie kost US$ 195 per kilogram.', ['US$195 per kg']],
    ['De boete is € 3,5 mln hoog.', ['€\u00A03,5 miljoen']],
    ['Het aandeel steeg van 19% tot 31%.', ['19–31%']],
    ['Tussen 10 en 20 procent haakt af.', ['10–20%']],
    ['De chip meet 5 nm.', ['5\u00A0nm']],
    ['Het vriest −12 graden, en de koers zakte -3,2%.', ['−12\u00A0°', '−3,2%']],
    ['De vloot telt twaalf van zulke boten.', ['12']],
    ['Vierentwintig molens draaien.', ['24']],
    ['Na anderhalf uur was de sluis open.', ['1,5\u00A0uur']],
    ['De helft van de vissers stopt.', ['helft']],
    ['Een 58-jarige schipper verdronk.', ['58\u00A0jaar']],
    ['De dijk is 38 vierkante meter groter.', ['38\u00A0m²']],
    ['Het loon is 15,40 euro per uur.', ['€\u00A015,40 per uur']],
    ['De stroom kost 0,21 euro/kWh.', ['€\u00A00,21 per kWh']],
  ])('are shown with sign, magnitude and unit: %s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  it.each([
    'Op 5 juli 2024 en op 5-7-2024 was het stil.',
    'In 2026 en van 1984-89 lag de haven vol.',
    'De boot vaart om 14.30 uur of om 10 uur.',
    'In de jaren 80 en de jaren vijftig werd gebouwd.',
    'Drie jaar geleden en de afgelopen vijf jaar.',
    'De iPhone 15 draait op iOS 17.4, de Kobalt-7B op v2.3.1.',
    'Zie artikel 12, pagina 30 en nr. 27.',
    'Bel 06-12345678 of 020 6137935.',
    'De 5e klas, het 5G-net en de 24/7-winkel.',
    'Oranje won met 3-1 en verloor met 2 - 2.',
    '1. Eerste punt',
    'Het verbruik per 100 kilometer.',
  ])('are no dates, times, versions, scores or numbers of articles: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('have the change that stands in brackets behind them', () => {
    const [figure] = findFigures('De vloot groeide met 608.000 (+48%) tot nu toe.', 'nl')
    expect(figure).toMatchObject({ printed: '608.000', change: '+48%' })
    expect(shown('De vloot kromp tot 740 (-5%).')).toEqual(['740 (−5%)'])
  })

  it('stand in a short clause, up to a stop and without a small word at its end', () => {
    const text =
      'Gisteren meldde de oude havenmeester dat de vloot met 608.000 boten groeide; toen regende het.'
    const [figure] = findFigures(text, 'nl')
    expect(text.slice(figure?.clauseStart, figure?.clauseEnd)).toBe(
      'dat de vloot met 608.000 boten groeide',
    )
    const long = 'Er kwamen 20 nieuwe boten langs de oude sluis van de grote haven in het noorden.'
    const [other] = findFigures(long, 'nl')
    expect(long.slice(other?.clauseStart, other?.clauseEnd)).toBe(
      'Er kwamen 20 nieuwe boten langs de oude sluis',
    )
  })

  it('are written as the language of the text writes numbers', () => {
    const text = 'It cost $1,234,567, or 14.5% of 1.200 tons.'
    expect(findFigures(text, 'en').map(({ value }) => value)).toEqual([
      '1,234,567',
      '14.5',
      '1.200',
    ])
    expect(found('Het kostte 1.234.567 euro.')).toEqual(['1.234.567 euro'])
  })

  it('are at most six in the window, the telling ones first', () => {
    const text =
      'Er zijn 3 boten, 5 sluizen, 7 bruggen, 8 molens, 30 dijken en 400 schippers; 12% vaart, 3 uur lang.'
    const telling = tellingFigures(findFigures(text, 'nl'))
    expect(telling).toHaveLength(6)
    expect(telling[0]?.printed).toBe('12%')
    expect(telling.map(({ printed }) => printed)).not.toContain('3 uur')
  })

  it('lie in their text, clause and all, in any text', () => {
    const words = fc.constantFrom(
      '€',
      '12',
      '3,5',
      '%',
      'miljoen',
      '(+4%)',
      'tot',
      'juli',
      'van',
      'boten',
      '.',
      '-',
      'jarige',
      'half',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.constantFrom('', ' '), (list, between) => {
        const text = list.join(between)
        for (const { start, end, printed, clauseStart, clauseEnd } of findFigures(text, 'nl')) {
          expect(text.slice(start, end)).toBe(printed)
          expect(clauseStart).toBeLessThanOrEqual(start)
          expect(clauseEnd).toBeGreaterThanOrEqual(end)
          expect(clauseEnd).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
