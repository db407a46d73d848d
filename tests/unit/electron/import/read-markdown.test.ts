import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../../electron/services/import/read-markdown.ts'

/** All words of the result, wherever they are kept. */
function wordsOf({ text, links, images, leftOut }: ReturnType<typeof readMarkdown>): string {
  return [
    text,
    ...links.flatMap(({ label, address }) => [label, address]),
    ...images.map(({ label }) => label),
    ...leftOut.map(({ quote }) => quote),
  ].join('\n')
}

describe('a Markdown file', () => {
  it.each([
    ['a note of one word', 'Een zin.\n\n[^1]: voetnoot', ['[^1]: voetnoot']],
    ['sources of one word', 'Een zin.\n\n[Bronnen]: Trouw', ['[Bronnen]: Trouw']],
    ['a note that is referred to', 'Een zin[^1].\n\n[^1]: voetnoot', ['^1', 'voetnoot']],
    ['an address nobody uses', '[blik]: https://blik.nl/a "Blik"', ['https://blik.nl/a', 'Blik']],
    ['a name that is given twice', '[a] b\n\n[a]: https://a.nl\n[a]: Trouw', ['a.nl', 'Trouw']],
    ['the title of a link', '[a](https://a.nl "Lees verder")', ['Lees verder']],
    ['the title of an address', '[a]\n\n[a]: https://a.nl "Lees verder"', ['Lees verder']],
    ['the title of an image', '![a](https://a.nl/b.png "De kade")', ['De kade']],
    ['the name of a code block', '```Bron: Trouw\na\n```', ['Bron: Trouw']],
    ['a long field', `---\ntitle: a\nintro: ${'woord '.repeat(60)}slot\n---\n`, ['slot']],
    ['an image in HTML', 'Een <img src="kade.png" alt="De kade"> zin.', ['De kade', 'kade.png']],
    ['an image of a page', '<p>Een <img src="kade.png" alt="De kade"> zin.</p>', ['De kade']],
    ['an image elsewhere', 'Een <img src="https://a.nl/b.png" alt="De kade"> zin.', ['De kade']],
    ['a link in HTML', 'Een <a href="https://a.nl/b">zin</a>.', ['https://a.nl/b', 'zin']],
    ['a comment', 'Een <!-- nog nazien --> zin.', ['nog nazien']],
    ['a comment in HTML', '<div>Een <!-- nog nazien --> zin.</div>', ['nog nazien']],
    ['a comment without an end', '<!-- nog\n\nnazien', ['nog nazien']],
    ['a link nowhere', 'Een <a href="/b">zin</a>.', ['/b', 'zin']],
    ['an image without a file', '![De kade](kade.png)', ['De kade', 'kade.png']],
  ])('keeps %s', (_name, markdown, words) => {
    const kept = wordsOf(readMarkdown(markdown))
    for (const word of words) expect(kept).toContain(word)
  })

  it('keeps comments out of the text, and knows their lines', () => {
    const { text, leftOut } = readMarkdown(
      'Een <!-- een --> zin.\n\n<p>a</p>\n<!-- twee\nen drie --> b\n<!-- vier -->',
    )
    expect(text.replace(/\s+/gu, ' ')).toBe('Een zin. a b')
    expect(leftOut).toEqual([
      { line: 1, kind: 'field', quote: '<!-- een -->' },
      { line: 4, kind: 'field', quote: '<!-- twee en drie -->' },
      { line: 6, kind: 'field', quote: '<!-- vier -->' },
    ])
  })

  it('keeps the first address of a name, as Markdown does', () => {
    const { links } = readMarkdown('[a]\n\n[a]: https://een.nl/\n[a]: https://twee.nl/')
    expect(links.map(({ address }) => address)).toEqual(['https://een.nl/'])
  })

  it('keeps what only looks like a tag or like a number of a list', () => {
    const text = (source: string): string => readMarkdown(source).text.trim()
    expect(text('De boot voer naar zee. <Reuters>')).toBe('De boot voer naar zee. <Reuters>')
    expect(text('boven de <ANP> haven')).toBe('boven de <ANP> haven')
    expect(text('een <span>woord</span> en <u>nog een</u>')).toBe('een woord en nog een')
    expect(text('2024. Een bijzonder jaar')).toContain('2024. Een bijzonder jaar')
    const years = text('2024. Een jaar\n\n2021. Nog een jaar\n')
    expect(years).toContain('2024. Een jaar')
    expect(years).toContain('2021. Nog een jaar')
    expect(text('99. Een\n\n100. Twee\n')).not.toContain('100')
    expect(text('1. Een bericht')).not.toContain('1.')
  })

  it('says which words in bold type a line begins with', () => {
    const markdown =
      '- **Een dak.** Het lekt.\n\n**Een kop**\n\nDe **brug** is dicht.\n\n**De *oude* brug** is\n\n- **Een sluis**\n  Zij lekt.'
    expect(readMarkdown(markdown).leads).toEqual([
      { line: 1, words: 'Een dak.', apart: false },
      { line: 7, words: 'De oude brug', apart: false },
      { line: 9, words: 'Een sluis', apart: true },
    ])
  })

  it('gives bold words that have a line to themselves one, also below others', () => {
    const { text: lines, headings } = readMarkdown(
      '→ [Blik](https://a.nl), Trouw\n**De brug**\nDe brug is\n**erg** oud.\n\nEen dak\n**Een kop**\n\nslot',
    )
    expect(lines.split('\n').filter((line) => line !== '')).toEqual([
      '→ Blik, Trouw',
      'De brug',
      'De brug is erg oud.',
      'Een dak',
      'Een kop',
      'slot',
    ])
    expect(headings.map(({ line }) => line)).toEqual([2, 7])
  })

  it('ends a link in HTML where its tag ends', () => {
    const { links } = readMarkdown('Een <a href="https://a.nl/b">lange zin</a> en meer.')
    expect(links).toEqual([{ line: 1, label: 'lange zin', address: 'https://a.nl/b' }])
  })

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

  it.each([
    ['folded', 'title: >-\n  De haven\n\n  in de kou'],
    ['on lines of its own', 'title: |\n    De haven\n    in de kou'],
    ['wrapped', 'title: De haven\n  in de kou'],
    ['wrapped between quotes', 'title: "De haven\n  in de kou"'],
  ])('takes a title that is %s in its head', (_name, title) => {
    const head = `---\nlayout: post\n${title}\nauthor:\n  title: hoofd\n---\n`
    const read = readMarkdown(`${head}\nEen zin.`)
    expect(read.text.split('\n').filter((line) => line !== '')).toEqual([
      'De haven in de kou',
      'Een zin.',
    ])
    expect(read.headings).toEqual([{ line: 3, level: 1 }])
    const quotes = read.leftOut.map(({ line, quote }) => `${String(line)} ${quote}`)
    const author = head.split('\n').indexOf('author:') + 1
    expect(quotes).toEqual([
      ...['2 layout: post', `${String(author)} author:`],
      `${String(author + 1)} title: hoofd`,
    ])
  })

  it('keeps a title that is only announced beside the text', () => {
    const { text, leftOut } = readMarkdown('---\ntitle: >-\nlayout: post\n---\n\nEen zin.')
    expect(text.trim()).toBe('Een zin.')
    expect(leftOut.map(({ quote }) => quote)).toEqual(['title: >-', 'layout: post'])
  })

  it.each([
    ['De Melkbus – wie *melkt* er?', ['De Melkbus']],
    ['De Melkbussen', []],
    ['Nieuws van De Melkbus', []],
    ['De Melkbus – wie melkt er?\n\n# Op stal', []],
  ])('quotes a title that says less than the one in the text: %s', (title, quotes) => {
    const read = readMarkdown(`---\ntitle: "De Melkbus"\n---\n\n# ${title}\n\nEen zin.`)
    expect(read.leftOut.map(({ quote }) => quote)).toEqual(quotes)
    expect(read.headings.map(({ line }) => line).includes(2)).toBe(quotes.length === 0)
  })

  it('keeps the title of the head above a text that has such a heading further down', () => {
    const read = readMarkdown('---\ntitle: Weekbericht\n---\n\nEen zin.\n\n# Weekbericht: agenda')
    expect(read.text.split('\n')[1]).toBe('Weekbericht')
    expect(read.leftOut).toEqual([])
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
