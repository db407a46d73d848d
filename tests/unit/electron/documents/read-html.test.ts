import { describe, expect, it } from 'vitest'
import { readHtml as readPage } from '../../../../electron/services/documents/read-html.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import { pagesWithBadAddresses, pagesWithScript } from '../../../fixtures/hostile/hostile-pages.ts'
import { flat } from './flat.ts'

const readHtml = (html: string) => flat(readPage(html))

const lines = (html: string): string[] =>
  readHtml(html)
    .text.split('\n')
    .filter((line) => line !== '')
const inBody = (html: string): string => `<!doctype html><title>Krant</title><body>${html}`

describe('a saved web page', () => {
  it('gives one line a block, an empty line between them, and its headings beside', () => {
    const read = readHtml(
      inBody(
        '<h1>Titel</h1>\n<p>Een   zin\nin <b>stukken</b>.</p><h2>Kop</h2><ul><li>een<li>twee</ul>',
      ),
    )
    expect(read.text).toBe('Titel\n\nEen zin in stukken.\n\nKop\n\n* een\n\n* twee')
    expect(read.headings).toEqual([
      { line: 1, level: 1 },
      { line: 5, level: 2 },
    ])
  })

  it('believes what a page calls a heading', () => {
    const read = readHtml(
      inBody('<div role="heading" aria-level="2">Kop</div><p role="heading">een'),
    )
    expect(read.text).toBe('Kop\n\neen')
    expect(read.headings).toEqual([{ line: 1, level: 2 }])
    const link = readHtml(inBody('<a href="https://a.nl/" role="heading" aria-level="2">Kop</a>'))
    expect(link.links).toEqual([{ line: 1, label: 'Kop', address: 'https://a.nl/' }])
    const odd = readHtml(inBody('<h2 role="heading" aria-level="7">Kop</h2>'))
    expect(odd.headings).toEqual([{ line: 1, level: 2 }])
  })

  it.each([
    ['line breaks', 'een<br>twee<br/><br>drie', ['een', 'twee', 'drie']],
    [
      'a list of paragraphs',
      '<ul><li> <p>een</p><p>meer</p><li>twee</ul>',
      ['* een', 'meer', '* twee'],
    ],
    ['lists in lists', '<ul><li>een<ul><li>twee</ul></ul>', ['* een', '* twee']],
    ['a page of tables', '<table><tr><td>een<td>twee<tr><td>drie</table>', ['een', 'twee', 'drie']],
    ['preformatted text', '<pre>een\ntwee  drie\n</pre>', ['een', 'twee  drie']],
    [
      'preformatted text in a font',
      '<pre><font>een\n<b>twee</b>\n</font>drie\n</pre> vier\nvijf',
      ['een', 'twee', 'drie', 'vier vijf'],
    ],
    [
      'a head of the page with its only title',
      '<header><h1>Titel</h1><p>12 juli 2030</p></header><p>een</p>',
      ['Titel', '12 juli 2030', 'een'],
    ],
    [
      'no head with the name of the site',
      '<header><a href="/"><h1>Krant</h1></a><p>Menu</p></header><h2>Titel</h2><p>een</p>',
      ['Titel', 'een'],
    ],
    [
      'no such head beside a title',
      '<header><h1>Krant</h1><p>Menu</p></header><h1>Titel</h1><p>een</p>',
      ['Titel', 'een'],
    ],
    [
      'sources in the foot of an article',
      '<article><p>een</p><footer>Bron: GT</footer></article><article><p>twee</p><footer>Delen</footer></article>',
      ['een', 'Bron: GT', 'twee'],
    ],
    ['no-break spaces', '<p>een.\u00A0 SCMP</p>', ['een.\u00A0 SCMP']],
    ['entities', '<p>&lsquo;A&rsquo; &amp; B&#8217;s</p>', ['‘A’ & B’s']],
    ['figures', '<figure><img alt=x><figcaption>Foto: X</figcaption></figure>', ['Foto: X']],
    ['no tags at all', 'een', ['een']],
    [
      'what asks for thanks',
      '<p>een, en meer</p><div class="feedback">Nuttig?</div>',
      ['een, en meer'],
    ],
  ])('reads %s', (_name, html, expected) => {
    expect(lines(inBody(html))).toEqual(expected)
  })

  it('leaves furniture out', () => {
    const page = `<header>Site</header><nav>Menu</nav><div class="widget sidebar">Zij</div>
      <article><header><h1>Titel</h1></header><p>Tekst</p><div hidden>weg</div><p aria-hidden=true>weg</p>
      <form>Zoek</form><aside>Zie ook</aside><!-- weg --></article>
      <div id=comments>Reactie</div><div role=contentinfo>Voet</div><footer>Voet</footer>`
    expect(lines(inBody(page))).toEqual(['Titel', 'Tekst'])
  })

  it.each([
    [
      'WordPress',
      `<div class="site-title">Krant</div><h1 class="entry-title">Titel</h1><div class="entry-content"><p>Tekst van het
        artikel, die langer is dan alles eromheen, want daar gaat het om.</p><div class="sharedaddy">Delen</div>
        <div id="jp-relatedposts"><h3>Gerelateerd</h3></div><div class="wp-block-buttons">Steun ons</div></div>
        <span class="tags-links">Getagd</span><div class="post-navigation">Vorige</div>`,
    ],
    [
      'Substack',
      `<h1 class="post-title">Titel</h1><div class="byline-wrapper">Ine Put</div><div class="body markup"><p>Tekst van
        het artikel, die langer is dan alles eromheen, want daar gaat het om.</p>
        <div class="subscription-widget-wrap">Abonneer</div><p class="button-wrapper">Share</p></div>
        <div class="post-footer">12</div>`,
    ],
    [
      'Mailchimp',
      `<span class="mcnPreviewText" style="display: none">Voorproef</span><table id="templatePreheader"><tr><td>Bekijk
        </table><table id="templateBody"><tr><td><h1>Titel</h1><p>Tekst van het artikel, die langer is dan alles
        eromheen, want daar gaat het om.</p></table><table id="templateFooter"><tr><td>Uitschrijven</table>`,
    ],
    [
      'Drupal',
      `<article><h1>Titel</h1><p>Tekst van het artikel, die langer is dan alles eromheen, want daar gaat het om.</p>
        <div class="field field--name-field-tags"><div>Onderwerpen</div><a href="/t/1">dak</a></div><section
        class="comment-wrapper"><h2>Nieuwe reactie</h2></section></article>`,
    ],
    [
      'a page of tables',
      `<table><tr><td><font size=1><a href="i.htm">Begin</a><br><a href="n.htm">Nieuws</a><br><a href="f.htm">Foto's</a>
        <br><a href="g.htm">Gastenboek</a></font><td><h1>Titel</h1><p>Tekst van het artikel, die langer is dan alles
        eromheen, want daar gaat het om.</p></table>`,
    ],
  ])('leaves the furniture of %s out', (_maker, page) => {
    const text = 'Tekst van het artikel, die langer is dan alles eromheen, want daar gaat het om.'
    expect(lines(inBody(page))).toEqual(['Titel', text])
  })

  it.each([
    [
      'with a text beside its links',
      '<a href="a">Een</a>, <a href="b">twee</a> <a href="c">drie</a> <a href="d">vier</a>',
    ],
    ['with three links', '<a href="a">Een</a> <a href="b">twee</a> <a href="c">drie</a>'],
    [
      'with long links',
      ['a', 'b', 'c', 'd']
        .map((one) => `<a href="${one}">Het dak van de oude molen lekt</a>`)
        .join(''),
    ],
  ])('keeps a cell %s', (_what, cell) => {
    const text =
      'Tekst van het artikel, die langer is dan alles eromheen, want daar gaat het om.'.repeat(4)
    expect(lines(inBody(`<table><tr><td>${cell}<td><p>${text}</p></table>`))).toHaveLength(2)
  })

  it('keeps what is named as furniture and yet holds most of the page', () => {
    const text = 'Een lange tekst die het grootste deel van de bladzijde is'
    expect(lines(inBody(`<p>Kort</p><div class="related"><p>${text}</p></div>`))).toEqual([
      'Kort',
      text,
    ])
  })

  it('tells lines in bold type and captions', () => {
    const read = readHtml(
      inBody(
        '<p><b>Kop</b><br>Tekst met <b>nadruk</b></p><p style="font-weight: 700">Vet</p><figure><figcaption>De kade' +
          '</figcaption></figure><p class="wp-caption-text">De brug</p><ul><li><b>Punt</b></ul>',
      ),
    )
    expect(read.text.split('\n').filter((line) => line !== '')).toEqual([
      'Kop',
      'Tekst met nadruk',
      'Vet',
      'De kade',
      'De brug',
      '* Punt',
    ])
    expect(read.bold.map(({ words }) => words)).toEqual(['Kop', 'nadruk', 'Vet', 'Punt'])
    expect(read.captions).toEqual([6, 8])
  })

  it('takes the only article, with the title of the page when that stands outside', () => {
    const page = '<div><h1>Titel</h1></div><p>Reclame</p><article><p>Tekst</p></article>'
    expect(lines(inBody(page))).toEqual(['Titel', 'Tekst'])
    const teaser = '<h1>Titel</h1><p>Een lange tekst om te lezen</p><article>Meer</article>'
    expect(lines(inBody(teaser))).toEqual(['Titel', 'Een lange tekst om te lezen', 'Meer'])
    const others = '<article><p>Een lange tekst om te lezen</p></article><article>Meer</article>'
    expect(lines(inBody(others))).toEqual(['Een lange tekst om te lezen'])
    const overview = '<article>een</article><article>twee</article><p>drie</p>'
    expect(lines(inBody(overview))).toEqual(['een', 'twee', 'drie'])
  })

  it('believes what its head states, and takes no dot for a picture', () => {
    const read = readHtml(
      '<html lang=nl-BE><head><title>Krant | Blik</title><meta property=og:title content="De krant">' +
        '<meta property="article:published_time" content="2030-07-12T10:00Z"></head>' +
        '<body><p>Een zin.<img src="https://a.nl/dot.gif" width=1 height=1>',
    )
    expect(read.stated).toEqual({
      titles: [
        { text: 'Krant | Blik', from: 'head' },
        { text: 'De krant', from: 'meta' },
      ],
      ...{ date: '2030-07-12', series: null, language: 'nl' },
    })
    expect(read.places).toEqual([])
  })

  it('tells a table of data from one that lays out a page', () => {
    const rows = (cells: string): string => `<table>${`<tr>${cells}`.repeat(3)}</table>`
    expect(readHtml(inBody(rows('<td>een<td>1'))).kinds).toEqual(['row', 'row', 'row'])
    expect(readHtml(inBody(rows('<td><h2>een</h2><td>1'))).kinds).not.toContain('row')
    expect(readHtml(inBody(rows(`<td>een<td>${'woord '.repeat(40)}`))).kinds).not.toContain('row')
  })

  it('parts paragraphs at an empty line, and words at none', () => {
    expect(readHtml(inBody('<p>een<br>twee<br> <br>drie</p>')).words).toEqual(['een\ntwee', 'drie'])
  })

  it('keeps links and images as data, with their lines', () => {
    const source = `data:image/jpeg;base64,${onePixel.toString('base64')}`
    const read = readHtml(
      inBody(
        `<p>een</p><p>Zie <a href="https://x.nl/a?b=1">hier</a>.</p><a href="mailto:x@y.nl"><h3>Kop</h3></a>
        <img alt=Foto src="${source}"><img alt=Ver src="https://x.nl/b.png"><a href="#top">terug</a>`,
      ),
    )
    expect(read.links).toEqual([
      { line: 3, label: 'hier', address: 'https://x.nl/a?b=1' },
      { line: 5, label: 'Kop', address: 'mailto:x@y.nl' },
    ])
    expect(read.places).toEqual([
      { line: 7, label: 'Foto', address: null },
      { line: 7, label: 'Ver', address: 'https://x.nl/b.png' },
    ])
    expect(read.pictures).toMatchObject([{ kind: 'png', width: 1, height: 1 }])
    expect(Buffer.from(read.pictures[0]?.bytes ?? []).equals(onePixel)).toBe(true)
  })

  it.each([
    ['10<sup>3</sup> en 10<sup>-12</sup>', '10³ en 10⁻¹²'],
    ['H<sub>2</sub>O en x<sup>n</sup>', 'H₂O en xⁿ'],
    ['de 19<sup>e</sup> eeuw', 'de 19e eeuw'],
    ['een bron<sup><a href="https://x.nl/">2</a></sup>', 'een bron²'],
    ['een bron<sup>[2]</sup>', 'een bron[2]'],
  ])('keeps figures above and below the line: %s', (words, expected) => {
    expect(lines(inBody(`<p>${words}</p>`))).toEqual([expected])
  })

  it('tells of what stands around the text, in its order', () => {
    const words = 'Tekst van het artikel, die langer is dan alles eromheen, want daar gaat het om.'
    const read = readHtml(
      inBody(
        `<h1>Titel</h1><p>Week van 27 juli 2026</p><p>Een intro <b>van twee</b> zinnen.</p><nav>Menu</nav>
        <article><p>${words}</p></article><div>Voet<script>kwaad()</script><p hidden>weg</p></div>`,
      ),
    )
    expect(read.text).toBe(`Titel\n\n${words}`)
    expect(read.leftOut).toEqual([
      { line: 3, kind: 'furniture', quote: 'Week van 27 juli 2026' },
      { line: 3, kind: 'furniture', quote: 'Een intro van twee zinnen.' },
      { line: 5, kind: 'furniture', quote: 'Voet' },
    ])
  })

  it.each([
    ['as wide as a text', '<img src="https://x.nl/a.png" width="600">', true],
    ['with a style', '<img src="https://x.nl/a.png" style="width: 300px; height:200px">', true],
    ['in a figure', '<figure><img src="https://x.nl/a.png"></figure>', true],
    ['of an unknown size', '<img src="https://x.nl/a.png">', false],
    ['that is a line', '<img src="https://x.nl/a.png" width="600" height="4">', false],
    ['that is an icon', '<img src="https://x.nl/a.png" width="32" height="32">', false],
    ['as wide as the window', '<img src="https://x.nl/a.png" width="100%">', false],
  ])('knows a picture without words, %s', (_name, picture, isKept) => {
    const read = readHtml(inBody(`<p>een</p>${picture}`))
    const place = { line: 1, label: '', address: 'https://x.nl/a.png' }
    expect(read.places).toMatchObject(isKept ? [{ ...place, line: 3 }] : [])
    expect(read.leftOut).toEqual(
      isKept ? [] : [{ line: 3, kind: 'image', quote: 'https://x.nl/a.png' }],
    )
  })

  it.each(pagesWithBadAddresses())('keeps no address of $name, and says so', ({ make }) => {
    const read = readHtml(make().toString())
    expect(read).toMatchObject({ text: 'x', links: [], pictures: [] })
    expect(read.leftOut).toHaveLength(1)
    expect(read.leftOut[0]?.quote.length).toBeLessThanOrEqual(200)
  })

  it.each(pagesWithScript())('reads nothing of $name', ({ make }) => {
    const read = JSON.stringify(readHtml(make().toString()))
    expect(read).toContain('goed')
    expect(read).not.toContain('kwaad')
  })
})
