import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { parseSourceEdition } from '../../../../src/core/edition/source-edition.ts'
import { printSourceEdition } from './print-source-edition.ts'

const good = `---
id: blik-2031-05
revision: 2
language: nl-BE
series: Weekblik
date: 2031-05
date-inferred: yes
title: Titel: met een dubbele punt
---

De intro staat
op twee regels.

Figuur: Een boot.
Foto: Voorbeeldbeeld

### stille-boot

Eerste alinea.

Tweede alinea.

Bronnen: Energiebrief, VP

## Warmte {#warmte}

### buffer: Onder de tegels
Het bassin is diep.
Bron: VP
`

/** The good source with one line replaced; an empty replacement leaves an empty line. */
function withLine(found: string, replacement: string): string {
  expect(good).toContain(found)
  return good.replace(found, replacement)
}

function mistakesIn(source: string): [line: number, reason: string][] {
  const result = parseSourceEdition(source)
  return result.ok ? [] : result.mistakes.map(({ line, reason }) => [line, reason])
}

describe('parseSourceEdition', () => {
  it('reads an edition', () => {
    const expected: Edition = {
      id: 'blik-2031-05',
      revision: 2,
      language: 'nl-BE',
      series: 'Weekblik',
      date: { value: '2031-05', inferred: true },
      title: 'Titel: met een dubbele punt',
      lede: 'De intro staat op twee regels.',
      figure: { caption: 'Een boot.', credit: 'Voorbeeldbeeld' },
      sections: [
        {
          id: 'vooraan',
          heading: null,
          items: [
            {
              id: 'stille-boot',
              title: null,
              text: 'Eerste alinea.\n\nTweede alinea.',
              sources: ['Energiebrief', 'VP'],
            },
          ],
        },
        {
          id: 'warmte',
          heading: 'Warmte',
          items: [
            {
              id: 'buffer',
              title: 'Onder de tegels',
              text: 'Het bassin is diep.',
              sources: ['VP'],
            },
          ],
        },
      ],
    }
    expect(parseSourceEdition(good)).toEqual({ ok: true, value: expected })
  })

  it('reads links, with words and without', () => {
    const linked = withLine('Foto: Voorbeeldbeeld', 'Foto: Voorbeeldbeeld\n\nLink: https://a.nl/')
      .replace('Bronnen: ', 'Link: Het hele stuk https://b.nl/x\nBronnen: ')
      .replace('Bron: VP', 'Bron: VP\nLink: Mail ons mailto:a@b.nl\nLink: http://c.nl/')
    const links = [
      [{ label: 'https://a.nl/', address: 'https://a.nl/' }],
      [{ label: 'Het hele stuk', address: 'https://b.nl/x' }],
      [
        { label: 'Mail ons', address: 'mailto:a@b.nl' },
        { label: 'http://c.nl/', address: 'http://c.nl/' },
      ],
    ]
    expect(parseSourceEdition(linked)).toMatchObject({
      value: {
        links: links[0],
        sections: [{ items: [{ links: links[1] }] }, { items: [{ links: links[2] }] }],
      },
    })
  })

  it('reads a source that returns, as printed', () => {
    const read = parseSourceEdition(good.replace('brief, VP', 'brief, $VP, Energiebrief'))
    expect(read.ok && read.value.sections[0]?.items[0]?.sources).toEqual([
      'Energiebrief',
      '$VP',
      'Energiebrief',
    ])
  })

  it('reads Windows line ends and a byte order mark', () => {
    const windows = `\uFEFF${good.replaceAll('\n', '\r\n')}`
    expect(parseSourceEdition(windows)).toEqual(parseSourceEdition(good))
  })

  it('leaves out what need not stand there', () => {
    const short =
      '---\nid: a\nrevision: 1\nlanguage: nl\ntitle: T\n---\n## Kop {#k}\n### b\nTekst\nBron: X'
    expect(parseSourceEdition(short)).toMatchObject({
      ok: true,
      value: { series: null, date: null, lede: null, figure: null, sections: [{ heading: 'Kop' }] },
    })
  })

  it('takes the id of the section without a heading from the front matter', () => {
    const result = parseSourceEdition(withLine('date-inferred: yes', 'first-section: opening'))
    expect(result).toMatchObject({ value: { sections: [{ id: 'opening' }, {}] } })
    expect(result).toMatchObject({ value: { date: { inferred: false } } })
  })

  it.each<[what: string, source: string, line: number, reason: RegExp]>([
    [
      'a title that is not seen',
      withLine('title: Titel: met een dubbele punt', 'title: \u200B\u200B'),
      8,
      /not seen/u,
    ],
    ['an issue with words', withLine('series: Weekblik', 'issue: nr. 27'), 5, /number alone/u],
    ['no front matter', 'Tekst', 1, /must begin with front matter/],
    ['front matter without an end', '---\nid: a\n', 1, /must begin with front matter/],
    [
      'an unknown key',
      withLine('series:', 'serie:'),
      5,
      /unknown key "serie"; known keys are id, /,
    ],
    ['a key twice', withLine('series: Weekblik', 'revision: 3'), 5, /"revision" stands here twice/],
    ['a key without a value', withLine('Weekblik\n', '\n'), 5, /"series" has no value/],
    [
      'a line without a colon',
      withLine('series: Weekblik', 'Weekblik'),
      5,
      /expected "key: value"/,
    ],
    ['a missing key', withLine('title: Titel: met een dubbele punt', ''), 1, /"title" is missing/],
    ['a bad id', withLine('id: blik-2031-05', 'id: Blik 5'), 2, /"Blik 5" is not an id/],
    [
      'a bad revision',
      withLine('revision: 2', 'revision: 0'),
      3,
      /revision is a number from 1 to 999999/,
    ],
    ['a bad language', withLine('nl-BE', 'Nederlands'), 4, /language is written as/],
    [
      'a month that does not exist',
      withLine('2031-05\ndate-', '2031-13\ndate-'),
      6,
      /date is YYYY/,
    ],
    ['a day that does not exist', withLine('2031-05\ndate-', '2031-02-29\ndate-'), 6, /day that/],
    ['a vague date', withLine('2031-05\ndate-', 'mei 2031\ndate-'), 6, /date is YYYY/],
    ['an unclear inference', withLine('inferred: yes', 'inferred: ja'), 7, /"yes" or "no"/],
    ['an inference without a date', withLine('date: 2031-05\n', ''), 6, /without a date/],
    ['a link to nowhere', withLine('Bron: VP', 'Bron: VP\nLink: Blad'), 30, /"Link:" ends with an/],
    ['a link elsewhere', withLine('Bron: VP', 'Bron: VP\nLink: ftp://a.nl/'), 30, /"Link:" ends/],
    ['a link in other letters', withLine('Foto: V', 'Link: https://é.nl/'), 15, /"Link:" ends/],
    ['an empty link', withLine('Foto: V', 'Link:\nFoto: V'), 15, /nothing stands after "Link:"/],
    [
      'a link twice',
      withLine('Bron: VP', 'Bron: VP\nLink: https://a.nl/\nLink: a https://a.nl/'),
      31,
      /a link stands here twice/,
    ],
    [
      'more links than there may be',
      withLine(
        'Bron: VP',
        `Bron: VP${Array.from({ length: 201 }, (_, n) => `\nLink: https://a.nl/${String(n)}`).join('')}`,
      ),
      230,
      /at most 200 links stand here/,
    ],
    [
      'words of a link that are too many',
      withLine('Foto: Voorbeeldbeeld', `Link: ${'a'.repeat(2_500)} https://a.nl/`),
      2,
      /label: /,
    ],
    ['a second lede', withLine('staat\n', 'staat\n\n'), 13, /the lede is one paragraph/],
    ['a second figure', withLine('Foto: V', 'Figuur: V'), 15, /has one "Figuur:"/],
    [
      'an empty caption',
      withLine('Figuur: Een boot.', 'Figuur:'),
      14,
      /nothing stands after "Figuur:"/,
    ],
    ['a credit far from its figure', withLine('boot.\n', 'boot.\n\nx\n\n'), 16, /the lede is one/],
    ['a credit alone', withLine('Figuur: Een boot.', ''), 15, /directly under "Figuur:"/],
    [
      'a source above the items',
      withLine('Foto: V', 'Bron: V'),
      15,
      /"Bron:" stands under an item/,
    ],
    ['an item with a bad id', withLine('### stille-boot', '### stille boot'), 17, /not an id/],
    ['an item without an id', withLine('### stille-boot', '###'), 17, /"" is not an id/],
    ['an empty item title', withLine('buffer: Onder de tegels', 'buffer:'), 27, /no title stands/],
    ['an item without sources', withLine('Bron: VP', ''), 27, /"buffer" names no sources/],
    ['an item without text', withLine('Het bassin is diep.', ''), 27, /"buffer" has no text/],
    ['a source without a name', withLine('brief, VP', 'brief,, VP'), 23, /a source without a name/],
    ['no source after the label', withLine('Bron: VP', 'Bron:'), 29, /a source without a name/],
    ['sources on two lines', withLine('Bron: VP', 'Bron: VP\nBron: X'), 30, /sources on one line/],
    [
      'text after the sources',
      withLine('Bron: VP', 'Bron: VP\nNog iets.'),
      30,
      /text after the sources/,
    ],
    [
      'a figure in an item',
      withLine('Het bassin', 'Figuur: Het bassin'),
      28,
      /before the first item/,
    ],
    ['a section without an id', withLine(' {#warmte}', ''), 25, /## Heading \{#section-id\}/],
    ['a section without a heading', withLine('Warmte {', '{'), 25, /## Heading \{#section-id\}/],
    ['a section with a bad id', withLine('#warmte', '#Warmte'), 25, /"Warmte" is not an id/],
    ['a section without items', `${good}\n## Leeg {#leeg}`, 31, /"leeg" has no items/],
    [
      'text above the items of a section',
      withLine('### buffer: Onder de tegels', ''),
      28,
      /no item stands/,
    ],
    [
      'a heading of another level',
      withLine('## Warmte', '#### Warmte'),
      25,
      /a section begins with "##"/,
    ],
    [
      'an item id twice',
      withLine('### buffer', '### stille-boot'),
      27,
      /"stille-boot" is already in use/,
    ],
    ['a section id twice', withLine('{#warmte}', '{#vooraan}'), 25, /"vooraan" is already in use/],
    ['an item id that is a section', withLine('### buffer', '### warmte'), 27, /already in use/],
    ['an item id that is the opening’s', withLine('### buffer', '### lede'), 27, /of the opening/],
    ['no items', good.slice(0, good.indexOf('###')), 1, /has no items/],
  ])('reports %s', (_what, source, line, reason) => {
    expect(mistakesIn(source)).toContainEqual([line, expect.stringMatching(reason)])
  })

  it('reports all mistakes in the order of the lines', () => {
    const source = good.replace('{#warmte}', '').replace('2031-05\ndate-', 'x\ndate-')
    const lines = mistakesIn(source).map(([line]) => line)
    expect(lines).toEqual([6, 25])
  })

  it('gives a printed edition back, however its paragraphs are wrapped', () => {
    fc.assert(
      fc.property(anyEdition, fc.integer({ min: 1, max: 60 }), (edition, width) => {
        expect(parseSourceEdition(printSourceEdition(edition, width))).toEqual({
          ok: true,
          value: edition,
        })
      }),
    )
  })

  it('never throws', () => {
    const piece = fc.constantFrom(
      '---',
      '\n',
      '## ',
      '### ',
      'Bron:',
      'Figuur:',
      ' a',
      '{#a}',
      ': ',
      'id',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 }))), (pieces) => {
        parseSourceEdition(pieces.join(''))
      }),
    )
  })
})

