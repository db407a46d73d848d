import { describe, expect, it } from 'vitest'
import {
  documentText,
  withoutLooks,
  type DocumentWithPictures,
} from '#core/document/source-document'
import { refusalAsResult } from '#core/edition/rejection'
import { readDocument } from '../../../../electron/services/documents/read-document.ts'
import { feedEntries, readFeed } from '../../../../electron/services/documents/read-feed.ts'
import { hostileFeeds } from '../../../fixtures/hostile/hostile-feeds.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'
import { documentFiles } from './table-of-documents.ts'

const entry = (title: string, date: string): string =>
  `<item><title>${title}</title><description>Tekst van ${title}.</description><pubDate>${date}</pubDate></item>`

const feed =
  '<rss version="2.0"><channel><title>Blad</title>' +
  entry('een', 'Mon, 04 Jan 2027 01:00:00 +0100') +
  entry('twee', 'Fri, 01 Jan 2027 12:00:00 +0100') +
  entry('geen', 'ooit') +
  entry('drie', 'Fri, 01 Jan 2027 09:00:00 +0100') +
  entry('vier', 'Thu, 31 Dec 2026 23:59:00 +0100') +
  '</channel></rss>'

function outlineOf({ document }: DocumentWithPictures): unknown {
  const headings = document.blocks.flatMap((block) =>
    block.kind === 'heading' ? block.runs.map(({ text }) => text) : [],
  )
  return [document.stated.titles.map(({ text }) => text).join(), document.stated.date, headings]
}

describe('feeds', () => {
  const files = documentFiles('.rss', '.atom', '.json', '.xml')
  it.each(files)('are read as a whole: $name', ({ bytes, expected }) => {
    const [read] = readFeed(bytes.toString(), { split: 'whole' })
    expect(read === undefined ? null : withoutLooks(read.document)).toEqual(expected)
  })

  it.each([0, 1, 2, 4, 8])('have titles without entities, written %d times too often', (times) => {
    const title = `Kade &amp;${'amp;'.repeat(times)} brug &amp;${'amp;'.repeat(times)}lt; 3`
    const [read] = readFeed(feed.replace('>een<', `>${title}<`), { split: 'whole' })
    expect(read === undefined ? null : outlineOf(read)).toMatchObject({
      2: ['Kade & brug < 3', 'twee', 'geen', 'drie', 'vier'],
    })
  })

  it('are split by day, the newest first, and what has no date last', () => {
    expect(readFeed(feed, { split: 'day' }).map(outlineOf)).toEqual([
      ['Blad, 4 januari 2027', '2027-01-04', ['een']],
      ['Blad, 1 januari 2027', '2027-01-01', ['twee', 'drie']],
      ['Blad, 31 december 2026', '2026-12-31', ['vier']],
      ['Blad', null, ['geen']],
    ])
  })

  it('are split by the week to which the Thursday belongs', () => {
    expect(readFeed(feed, { split: 'week' }).map(outlineOf)).toEqual([
      ['Blad, week 1 van 2027', '2027-01-04', ['een']],
      ['Blad, week 53 van 2026', '2027-01-01', ['twee', 'drie', 'vier']],
      ['Blad', null, ['geen']],
    ])
  })

  it('are split by month', () => {
    expect(readFeed(feed, { split: 'month' }).map(outlineOf)).toEqual([
      ['Blad, januari 2027', '2027-01-04', ['een', 'twee', 'drie']],
      ['Blad, december 2026', '2026-12-31', ['vier']],
      ['Blad', null, ['geen']],
    ])
  })

  it('are split by entry: each has its own title, and the feed for its series', () => {
    const read = readFeed(feed, { split: 'entry' })
    expect(read.map(outlineOf).slice(0, 3)).toEqual([
      ['een', '2027-01-04', []],
      ['twee', '2027-01-01', []],
      ['geen', null, []],
    ])
    expect(read.map(({ document }) => document.stated.series)).toEqual(Array(5).fill('Blad'))
    expect(documentText(read[0]?.document ?? { blocks: [] })).toBe('Tekst van een.')
  })

  it.each(['constructor', '__proto__', 'hasOwnProperty'])(
    'in JSON keep every entry, also with a key %s',
    (key) => {
      const entries = ['"a"', '{}', 'null'].map(
        (value, at) => `{"id":"${at}","title":"Kade ${at}","content_text":"x","${key}":${value}}`,
      )
      const text = `{"title":"Blad","${key}":1,"items":[${entries.join()}]}`
      const titles = feedEntries(text).entries.map(({ title }) => title)
      expect(titles).toEqual(['Kade 0', 'Kade 1', 'Kade 2'])
    },
  )

  it('are told from their page', async () => {
    const page = '<!DOCTYPE html><html><head><title>Feed</title></head><body><p>x</p></body></html>'
    expect(await refusalAsResult(() => readFeed(page, { split: 'whole' }))).toEqual({
      ok: false,
      reason: 'not-a-feed',
    })
  })

  it.each([
    ['one unclosed tag', feed.replace('</description>', '')],
    [
      'one unclosed tag in RSS 1.0',
      '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><item><title>x</item>',
    ],
    [
      'one unclosed tag in Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</entry>',
    ],
  ])('that are no proper XML are told from what is no feed: %s', async (_, text) => {
    expect(await refusalAsResult(() => readFeed(text, { split: 'whole' }))).toEqual({
      ok: false,
      reason: 'broken-feed',
    })
  })

  it('take time in proportion', () => {
    const entries = entry('een', 'Fri, 01 Jan 2027 12:00:00 +0100').repeat(100)
    const read = (times: number): unknown => {
      return readFeed(`<rss version="2.0"><channel>${entries.repeat(times)}</channel></rss>`, {
        split: 'whole',
      })
    }
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })

  it('are read in part, by the places of the entries', () => {
    const read = readFeed(feed, { split: 'month', only: new Set([1, 2, 4]) })
    expect(read.map(({ entries }) => entries)).toEqual([[1], [4], [2]])
    const [whole] = readFeed(feed, { split: 'whole', only: new Set([1, 4]) })
    expect(whole).toMatchObject({ entries: [1, 4], document: { stated: { date: '2027-01-01' } } })
  })

  it('tell entries that are digests from those that are one item', () => {
    const digest =
      '&lt;h2&gt;Een&lt;/h2&gt;&lt;p&gt;x&lt;/p&gt;&lt;h2&gt;Twee&lt;/h2&gt;&lt;p&gt;y&lt;/p&gt;'
    const item = (text: string): string =>
      `<item><title>a</title><description>${text}</description></item>`
    const inFeed = (items: string): string => `<rss version="2.0"><channel>${items}</channel></rss>`
    expect(feedEntries(inFeed(item(digest).repeat(3))).areDigests).toBe(true)
    expect(feedEntries(inFeed(item(digest) + item('x').repeat(2))).areDigests).toBe(false)
  })

  it('say what a choice shows', () => {
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/u) as string
    expect(feedEntries(feed)).toEqual({
      areDigests: false,
      title: 'Blad',
      entries: [
        { title: 'een', date: '2027-01-04', sha256 },
        { title: 'twee', date: '2027-01-01', sha256 },
        { title: 'geen', date: null, sha256 },
        { title: 'drie', date: '2027-01-01', sha256 },
        { title: 'vier', date: '2026-12-31', sha256 },
      ],
    })
  })
})

