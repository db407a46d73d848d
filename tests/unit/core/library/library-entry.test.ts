import * as v from 'valibot'
import { isRemovable, openQuestions } from '../../../../src/core/library/entry-facts.ts'
import { describe, expect, it } from 'vitest'
import {
  entryOf,
  isOlderIssue,
  libraryEntrySchema,
  provenanceSchema,
  type EditionMark,
  type Provenance,
} from '../../../../src/core/library/library-entry.ts'
import { anEdition, anEditionOf } from '../search/an-edition.ts'

const provenance: Provenance = {
  origin: 'package',
  publisher: 'Stichting Voorbeeld',
  reviewed: true,
  added: '2024-07-06T08:00:00.000Z',
}

const mark: EditionMark = {
  sha256: 'ab'.repeat(32),
  issue: { publisher: 'Havenbedrijf', edition: 'blik-27', serial: 2 },
  earlier: [],
}

describe('entryOf', () => {
  it('tells of an edition what the list shows', () => {
    const bundle = anEdition({
      id: 'blik-27',
      title: 'Blik nr. 27',
      sections: { Water: ['Een.', 'Twee.'], Energie: ['Drie.'] },
    })
    expect(entryOf(bundle, provenance, mark)).toMatchObject({
      id: 'blik-27',
      revision: 1,
      series: null,
      date: null,
      title: 'Blik nr. 27',
      contents: 'Water · Energie',
      items: 3,
      ...provenance,
      ...mark,
    })
  })

  it('names the items of an edition that has had another revision', () => {
    const bundle = anEdition({ sections: { Water: ['Een.', 'Twee.'] } })
    const again = { ...bundle, edition: { ...bundle.edition, revision: 2 } }
    const ids = bundle.edition.sections.flatMap(({ items }) => items.map(({ id }) => id))
    expect(entryOf(bundle, provenance, mark)).not.toHaveProperty('itemIds')
    expect(entryOf(again, provenance, mark).itemIds).toEqual(ids)
    expect(ids).toHaveLength(2)
  })

  it('cuts a long row of headings after a whole one', () => {
    const heading = (number: number): string => `Rubriek nummer ${number} met een naam`
    const sections = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [heading(index + 1), ['Tekst.']]),
    )
    const { contents } = entryOf(anEdition({ sections }), provenance, mark)
    expect(contents).toMatch(/ met een naam …$/)
    expect(contents.length).toBeGreaterThan(120)
    expect(contents.length).toBeLessThanOrEqual(162)
  })

  it('cuts a heading that is longer than the line', () => {
    const sections = { [`Over ${'heel '.repeat(60)}veel`]: ['Tekst.'] }
    expect(entryOf(anEdition({ sections }), provenance, mark).contents).toHaveLength(121)
  })

  it('shows how the text begins when there are no headings', () => {
    const one = anEdition({ sections: { '': ['Kort bericht over water.'] } })
    expect(entryOf(one, provenance, mark).contents).toBe('Kort bericht over water.')
    const long = anEdition({ sections: { '': ['woord '.repeat(100)] } })
    expect(entryOf(long, provenance, mark).contents).toMatch(/woord …$/)
    expect(entryOf(anEdition(), provenance, mark).contents).toBe('')
  })

  it('tells the titles of items where no section has a heading and most items have one', () => {
    const bundle = anEdition({ sections: { '': ['Een.', 'Twee.', 'Drie.'] } })
    const titled = (...titles: (string | null)[]) => {
      const sections = bundle.edition.sections.map((section) => ({
        ...section,
        items: section.items.map((item, at) => ({ ...item, title: titles[at] ?? null })),
      }))
      return entryOf({ ...bundle, edition: { ...bundle.edition, sections } }, provenance, mark)
    }
    expect(titled('De brug', null, 'De kade').contents).toBe('De brug · De kade')
    expect(titled('De brug', null, null).contents).toBe('Een.')
  })

  it('always fits the schema of the catalogue', () => {
    const texts = ['x'.repeat(100_000), '🙂', '\u00a0', 'Een gewone zin over iets.']
    for (const text of texts) {
      const entry = entryOf(anEditionOf(text), provenance, mark)
      expect(v.parse(libraryEntrySchema, JSON.parse(JSON.stringify(entry)))).toEqual(entry)
    }
  })
})

describe('isOlderIssue', () => {
  const issue = (
    serial: number,
    edition = 'blik-27',
    publisher = 'Havenbedrijf',
  ): EditionMark['issue'] => ({ publisher, edition, serial })

  it.each([
    ['a lower serial', issue(1), issue(2), true],
    ['the same serial', issue(2), issue(2), false],
    ['a higher serial', issue(3), issue(2), false],
    ['another edition', issue(1, 'blik-28'), issue(2), false],
    ['another publisher', issue(1, 'blik-27', 'Kadebedrijf'), issue(2), false],
    ['no package', null, issue(2), false],
    ['an edition that came from no package', issue(1), null, false],
  ])('knows %s', (_, one, kept, expected) => {
    expect(isOlderIssue(one, kept)).toBe(expected)
  })
})

describe('openQuestions', () => {
  it.each([
    [{ reviewed: false, questions: 2 }, 2],
    [{ reviewed: false, questions: 0 }, 0],
    [{ reviewed: false }, 0],
    [{ reviewed: true, questions: 2 }, 0],
  ])('of %j is %j', (changes, expected) => {
    const kept = { ...provenance, ...changes }
    expect(v.is(provenanceSchema, kept)).toBe(true)
    expect(openQuestions(kept)).toBe(expected)
  })
})

describe('isRemovable', () => {
  it.each([
    ['bundled', null, false],
    ['bundled', 'Waterschap', true],
    ['own', null, true],
    ['package', 'Havenbedrijf', true],
  ] as const)('of %s by %j is %j', (origin, publisher, expected) => {
    expect(isRemovable({ ...provenance, origin, publisher })).toBe(expected)
  })
})
