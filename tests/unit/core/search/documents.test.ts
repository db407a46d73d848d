import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../../../src/core/search/documents.ts'
import { anEdition } from './an-edition.ts'

describe('documentsOf', () => {
  it('makes a document of the opening and of each item', () => {
    const bundle = anEdition({
      language: 'en-GB',
      title: 'Titel',
      lede: 'Intro.',
      caption: 'Een loods',
      sections: { '': ['Eerste.'], Kop: ['Tweede. :: VP, Blik'] },
    })
    expect(documentsOf(bundle)).toEqual([
      {
        id: 'blik-1/lede',
        edition: 'blik-1',
        language: 'en-GB',
        item: 'lede',
        section: 'Titel\nEen loods',
        text: 'Intro.',
        source: '',
        heading: null,
        number: 0,
      },
      {
        id: 'blik-1/i1',
        edition: 'blik-1',
        language: 'en-GB',
        item: 'i1',
        section: '',
        text: 'Eerste.',
        source: '',
        heading: null,
        number: 1,
      },
      {
        id: 'blik-1/i2',
        edition: 'blik-1',
        language: 'en-GB',
        item: 'i2',
        section: 'Kop',
        text: 'Tweede.',
        source: 'VP\nBlik',
        heading: 'Kop',
        number: 2,
      },
    ])
  })

  it('gives each source once, without notes on the article', () => {
    const bundle = anEdition({
      sections: { Kop: ['Eerste. :: Blik (betaald), $VP, Blik, Blik (Gent)'] },
    })
    expect(documentsOf(bundle)[1]?.source).toBe('Blik\nVP\nBlik (Gent)')
  })

  it('takes an id that comes twice once', () => {
    const bundle = anEdition({ sections: { Kop: ['Eerste.', 'Tweede.'] } })
    const [section] = bundle.edition.sections
    const items = section?.items.map((item) => ({ ...item, id: 'lede' })) ?? []
    const edition = { ...bundle.edition, sections: [{ id: 's1', heading: 'Kop', items }] }
    expect(documentsOf({ ...bundle, edition }).map(({ id, section }) => [id, section])).toEqual([
      ['blik-1/lede', 'Titel'],
    ])
  })
})
