import fc from 'fast-check'
import { bundleOf } from '../search/an-edition.ts'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { citedPlace, citeText, dutchCitation } from '../../../../src/core/citation/cite-item.ts'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { namesOfKinds } from '../../../../src/core/annotations/kinds.ts'
import { exportMarkdown } from '../../../../src/core/annotations/markdown-export.ts'
import type { Annotation } from '../../../../src/core/annotations/annotation.ts'
import { aBookmark, aHighlight, aNote } from '../reader-data/reader-records.ts'

const anEdition: Edition = {
  id: 'reeks-2024-07',
  revision: 1,
  language: 'nl',
  series: 'Reeks',
  date: { value: '2024-07', inferred: false },
  title: 'De zomer_editie',
  lede: null,
  figure: null,
  sections: [
    {
      id: 'begin',
      heading: null,
      items: [
        { id: 'item-1', title: null, text: 'De eerste woorden.\n\n- En meer.', sources: ['VP'] },
      ],
    },
    {
      id: 'energie',
      heading: 'Energie & licht',
      items: [
        { id: 'item-2', title: 'Zon #1', text: 'Over de zon.', sources: [] },
        { id: 'item-3', title: null, text: 'Over wind.', sources: ['GT', 'De Courant'] },
      ],
    },
  ],
}

function written(
  records: readonly Annotation[],
  editions: readonly Edition[] = [anEdition],
  texts: ReadonlyMap<string, string> = new Map(),
): string {
  return exportMarkdown(records, { bundles: editions.map(bundleOf), texts, language: 'nl' })
}

/** The headings of the document, as a Markdown reader sees them: level and text. */
function headings(markdown: string): string[] {
  return fromMarkdown(markdown).children.flatMap((block) => {
    if (block.type !== 'heading') return []
    const text = block.children.map((inline) => ('value' in inline ? inline.value : '?')).join('')
    return [`${'#'.repeat(block.depth)} ${text}`]
  })
}

