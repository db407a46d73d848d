import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  entryOf,
  libraryEntrySchema,
  type Provenance,
} from '../../../../src/core/library/library-entry.ts'
import { anEdition, anEditionOf } from '../search/an-edition.ts'

const provenance: Provenance = {
  origin: 'package',
  publisher: 'Stichting Voorbeeld',
  reviewed: true,
  added: '2024-07-06T08:00:00.000Z',
}

describe('entryOf', () => {
  it('tells of an edition what the list shows', () => {
    const bundle = anEdition({
      id: 'blik-27',
      title: 'Blik nr. 27',
      sections: { Water: ['Een.', 'Twee.'], Energie: ['Drie.'] },
    })
    expect(entryOf(bundle, provenance)).toMatchObject({
      id: 'blik-27',
      revision: 1,
      series: null,
      date: null,
      title: 'Blik nr. 27',
      contents: 'Water · Energie',
      items: 3,
      ...provenance,
    })
  })

  it('cuts a long row of headings after a whole one', () => {
    const heading = (number: number): string => `Rubriek nummer ${number} met een naam`
    const sections = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [heading(index + 1), ['Tekst.']]),
    )
    const { contents } = entryOf(anEdition({ sections }), provenance)
    expect(contents).toMatch(/ met een naam …$/)
    expect(contents.length).toBeGreaterThan(120)
    expect(contents.length).toBeLessThanOrEqual(162)
  })

  it('cuts a heading that is longer than the line', () => {
    const sections = { [`Over ${'heel '.repeat(60)}veel`]: ['Tekst.'] }
    expect(entryOf(anEdition({ sections }), provenance).contents).toHaveLength(121)
  })

  it('shows how the text begins when there are no headings', () => {
    const one = anEdition({ sections: { '': ['Kort bericht over water.'] } })
    expect(entryOf(one, provenance).contents).toBe('Kort bericht over water.')
    const long = anEdition({ sections: { '': ['woord '.repeat(100)] } })
    expect(entryOf(long, provenance).contents).toMatch(/woord …$/)
    expect(entryOf(anEdition(), provenance).contents).toBe('')
  })

  it('always fits the schema of the catalogue', () => {
    const texts = ['x'.repeat(100_000), '🙂', '\u00a0', 'Een gewone zin over iets.']
    for (const text of texts) {
      const entry = entryOf(anEditionOf(text), provenance)
      expect(v.parse(libraryEntrySchema, JSON.parse(JSON.stringify(entry)))).toEqual(entry)
    }
  })
})
