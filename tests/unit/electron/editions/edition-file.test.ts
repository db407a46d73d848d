import fs from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import {
  openCompiledEdition,
  openFile,
  type Opened,
} from '../../../../electron/services/editions/edition-file.ts'
import { writePackage } from '../../../../electron/services/packages/write-package.ts'
import type { Edition, EditionBundle } from '../../../../src/core/edition/edition.ts'
import type { Read } from '../../../../src/core/edition/rejection.ts'
import { aDatedEdition, onePixel } from '../../../fixtures/a-package.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aCage } from '../a-cage.ts'
import { aStorePlace } from '../a-store.ts'
import { asOrdinaryUser } from '../as-ordinary-user.ts'

const place = aStorePlace()
const cage = aCage()
afterAll(() => cage.close())
const noHyphens = () => Promise.resolve({})

async function opening(
  file: string,
  hyphenate: (edition: Edition) => Promise<Record<string, string>> = noHyphens,
): Promise<Read<EditionBundle>> {
  const read = await openFile(file, { cage, programVersion: '0.1.0', hyphenate })
  return read.ok ? { ok: true, value: read.value.bundle } : read
}

function written(content: string | Uint8Array, name = 'digest.txt'): string {
  fs.writeFileSync(place.file(name), content)
  return place.file(name)
}

/** A file of so many bytes that takes no room on the disk. */
function ofSize(bytes: number): string {
  const file = written('')
  fs.truncateSync(file, bytes)
  return file
}

const cause = (opened: Opened) => (opened.ok ? null : opened.cause)

