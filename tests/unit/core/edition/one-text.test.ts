import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { editionSchema, longestText, type Edition } from '../../../../src/core/edition/edition.ts'
import { withIds } from '../../../../src/core/edition/edition-ids.ts'
import { asOneText, withoutHeadings } from '../../../../src/core/edition/one-text.ts'

const picture = { file: null, label: 'De kade', caption: null, address: null }
const link = (label: string) => ({ label, address: `https://${label}.example/` })

const edition: Edition = withIds({
  ...{ id: '', revision: 1, language: 'nl', series: 'Havenblad', title: 'De week' },
  ...{ date: { value: '2026-11', inferred: false }, figure: null },
  lede: 'Goedemorgen, lees mee.',
  links: [link('lees'), link('week')],
  sections: [
    {
      ...{ id: '', heading: null },
      items: [{ id: '', title: null, text: 'Het mistte.\n\nLang.', sources: ['Bode', 'SCMP'] }],
    },
    {
      ...{ id: '', heading: 'De brug' },
      items: [
        {
          ...{ id: '', title: 'Open', text: 'De brug is open.\n\nVoor even.', sources: [] },
          ...{ links: [link('brug')], pictures: [{ ...picture, after: 1 }] },
        },
      ],
    },
  ],
})

describe('an edition as one text', () => {
  it('has all words as paragraphs of one item, with sources behind their text', () => {
    const { lede, title, series, sections } = asOneText(edition)
    expect([lede, title, series]).toEqual([null, 'De week', 'Havenblad'])
    expect(sections).toHaveLength(1)
    expect(sections[0]?.heading).toBeNull()
    expect(sections[0]?.items.map((item) => [item.title, item.sources, item.text])).toEqual([
      [
        null,
        [],
        [
          ...['Goedemorgen, lees mee.', 'Het mistte.', 'Lang. Bode, SCMP'],
          ...['De brug', 'Open', 'De brug is open.', 'Voor even.'],
        ].join('\n\n'),
      ],
    ])
  })

  it('has the links and pictures of all items, each picture behind its paragraph', () => {
    const made = asOneText(edition)
    const [item] = made.sections[0]?.items ?? []
    expect(made.links).toEqual([link('week')])
    expect(item?.links).toEqual([link('lees'), link('brug')])
    expect(item?.pictures).toEqual([{ ...picture, after: 6 }])
  })

  it('goes on in the next item where it is longer than an item may be', () => {
    const text = 'a'.repeat(longestText / 2)
    const item = { id: '', title: null, text, sources: [] }
    const long = withIds({ ...edition, sections: [{ id: '', heading: null, items: [item, item] }] })
    const made = asOneText(long)
    expect(made.sections[0]?.items).toHaveLength(2)
    expect(asOneText(made)).toBe(made)
    expect(v.is(editionSchema, made)).toBe(true)
  })

  it('has a title, a heading and sources apart where a text is too long with them', () => {
    const text = 'a '.repeat(longestText / 2 - 1).trim()
    const item = { id: '', title: 'Titel', text, sources: ['Bode'] }
    const long = withIds({ ...edition, sections: [{ id: '', heading: 'Kop', items: [item] }] })
    for (const made of [asOneText(long), withoutHeadings(long)]) {
      expect(wordsIn(made)).toEqual(wordsIn(long))
      expect(v.is(editionSchema, made)).toBe(true)
    }
  })

  it('keeps every word of any edition in its order, and is the same a second time', () => {
    const words = fc.stringMatching(/^[a-z]{1,6}(?: [a-z]{1,6}){0,3}$/)
    const items = fc.array(
      fc.record({
        title: fc.option(words),
        text: words,
        sources: fc.array(words, { maxLength: 2 }),
      }),
      { maxLength: 4 },
    )
    const sections = fc.array(fc.record({ heading: fc.option(words), items }), { maxLength: 4 })
    fc.assert(
      fc.property(fc.option(words), sections, (lede, parts) => {
        const before = withIds({
          ...{ id: '', revision: 1, language: 'nl', series: null, date: null, figure: null },
          ...{ title: 'De week', lede },
          sections: parts.map(({ heading, items: own }) => ({
            ...{ id: '', heading },
            items: own.map((item) => ({ id: '', ...item })),
          })),
        })
        const made = asOneText(before)
        expect(wordsIn(made)).toEqual(wordsIn(before))
        expect(asOneText(made)).toBe(made)
        expect(wordsIn(withoutHeadings(before))).toEqual(wordsIn(before))
        expect(withoutHeadings(before).sections.every(({ heading }) => heading === null)).toBe(true)
      }),
    )
  })
})

function wordsIn({ lede, sections }: Edition): string[] {
  return [
    lede,
    ...sections.flatMap(({ heading, items }) => [
      heading,
      ...items.flatMap(({ title, text, sources }) => [title, text, ...sources]),
    ]),
  ].flatMap((part) => part?.match(/[a-z]+/giu) ?? [])
}
