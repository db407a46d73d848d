import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edition, EditionNotes } from '../../../../src/core/edition/edition.ts'
import { parseSourceNotes } from '../../../../src/core/edition/source-notes.ts'

const edition: Edition = {
  id: 'blik-2031-05',
  revision: 1,
  language: 'nl',
  series: null,
  date: null,
  title: 'Titel',
  lede: null,
  figure: null,
  sections: [
    { id: 'vooraan', heading: null, items: [anItem('boot'), anItem('dak')] },
    { id: 'warmte', heading: 'Warmte', items: [anItem('buffer')] },
  ],
}

function anItem(id: string): Edition['sections'][number]['items'][number] {
  return { id, title: null, text: 'Tekst.', sources: ['VP'] }
}

const good = `---
edition: blik-2031-05
language: en
---

## vooraan
Waar let je op: Let op
de prijs.

### boot
Gist: A boat runs
on batteries.

Figures:
- Cost per hour | 41 | € | at night
- Running time | 8 | hours
- Boats | 1
- Roofs | 70 | | in the village
Terms:
- sleepboot | tugboat
Names:
- Scheldemond | organisation
- Ine Put | person
Background:
- Terneuzen is a port
  in Zeeland | really.

### dak
Gist: A roof.

## warmte
Waar let je op: Onder of boven?
### buffer
Gist: A basin.
`

function withLine(found: string, replacement: string): string {
  expect(good).toContain(found)
  return good.replace(found, replacement)
}

function mistakesIn(source: string): [line: number, reason: string][] {
  const result = parseSourceNotes(source, edition)
  return result.ok ? [] : result.mistakes.map(({ line, reason }) => [line, reason])
}

describe('parseSourceNotes', () => {
  it('reads notes', () => {
    const empty = { figures: [], terms: [], names: [], background: [] }
    const expected: EditionNotes = {
      edition: 'blik-2031-05',
      language: 'en',
      sections: [
        { section: 'vooraan', watch: 'Let op de prijs.' },
        { section: 'warmte', watch: 'Onder of boven?' },
      ],
      items: [
        {
          item: 'boot',
          gist: 'A boat runs on batteries.',
          figures: [
            { measures: 'Cost per hour', value: '41', unit: '€', remark: 'at night' },
            { measures: 'Running time', value: '8', unit: 'hours', remark: null },
            { measures: 'Boats', value: '1', unit: '', remark: null },
            { measures: 'Roofs', value: '70', unit: '', remark: 'in the village' },
          ],
          terms: [{ term: 'sleepboot', translation: 'tugboat' }],
          names: [
            { name: 'Scheldemond', kind: 'organisation' },
            { name: 'Ine Put', kind: 'person' },
          ],
          background: ['Terneuzen is a port in Zeeland | really.'],
        },
        { item: 'dak', gist: 'A roof.', ...empty },
        { item: 'buffer', gist: 'A basin.', ...empty },
      ],
    }
    expect(parseSourceNotes(good, edition)).toEqual({ ok: true, value: expected })
  })

  it('reads notes without an edition to hold them against', () => {
    const result = parseSourceNotes(withLine('### dak', '### daken'), null)
    expect(result.ok).toBe(true)
  })

  it.each<[what: string, source: string, line: number, reason: RegExp]>([
    ['a missing key', withLine('language: en', ''), 1, /"language" is missing/],
    ['a bad language', withLine('language: en', 'language: English'), 3, /language is written as/],
    [
      'notes to another edition',
      withLine('2031-05', '2031-06'),
      2,
      /the edition is "blik-2031-05"/,
    ],
    [
      'a section without advice',
      withLine('Waar let je op: Onder of boven?', ''),
      31,
      /"warmte" has no/,
    ],
    [
      'advice under an item',
      withLine('Gist: A roof.', 'Waar let je op: x'),
      29,
      /directly under the id/,
    ],
    ['advice above all sections', withLine('## vooraan\n', '\n'), 7, /directly under the id/],
    ['advice twice', withLine('de prijs.', 'Waar let je op: x'), 8, /stands here twice/],
    ['an item without a gist', withLine('Gist: A roof.', ''), 28, /"dak" has no "Gist:"/],
    ['an empty gist', withLine('Gist: A roof.', 'Gist:'), 28, /"dak" has no "Gist:"/],
    [
      'a gist twice',
      withLine('Gist: A roof.', 'Gist: A roof.\nGist: Yes.'),
      30,
      /stands here twice/,
    ],
    ['a gist without an item', withLine('### boot\n', '\n'), 11, /under the id of an item/],
    [
      'an item without a section',
      withLine('## vooraan', '### dak'),
      6,
      /stand under those to its sec/,
    ],
    [
      'a heading of another level',
      withLine('## warmte', '# warmte'),
      31,
      /begin with "## section-id"/,
    ],
    ['a bad id', withLine('### dak', '### Dak!'), 28, /"Dak!" is not an id/],
    [
      'text beside a list label',
      withLine('Terms:', 'Terms: sleepboot'),
      19,
      /stands under it, on lines/,
    ],
    ['a list line without a label', withLine('Gist: A roof.', '- x'), 29, /expected a label/],
    ['a list line under a gist', withLine('A roof.', 'A roof.\n- x | y'), 30, /expected a label/],
    ['text without a label', withLine('Gist: A roof.', 'A roof.'), 29, /expected a label/],
    ['a figure without a value', withLine('Boats | 1', 'Boats'), 17, /"- measures \| value/],
    [
      'a figure with too many parts',
      withLine('| at night', '| at | night'),
      15,
      /"- measures \| value/,
    ],
    ['a term without a translation', withLine(' | tugboat', ''), 20, /"- term \| translation"/],
    ['a term with three parts', withLine(' | tugboat', ' | a | b'), 20, /"- term \| translation"/],
    ['a name of another kind', withLine('| person', '| place'), 23, /"- name \| organisation"/],
    ['an unknown section', withLine('## warmte', '## koude'), 31, /has no section "koude"/],
    [
      'a section without notes',
      withLine('## warmte', '## koude'),
      1,
      /section "warmte" has no notes/,
    ],
    ['a section twice', withLine('## warmte', '## vooraan'), 31, /"vooraan" stand here twice/],
    ['an unknown item', withLine('### dak', '### daken'), 28, /has no item "daken"/],
    ['an item without notes', withLine('### dak', '### daken'), 6, /item "dak" has no notes/],
    ['an item twice', withLine('### dak', '### boot'), 28, /"boot" stand here twice/],
    ['an item in another section', withLine('### buffer', '### dak'), 33, /"dak" stand here twice/],
    [
      'an item in the wrong section',
      withLine('### dak', '### buffer'),
      28,
      /under section "warmte"/,
    ],
  ])('reports %s', (_what, source, line, reason) => {
    expect(mistakesIn(source)).toContainEqual([line, expect.stringMatching(reason)])
  })

  it('gives printed notes back', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        expect(parseSourceNotes(printNotes(notes), null)).toEqual({ ok: true, value: notes })
      }),
    )
  })
})

