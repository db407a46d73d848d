import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { editionSchema, firstWords, type Edition } from '../../../../src/core/edition/edition.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'
import { besideProject } from '../../../fixtures/beside.ts'
import { skipWithout } from '../../skip-without.ts'
import { mostCost } from '../../cost-ratio.ts'
import { processorTime } from '../../processor-time.ts'

const intro =
  'Deze week varen we mee op een sleepboot zonder motorgeluid, en daarna kijken we naar een dorp dat zijn eigen warmte opslaat. We eindigen op het dak van een school.'
const news = 'De haven wil dat sleepboten zonder motorgeluid varen.'

/** The edition in a digest, which must be one. */
function read(text: string, fileName = 'digest.txt'): Edition {
  const result = parseDigest(text, { fileName })
  if (!result.ok) throw new Error(result.reason)
  return result.edition
}

/** What a reader would see of the structure: a line for each heading and item. */
function outline(edition: Edition): string[] {
  return edition.sections.flatMap(({ heading, items }) => [
    heading === null ? '(no heading)' : `# ${heading}`,
    ...items.map(({ text, sources }) => `${text} [${sources.join('; ')}]`),
  ])
}

describe('parseDigest', () => {
  it('reads title, lede, caption, items without heading, and sections', () => {
    const edition = read(
      [
        'Techtrends. ‘De haven wordt stil’',
        intro,
        'Een sleepboot bij Terneuzen Foto: Xinhua Disclaimer',
        `*${news} Technode`,
        `* ${news}\u00a0 GT, CNN`,
        'Warmte onder het plein',
        `${news} SCMP`,
      ].join('\n\n'),
      '/tmp/techtrends-2031-05.txt',
    )
    expect(edition).toMatchObject({
      id: 'techtrends-de-haven-wordt-stil-2031-05',
      revision: 1,
      language: 'nl',
      series: 'Techtrends',
      date: { value: '2031-05', inferred: true },
      title: '‘De haven wordt stil’',
      lede: intro,
      figure: { caption: 'Een sleepboot bij Terneuzen', credit: 'Xinhua' },
    })
    expect(outline(edition)).toEqual([
      '(no heading)',
      `${news} [Technode]`,
      `${news} [GT; CNN]`,
      '# Warmte onder het plein',
      `${news} [SCMP]`,
    ])
    expect(edition.sections.map(({ id }) => id)).toEqual(['vooraan', 'warmte-onder-het-plein'])
  })

  it('needs no title, no caption and no blank lines', () => {
    const edition = read(`${intro}\n*${news} GT\n* ${news} SCMP`, 'week-19.txt')
    expect(edition).toMatchObject({ title: 'week-19', series: null, date: null, lede: intro })
    expect(outline(edition)).toEqual(['(no heading)', `${news} [GT]`, `${news} [SCMP]`])
  })

  it('needs no lede', () => {
    const edition = read(`Titel\n${news} SCMP`)
    expect(edition.lede).toBeNull()
    expect(outline(edition)).toEqual(['(no heading)', `${news} [SCMP]`])
  })

  it('takes its first words for a title when the file has no name either', () => {
    expect(read(intro, '').title).toBe('Deze week varen we mee op een sleepboot …')
  })

  it.each([
    ['*', '*Tekst van een bericht.'],
    ['* with a space', '* Tekst van een bericht.'],
    ['***', '*** Tekst van een bericht.'],
    ['•', '• Tekst van een bericht.'],
    ['–', '– Tekst van een bericht.'],
    ['-', '- Tekst van een bericht.'],
    ['1、', '1、Tekst van een bericht.'],
  ])('takes off the bullet %s', (_what, line) => {
    expect(outline(read(`Titel\n${line}`))).toEqual(['(no heading)', 'Tekst van een bericht. []'])
  })

  it.each([
    '**Vet** in een zin die eindigt.',
    '-38% in een jaar, meer niet.',
    '9 bouwers stoppen.',
  ])('takes %j for text', (line) => {
    expect(outline(read(`Titel\nKop\n${line}${`\n${news} GT`.repeat(4)}`))).toEqual([
      ...['# Kop', `${line} []`, ...Array<string>(4).fill(`${news} [GT]`)],
    ])
  })

  it.each([
    'Wat doet de haven?',
    'Steen kost 40 $',
    '‘De kade’',
    'De haven (upd)',
    'Kop: met dubbele punt',
  ])('takes %j for a heading', (line) => {
    expect(outline(read(`Titel\n${line}\n* ${news} SCMP`))).toEqual([`# ${line}`, `${news} [SCMP]`])
  })

  it('adds sources on a line of their own to the item above', () => {
    const edition = read(
      `Titel\n* ${news}\nBronnen: Energiebrief · VP\nKop\n* ${news} GT\nBron: VP`,
    )
    expect(outline(edition)).toEqual([
      '(no heading)',
      `${news} [Energiebrief; VP]`,
      '# Kop',
      `${news} [GT; VP]`,
    ])
  })

  it.each<[line: string, caption: string, credit: string | null]>([
    ['Een boot Foto: Xinhua Disclaimer', 'Een boot', 'Xinhua'],
    ['Een boot. Foto Xinhua', 'Een boot.', 'Xinhua'],
    ['Een boot Foto: China Daily / Reuters', 'Een boot', 'China Daily / Reuters'],
    ['Foto: CGTN', 'Foto: CGTN', null],
  ])('reads the caption %j', (line, caption, credit) => {
    expect(read(`Titel\n${line}\n${news} SCMP`).figure).toEqual({ caption, credit })
  })

  it('takes a heading with the word Foto for a heading', () => {
    expect(outline(read(`Titel\nFoto van de week\n${news} GT`))).toEqual([
      '# Foto van de week',
      `${news} [GT]`,
    ])
  })

  it('leaves out page furniture', () => {
    const page = `Actueel nieuws\nAuteur: Ine Put\nTitel\n${news} GT\nDisclaimer\nLees verder`
    expect(read(page)).toMatchObject({ title: 'Titel' })
    expect(outline(read(page))).toEqual(['(no heading)', `${news} [GT]`])
  })

  it.each([
    ['Techtrends. ‘De kade’', 'Techtrends', '‘De kade’', ['Techtrends.']],
    ['Techtrends: de kade', 'Techtrends', 'de kade', ['Techtrends:']],
    ['iTrends : de kade', 'iTrends', 'de kade', ['iTrends :']],
    ['iTrends:  de kade', 'iTrends', 'de kade', ['iTrends:']],
    ['Weekblik. De kade', 'Weekblik', 'De kade', ['Weekblik.']],
    ['China: de kade groeit', null, 'China: de kade groeit', []],
    ['De kade groeit', null, 'De kade groeit', []],
  ])('takes the series out of the title %j, and says so', (printed, series, title, quotes) => {
    const result = parseDigest(printed, { fileName: '' })
    if (!result.ok) throw new Error(result.reason)
    expect(result.edition).toMatchObject({ title, series })
    const ofSeries = result.remarks.filter(({ kind }) => kind === 'series-in-title')
    expect(ofSeries.map(({ line, quote }) => [line, quote])).toEqual(
      quotes.map((quote) => [1, quote]),
    )
  })

  it('gives the edition the id of the title as it was printed', () => {
    expect(read('Weekblik. De kade').id).toBe('weekblik-de-kade')
  })

  it('keeps a title of 300 characters', () => {
    const words = 'De kade en de sluis en de brug en de boot en het water in de haven en op zee '
    const long = words.repeat(4).slice(0, 300).trim()
    const marked = `# ${long}\n\n${intro}\n\n* ${news} GT`
    expect(read(`${long}\n\n${intro}\n\n* ${news} GT`)).toMatchObject({ title: long, lede: intro })
    expect(read(marked, 'lang-2024-10-01.txt')).toMatchObject({ title: long, lede: intro })
  })

  it.each([
    ['lang-2024-10-01-2024-10-01.txt', 'lang', 'lang-2024-10-01'],
    ['2024-07-19 weekblik.txt', 'weekblik', 'weekblik-2024-07-19'],
    ['weekblik_2024-07.txt', 'weekblik', 'weekblik-2024-07'],
    ['2024-07-19.txt', '2024-07-19', '2024-07-19'],
    ['week-5-2024-07-2.txt', 'week-5-2024-07-2', 'week-5-2024-07-2-2024-07'],
  ])('calls an edition without a title %j as its file without its date', (name, title, id) => {
    expect(read(`${intro}\n* ${news} GT\n* ${news} SCMP`, name)).toMatchObject({ title, id })
  })

  it.each<[intro: string, value: string | null]>([
    [
      'Deze week in de Polderbrief van 6 september 2024 leest u over de sluis. Tot ziens!',
      '2024-09-06',
    ],
    ['Welkom bij het nieuws van vrijdag 6 september 2024. We gaan naar de sluis.', '2024-09-06'],
    ['Dit is de nieuwsbrief van 6-9-2024. We gaan naar de sluis, en naar de brug.', '2024-09-06'],
    ['De storm van 6 september 2024 brak de sluis. Nu is zij weer open voor boten.', null],
    ['Deze week ging de sluis open. De oude brak in de storm van 6 september 2024 af.', null],
  ])('reads the date of the edition in the intro %j', (first, value) => {
    const result = parseDigest(`Havens\n\n${first}\n\n* ${news} GT\n\n* ${news} SCMP`, {
      fileName: '',
    })
    if (!result.ok) throw new Error(result.reason)
    expect(result.edition.date).toEqual(value === null ? null : { value, inferred: true })
    expect(result.edition.lede).toBe(first)
  })

  it.each<[title: string, file: string, value: string | null]>([
    ['De Stadsbrief – nummer 11, 7 februari 2025', 'brief.txt', '2025-02-07'],
    ['Weekbericht van 14 februari 2025', 'brief.txt', '2025-02-14'],
    ['Nieuwsbrief 12, 14-02-2025', 'brief.txt', '2025-02-14'],
    ['Kadepost 2025-02-14', 'brief.txt', '2025-02-14'],
    ['Kadepost, 3 feb. 2025', 'brief.txt', '2025-02-03'],
    ['Weekbericht van 14 februari 2025', 'brief-2025-02.txt', '2025-02-14'],
    ['Weekbericht van 31 februari 2025', 'brief.txt', null],
    ['Weekbericht van februari 2025', 'brief.txt', '2025-02'],
    ['De sluis na 14 februari', 'brief.txt', null],
  ])('reads the date in the title %j of %s', (title, fileName, value) => {
    const text = `${title}\n\n${intro}\n\n* ${news} GT\n\n* ${news} SCMP`
    const edition = read(text, fileName)
    expect(edition.date).toEqual(value === null ? null : { value, inferred: true })
    expect(edition.title).toBe(title)
  })

  it('takes the date that is printed below the title rather than that in it', () => {
    const text = `Weekbericht van 14 februari 2025\n\n21 februari 2025\n\n${intro}\n\n* ${news} GT`
    expect(read(text).date).toEqual({ value: '2025-02-21', inferred: false })
  })

  it.each(['Nu, NRC', 'Nu,\nNRC', 'Nu; NRC'])(
    'asks about a name that was left behind of the sources %j',
    (sources) => {
      const result = parseDigest(
        `Havens\n\n${intro}\n\n* ${news} GT\n\n* De pomp stond drie dagen stil met een lek. ${sources}\n\n* ${news} SCMP`,
        { fileName: '' },
      )
      if (!result.ok) throw new Error(result.reason)
      const [, item] = result.edition.sections.flatMap(({ items }) => items)
      const isRead = item?.sources.includes('Nu') === true
      const asked = result.remarks.filter(({ line, quote }) => line === 7 && quote === 'Nu')
      expect(asked.map(({ kind }) => kind)).toEqual([
        isRead ? 'unknown-source' : 'source-or-sentence',
      ])
    },
  )

  it.each<[fileName: string, value: string | null]>([
    ['techtrends-2024-07.txt', '2024-07'],
    ['2024-07-19 techtrends.txt', '2024-07-19'],
    ['C:\\digests\\tt_2024-07.txt', '2024-07'],
    ['week-5-2024-07-2.txt', '2024-07'],
    ['techtrends-2024-13.txt', null],
    ['12024-07.txt', null],
    ['techtrends.txt', null],
  ])('finds the date in the file name %j', (fileName, value) => {
    const date = value === null ? null : { value, inferred: true }
    expect(read('Titel', fileName).date).toEqual(date)
  })

  it.each<[what: string, text: string, reason: string]>([
    ['an empty file', '', 'empty'],
    ['white space', ' \n\u00a0\n\t', 'empty'],
    ['lines without words', '* * *\n-----\n', 'empty'],
    ['bytes', 'PNG\u0000\u0001', 'binary'],
    ['bytes that could not be decoded', '\uFFFD\uFFFDa\uFFFDb', 'binary'],
    ['a line as long as a book', 'woord '.repeat(40_000), 'line-too-long'],
  ])('says why %s is no digest', (_what, text, reason) => {
    expect(parseDigest(text, { fileName: 'a.txt' })).toEqual({ ok: false, reason })
  })

  it('never throws, keeps every word, and gives an edition that passes the schema', () => {
    fc.assert(
      fc.property(anyDigest, fc.string({ unit: 'grapheme' }), (text, fileName) => {
        const result = parseDigest(text, { fileName })
        expect(parseDigest(text, { fileName })).toEqual(result)
        if (!result.ok) return
        expect(v.safeParse(editionSchema, result.edition).issues).toBeUndefined()
        const printed = JSON.stringify([result.edition, result.remarks])
        const kept = new Set(words(printed.replaceAll('\\n', ' ')))
        expect(words(text).filter((word) => !kept.has(word))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each<[what: string, text: (size: number) => string]>([
    ['items', (size) => `Titel\n${`* ${news} GT, CNN\nKop\n`.repeat(size * 40)}`],
    ['characters in an item', (size) => `Titel\n* ${'. a'.repeat(size * 600)} SCMP`],
    ['spaces in an item', (size) => `Titel\n* a${' '.repeat(size * 1_900)}.`],
    ['brackets in an item', (size) => `Titel\n* ${'('.repeat(size * 1_900)}a)`],
    ['sources in brackets', (size) => `Titel\n* ${news} ${'(GT)'.repeat(size * 400)}`],
    ['newsletter items', (size) => `Titel\n${`Kop\n${news}\nBron: GT, CNN\n\n`.repeat(size * 40)}`],
    [
      'paragraphs above an item',
      (size) => `Titel\n${`${intro}\n`.repeat(size * 30)}Bron: GT\nBron: GT`,
    ],
    ['source lines', (size) => `Titel\n${intro}\n${news}\n${sourceLines(size * 60)}`],
    [
      'broken lines',
      (size) => `Titel\n${`${intro.replace(/(.{60,70}) /gu, '$1\n')}\n`.repeat(size * 20)}`,
    ],
    ['headings', (size) => `Titel\n${'Kop\n'.repeat(size * 100)}`],
    ['signs before lines', (size) => `Titel\n\n${signedLines(size * 40)}`],
    ['labels at ends', (size) => `Titel\n${labelledEnds(size * 30)}`],
    ['words of an imprint', (size) => 'een uitgave van '.repeat(size * 100)],
    [
      'names joined in lists',
      (size) => `Titel\n${news}\n${`Bron: ${'A en '.repeat(60)}B\n`.repeat(size * 3)}`,
    ],
    [
      'figures at the top',
      (size) => `Dakpost ${'12.345.67 € '.repeat(size * 20)} einde\n\n${news}`,
    ],
    ['signs in a line', (size) => `Aa ${'-'.repeat(size * 200)}x\n${intro}\n${news}`],
    [
      'entries of a list in a line',
      (size) =>
        `Titel\nIn deze editie: ${'zee – '.repeat(size * 60)}land\n${'Zee\n'.repeat(size * 20)}`,
    ],
    [
      'titles that run in',
      (size) => `Titel\n${`Haven wordt stil – ${news}\n\n`.repeat(size * 30)}`,
    ],
    [
      'links below texts',
      (size) => `Titel\n${`Kop\n${news}\n> Meld je aan\n\n`.repeat(size * 30)}`,
    ],
    [
      'brackets in a line',
      (size) => `Titel\n${news}\n* De haven ${'(ab) '.repeat(size * 60)}x wil dat. (Blik) (Dak)`,
    ],
    [
      'salutations at the top',
      (size) =>
        `Titel\n${Array.from({ length: size * 30 }, (_, at) => `Beste lezer ${at},`).join('\n')}\n${news}`,
    ],
    [
      'addresses before one that leads on',
      (size) => `Titel\n${news} ${':https://a.nl '.repeat(size * 20)}Lees meer op https://a.nl/b`,
    ],
    ['commas in a source line', (size) => `Titel\n${news}\nBron: ${'a,'.repeat(size * 900)}`],
  ])('takes time in proportion to the number of %s', (_what, text) => {
    expect(leastGrowth(text(10), text(100))).toBeLessThan(mostGrowth)
  })
})

function sourceLines(count: number): string {
  return Array.from({ length: count }, (_, index) => `Bron: Blad ${index}`).join('\n')
}

/** Each sign before two lines. */
function signedLines(count: number): string {
  const signs = ['→', '↑', '↓', '±', '÷', '×', '¤', '§']
  return Array.from({ length: count }, (_, index) => {
    const sign = [index >> 7, index >> 4, index >> 1].map((bits) => signs[bits & 7]).join('')
    return `${sign} haven\n\n`
  }).join('')
}

function labelledEnds(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `* ${news} Lees ${'abcdefghij'[index % 10] ?? ''}${String.fromCharCode(97 + (index % 26))}: NRC, GT`,
  ).join('\n')
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

const anyLine = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !/[、\\"]/u.test(text)),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '*',
          '* ',
          '•',
          '- ',
          '. ',
          '.. .',
          ', ',
          ' \u00a0 ',
          '(',
          ')',
          ' en ',
          ' ',
        ),
        fc.constantFrom(
          'SCMP',
          'Global Times',
          'GT',
          'Xnieuws.nl',
          'Foto: ',
          'Bron: ',
          'Disclaimer',
        ),
        fc.constantFrom('haven ', 'Zee ', 'één ', '30% ', news, intro),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join('')),
)
const anyDigest = fc.array(anyLine, { maxLength: 12 }).map((lines) => lines.join('\n'))

/** Between the tenfold of what grows in proportion, and the hundredfold of what grows with the square. */
const mostGrowth = 10 * mostCost

/**
 * How many times longer a text of ten times the size takes, in the least disturbed of several rounds. The small one is read
 * ten times in a row, so that a busy machine gets the same chance to disturb both.
 */
function leastGrowth(small: string, large: string): number {
  let least = Infinity
  for (let round = 0; round < 40 && least >= mostGrowth; round += 1) {
    least = Math.min(least, (tenfold * timeOf(large, 1)) / timeOf(small, tenfold))
  }
  return least
}

const tenfold = 10

function timeOf(text: string, runs: number): number {
  const start = processorTime()
  for (let run = 0; run < runs; run += 1) parseDigest(text, { fileName: 'a.txt' })
  return processorTime() - start
}

interface ExpectedStructure {
  readonly title: string
  readonly lede: string
  readonly caption: string
  readonly sections: readonly {
    readonly heading: string | null
    readonly items: readonly { readonly firstWords: string; readonly sources: readonly string[] }[]
  }[]
}

describe('parseDigest on real digests', () => {
  const readFile = (name: string): string =>
    fs.readFileSync(besideProject(path.join('digests', name)), 'utf8')
  beforeEach((context) => {
    skipWithout(context, 'digests')
  })

  it('finds the structure of the sample', () => {
    const sample = readFile('techtrends-2024-07.txt')
    const expected = JSON.parse(readFile('techtrends-2024-07.expected.json')) as ExpectedStructure
    const edition = read(sample, 'techtrends-2024-07.txt')
    expect(`${edition.series ?? ''}. ${edition.title}`).toBe(expected.title)
    expect(edition.lede?.startsWith(expected.lede)).toBe(true)
    expect(edition.figure?.credit).toBe('Xinhua')
    expect(expected.caption).toBe(`${edition.figure?.caption} Foto: Xinhua Disclaimer`)
    expect(edition.series).toBe('Techtrends')
    expect(edition.date).toEqual({ value: '2024-07', inferred: true })
    const structure = edition.sections.map(({ heading, items }) => ({
      heading,
      items: items.map(({ text, sources }) => ({ firstWords: firstWords(text, 6), sources })),
    }))
    expect(structure).toEqual(expected.sections)
  })

  it('keeps the items of the sample as their author wrote them', () => {
    const sample = readFile('techtrends-2024-07.txt')
    for (const { items } of read(sample).sections) {
      for (const { text } of items) expect(sample).toContain(text)
    }
  })

  it('opens newsletters of other kinds', () => {
    for (const name of fs.readdirSync(besideProject('digests/other'))) {
      const edition = read(readFile(path.join('other', name)), name)
      expect(v.is(editionSchema, edition)).toBe(true)
    }
  })
})
