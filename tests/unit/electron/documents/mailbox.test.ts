import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentText } from '#core/document/source-document'
import { refusalAsResult } from '#core/edition/rejection'
import {
  listMailbox,
  mostMessageBytes,
  readMailboxMessage,
} from '../../../../electron/services/documents/mailbox.ts'
import { readMail } from '../../../../electron/services/documents/read-mail.ts'
import { bounds } from '../../../bounds.ts'
import { skipBesideLinux } from '../../skip-without.ts'

let folder: string
let file: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mailbox-'))
  file = path.join(folder, 'post.mbox')
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

const from = 'From blad@blad.example Sat Nov  7 00:30:00 2026\n'
const message = (subject: string, text: string): string =>
  `${from}From: Havenblad <b@blad.example>\nDate: Sat, 7 Nov 2026 00:30:00 +0100\nList-Id: Haven <h.example>\nSubject: ${subject}\n\n${text}\n\n`

async function write(...parts: readonly (string | Buffer)[]): Promise<void> {
  await fs.promises.writeFile(file, Buffer.concat(parts.map((part) => Buffer.from(part))))
}

async function subjects(): Promise<string[]> {
  return (await listMailbox(file)).map(({ subject }) => subject)
}

async function end(work: () => Promise<unknown>): Promise<string> {
  const read = await refusalAsResult(work)
  return read.ok ? 'read' : read.reason
}

const nowhere = { offset: 0, length: 0, sha256: '' }

