import { describe, expect, it } from 'vitest'
import { readMarkdown as readFile } from '../../../../electron/services/documents/read-markdown.ts'
import { flat } from './flat.ts'

const readMarkdown = (markdown: string) => flat(readFile(markdown))

/** All words of the result, wherever they are kept. */
function wordsOf({
  stated,
  text,
  links,
  places,
  leftOut,
}: ReturnType<typeof readMarkdown>): string {
  return [
    ...stated.titles.map((title) => title.text),
    text,
    ...links.flatMap(({ label, address }) => [label, address]),
    ...places.flatMap(({ label, address }) => [label, address ?? '']),
    ...leftOut.map(({ quote }) => quote),
  ].join('\n')
}

describe('a Markdown file', () => {
  it.each([
    ['a note of one word', 'Een zin.\n\n[^1]: voetnoot', ['[^1]: voetnoot']],
    ['sources of one word', 'Een zin.\n\n[Bronnen]: Trouw', ['[Bronnen]: Trouw']],
    ['a note that is referred to', 'Een zin[^1].\n\n[^1]: voetnoot', ['zin[1]', '[1] voetnoot']],
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

  it('says which words are in bold type', () => {
    const markdown =
      '- **Een dak.** Het lekt.\n\n**Een kop**\n\nDe **brug** is dicht.\n\n**De *oude* brug** is'
    expect(readMarkdown(markdown).bold).toEqual([
      { line: 1, words: 'Een dak.' },
      { line: 3, words: 'Een kop' },
      { line: 5, words: 'brug' },
      { line: 7, words: 'De oude brug' },
    ])
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
    ['between other lines', '+++\nlayout = "post"\ntitle = "De haven"\ndate = 2030-07-12\n+++\n'],
    ['up to an empty line', 'Layout: post\nTitle: De haven\nDate: 2030-07-12\n'],
  ])('believes title and date of its head %s, and keeps the rest beside', (_, head) => {
    const read = readMarkdown(`${head}\nEen zin.`)
    expect(read.text.trim()).toBe('Een zin.')
    expect(read.stated).toMatchObject({
      titles: [{ text: 'De haven', from: 'front-matter' }],
      date: '2030-07-12',
    })
    expect(read.leftOut.map(({ quote }) => quote.toLowerCase().slice(0, 6))).toEqual(['layout'])
  })

  it('takes the day of its last change where it gives no other', () => {
    const dates = (head: string) =>
      readMarkdown(`---\ntitle: a\n${head}\n---\nEen zin.`).stated.date
    expect(dates('modified: 2030-07-12')).toBe('2030-07-12')
    expect(dates('modified: 2030-07-12\ndate: 2030-07-01')).toBe('2030-07-01')
    expect(dates('date: gisteren')).toBeNull()
  })

  it.each([
    ['folded', 'title: >-\n  De haven\n\n  in de kou'],
    ['on lines of its own', 'title: |\n    De haven\n    in de kou'],
    ['wrapped', 'title: De haven\n  in de kou'],
    ['wrapped between quotes', 'title: "De haven\n  in de kou"'],
  ])('takes a title that is %s in its head', (_name, title) => {
    const head = `---\nlayout: post\n${title}\nauthor:\n  title: hoofd\n---\n`
    const read = readMarkdown(`${head}\nEen zin.`)
    expect(read.stated.titles).toEqual([{ text: 'De haven in de kou', from: 'front-matter' }])
    expect(read.leftOut).toEqual([
      { line: 2, kind: 'field', quote: 'layout: post · author: · title: hoofd' },
    ])
  })

  it('keeps what the makers of sites put among the words beside the text', () => {
    const read = readMarkdown('Een zin. {% include a.html %}\n\n[knop](https://a.nl){: .btn }')
    expect(read.words).toEqual(['Een zin.', 'knop'])
    expect(read.leftOut).toEqual([
      { line: 1, kind: 'field', quote: '{% include a.html %}' },
      { line: 3, kind: 'field', quote: '{: .btn }' },
    ])
  })

  it('reads headings whose signs stand against their words', () => {
    expect(readMarkdown('##Kop\n\nEen zin.\n\n#haven is een trefwoord').headings).toEqual([
      { line: 1, level: 2 },
    ])
  })

  it('takes no first lines with a colon for a head', () => {
    expect(readMarkdown('Haven: stil\nDorp: warm\n\nEen zin.').text).toBe(
      'Haven: stil Dorp: warm\n\n\nEen zin.',
    )
  })

  it.each([
    ['emphasis and code', 'een *twee* **drie** `vier`', 'een twee drie vier'],
    ['an item without a space', 'kop\n*een\n*twee', 'kop\n* een\n* twee'],
    ['a table', '| a | b |\n|---|---|\n| c | d |', 'a | b\n\nc | d'],
    ['nested lists', '- een\n  - twee\n- drie', '* een\n* twee\n* drie'],
    ['sources on a line of their own', 'tekst\nloopt\nBron: A, B', 'tekst loopt\n\nBron: A, B'],
    ['hard breaks', 'een  \ntwee\\\ndrie', 'een\ntwee\ndrie'],
    ['a numbered list', '1. een\n2. twee', '* een\n* twee'],
    ['an item of two paragraphs', '- een\n\n  twee', '* een\n\ntwee'],
    ['quotes', '> een\n> twee', 'een twee'],
    ['code', '```\neen\ntwee\n```', '\neen\ntwee'],
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
    ])
    expect(read.places).toEqual([{ line: 3, label: 'f', address: 'https://z.nl/g.png' }])
    expect(read.leftOut).toEqual([{ line: 3, kind: 'link', quote: 'javascript:alert(1)' }])
  })
})
