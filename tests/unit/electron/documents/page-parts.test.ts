// Parts of a page that hold its text in some files, and stand around it in others.
import { describe, expect, it } from 'vitest'
import { readHtml as readPage } from '../../../../electron/services/documents/read-html.ts'
import { readMarkdown } from '../../../../electron/services/documents/read-markdown.ts'
import { flat } from './flat.ts'

const readHtml = (html: string) => flat(readPage(`<!doctype html><body>${html}`))

describe('forms and asides', () => {
  const text = 'De dijk bij Oudeschans is hersteld, en het water staat weer laag.'

  it('are text when the whole page stands in one', () => {
    const page = readHtml(
      `<form id="aspnetForm"><input type="hidden" value="x"><h1>Titel</h1><p>${text}</p></form>`,
    )
    expect(page.words).toEqual(['Titel', text])
    expect(readHtml(`<form><aside><p>${text}</p></aside></form>`).words).toEqual([text])
  })

  it('are told when they stand around it', () => {
    const page = readHtml(`<p>${text}</p><form>Zoek</form><aside>Zie ook</aside>`)
    expect(page.words).toEqual([text])
    expect(page.leftOut.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['furniture', 'Zoek'],
      ['furniture', 'Zie ook'],
    ])
  })

  it('are text in Markdown, as is all that readers see', () => {
    const markdown = `<aside>\n💡 Let op\n\n**${text}**\n</aside>\n\n<form>vraag</form>\n\n<div class="share">deel</div>\n\n<footer>voet</footer>\n\n<article>lang stuk</article><p>kort</p>\n\n<p hidden>weg</p>\n\n<script>kwaad()</script>\n`
    const { words } = flat(readMarkdown(markdown))
    const seen = ['vraag', 'deel', 'voet', 'lang stuk', 'kort']
    expect(words).toEqual(['💡 Let op', text, ...seen])
  })
})

describe('rows of data', () => {
  const rows = (cells: string): string => `<table>${`<tr>${cells}</tr>`.repeat(2)}</table>`

  it.each([
    ['paragraphs', '<td><p>Lek</p></td><td><p>12 cm</p></td>', 'Lek | 12 cm'],
    ['parts', '<td><div>Lek</div><div>laag</div></td><td>12 cm</td>', 'Lek laag | 12 cm'],
    ['line breaks', '<td>Lek<br><br>laag</td><td>12 cm<br></td>', 'Lek laag | 12 cm'],
    ['headings by name', '<td><p role="heading">Lek</p></td><td>12 cm</td>', 'Lek | 12 cm'],
  ])('stay whole with %s in their cells', (_what, cells, row) => {
    const page = readHtml(rows(cells))
    expect(page.words).toEqual([row, row])
    expect(page.kinds).toEqual(['row', 'row'])
  })

  it('keep the bold type of a paragraph', () => {
    const bold = '<td><p style="font-weight: bold">Lek</p></td><td>12 cm</td>'
    expect(readHtml(rows(bold)).bold.map(({ words }) => words.trim())).toEqual(['Lek', 'Lek'])
  })
})

it.each([
  [
    'tags within a line',
    'De dijk is <b>vandaag</b> hersteld, zie <a href="https://a.nl/">het  bericht</a>.\nEn\n<i>meer</i>',
    ['De dijk is vandaag hersteld, zie het  bericht.', 'En', 'meer'],
  ],
  ['line breaks', 'een<br>twee  drie<br><br>vier', ['een', 'twee  drie', 'vier']],
  ['parts', '<div>een  a</div><div>twee</div>drie  b', ['een  a', 'twee', 'drie  b']],
  ['a heading', '<h2>een</h2>twee  drie', ['een', 'twee  drie']],
])('preformatted text has the lines that it was given: %s', (_what, html, words) => {
  const page = readHtml(`<p>nul</p><pre>${html}</pre>vijf  zes`)
  expect(page.words).toEqual(['nul', ...words, 'vijf zes'])
  expect(page.kinds).toEqual(['paragraph', ...words.map(() => 'line'), 'paragraph'])
})
