import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../../electron/services/import/read-markdown.ts'

describe('a Markdown file', () => {
  it('puts each block on the line on which it begins in the file', () => {
    const markdown =
      '\n# Titel\n\nEen zin\ndie doorloopt.\n\n## Kop\n- een\n- twee\n  loopt door\n\nslot\n'
    const read = readMarkdown(markdown)
    expect(read.text.split('\n')).toEqual([
      '',
      'Titel',
      '',
      'Een zin die doorloopt.',
      '',
      '',
      'Kop',
      '* een',
      '* twee loopt door',
      '',
      '',
      'slot',
    ])
    expect(read.headings).toEqual([
      { line: 2, level: 1 },
      { line: 7, level: 2 },
    ])
  })

  it.each([
    ['between lines', '---\nlayout: post\ntitle: "De haven"\ndate: 2030-07-12 10:00\n---\n'],
    ['up to an empty line', 'Number: 7\nLayout: post\nTitle: De haven\nDate: 2030-07-12\n'],
  ])('takes title and date of its head %s, and keeps the rest beside', (_, head) => {
    const read = readMarkdown(`${head}\nEen zin.`)
    expect(read.text.split('\n').filter((line) => line !== '')).toEqual([
      'De haven',
      '2030-07-12',
      'Een zin.',
    ])
    expect(read.headings).toEqual([{ line: 3, level: 1 }])
    expect(read.leftOut.map(({ quote }) => quote)).toContain(
      head.startsWith('-') ? 'layout: post' : 'Layout: post',
    )
  })

  it('takes no first lines with a colon for a head', () => {
    expect(readMarkdown('Haven: stil\nDorp: warm\n\nEen zin.').text).toBe(
      'Haven: stil Dorp: warm\n\n\nEen zin.',
    )
  })

  it('ends the line that a paragraph begins with in bold type', () => {
    expect(readMarkdown('**Kop**\nEen zin\ndie doorloopt.\n\n**Een** zin\ndie ook.').text).toBe(
      'Kop\nEen zin die doorloopt.\n\n\nEen zin die ook.',
    )
  })

  it('tells lines in bold type', () => {
    expect(readMarkdown('**Kop**\n\nEen **zin**.').headings).toEqual([{ line: 1, level: 'bold' }])
  })

  it.each([
    ['emphasis and code', 'een *twee* **drie** `vier`', 'een twee drie vier'],
    ['an item without a space', '*een\n*twee', '*een\n*twee'],
    ['sources on a line of their own', 'tekst\nloopt\nBron: A, B', 'tekst loopt\n\nBron: A, B'],
    ['hard breaks', 'een  \ntwee\\\ndrie', 'een\ntwee\ndrie'],
    ['a numbered list', '1. een\n2. twee', '* een\n* twee'],
    ['an item of two paragraphs', '- een\n\n  twee', '* een\n\ntwee'],
    ['quotes', '> een\n> twee', 'een twee'],
    ['code', '```\neen\ntwee\n```', 'een\ntwee'],
    ['blocks of HTML', '<div>een</div>\n\ntwee<br>drie', 'een\n\ntwee\ndrie'],
    ['tags in a line', 'een <b>twee</b>', 'een twee'],
    ['characters with a stroke before them', '\\*een\\* &amp; 5 \\> 3', '*een* & 5 > 3'],
  ])('reads %s', (_name, markdown, text) => {
    expect(readMarkdown(markdown).text).toBe(text)
  })

  it('keeps links as data, also those whose address stands elsewhere', () => {
    const read = readMarkdown(
      'a [b](https://x.nl)\n\n[c][d] <https://y.nl> [e](javascript:alert(1)) ![f](https://z.nl/g.png)\n\n[d]: https://w.nl\n',
    )
    expect(read.text).toBe('a b\n\nc https://y.nl e')
    expect(read.links).toEqual([
      { line: 1, label: 'b', address: 'https://x.nl/' },
      { line: 3, label: 'c', address: 'https://w.nl/' },
      { line: 3, label: 'https://y.nl', address: 'https://y.nl/' },
      { line: 3, label: 'f', address: 'https://z.nl/g.png' },
    ])
    expect(read.leftOut).toEqual([{ line: 3, kind: 'link', quote: 'javascript:alert(1)' }])
  })
})
