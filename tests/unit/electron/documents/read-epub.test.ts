import { describe, expect, it } from 'vitest'
import { refusalAsResult } from '#core/edition/rejection'
import { readEpub } from '../../../../electron/services/documents/read-epub.ts'
import { xhtmlAsHtml } from '../../../../electron/services/documents/read-xml.ts'
import { aBook, bookFiles } from '../../../fixtures/a-book.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'
import { entry, linesOf, list } from './book-lines.ts'
import { hostileBooks } from '../../../fixtures/hostile/hostile-books.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'

describe('books', () => {
  it('have sections and chapters by their contents', async () => {
    const book = aBook({
      metadata:
        '<dc:title>Het Havenblad &amp; meer</dc:title><dc:language>nl-NL</dc:language>' +
        '<dc:date opf:event="modification">2026-12-01</dc:date><dc:date>2026-11-07T08:00:00Z</dc:date>' +
        '<meta property="belongs-to-collection">Havenbladen</meta>',
      navigation: list(
        entry('Titelpagina', 'a.xhtml'),
        entry(
          'Haven',
          'b.xhtml',
          list(entry('De kade', 'b.xhtml'), entry('De brug', 'c.xhtml#brug')),
        ),
        entry('Nawoord', 'd.xhtml'),
      ),
      pages: {
        'a.xhtml': '<h1>Het Havenblad</h1><p>Redactie: de kade.</p>',
        'b.xhtml': '<h1>De kade</h1><p>De kade is dicht.</p><h2>Hoe lang</h2><p>Tot maandag.</p>',
        'c.xhtml': '<h1 id="brug">De  brug!</h1><p>De brug is open.</p><a id="x"/><p>Lang.</p>',
        'd.xhtml': '<p>Tot de volgende keer.</p>',
      },
    })
    const read = await readEpub(book)
    expect(read.document.stated).toEqual({
      titles: [{ text: 'Het Havenblad & meer', from: 'package' }],
      date: '2026-11-07',
      series: 'Havenbladen',
      language: 'nl',
      itemLevel: 2,
    })
    expect(linesOf(read)).toEqual([
      '1 Haven',
      '2 De kade',
      'De kade is dicht.',
      '3 Hoe lang',
      'Tot maandag.',
      '2 De brug!',
      'De brug is open.',
      'Lang.',
      '2 Nawoord',
      'Tot de volgende keer.',
    ])
    expect(read.document.leftOut).toEqual([
      { line: 1, kind: 'furniture', quote: 'Het Havenblad\nRedactie: de kade.' },
    ])
  })

  it('have a section for a page with nothing but its heading', async () => {
    const book = aBook({
      navigation: list(entry('Haven', 'a.xhtml'), entry('De kade', 'b.xhtml')),
      pages: { 'a.xhtml': '<h1>Haven</h1>', 'b.xhtml': '<h1>De kade</h1><p>Dicht.</p>' },
    })
    expect(linesOf(await readEpub(book))).toEqual(['1 Haven', '2 De kade', 'Dicht.'])
  })

  it('are cut where the contents point into a page', async () => {
    const book = aBook({
      navigation: list(
        entry(
          'Haven',
          'a.xhtml',
          list(entry('De kade', 'a.xhtml#k'), entry('De brug', 'a.xhtml#b')),
        ),
      ),
      pages: {
        'a.xhtml':
          '<h1>Haven</h1><p>Vooraf.</p><h2 id="k">De kade</h2><p>Dicht.</p><h2 id="b">De brug</h2><p>Open.</p>',
        'b.xhtml': '<p>Het gaat verder.</p>',
      },
    })
    expect(linesOf(await readEpub(book))).toEqual([
      '1 Haven',
      'Vooraf.',
      '2 De kade',
      'Dicht.',
      '2 De brug',
      'Open.',
      'Het gaat verder.',
    ])
  })

  it('with contents of three levels say by those what stands in what, and not what an item is', async () => {
    const book = aBook({
      navigation: list(
        entry('Vooraf', 'a.xhtml'),
        entry(
          'Haven',
          'b.xhtml',
          list(entry('De kade', 'b.xhtml', list(entry('Oost', 'c.xhtml')))),
        ),
      ),
      pages: { 'a.xhtml': '<p>Vooraf.</p>', 'b.xhtml': '<p>Dicht.</p>', 'c.xhtml': '<p>Open.</p>' },
    })
    const read = await readEpub(book)
    expect(linesOf(read)).toEqual([
      '1 Vooraf',
      'Vooraf.',
      '1 Haven',
      '2 De kade',
      'Dicht.',
      '3 Oost',
      'Open.',
    ])
    expect(read.document.stated.itemLevel).toBeUndefined()
  })

  it('are read by the contents of EPUB 2', async () => {
    const point = (title: string, page: string, children = ''): string =>
      `<navPoint><navLabel><text>${title}</text></navLabel><content src="${page}"/>${children}</navPoint>`
    const files = bookFiles({ pages: { 'a.xhtml': '<p>Dicht.</p>', 'b.xhtml': '<p>Open.</p>' } })
    const ncx = `<ncx><navMap>${point('Haven', 'a.xhtml', point('De &#8220;kade&#8221;', 'a.xhtml') + point('De brug', 'b.xhtml'))}</navMap></ncx>`
    const withNcx = files.map((file) =>
      file.name === 'OEBPS/content.opf'
        ? {
            ...file,
            data: String(file.data).replace(
              '<manifest>',
              '<manifest><item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
            ),
          }
        : file,
    )
    const book = makeZip([...withNcx, { name: 'OEBPS/toc.ncx', data: ncx }])
    expect(linesOf(await readEpub(book))).toEqual([
      '1 Haven',
      '2 De “kade”',
      'Dicht.',
      '2 De brug',
      'Open.',
    ])
  })

  it('without contents have a chapter a page', async () => {
    const book = aBook({
      pages: {
        'a.xhtml': '<h1>De kade</h1><p>Dicht.</p><h1>Later</h1><p>Open.</p>',
        'b.xhtml': '<p>Zonder kop.</p>',
      },
    })
    expect(linesOf(await readEpub(book))).toEqual([
      '2 De kade',
      'Dicht.',
      '3 Later',
      'Open.',
      'rule',
      'Zonder kop.',
    ])
  })

  it('keep the pictures of their pages, and folders that programs list are passed over', async () => {
    const book = aBook({
      pages: { 'tekst/a.xhtml': '<p>Kijk: <img src="../beeld/een%20kade.png" alt="De kade"/></p>' },
      files: [
        { name: 'OEBPS/beeld/', data: '' },
        { name: 'OEBPS/beeld/een kade.png', data: onePixel },
      ],
    })
    const { document, pictures } = await readEpub(book)
    expect(pictures.map(({ kind }) => kind)).toEqual(['png'])
    expect(document.blocks.find(({ kind }) => kind === 'picture')).toMatchObject({
      label: 'De kade',
    })
  })

  it('with a lock are refused by name; a font may have one', async () => {
    const locked = (name: string, algorithm = ''): Buffer =>
      aBook({
        pages: { 'a.xhtml': '<p>Dicht.</p>' },
        files: [
          {
            name: `META-INF/${name}`,
            data: `<encryption><e:EncryptedData xmlns:e="x"><e:EncryptionMethod Algorithm="${algorithm}"/></e:EncryptedData></encryption>`,
          },
        ],
      })
    const end = async (book: Buffer): Promise<unknown> => {
      const read = await refusalAsResult(() => readEpub(book))
      return read.ok ? 'read' : read.reason
    }
    expect(await end(locked('encryption.xml', 'http://www.w3.org/2001/04/xmlenc#aes256-cbc'))).toBe(
      'locked-epub',
    )
    expect(await end(locked('rights.xml'))).toBe('locked-epub')
    expect(await end(locked('encryption.xml', 'http://www.idpf.org/2008/embedding'))).toBe('read')
  })
})

describe('XHTML', () => {
  it('becomes HTML that says the same', () => {
    const html = xhtmlAsHtml(
      '<title/><p class="a/b>">x<br/><a id=\'y\'/>z</p><![CDATA[1 < 2 & <b>]]>',
    )
    expect(html).toBe(
      '<title></title><p class="a/b>">x<br/><a id=\'y\'></a>z</p>1 &lt; 2 &amp; &lt;b>',
    )
  })

  it.each(['<a id="x"/>', '<a ', '<![CDATA[', '<a "', '<p   / '])(
    'takes time in proportion: %s',
    (piece) => {
      expect(costOfTenfold((times) => xhtmlAsHtml(piece.repeat(2_000 * times)))).toBeLessThan(
        mostCost,
      )
    },
  )
})

describe('hostile books', () => {
  it.each(hostileBooks())('end in a named way: $name', async ({ make, ends }) => {
    const read = await refusalAsResult(() => readEpub(make()))
    expect(ends).toContain(read.ok ? 'read' : read.reason)
    if (!read.ok) return
    expect(JSON.stringify(read.value.document)).not.toMatch(
      /root:|"(?:address|link)":"(?!https?:|mailto:)/u,
    )
  })
})