describe('mailboxes', () => {
  it('are listed by the heads of their messages, and read one by one', async () => {
    await write(
      message('Een', 'De kade is dicht.\n>From de kade\n>>From de brug'),
      message('=?utf-8?Q?Twee=C3=A9?=', 'De brug is open.'),
    )
    const list = await listMailbox(file)
    const shown = {
      ...{ date: '2026-11-07', sender: 'Havenblad', list: 'Haven' },
      address: 'b@blad.example',
    }
    expect(list).toMatchObject([
      { subject: 'Een', offset: 0, ...shown },
      { subject: 'Tweeé', ...shown },
    ])
    const texts = await Promise.all(
      list.map(async (one) => {
        const { document } = await readMail(await readMailboxMessage(file, one))
        return documentText(document)
      }),
    )
    expect(texts).toEqual(['De kade is dicht.\nFrom de kade\n>From de brug', 'De brug is open.'])
  })

  it('know a message again after others came behind it, and none that was changed', async () => {
    await write(message('Een', 'De kade is dicht.'))
    const [before] = await listMailbox(file)
    await write(message('Een', 'De kade is dicht.'), '\n', message('Twee', 'De brug is open.'))
    const [after, other] = await listMailbox(file)
    expect(after?.sha256).toBe(before?.sha256)
    expect(other?.sha256).not.toBe(before?.sha256)
    await write(message('Een', 'De kade is open!!'), message('Twee', 'De brug is open.'))
    expect(await end(() => readMailboxMessage(file, after ?? nowhere))).toBe('not-found')
  })

  it('are not cut at a line of a text that begins like a message', async () => {
    await write(
      message('Een', 'Zin.\n\nFrom 10:30 to 12:00 in 2026 the bridge is open.\nEn verder.'),
      message(
        'Twee',
        'Zin.\nFrom a@b.example Sat Nov  7 00:30:00 2026\nSubject: geen lege regel ervoor',
      ),
    )
    expect(await subjects()).toEqual(['Een', 'Twee'])
  })

  it('are not cut at a sentence about times, with what looks like a field below it', async () => {
    const times = 'From 10:30 to 12:00 on 3 March 2026:\nbridge: closed to the crane.'
    const named = 'From Sluis to Kade on Tue 3 March 2026 at 10:30:\nferry: out of service.'
    await write(message('Een', `Zin.\n\n${times}\n\n${named}`), message('Twee', 'Zin.'))
    expect(await subjects()).toEqual(['Een', 'Twee'])
  })

  it.each([
    'From - Sat Nov  7 00:30:00 2026',
    'From 1782@xxx Sat Nov 07 00:30:00 +0000 2026',
    'From blad@blad.example 2026-11-07 00:30:00',
    'From blad at blad.example  Sat Nov  7 00:30:00 2026',
    'From blad@blad.example Sat Nov  7 00:30 CET 2026',
    'From blad@blad.example Sat, 7 Nov 2026 00:30:00 +0100',
  ])('are cut at a line as programs write it: %s', async (line) => {
    const own = (subject: string): string => message(subject, 'Zin.').replace(from.trimEnd(), line)
    await write(own('Een'), own('Twee'))
    expect(await subjects()).toEqual(['Een', 'Twee'])
  })

  it('may have lines that end as on Windows', async () => {
    await write((message('Een', 'x') + message('Twee', 'y')).replaceAll('\n', '\r\n'))
    expect(await subjects()).toEqual(['Een', 'Twee'])
  })

  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'both'],
    ['\r', 'carriage returns alone, as on old Macs'],
  ])('with lines that end in %j are listed and read', async (end) => {
    await write(
      (message('Een', 'De kade.\n>From de kade') + message('Twee', 'y')).replaceAll('\n', end),
    )
    const list = await listMailbox(file)
    expect(list.map(({ subject }) => subject)).toEqual(['Een', 'Twee'])
    const { document } = await readMail(await readMailboxMessage(file, list[0] ?? nowhere))
    expect(documentText(document)).toBe('De kade.\nFrom de kade')
  })

  it('go out in portions, and the rest comes as the answer', async () => {
    const all = Array.from({ length: 1_001 }, (_, index) => message(String(index), 'x'))
    await write(...all)
    const given: string[] = []
    const rest = await listMailbox(file, undefined, (messages) => {
      given.push(...messages.map(({ subject }) => subject))
      return Promise.resolve()
    })
    expect(given).toHaveLength(1_000)
    expect([...given, ...rest.map(({ subject }) => subject)]).toEqual(
      all.map((_, at) => String(at)),
    )
  })

  it('are listed whole wherever a piece that is read ends', async () => {
    const rest = message('Twee', 'y') + message('Drie', 'z')
    const head = message('Een', '')
    for (const before of [0, 1, 2, 3, 5, 40, 100, 300, 509, 510, 511, 512, 513, 514, 600]) {
      const filler = 'x'.repeat(1024 * 1024 - head.length - before)
      await write(message('Een', filler), rest)
      expect(await subjects(), `${before} bytes before the end`).toEqual(['Een', 'Twee', 'Drie'])
    }
  })

  it('tell how far they are read', async () => {
    await write(message('Een', 'x'.repeat(3 * 1024 * 1024)))
    const told: number[] = []
    await listMailbox(file, (done, total) => told.push(done / total))
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toBe(1)
  })

  it('name a message of more than 20 MB, and read the others', async () => {
    await write(message('Groot', 'x'.repeat(mostMessageBytes)), message('Klein', 'y'))
    const [large, small] = await listMailbox(file)
    expect(large?.subject).toBe('Groot')
    expect(await end(() => readMailboxMessage(file, large ?? nowhere))).toBe('file-too-large')
    expect(await end(() => readMailboxMessage(file, small ?? nowhere))).toBe('read')
  })

  it('are told from other files', async () => {
    await write('')
    expect(await end(() => listMailbox(file))).toBe('empty')
    for (const content of ['Een gewone tekst.\n', '\0'.repeat(2_000_000), `<p>x</p>\n\n${from}x`]) {
      await write(content)
      expect(await end(() => listMailbox(file))).toBe('not-a-mail')
    }
    expect(await end(() => listMailbox(path.join(folder, 'geen.mbox')))).toBe('not-found')
    expect(await end(() => listMailbox(folder))).toBe('not-permitted')
  })

  it('made to do harm end in a named way', async () => {
    for (const content of [
      from.repeat(50_000),
      `${from}Subject: x\n\n${'\nFrom '.repeat(500_000)}`,
      `${from}Subject: x\n\n${'\n\nFrom a 1:11 2026\nSubject: y\n'.repeat(20_000)}`,
      `${from}Subject: ${'x'.repeat(3_000_000)}`,
      `${from}Subject: x\n${'X-A: b\n'.repeat(500_000)}`,
    ]) {
      await write(content)
      expect(['read', 'not-a-mail', 'too-many-parts']).toContain(await end(() => listMailbox(file)))
    }
  })

  it('of more than 4 GB are refused', async () => {
    await write(message('Een', 'x'))
    await fs.promises.truncate(file, 4 * 1024 ** 3 + 1)
    expect(await end(() => listMailbox(file))).toBe('file-too-large')
  })

  it('do not wait for the other end of a pipe', async (context) => {
    skipBesideLinux(context)
    const pipe = path.join(folder, 'pijp.mbox')
    execFileSync('mkfifo', [pipe])
    const look = new AbortController()
    const ended = await Promise.race([
      Promise.all([end(() => listMailbox(pipe)), end(() => readMailboxMessage(pipe, nowhere))]),
      wait(bounds.expect, ['waits'], { signal: look.signal }),
    ])
    look.abort()
    // Whoever waits for it all the same goes on now.
    fs.closeSync(fs.openSync(pipe, fs.constants.O_RDWR | fs.constants.O_NONBLOCK))
    expect(ended).toEqual(['not-permitted', 'not-permitted'])
  })
})
