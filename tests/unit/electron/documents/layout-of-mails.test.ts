// What makers of mails draw in place of what HTML has a tag for, and what they put around a text. Pages are mails that were saved.
import { describe, expect, it } from 'vitest'
import { readHtml as readPage } from '../../../../electron/services/documents/read-html.ts'
import { readMarkdown } from '../../../../electron/services/documents/read-markdown.ts'
import { flat } from './flat.ts'

const readHtml = (html: string) => flat(readPage(`<!doctype html><body>${html}`))
const text = 'De dijk bij Oudeschans is hersteld, en het water staat weer laag.'
const other = 'De sluis is een dag dicht geweest omdat er een boom in de deuren dreef.'

describe('a line across the page', () => {
  it.each([
    ['an edge above', '<td style="border-top:1px solid #ccc"> </td>'],
    ['an edge below', '<td style="height:1px;border-bottom: 2px dashed black">&nbsp;</td>'],
    ['an edge in parts', '<td style="border-top-width:2px;border-top-style:solid"></td>'],
    [
      'a sign that nobody sees',
      '<td style="border-top:1px solid #ccc"><span>&#8202;&#8203;</span></td>',
    ],
    ['an empty paragraph', '<p style="border-top:dotted 4px #000;font-size:1px"></p>'],
  ])('is %s of what holds no words', (_what, html) => {
    const table = html.startsWith('<td') ? `<table><tr>${html}</tr></table>` : html
    expect(readHtml(`<p>${text}</p>${table}<p>${other}</p>`).kinds).toEqual([
      'paragraph',
      'rule',
      'paragraph',
    ])
  })

  it.each([
    ['an empty word', '<p>een <span style="border-bottom:1px solid"></span> twee</p>'],
    ['much that is empty', `<div style="border-top:1px solid">${'<p></p>'.repeat(20)}</div>`],
    ['no edge', '<p style="border-top:0 solid #ccc"></p>'],
    ['an edge of no width', '<p style="border-top-style:solid;border-top-width:0"></p>'],
    ['words below the edge', `<p style="border-top:1px solid #ccc">${text}</p>`],
    [
      'a picture below the edge',
      '<p style="border-top:1px solid #ccc"><img src="a.png" alt="a"></p>',
    ],
  ])('is not drawn by %s', (_what, html) => {
    expect(readHtml(`<p>${text}</p>${html}<p>${other}</p>`).kinds).not.toContain('rule')
  })
})

describe('a heading that is drawn', () => {
  const drawn = (size: string, words: string): string =>
    `<table><tr><td style="${size}">${words}</td></tr></table>`
  const large = (words: string): string => `<font size="+1">${words}</font>`
  const page = (one: string, two: string): string =>
    `<div style="font-size:14px">${one}<p>${text}</p>${two}<p>${other}</p></div>`
  const headings = (html: string): number[] => readHtml(html).headings.map(({ level }) => level)

  it.each(['font-size:18px', 'font-size: 1.2em', 'font-size:130%', 'font:bold 15pt Arial'])(
    'is a short line in larger letters: %s',
    (size) => {
      expect(headings(page(drawn(size, 'Dijk hersteld'), drawn(size, 'Sluis dicht.')))).toEqual([
        2, 2,
      ])
    },
  )

  it('may be in letters that a tag says are larger', () => {
    const usual = page(`<p>${large('Dijk hersteld')}</p>`, `<p>${large('Sluis dicht')}</p>`)
    expect(headings(usual.replace('style="font-size:14px"', ''))).toEqual([2, 2])
  })

  it('is higher the larger its letters are', () => {
    const size = (px: number): string => `font-size:${String(px)}px`
    const first = drawn(size(30), 'Dijken') + drawn(size(20), 'Dijk hersteld')
    const second = drawn(size(30), 'Sluizen') + drawn(size(20), 'Sluis dicht')
    expect(headings(page(first, second))).toEqual([2, 3, 2, 3])
  })

  it.each([
    ['one alone', drawn('font-size:18px', 'Dijk hersteld'), ''],
    ['letters as large as the others', drawn('font-size:14px', 'Dijk'), drawn('', 'Sluis')],
    ['smaller letters', drawn('font-size:11px', 'Dijk'), drawn('font-size:11px', 'Sluis')],
    ['long texts', drawn('font-size:18px', text.repeat(2)), drawn('font-size:18px', 'Sluis')],
    [
      'a line partly of usual letters',
      drawn('', `D${large('ijk')}`),
      drawn('', `S${large('luis')}`),
    ],
    ['no size at all', drawn('font-size:0', 'Dijk'), drawn('font-size:0', 'Sluis')],
  ])('is not %s', (_what, one, two) => {
    expect(headings(page(one, two))).toEqual([])
  })

  it('is none in Markdown that has a piece of HTML in it', () => {
    const lines = [`${text} ${other}`.repeat(4), '<p>Een stuk.</p>', 'Dijk', 'Sluis', 'Kade']
    expect(flat(readMarkdown(lines.join('\n\n'))).headings).toEqual([])
  })

  it('is none where as many headings have a tag', () => {
    const tagged = `<h3>Dijk</h3><p>${text}</p><h3>Sluis</h3><p>${other}</p>`
    const both = page(drawn('font-size:18px', 'Lees dit'), drawn('font-size:18px', 'En dit'))
    expect(headings(tagged + both)).toEqual([3, 3])
  })
})

