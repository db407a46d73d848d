import { describe, expect, it } from 'vitest'
import { readEpub } from '../../../../electron/services/documents/read-epub.ts'
import { aBook } from '../../../fixtures/a-book.ts'
import { entry, linesOf, list } from './book-lines.ts'

describe('the pages of a book', () => {
  it('are read outside their order where the contents name it, and else a remark', async () => {
    const book = aBook({
      navigation: list(entry('De kade', 'a.xhtml'), entry('De pont', 'c.xhtml')),
      aside: ['b.xhtml', 'c.xhtml'],
      pages: {
        'a.xhtml': '<h1>De kade</h1><p>De kade is dicht.</p>',
        'b.xhtml': '<h1>Noot</h1><p>Gemeten bij eb.</p>',
        'c.xhtml': '<h1>De pont</h1><p>De pont vaart.</p>',
      },
    })
    const read = await readEpub(book)
    expect(linesOf(read)).toEqual(['2 De kade', 'De kade is dicht.', '2 De pont', 'De pont vaart.'])
    expect(read.document.leftOut).toMatchObject([
      { kind: 'furniture', quote: 'Noot\nGemeten bij eb.' },
    ])
  })

  it.each([
    ['cover.xhtml', false],
    ['cover-01.xhtml', false],
    ['00_cover.xhtml', false],
    ['cover-page.html', false],
    ['titlepage2.xhtml', false],
    ['nav.xhtml', false],
    ['cover-story.xhtml', true],
    ['lost-contents-of-a-ship.xhtml', true],
  ])('are read by the name of their file: %s', async (name, isRead) => {
    const pages = { [name]: '<p>De kade.</p>', 'b.xhtml': '<p>De brug.</p>' }
    const lines = linesOf(await readEpub(aBook({ pages })))
    expect(lines.includes('De kade.')).toBe(isRead)
  })

  it.each([
    ['1. Dijk', '2. Sluis', 'Dijk', 'Sluis'],
    ['Dijk', 'Sluis', '1 Dijk', '2 Sluis'],
    ['1.1 Dijk', '1.2 Dijk', 'Dijk', 'Dijk'],
    ['2026 dijken', '3 sluizen', '2026 dijken', '3 sluizen'],
  ])('are cut by names with a number or without: %s, %s', async (first, second, one, other) => {
    const book = aBook({
      navigation: list(entry(first, 'a.xhtml#a'), entry(second, 'a.xhtml#b')),
      pages: { 'a.xhtml': `<h1>${one}</h1><p>Hoog.</p><h1>${other}</h1><p>Open.</p>` },
    })
    expect(linesOf(await readEpub(book))).toEqual([`2 ${one}`, 'Hoog.', `2 ${other}`, 'Open.'])
  })
})