const anyWord = fc
  .string({ unit: fc.constantFrom(...'aeénB:,.-–{}#|*%1€’"\u00a0'), minLength: 1, maxLength: 8 })
  .filter((word) => word.trim() === word && !word.startsWith('#'))
const anyText = fc.array(anyWord, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const anyId = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,12}$/)
const anyLinks = fc
  .uniqueArray(
    fc.record({
      label: fc.option(anyText),
      address: fc.stringMatching(/^(?:https?:\/\/[a-z]|mailto:[a-z])[\w/?&=%#.:~-]{1,20}$/),
    }),
    { selector: ({ address }) => address, maxLength: 3 },
  )
  .map((links) => {
    const all = links.map(({ label, address }) => ({ label: label ?? address, address }))
    return all.length === 0 ? {} : { links: all }
  })
const anySource = anyText.filter((text) => !text.includes(','))

const anyEdition: fc.Arbitrary<Edition> = fc
  .record({
    id: anyId,
    revision: fc.integer({ min: 1, max: 99 }),
    language: fc.constantFrom('nl', 'nl-BE'),
    series: fc.option(anyText),
    number: fc.option(fc.constantFrom('27', '2024/12')),
    date: fc.option(
      fc.record({
        value: fc.constantFrom('2031', '2031-05', '2028-02-29'),
        inferred: fc.boolean(),
      }),
    ),
    title: anyText,
    lede: fc.option(anyText),
    figure: fc.option(fc.record({ caption: anyText, credit: fc.option(anyText) })),
    ids: fc.uniqueArray(anyId, { minLength: 20, maxLength: 20 }),
    sections: fc.array(
      fc.record({
        heading: anyText,
        items: fc.array(
          fc.record({
            title: fc.option(anyText),
            text: fc.array(anyText, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n')),
            sources: fc.array(anySource, { minLength: 1, maxLength: 3 }),
            links: anyLinks,
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    links: anyLinks,
    hasOpening: fc.boolean(),
  })
  .map(({ ids, sections, hasOpening, links, number, ...fields }) => {
    const free = [...ids]
    const takeId = (): string => free.pop() ?? 'x'
    return {
      ...fields,
      ...links,
      ...(number === null ? {} : { number }),
      sections: sections.map(({ heading, items }, index) => ({
        id: takeId(),
        heading: hasOpening && index === 0 ? null : heading,
        items: items.map(({ links: own, ...item }) => ({ id: takeId(), ...item, ...own })),
      })),
    }
  })