describe('signs that nobody sees', () => {
  it('stand in no word', () => {
    expect(readHtml('<p>\u200bDe\u2060 dijk\ufeff</p>').words).toEqual(['De dijk'])
  })
})

describe('ways to other places of the same page', () => {
  it('are told and left out, but for headings', () => {
    const { words, leftOut } = readHtml(
      `<h2><a href="#dijk">Dijk</a></h2><p>${text}</p><ul><li><a href="#dijk">Dijk</a></li></ul>
       <p><a href="#top">Naar boven</a></p><p>Zie <a href="#dijk">boven</a>.</p>`,
    )
    expect(words).toEqual(['Dijk', text, 'Zie boven.'])
    expect(leftOut.map(({ quote }) => quote)).toEqual(['Dijk', 'Naar boven'])
  })
})

describe('what a page says about its delivery', () => {
  it('is told and left out, with all that stands in the foot that it begins', () => {
    const foot = '<p>Je ontvangt deze mail als lid.</p><p>Kade 1, Oudeschans</p><p>Deel | Volg</p>'
    const page = readHtml(`<h1>Brief</h1><p>${text}</p><p>${other}</p><hr>${foot}`)
    expect(page.words).toEqual(['Brief', text, other])
    expect(page.leftOut.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['furniture', 'Je ontvangt deze mail als lid.'],
      ['furniture', 'Kade 1, Oudeschans'],
      ['furniture', 'Deel | Volg'],
    ])
  })

  it('goes on to the end where no line is drawn above it', () => {
    const foot = '<p>© 2030 De Kade. Alle rechten voorbehouden.</p><p>Kade 1, Oudeschans</p>'
    const page = readHtml(`<h1>Brief</h1><p>${text}</p><p>${other}</p>${foot}`)
    expect(page.words).toEqual(['Brief', text, other])
  })

  it('takes the heading above it along', () => {
    const foot = '<h2>Over deze brief</h2><p>Je ontvangt deze mail als lid.</p>'
    const page = readHtml(`<h1>Brief</h1><h2>Dijk</h2><p>${text}</p>${foot}`)
    expect(page.words).toEqual(['Brief', 'Dijk', text])
  })

  it('is all that a mail of pictures says', () => {
    const foot = '<p>Je ontvangt deze mail als lid.</p><p>Kade 1, Oudeschans</p>'
    expect(readHtml(foot).words).toEqual(['Kade 1, Oudeschans'])
  })

  it.each([
    ['most of the text', `<p>Lees online</p><p>${text}</p><p>${other}</p><p>${text}</p>`],
    ['a heading', `<hr><h2>Agenda</h2><p>${other}</p>`],
    ['no word about delivery', `<hr><p>${other}</p>`],
    [
      'more than a foot has',
      `<hr><p>Je ontvangt deze mail als lid.</p><p>${'woord '.repeat(400)}</p>`,
    ],
  ])('does not take %s along', (_what, html) => {
    const page = readHtml(`<h1>Brief</h1><p>${text}</p>${html}`)
    expect(page.words.length).toBeGreaterThan(2)
  })

  it.each([
    '<p><a href="https://a.nl/">Kaart</a>: de hele provincie draait nu in je browser.</p>',
    '<p>The new editor runs in your browser, and needs no account.</p>',
    '<ul><li><a href="https://a.nl/">Voorkeuren van kiezers</a></li></ul>',
  ])('is not news that has such words: %s', (html) => {
    const page = readHtml(`<h1>Brief</h1>${html}<p>${text}</p>`)
    expect(page.words).toHaveLength(3)
  })

  it('may be several links in a row', () => {
    const links = '<p><a href="#">Afmelden</a> <a href="#">Voorkeuren</a></p>'
    expect(readHtml(`<h1>Brief</h1><p>${text}</p>${links}`).words).toEqual(['Brief', text])
    expect(readHtml(`<h1>Brief</h1><p>${text}</p><p>Voorkeuren van kiezers</p>`).words).toContain(
      'Voorkeuren van kiezers',
    )
  })
})

describe('the icon of a place where a sender can be followed', () => {
  const page = (label: string): ReturnType<typeof readPage> =>
    readPage(
      `<p>${text}</p><p>${other}</p><p><img src="https://a.example/i.png" alt="${label}"></p>`,
    )

  it.each(['Facebook', 'Instagram icon', 'LinkedIn-logo', 'X'])('goes out, told: %s', (label) => {
    const { document } = page(label)
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph'])
    expect(document.leftOut.map(({ quote }) => quote)).toEqual([label])
  })

  it('is no picture that says more', () => {
    const { document } = page('De baas van Facebook in de haven')
    expect(document.blocks.at(-1)?.kind).toBe('picture')
  })
})