describe('a plain-text digest', () => {
  const text = `Blik op juli

Energie

• Een op de vijf huizen heeft een thuisbatterij. VP

• De prijs van stroom daalt. GT, VP
`

  it('is opened as an edition without notes, with what it was told of long words', async () => {
    const file = written(text, 'blik-2024-07.txt')
    const opened = await opening(file, (edition) =>
      Promise.resolve({ items: String(edition.sections.flatMap(({ items }) => items).length) }),
    )
    expect(opened).toMatchObject({
      ok: true,
      value: {
        edition: { title: 'Blik op juli', date: { value: '2024-07', inferred: true } },
        notes: null,
        hyphenation: { items: '2' },
      },
    })
  })

  it('may be in UTF-16 with a mark', async () => {
    const plain = await opening(written(text))
    expect(await opening(written(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toEqual(plain)
  })

  it.each([
    ['a byte order mark', '\uFEFF', '\n'],
    ['the line ends of Windows', '', '\r\n'],
  ])('may have %s', async (_, mark, lineEnd) => {
    const plain = await opening(written(text))
    const other = await opening(written(mark + text.replaceAll('\n', lineEnd)))
    expect(other).toEqual(plain)
  })

  it('may have a name with spaces and accents', async () => {
    const opened = await opening(written(text, 'Een dágje uit.txt'))
    expect(opened.ok).toBe(true)
  })

  it.each([
    ['missing', () => place.file('niets.txt'), 'not-found'],
    ['a folder', () => place.folder(), 'not-permitted'],
    ['empty', () => written(''), 'empty'],
    ['empty but for white space', () => written(' \n\t\n'), 'empty'],
    ['empty but for a byte order mark', () => written('\uFEFF'), 'empty'],
    ['in Latin-1', () => written(Buffer.from('Een café in de haven.', 'latin1')), 'not-utf-8'],
    [
      'in UTF-16 that is cut off',
      () => written(Buffer.from('\uFEFFEen dag.', 'utf16le').subarray(0, -1)),
      'not-utf-16',
    ],
    ['a picture', () => written(Buffer.from('89504e470d0a1a0a0000000d', 'hex')), 'binary'],
    ['of a word processor', () => written('{\\rtf1\\ansi Een dag.}', 'brief.rtf'), 'binary'],
    ['a printed page', () => written('%PDF-1.4\nEen dag.'), 'binary'],
    ['nothing but zeros', () => ofSize(1_000), 'binary'],
    ['cut off inside a letter', () => written(Buffer.from('café').subarray(0, -1)), 'not-utf-8'],
    ['one endless line', () => written('a'.repeat(300_000)), 'line-too-long'],
    ['larger than twenty megabytes', () => ofSize(20 * 1024 * 1024 + 1), 'file-too-large'],
    ['larger than the memory', () => ofSize(2 ** 40), 'file-too-large'],
    ['no package in spite of its name', () => written('PK', 'week.editie'), 'damaged-zip'],
    ['no Word file in spite of its name', () => written('PK', 'brief.docx'), 'damaged-zip'],
  ])('is not opened when it is %s, and that is said', async (_, make, expected) => {
    expect(await opening(make())).toEqual({ ok: false, reason: expected })
  })

  it('may have a megabyte, which is a thousand times as much as it has', async () => {
    const sentence = `• ${'Een kort bericht, nu en dan. '.repeat(12)}Bron\n\n`
    const file = written(sentence.repeat((1024 * 1024) / Buffer.byteLength(sentence)))
    expect((await opening(file)).ok).toBe(true)
  })

  it.each(['a digest that may not be read', 'a digest in a folder that may not be entered'])(
    'is not opened without permission: %s',
    (name) => {
      expect(asOrdinaryUser(name).result).toEqual({ ok: false, reason: 'not-permitted' })
    },
  )
})

describe('a file in another format', () => {
  it.each([
    ['blik.md', '# Blik op juli\n\n* De prijs van stroom daalt. GT\n'],
    ['blik.html', '<h1>Blik op juli</h1><ul><li>De prijs van stroom daalt. GT</li></ul>'],
  ])('is opened as text is: %s', async (name, content) => {
    expect(await opening(written(content, name))).toMatchObject({
      ok: true,
      value: { edition: { title: 'Blik op juli', sections: [{ items: [{ sources: ['GT'] }] }] } },
    })
  })

  it('may be a package, with its notes', async () => {
    const edition = aDatedEdition()
    const notes = { edition: edition.id, language: 'nl', sections: [], items: [] }
    const images = [{ path: 'images/kaart.png', bytes: onePixel }]
    const bytes = await writePackage({ publisher: 'De Lamp', edition, notes, images })
    expect(await opening(written(bytes, 'week.editie'))).toEqual({
      ok: true,
      value: { edition, notes, hyphenation: {} },
    })
  })
})

describe('a compiled edition', () => {
  const bundle = anEditionOf('Mist boven de haven.')
  const json = JSON.stringify(bundle)

  it('is opened as it was written', async () => {
    expect(await openCompiledEdition(written(json))).toEqual({ ok: true, bundle })
  })

  it.each([
    ['missing', () => place.file('niets.json'), 'not-found'],
    ['a folder', () => place.folder(), 'damaged'],
    ['empty', () => written(''), 'damaged'],
    ['cut short', () => written(json.slice(0, -1)), 'damaged'],
    ['followed by something', () => written(`${json}x`), 'damaged'],
    ['null', () => written('null'), 'damaged'],
    ['a list', () => written('[]'), 'damaged'],
    [
      'without its notes',
      () => written(JSON.stringify({ ...bundle, notes: undefined })),
      'damaged',
    ],
    ['with a field more', () => written(JSON.stringify({ ...bundle, script: 'x' })), 'damaged'],
    ['of a changed id', () => written(json.replace('"blik-1"', '"../blik"')), 'damaged'],
    ['with an empty text', () => written(json.replace('Mist boven de haven.', '')), 'damaged'],
    ['with bytes that are no text', () => written(Buffer.from([0xff, 0xfe, 0x00])), 'damaged'],
    ['nothing but zeros', () => ofSize(1_000), 'damaged'],
    ['larger than an edition can be', () => ofSize(64 * 1024 * 1024 + 1), 'damaged'],
  ])('stays closed when it is %s, and that is said', async (_, make, expected) => {
    expect(cause(await openCompiledEdition(make()))).toBe(expected)
  })

  it('stays closed with any one byte of its structure gone', async () => {
    for (let at = 0; at < json.length; at += 1) {
      if (!'{}[]":,'.includes(json[at] ?? '')) continue
      const opened = await openCompiledEdition(written(json.slice(0, at) + json.slice(at + 1)))
      expect(opened.ok).toBe(false)
    }
  })
})
