import { describe, expect, it } from 'vitest'
import { documentOfText, documentText, withoutLooks } from '#core/document/source-document'
import { refusalAsResult } from '#core/edition/rejection'
import { quotedAddresses } from '../../../../electron/services/documents/forwarded-mail.ts'
import { cleanAddress } from '../../../../electron/services/documents/mail-addresses.ts'
import { withoutFurniture } from '../../../../electron/services/documents/mail-furniture.ts'
import { readMail } from '../../../../electron/services/documents/read-mail.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import { anOutlookMail, uncompressedRtf } from '../../../fixtures/an-outlook-mail.ts'
import { hostileMails } from '../../../fixtures/hostile/hostile-mails.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'
import { documentFiles } from './table-of-documents.ts'

const mail = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'))

async function readText(bytes: Uint8Array): Promise<string> {
  return documentText((await readMail(bytes)).document)
}

describe('mails', () => {
  it.each(documentFiles('.eml'))('are read: $name', async ({ bytes, expected }) => {
    const { document } = await readMail(bytes)
    expect(withoutLooks(document)).toEqual(expected)
  })

  it.each(documentFiles('.eml'))('say nothing of those who got them: $name', async ({ bytes }) => {
    const { document } = await readMail(bytes)
    const said = JSON.stringify(document)
    for (const part of ['huis.example', 'geheim123', 'abc123def4', 'tel.example', '8123@'])
      expect(said).not.toContain(part)
  })

  it('keep a large picture without words as a place, and say nothing of small ones', async () => {
    const html = '<p>Zie de kaart.</p><img src="https://b.example/kaart.png" width=560>'
    const small = '<img src="https://b.example/open?id=8123&amp;m=1"><p>Tot morgen.</p>'
    const type = 'Content-Type: text/html; charset=utf-8'
    const { document } = await readMail(mail('From: b@b.example', type, '', html + small))
    const pictures = document.blocks.filter(({ kind }) => kind === 'picture')
    expect(pictures).toMatchObject([{ label: '', address: 'https://b.example/kaart.png' }])
    expect(document.leftOut).toEqual([])
  })

  it.each([
    'Wij schreven naar jan.jansen@lezer.example.',
    'Uw adres is [jan.jansen@lezer.example]!',
    'Uw adres is jan.jansen<wbr>@lezer.example bij ons.',
    'Uw adres is <b>jan.jansen</b>@lezer.example bij ons.',
    'U leest mee als ‘jan@oud.example’ en dat blijft zo.',
    '<a href="mailto:jan.jansen@lezer.example,x@y.example">Antwoord</a> ons.',
    '<a href="mailto:uit+jan.jansen=lezer.example@blad.example">Stop</a> ermee.',
    '<a href="https://blad.example/?u=amFuLmphbnNlbkBsZXplci5leGFtcGxl">Lees</a> verder.',
    `<a href="https://blad.example/klik?b=u001.${'AbC1dEf2G'.repeat(8)}">Lees</a> verder.`,
    `<a href="https://blad.example/c/${'0a1b2c3d'.repeat(8)}">Lees</a> verder.`,
  ])('say nothing of those who got them, however it is written: %s', async (words) => {
    const { document } = await readMail(
      mail(
        ...['From: Blad <blad@blad.example>', 'To: Jan <jan.jansen@lezer.example>'],
        ...['Delivered-To: jan@mail.example', 'Delivered-To: jan@oud.example', 'Subject: Blad'],
        ...[
          'Content-Type: text/html; charset=utf-8',
          '',
          `<p>De dijk is dicht.</p><p>${words}</p>`,
        ],
      ),
    )
    expect(documentText(document)).not.toMatch(/jansen|lezer|oud/u)
    expect(JSON.stringify(document)).not.toMatch(/jansen|lezer\.example|amFu|AbC1|0a1b|jan@/u)
  })

  it('of somebody who sent one on in French are what was sent on', async () => {
    const text = await readText(
      mail(
        ...[
          'From: Jan <jan@huis.example>',
          'Subject: Fwd: Blad',
          '',
          'Début du message réexpédié :',
          '',
        ],
        ...['De: Blad <blad@blad.example>', 'Objet: Blad', 'Date: 12 mars 2026 à 10:00:00 UTC+1'],
        ...['À: jan@huis.example', 'Répondre à: geheim@port.example', '', 'La digue est fermée.'],
      ),
    )
    expect(text).toContain('La digue est fermée.')
    expect(text).not.toContain('geheim')
  })

  it('gives the bytes of a picture that its HTML shows', async () => {
    const [file] = documentFiles('.eml').filter(({ name }) => name === 'nieuwsbrief.eml')
    const { pictures } = await readMail(file?.bytes ?? Buffer.alloc(0))
    expect(pictures.map(({ kind }) => kind)).toEqual(['png'])
  })

  it('have the day of their own zone, and none that is nonsense', async () => {
    const dayOf = async (date: string): Promise<string | null> =>
      (await readMail(mail(`Date: ${date}`, 'Subject: Dag', '', 'Tekst.'))).document.stated.date
    expect(await dayOf('Sun, 1 Nov 2026 23:30:00 -0800')).toBe('2026-11-01')
    expect(await dayOf('1 nov 26 00:10 GMT')).toBe('2026-11-01')
    expect(await dayOf('Thu, 1 Jan 1970 00:00:00 +0000')).toBeNull()
    expect(await dayOf('31 Feb 2026')).toBeNull()
    expect(await dayOf('gisteren')).toBeNull()
  })

  it('take the name of their list for a series, and no id', async () => {
    const seriesOf = async (...head: string[]): Promise<string | null> =>
      (await readMail(mail(...head, '', 'Tekst.'))).document.stated.series
    const from = 'From: "Blad, Het" <blad@blad.example>'
    expect(await seriesOf(from, 'List-Id: Havenblad <haven.example>')).toBe('Havenblad')
    expect(await seriesOf(from, 'List-Id: f177a264847d7820ba11a4aa3mc list <f1.example>')).toBe(
      'Blad, Het',
    )
    expect(await seriesOf('From: blad@blad.example', 'List-Id: <haven.example>')).toBeNull()
  })

  it('keep a paragraph of news about unsubscribing', async () => {
    const news = 'Ouders kunnen hun kind voortaan online afmelden bij school.'
    expect(await readText(mail('Subject: School', '', news))).toBe(news)
  })

  it.each([
    ['<p><b>Voorkeuren kiezers verschuiven</b></p>', true],
    ['<p><b>Uitschrijven lastig</b><br><a href="https://b.example/l">Lees meer</a></p>', true],
    ['<p>Uitschrijven</p>', false],
    ['<p>Webversie | Voorkeuren</p>', false],
    ['<p>Uitschrijven: https://b.example/u</p>', false],
    ['<p>Uitschrijven kan <a href="https://b.example/u">hier</a></p>', false],
    ['<p><a href="https://b.example/u">Voorkeuren aanpassen</a> | Sluisweg 3</p>', false],
  ])('keep a title, and no way to unsubscribe: %s', async (html, isKept) => {
    const text = await readText(
      mail('Content-Type: text/html', '', `<p>De kade is dicht.</p>${html}`),
    )
    expect(text !== 'De kade is dicht.').toBe(isKept)
  })

  it('are told from what is no mail', async () => {
    for (const bytes of [
      mail('<!doctype html>', '<p>Een pagina.</p>'),
      mail('%PDF-1.7', 'x'),
      onePixel,
    ])
      expect(await refusalAsResult(() => readMail(bytes))).toEqual({
        ok: false,
        reason: 'not-a-mail',
      })
    expect(await refusalAsResult(() => readMail(mail('Subject: Leeg', '', '')))).toEqual({
      ok: false,
      reason: 'empty',
    })
  })
})

