// What makers of mails draw in place of what HTML has a tag for, and what they put around a text. Pages are mails that were saved.
import { describe, expect, it } from 'vitest'
import { readHtml as readPage } from '../../../../electron/services/documents/read-html.ts'
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

describe('a link that is drawn as a button', () => {
  const link = (style: string): string =>
    readHtml(`<p><a href="https://a.nl/" style="${style}"><strong>Lees meer</strong></a></p>`)
      .bold.map(({ words }) => words)
      .join()

  it('is not in bold type, as a heading may be', () => {
    expect(link('display:inline-block;padding:12px')).toBe('')
    expect(link('background:#123;display: inline-block')).toBe('')
    expect(link('color:#123')).toBe('Lees meer')
    expect(link('display:inline-block')).toBe('Lees meer')
  })

  it('leaves the bold type around it as it is', () => {
    const button =
      '<a href="https://a.nl/" style="display:inline-block;padding:1px"><b>meer</b></a>'
    const { bold } = readHtml(`<p><b>een</b> twee ${button} <b>drie</b> vier</p>`)
    expect(bold.map(({ words }) => words)).toEqual(['een', 'drie'])
  })
})

describe('a headline on two lines', () => {
  const headings = (...words: string[]): string[] => {
    const parts = ['Eerste', ...words, 'Laatste'].map((one) => `<h2>${one}</h2>`)
    const [first = '', ...rest] = parts
    const last = rest.pop() ?? ''
    return readHtml(`${first}<p>${text}</p>${rest.join('')}<p>${other}</p>${last}<p>${text}</p>`)
      .words.filter((one) => one !== text && one !== other)
      .slice(1, -1)
  }

  it.each([
    ['goes on in lower case', ['Baggeraars werken door', 'tot de eerste storm'], 1],
    ['is open at its end', ['Uit de tuin:', 'Rabarber in de rij'], 1],
    ['is two of them', ['Baggeraars werken door', 'Tuinders ook'], 2],
    ['takes no third line', ['Baggeraars werken', 'tot de storm,', 'of tot de vorst'], 2],
  ])('%s', (_what, words, count) => {
    expect(headings(...words)).toHaveLength(count)
    expect(headings(...words).join(' ')).toBe(words.join(' '))
  })

  it('is none where headings have no texts', () => {
    const list = ['Sloten', 'dijken', 'sluizen', 'gemalen']
    expect(readHtml(list.map((one) => `<h3>${one}</h3>`).join('')).words).toEqual(list)
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