describe('a feed', () => {
  const old = (prefix: string): string =>
    `<?xml version="1.0"?>\n<!-- Blad -->\n<${prefix}RDF xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/">` +
    `<rss:channel><rss:title>Blad</rss:title></rss:channel><rss:item><rss:title>Kade</rss:title><rss:description>De kade is dicht.</rss:description></rss:item></${prefix}RDF>`
  const textOf = async (name: string, text: string): Promise<string> => {
    const file = { bytes: Buffer.from(text), format: null, encoding: null, name }
    return documentText((await readDocument(file)).document)
  }

  it.each(['rdf:', 'r:', ''])('of RSS 1.0 has a root of any prefix: %j', async (prefix) => {
    expect(await textOf('blad.rdf', old(prefix))).toBe('Kade\n\nDe kade is dicht.')
  })

  it.each(['blad.txt', 'blad.html', 'blad.xhtml', 'blad.md'])(
    'is told by its root, whatever it is called: %s',
    async (name) => {
      const known = await textOf('blad.rss', feed)
      expect(known).toContain('Tekst van drie.')
      expect(await textOf(name, `\uFEFF<?xml version="1.0"?>\n${feed}`)).toBe(known)
      expect(await textOf(name, old('rdf:'))).toBe('Kade\n\nDe kade is dicht.')
    },
  )

  it('is no text that speaks of one', async () => {
    const said = 'Zo begint een feed:\n<rss version="2.0">'
    expect(await textOf('blad.txt', said)).toBe(said)
  })

  it('is no RDF of another kind', async () => {
    const person =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:f="http://xmlns.com/foaf/0.1/"><f:Person><f:name>Jan</f:name></f:Person></rdf:RDF>'
    const read = await refusalAsResult(() => textOf('jan.rdf', person))
    expect(read).toEqual({ ok: false, reason: 'not-a-feed' })
  })
})

describe('hostile feeds', () => {
  it.each(hostileFeeds())('end in a named way: $name', async ({ make, ends }) => {
    const read = await refusalAsResult(() => readFeed(make().toString(), { split: 'whole' }))
    expect(ends).toContain(read.ok ? 'read' : read.reason)
    if (!read.ok) return
    expect(JSON.stringify(read.value)).not.toMatch(/root:|"(?:address|link)":"(?!https?:|mailto:)/u)
  })
})