describe('the text of a mail', () => {
  it('is cleaned in time in proportion', () => {
    const lines =
      'Van: a@b.example\nDatum: x\nOnderwerp: y\nTekst van a@b.example, https://x.example/?token=a\n-- \n'
    const people = { receivers: new Set(['a@b.example']), senders: new Set<string>() }
    const clean = (times: number): unknown => {
      const document = documentOfText(lines.repeat(200 * times))
      return [quotedAddresses(document.blocks), withoutFurniture(document, people)]
    }
    expect(costOfTenfold(clean)).toBeLessThan(mostCost)
  })
})

describe('an address in a mail', () => {
  const people = { receivers: new Set(['l@huis.example']), senders: new Set(['b@blad.example']) }
  const mark = `VWbQxg5r35BVW62-nW61GJ2lTW6R-${'97G5Hy4BhN7zrx0K3l'.repeat(3)}`
  it.each([
    ['https://x.example/a?nr=7', 'https://x.example/a?nr=7'],
    ['https://x.example/a?nr=7&utm_source=mail&mc_eid=12', 'https://x.example/a?nr=7'],
    ['https://x.example/a?wie=l%40huis.example&nr=7', 'https://x.example/a?nr=7'],
    ['https://x.example/u/l@huis.example', 'https://x.example'],
    [`https://x.example/${mark}/a`, null],
    [`https://x.example/a?q=${mark}`, 'https://x.example/a'],
    ['https://x.example/eyJhbGciOiJIUzI1NiJ9', null],
    [
      'https://x.example/een-lang-bericht-over-de-kade-en-de-brug-op-7-november-2026-in-de-stad',
      'https://x.example/een-lang-bericht-over-de-kade-en-de-brug-op-7-november-2026-in-de-stad',
    ],
    ['mailto:tips@blad.example?subject=x', 'mailto:tips@blad.example'],
    ['mailto:b@blad.example', null],
  ])('tells nobody who follows it: %s', (address, clean) => {
    expect(cleanAddress(address, people)).toBe(clean)
  })
})