describe('bookmarks and notes in Markdown', () => {
  it('stand by edition and item, whole, with the line that cites it', () => {
    const markdown = written([
      aNote({ item: 'item-3', quote: 'Over …', text: 'Nakijken.' }),
      aBookmark({ item: 'item-2', quote: 'Over …' }),
      aNote({ item: 'item-2', quote: 'Over …', text: 'Eerste regel\n\n- punt' }),
      aBookmark({ item: 'item-1', quote: 'De eerste …' }),
    ])
    expect(markdown).toBe(`# ${namesOfKinds('nl')}

## De zomer\\_editie

Reeks, juli 2024

### Bericht 1

De eerste woorden.

\\- En meer.

Reeks, ‘De zomer\\_editie’, juli 2024, bericht 1. Bron: VP.

*Bladwijzer*

### Bericht 2: Zon \\#1

Over de zon.

Reeks, ‘De zomer\\_editie’, juli 2024, rubriek ‘Energie \\& licht’, bericht 2.

*Bladwijzer*

> Eerste regel
>
> - punt

### Bericht 3

Over wind.

Reeks, ‘De zomer\\_editie’, juli 2024, rubriek ‘Energie \\& licht’, bericht 3. Bronnen: GT, De Courant.

> Nakijken.
`)
  })

  it('say of an item that is gone since when, with its whole words where they were kept', () => {
    const context = { title: 'Oud', section: 'Energie', number: 3, item: 'Kade' }
    const gone = { item: 'weg', quote: 'De kade …', context }
    const texts = new Map([['text:reeks-2024-07/weg', 'De kade zakt.\n\nZij zakt al jaren.']])
    const now = [{ ...anEdition, revision: 2 }]
    const markdown = written([aNote(gone), aBookmark({ item: 'item-3' })], now, texts)
    expect(headings(markdown).slice(2)).toEqual([
      '### Bericht 3 (niet meer in revisie 2): Kade',
      '### Bericht 3',
    ])
    expect(markdown).toContain('De kade zakt.\n\nZij zakt al jaren.\n\n')
    expect(written([aNote(gone)], now)).toContain('De kade …\n\n')
    // Of an edition that is not here nothing is known.
    expect(headings(written([aNote(gone)], [])).at(-1)).toBe('### Bericht 3: Kade')
  })

  it('cite as key C does', () => {
    const [section] = anEdition.sections
    const [item] = section?.items ?? []
    if (section === undefined || item === undefined) throw new Error('the edition has an item')
    const cited = citeText('Tekst', citedPlace(anEdition, section, item, 1), dutchCitation)
    const line = cited.split('\n\n').at(-1) ?? ''
    expect(written([aBookmark()]).replaceAll('\\', '')).toContain(`\n\n${line}\n\n`)
  })

  it('have the last edition first, whenever something was kept of it, and last what has no date', () => {
    const of = (id: string, date: string | null): Edition => ({
      ...{ ...anEdition, id, title: id, series: null },
      date: date === null ? null : { value: date, inferred: false },
    })
    const editions = [
      of('mei', '2024-05-03'),
      of('ooit', null),
      of('juli', '2024-07'),
      of('jaar', '2023'),
    ]
    const records = ['mei', 'weg', 'ooit', 'juli', 'jaar'].map((edition) => aBookmark({ edition }))
    const titles = headings(written(records, editions)).filter((line) => line.startsWith('## '))
    expect(titles).toEqual(['## juli', '## mei', '## jaar', '## weg', '## ooit'])
  })

  it('say what the record remembers when the edition is not here', () => {
    const context = { title: 'Een oude editie', section: 'Rubriek', number: 7 }
    const records = [aNote({ context, quote: 'Lang geleden …', text: 'Mooi.' })]
    expect(headings(written(records, []))).toEqual([
      `# ${namesOfKinds('nl')}`,
      '## Een oude editie',
      '### Bericht 7',
    ])
    expect(written(records, [])).toContain(
      'Lang geleden …\n\n‘Een oude editie’, rubriek ‘Rubriek’, bericht 7.\n\n> Mooi.',
    )
  })

  it('have the edition’s id for a title and the quote alone when nothing else is known', () => {
    const markdown = written([aBookmark()], [])
    expect(headings(markdown)).toEqual([
      `# ${namesOfKinds('nl')}`,
      '## reeks-2024-07',
      '### Bericht',
    ])
    expect(markdown).toContain('De eerste woorden van het bericht\n\n‘reeks-2024-07’.')
  })

  it('say so when there is nothing', () => {
    expect(written([])).toBe(`# ${namesOfKinds('nl')}\n\nEr is nog niets bewaard.\n`)
  })

  it('are in English when asked', () => {
    const markdown = exportMarkdown([aBookmark()], {
      bundles: [],
      texts: new Map(),
      language: 'en',
    })
    expect(markdown).toContain(`# ${namesOfKinds('en')}`)
    expect(markdown).toContain('### Item\n\nDe eerste woorden van het bericht')
  })

  it('do not let a note or a quote change the document around them', () => {
    const sign = fc.constantFrom(
      '#',
      '```',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '<!--',
      '---',
      '===',
      '[a]: b',
      '`',
      '~~~',
      'tekst ',
      '    ',
      '\r',
      '*',
      '_',
      '<b>',
      '|',
      '1. ',
    )
    const hostile = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(hostile, hostile, hostile, (text, quote, title) => {
        const context = { title: `Titel ${title}`, section: `Rubriek ${title}`, number: 1 }
        const records = [
          aNote({ text, quote, context }),
          aBookmark({ item: 'item-2', context: { ...context, number: 2 } }),
        ]
        const root = fromMarkdown(written(records, []))
        const depths = root.children.flatMap((block) =>
          block.type === 'heading' ? block.depth : [],
        )
        expect(depths).toEqual([1, 2, 3, 3])
        expect(root.children.map(({ type }) => type)).not.toContain('html')
        for (const kind of ['code', 'list', 'thematicBreak', 'definition'])
          expect(root.children.map(({ type }) => type)).not.toContain(kind)
      }),
    )
  })
})

it('writes what is highlighted, with its colour, and what is of the introduction first', () => {
  const edition = { ...anEdition, lede: 'Wat u leest.' }
  const anchor = { ...aHighlight().anchor, exact: 'En *meer*' }
  const context = { title: 'Oud', section: null, number: 1 }
  const records = [
    aHighlight({ anchor }),
    aHighlight({ item: 'lede', colour: 'roos', quote: 'Wat u', context, id: 'f'.repeat(16) }),
  ]
  const here = exportMarkdown(records, {
    bundles: [bundleOf(edition)],
    texts: new Map(),
    language: 'nl',
  })
  expect(here).toContain(
    '### Inleiding\n\nWat u leest.\n\nReeks, ‘De zomer\\_editie’, juli 2024.\n\n' +
      '*Markering (roos):* eerste woorden\n\n### Bericht 1\n',
  )
  expect(here).toContain('*Markering (oker):* En \\*meer\\*')
  const away = exportMarkdown(records.slice(1), { bundles: [], texts: new Map(), language: 'en' })
  expect(away).toContain('### Introduction\n\nWat u\n\n‘Oud’.\n\n*Highlight (rose):*')
})
