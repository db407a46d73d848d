import { describe, expect, it } from 'vitest'
import { readEpub } from '../../../../electron/services/documents/read-epub.ts'
import { readEdition } from '../../../../electron/services/import/read-edition.ts'
import { aBook } from '../../../fixtures/a-book.ts'
import type { RawFile } from '../../../fixtures/hostile/make-zip.ts'
import { aPng } from '../../../fixtures/pictures.ts'
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

describe('pages of a book that are pictures', () => {
  const picture = (name: string, width: number): RawFile => ({
    name: `OEBPS/${name}`,
    data: aPng(width, 80),
  })
  const files = [picture('een.png', 101), picture('twee.png', 102), picture('drie.png', 103)]
  const plate = (name: string, label: string): string =>
    `<div class="page"><img src="${name}.png" alt="${label}"/></div>`
  const pages = {
    'a.xhtml': plate('een', 'Een boot'),
    'b.xhtml': plate('twee', 'De kade'),
    'c.xhtml': plate('drie', 'De brug'),
  }

  /** The words and the pictures of each item; of the opening first. */
  async function itemsOf(book: Buffer): Promise<unknown[]> {
    const file = { bytes: book, format: 'epub', encoding: null, name: 'boek.epub' } as const
    const read = await readEdition(file)
    if (!read.ok) throw new Error(read.reason)
    const { edition, remarks } = read.value
    expect(remarks.filter(({ kind }) => kind === 'image-left-out')).toEqual([])
    const items = edition.sections.flatMap((section) => [
      ...(section.items.length === 0 ? [{ text: section.heading, pictures: [] }] : []),
      ...section.items,
    ])
    return [{ text: edition.lede, pictures: edition.pictures }, ...items].map(
      ({ text, pictures = [] }) => [text, ...pictures.map(({ label }) => label)],
    )
  }

  it('are items where the contents name them, with the pages behind them', async () => {
    const navigation = list(entry('Opdracht', 'b.xhtml'))
    expect(await itemsOf(aBook({ navigation, pages, files }))).toEqual([
      [null, 'Een boot'],
      ['Opdracht', 'De kade', 'De brug'],
    ])
    const both = list(entry('Opdracht', 'a.xhtml'), entry('Begin', 'b.xhtml'))
    expect(await itemsOf(aBook({ navigation: both, pages, files }))).toEqual([
      [null],
      ['Opdracht', 'Een boot'],
      ['Begin', 'De kade', 'De brug'],
    ])
  })

  it('are called as their pictures are where nothing else names them', async () => {
    expect(await itemsOf(aBook({ pages, files }))).toEqual([
      [null],
      ['Een boot', 'Een boot'],
      ['De kade', 'De kade'],
      ['De brug', 'De brug'],
    ])
  })

  it('leave their picture between the texts around them', async () => {
    const navigation = list(entry('Kade', 'a.xhtml'), entry('Brug', 'c.xhtml'))
    const text = (title: string): string => `<h1>${title}</h1><p>De ${title} is dicht.</p>`
    const book = aBook({
      navigation,
      pages: {
        'a.xhtml': text('Kade'),
        'b.xhtml': plate('een', 'Een boot'),
        'c.xhtml': text('Brug'),
      },
      files,
    })
    expect(await itemsOf(book)).toEqual([
      [null],
      ['De Kade is dicht.', 'Een boot'],
      ['De Brug is dicht.'],
    ])
  })

  it('leave a picture above a heading with that heading, and not with the page before', async () => {
    const navigation = list(entry('Kade', 'a.xhtml'), entry('Brug', 'b.xhtml'))
    const book = aBook({
      navigation,
      pages: {
        'a.xhtml': `${plate('een', 'Een boot')}<h1>Kade</h1><p>De kade is dicht.</p>`,
        'b.xhtml': `${plate('twee', '')}<h1>Brug</h1><p>De brug is open.</p>`,
      },
      files,
    })
    expect(await itemsOf(book)).toEqual([
      [null],
      ['De kade is dicht.', 'Een boot'],
      ['De brug is open.', null],
    ])
  })

  it.each([
    ['<image xlink:href="een.png"/>', null],
    ['<title>Een boot</title><image href="een.png"/>', 'Een boot'],
    [
      '<title>Plaat</title><g><image xlink:href="een.png"><title>Een boot</title></image></g>',
      'Een boot',
    ],
    ['<image xlink:href="een.png" aria-label="Een boot"></image><text>Een</text>', 'Een boot'],
  ])('are drawings with a picture in them: %s', async (drawing, label) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${drawing}</svg>`
    const navigation = list(entry('Boot', 'a.xhtml'))
    expect(await itemsOf(aBook({ navigation, pages: { 'a.xhtml': svg }, files }))).toEqual([
      [null],
      ['Boot', label],
    ])
  })
})