describe('a picture that lies elsewhere', () => {
  const hidden = Buffer.from('jan.jansen@lezer.example').toString('base64').replace(/=+$/u, '')
  const mailWith = (address: string): Buffer =>
    mail(
      'Date: Sat, 07 Nov 2026 00:30:00 +0100',
      'From: Kadeblad <brief@blad.example>',
      'To: jan.jansen@lezer.example',
      'Subject: Kadeblad',
      'Content-Type: text/html',
      '',
      `<p>De brug gaat weer open.</p><img src="${address}" alt="De brug">`,
    )

  it.each([
    [
      `https://beeld.example/brug.png?lezer=jan.jansen@lezer.example`,
      'https://beeld.example/brug.png',
    ],
    [`https://beeld.example/brug.png?utm_source=brief`, 'https://beeld.example/brug.png'],
    [`https://beeld.example/jan.jansen@lezer.example/brug.png`, 'https://beeld.example'],
    [`https://beeld.example/${hidden}/brug.png`, null],
    [`https://beeld.example/brug.png`, 'https://beeld.example/brug.png'],
  ])('has no address that tells who got the mail: %s', async (written, address) => {
    const { document } = await readMail(mailWith(written))
    expect(document.blocks).toContainEqual(
      expect.objectContaining({ kind: 'picture', label: 'De brug', address }),
    )
  })
})

describe('mails of Outlook', () => {
  const head = {
    '0037': 'FW: Wijkkrant 12',
    '0C1A': 'Wijkkrant Oost',
    '007D': 'Date: Fri, 6 Nov 2026 23:30:00 -0500\r\nTo: bep@huis.example\r\n',
  }

  it('are read by their HTML, with its pictures', async () => {
    const bytes = anOutlookMail({
      properties: {
        ...head,
        '1013': '<h2>Straat</h2><p>De straat ligt open.</p><img src="cid:k@o" alt="Kaart">',
      },
      attachments: [{ '3712': 'k@o', '3701': onePixel }],
    })
    const { document, pictures } = await readMail(bytes)
    expect(document.stated).toEqual({
      titles: [{ text: 'Wijkkrant 12', from: 'subject' }],
      date: '2026-11-06',
      series: 'Wijkkrant Oost',
      language: null,
    })
    expect(documentText(document)).toBe('Straat\n\nDe straat ligt open.')
    expect(pictures.map(({ kind }) => kind)).toEqual(['png'])
  })

  it('are read by the HTML in their RTF', async () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}' +
      "{\\*\\htmltag19 <html>}{\\*\\htmltag64 <h2>}\\htmlrtf {\\b \\htmlrtf0 Caf\\'e9\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </h2>}" +
      '{\\*\\htmltag64 <p>}De kok\\u8217 ? is \\{weg\\}.{\\*\\htmltag72 </p>}{\\*\\mhtmltag84 <img>}}'
    const properties = { ...head, '1000': 'Café\r\nDe tekst.', '1009': uncompressedRtf(rtf) }
    expect(await readText(anOutlookMail({ properties }))).toBe('Café\n\nDe kok’ is {weg}.')
  })

  it('are read by their text where they have no more, and by the mail that they send on', async () => {
    const carried = anOutlookMail({
      properties: { '0037': 'Fwd: x', '1000': 'Zie bijlage.' },
      carried: [{ properties: { ...head, '1000': 'De straat ligt open tot maart.' } }],
    })
    const { document } = await readMail(carried)
    expect(documentText(document)).toBe('De straat ligt open tot maart.')
    expect(document.stated.titles).toEqual([{ text: 'Wijkkrant 12', from: 'subject' }])
  })
})

describe('hostile mails', () => {
  it.each(hostileMails())('end in a named way: $name', async ({ make, ends }) => {
    const read = await refusalAsResult(() => readMail(make()))
    expect(ends).toContain(read.ok ? 'read' : read.reason)
  })
})
