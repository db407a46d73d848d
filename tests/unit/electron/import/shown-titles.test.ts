// Titles of every format as they can be shown: what is not seen in them could make them look like another.
import { describe, expect, it } from 'vitest'
import type { DocumentFormat } from '../../../../electron/services/documents/formats.ts'
import { readHead } from '../../../../electron/services/documents/mail-headers.ts'
import { feedEntries } from '../../../../electron/services/documents/read-feed.ts'
import { readEdition } from '../../../../electron/services/import/read-edition.ts'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { aBook } from '../../../fixtures/a-book.ts'
import { wordParagraph, wordParts } from '../../../fixtures/hostile/hostile-word-files.ts'
import { makeZip } from '../../../fixtures/hostile/make-zip.ts'
import { aFeed, aLetter } from '../../../fixtures/a-mailbox.ts'

const hidden = 'Brief \u202Egnp.exe\u2066 van\u200B de\u200E kade'
const shown = 'Brief gnp.exe van de kade'
const text = 'De kade is tot maandag dicht voor al het verkeer, zegt de gemeente.'

const letter = (subject: string, sender = 'Havenblad'): string =>
  aLetter({ subject, text: `<p>${text}</p>`, sender: `${sender} <b@blad.example>` })
const feed = (title: string): string =>
  aFeed(title, [{ title, day: '2024-07-05', html: `<p>${text}</p>` }])
const atom = (title: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><entry><title>x</title><content>${text}</content></entry></feed>`
const json = (title: string): string =>
  JSON.stringify({ title, items: [{ id: '1', title: 'x', content_text: text }] })
const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`
const word = (title: string): Buffer =>
  makeZip(wordParts(wordParagraph(title, 'Title') + wordParagraph(text)))
const book = (title: string): Buffer =>
  aBook({ metadata: `<dc:title>${title}</dc:title>`, pages: { a: `<p>${text}</p>` } })

async function editionOf(
  format: DocumentFormat,
  content: string | Uint8Array,
  name = 'bestand.x',
): Promise<Edition> {
  const read = await readEdition({ bytes: Buffer.from(content), format, encoding: null, name })
  if (!read.ok) throw new Error(read.reason)
  return read.value.edition
}

describe('the title of an edition has nothing that is not seen', () => {
  it.each<[string, DocumentFormat, (title: string) => string | Uint8Array]>([
    ['of a mail', 'mail', letter],
    ['of a feed in RSS', 'feed', feed],
    ['of a feed in Atom', 'feed', atom],
    ['of a feed in JSON', 'feed', json],
    ['of a page', 'html', page],
    ['of a book', 'epub', book],
    ['of a Word file', 'docx', word],
    ['of Markdown', 'markdown', (title) => `# ${title}\n\n${text}\n`],
    ['of the head of Markdown', 'markdown', (title) => `---\ntitle: ${title}\n---\n\n${text}\n`],
    ['of a text', 'text', (title) => `${title}\n\n* ${text} Bode\n\n* ${text} Bode\n`],
  ])('%s', async (_, format, make) => {
    expect((await editionOf(format, make(hidden))).title).toBe(shown)
  })

  it('of the name of a file', async () => {
    expect((await editionOf('text', `* ${text} Bode\n`, `${hidden}.txt`)).title).toBe(shown)
  })

  it('of a mail with NUL in its subject', async () => {
    const { title } = await editionOf('mail', letter('=?utf-8?Q?Brief=00van_de_kade?='))
    expect(title).toBe('Brief van de kade')
  })

  it('and where nothing is left, it is the name of the file', async () => {
    const unseen = '\u200B\u200E\u200B'
    for (const [format, content] of [
      ['mail', letter(unseen)],
      ['epub', book(unseen)],
      ['markdown', `# ${unseen}\n\n${text}\n`],
    ] as const)
      expect((await editionOf(format, content, 'kade.x')).title).toBe('kade')
  })

  it('nor has its series', async () => {
    expect((await editionOf('mail', letter('De kade', hidden))).series).toBe(shown)
    expect((await editionOf('feed', feed(hidden))).series).toBe(shown)
    expect((await editionOf('mail', letter('De kade', '\u200E'))).series).toBeNull()
  })
})

describe('what a choice of letters or entries shows', () => {
  it('has nothing that is not seen', () => {
    const fields = new Map([
      ['subject', hidden],
      ['from', `"${hidden}" <b@blad.example>`],
      ['list-id', `${hidden} <blad.example>`],
    ])
    expect(readHead(fields)).toMatchObject({ subject: shown, sender: shown, list: shown })
    const { title, entries } = feedEntries(feed(hidden))
    expect([title, entries[0]?.title]).toEqual([shown, shown])
  })
})
