import { describe, expect, it } from 'vitest'
import { documentText, type DocumentWithPictures } from '#core/document/source-document'
import { refusalAsResult } from '#core/edition/rejection'
import { readMimeFile } from '../../../../electron/services/documents/mime-parts.ts'
import { readDocument } from '../../../../electron/services/documents/read-document.ts'
import { readMhtml } from '../../../../electron/services/documents/read-mhtml.ts'
import { aMail } from '../../../fixtures/a-mail.ts'
import {
  aSavedNewsletter,
  aSavedPage,
  pageHead,
  pictureHead,
  savedBoundary,
  savedHead,
  type SavedPart,
} from '../../../fixtures/a-saved-page.ts'
import { hostileSavedPages } from '../../../fixtures/hostile/hostile-saved-pages.ts'
import { aPng } from '../../../fixtures/pictures.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

const page = (content: string, head = pageHead()): SavedPart => ({ head, content })
const picture = (location: string, width = 320): SavedPart => ({
  head: pictureHead(location),
  content: aPng(width, 200),
})

/** The label and the width of each picture that came in, and nothing for one that did not. */
function picturesOf({ document }: DocumentWithPictures): unknown[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'picture' && block.file !== null ? [[block.label, block.file.width]] : [],
  )
}

describe('a page that a browser saved in one file', () => {
  it('is read as the page, with its pictures where they stand', async () => {
    const read = await readMhtml(aSavedNewsletter(), null)
    expect(documentText(read.document)).toBe(
      'De kade is dicht\n\nKade\n\nDe kade is dicht tot maandag, zegt de havenmeester.\n\n' +
        'Stad\n\nDe markt verhuist naar het plein, schrijft de gemeente aan de kooplui.',
    )
    expect(picturesOf(read)).toEqual([
      ['Kaart van de kade', 320],
      ['Het plein', 300],
      ['Een boot', 280],
    ])
    expect(read.document.leftOut).toEqual([])
    // The day of its head is the day on which it was saved.
    expect(read.document.stated).toMatchObject({ date: null, series: null, language: 'nl' })
  })

  it.each([
    ['its own address', 'https://blad.example/k.png', 'https://blad.example/k.png'],
    ['a path from the page', 'https://blad.example/week/46/k.png', 'k.png'],
    ['a path from its root', 'https://blad.example/k.png', '/k.png'],
    ['a path upwards', 'https://blad.example/week/k.png', '../k.png'],
    ['two paths', 'beeld/k.png', './beeld/k.png'],
    ['a space', 'https://blad.example/week/46/de%20kade.png', 'de kade.png'],
    ['an address on two lines', 'https://blad.example/\r\n\tk.png', '/k.png'],
    ['encoded words', '=?utf-8?Q?https://blad.example/k=2Epng?=', '/k.png'],
    ['a file on the disk of who saved it', 'file:///C:/krant/k.png', 'file:///C:/krant/k.png'],
  ])('has a picture by %s', async (_, location, source) => {
    const html = `<p>De kade is dicht.</p><img src="${source}" alt="Kade">`
    const read = await readMhtml(aSavedPage([page(html), picture(location)]), null)
    expect(picturesOf(read)).toEqual([['Kade', 320]])
  })

  it('takes addresses from where the page says it lay', async () => {
    const html =
      '<base href="https://elders.example/a/"><p>De kade.</p><img src="k.png" alt="Kade">'
    const parts = [page(html), picture('https://elders.example/a/k.png')]
    expect(picturesOf(await readMhtml(aSavedPage(parts), null))).toEqual([['Kade', 320]])
  })

  it('tells of a picture that its file does not hold', async () => {
    const html = '<p>De kade is dicht.</p><img src="/k.png" alt="Kade">'
    const { document } = await readMhtml(aSavedPage([page(html)]), null)
    expect(document.leftOut).toMatchObject([{ kind: 'image', quote: 'Kade: /k.png' }])
  })

  it.each([
    ['utf-8 in its head', 'text/html; charset=utf-8', '<p>Één kade.</p>', 'utf8'],
    ['latin-1 in its head', 'text/html; charset="iso-8859-1"', '<p>Één kade.</p>', 'latin1'],
    ['latin-1 in the page', 'text/html', '<meta charset=latin1><p>Één kade.</p>', 'latin1'],
    [
      'its head first',
      'text/html; charset=latin1',
      '<meta charset=koi8-r><p>Één kade.</p>',
      'latin1',
    ],
  ] as const)('is in the characters that it says: %s', async (_, type, html, encoding) => {
    for (const coding of ['quoted-printable', 'base64', '8bit'] as const) {
      const content = Buffer.from(html, encoding)
      const part = { head: pageHead('https://blad.example/', type), content, encoding: coding }
      const { document } = await readMhtml(aSavedPage([part]), null)
      expect(documentText(document), coding).toBe('Één kade.')
    }
  })

  it('is the part that the file begins with, of several pages', async () => {
    const parts = [
      page('<p>Advertentie.</p>', ['Content-Type: text/html', 'Content-ID: <a@x>']),
      page('<p>De kade is dicht.</p>', ['Content-Type: text/html', 'Content-ID: <b@x>']),
    ]
    const text = async (head: string): Promise<string> =>
      documentText((await readMhtml(aSavedPage(parts, head), null)).document)
    expect(await text(savedHead())).toBe('Advertentie.')
    const started = savedHead(savedBoundary, 'multipart/related; start="<b@x>"')
    expect(await text(started)).toBe('De kade is dicht.')
  })

  it('lies in parts within parts, or is the whole of its file', async () => {
    const within = `--${savedBoundary}\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nKaal.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>De kade.</p>\r\n--b--\r\n--${savedBoundary}--`
    const alone =
      'MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Location: https://blad.example/\r\n\r\n<p>De kade.</p>'
    for (const file of [savedHead() + within, alone]) {
      const { document } = await readMhtml(Buffer.from(file), null)
      expect(documentText(document)).toBe('De kade.')
      expect(document.leftOut).toEqual([])
    }
  })

  it('has the title in the head of its file where the page has none', async () => {
    const titles = async (html: string): Promise<string | undefined> =>
      (await readMhtml(aSavedPage([page(html)]), null)).document.stated.titles[0]?.text
    expect(await titles('<p>De kade.</p>')).toBe('De kade is dicht')
    expect(await titles('<title>Blad 46</title><p>De kade.</p>')).toBe('Blad 46')
  })

  it('says where its file breaks off, also within a character', async () => {
    const html = `<p>De kade is dicht.</p><p>De caf${'é'.repeat(40)}</p>`
    const whole = aSavedPage([
      { head: pageHead(), content: Buffer.from(html), encoding: '8bit' },
    ]).toString('latin1')
    const end = whole.indexOf('caf') + 3
    for (const length of [end, end + 1, end + 2, whole.lastIndexOf('--') - savedBoundary.length]) {
      const { document } = await readMhtml(Buffer.from(whole.slice(0, length), 'latin1'), null)
      expect(documentText(document)).toContain('De kade is dicht.')
      expect(documentText(document)).not.toContain('\uFFFD')
      expect(document.leftOut).toMatchObject([{ kind: 'end' }])
    }
  })

  it.each([
    ['blad.html', true],
    ['blad.txt', true],
    ['blad.eml', true],
    ['blad.xml', true],
    ['blad.mht', true],
  ])('is told by what it holds, in %s', async (name) => {
    const file = { bytes: aSavedNewsletter(), format: null, encoding: null, name }
    expect(picturesOf(await readDocument(file))).toHaveLength(3)
  })

  it('is no mail, and no mail is one', async () => {
    const file = { bytes: Buffer.from(aMail()), format: null, encoding: null, name: 'blad.eml' }
    const { document } = await readDocument(file)
    expect(document.stated).toMatchObject({ date: '2026-11-07', series: 'Havenblad' })
    // A mail whose page says where it lies on the web was still sent to somebody.
    const located = aMail().replace('--grens\r\n', '--grens\r\nContent-Location: https://x.nl/\r\n')
    const mail = await readDocument({ ...file, bytes: Buffer.from(located) })
    expect(mail.document.stated.date).toBe('2026-11-07')
  })

  it('of ten times the parts costs no more than ten times', () => {
    const files = new Map(
      [1, 10].map((times) => {
        const pictures = Array.from({ length: 200 * times }, (_, index) =>
          picture(`${index}.png`, 8),
        )
        return [times, aSavedPage([page('<p>De kade is dicht.</p>'), ...pictures])]
      }),
    )
    const read = (times: number): unknown => readMimeFile(files.get(times) ?? Buffer.of())
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })

  it.each(hostileSavedPages())('ends with a hostile file: $name', async ({ make, ends }) => {
    const read = await refusalAsResult(() => readMhtml(make(), null))
    expect(ends).toContain(read.ok ? 'read' : read.reason)
    if (read.ok) expect(read.value.pictures).toEqual([])
  })
})