const anyText = fc
  .string({ unit: fc.constantFrom(...'aé B:,.-–{}%1€’ '), minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() !== '')
  .map((text) => text.trim())
const anyId = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,12}$/)

const anyNotes: fc.Arbitrary<EditionNotes> = fc.record({
  edition: anyId,
  language: fc.constantFrom('en', 'en-GB'),
  sections: fc.tuple(fc.record({ section: anyId, watch: anyText })),
  items: fc.array(
    fc.record({
      item: anyId,
      gist: anyText,
      figures: fc.array(
        fc.record({
          measures: anyText,
          value: anyText,
          unit: fc.oneof(fc.constant(''), anyText),
          remark: fc.option(anyText),
        }),
        { maxLength: 3 },
      ),
      terms: fc.array(fc.record({ term: anyText, translation: anyText }), { maxLength: 3 }),
      names: fc.array(
        fc.record({ name: anyText, kind: fc.constantFrom('person', 'organisation') }),
        { maxLength: 3 },
      ),
      background: fc.array(anyText, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
})

function printNotes({ edition, language, sections, items }: EditionNotes): string {
  return [
    `---\nedition: ${edition}\nlanguage: ${language}\n---`,
    ...sections.map(({ section, watch }) => `## ${section}\nWaar let je op: ${watch}`),
    ...items.flatMap((notes) => [
      `### ${notes.item}\nGist: ${notes.gist}\nFigures:`,
      ...notes.figures.map(({ measures, value, unit, remark }) =>
        [`- ${measures}`, value, unit, remark ?? ''].join(' | '),
      ),
      'Terms:',
      ...notes.terms.map(({ term, translation }) => `- ${term} | ${translation}`),
      'Names:',
      ...notes.names.map(({ name, kind }) => `- ${name} | ${kind}`),
      'Background:',
      ...notes.background.map((text) => `- ${text}`),
    ]),
  ].join('\n')
}
