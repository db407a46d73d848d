import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  openCompiledEdition,
  openDigest,
  type Opened,
} from '../../../electron/services/edition-file.ts'
import type { Edition } from '../../../src/core/edition/edition.ts'
import { anEditionOf } from '../core/search/an-edition.ts'
import { aStorePlace } from './a-store.ts'
import { asOrdinaryUser } from './as-ordinary-user.ts'

const place = aStorePlace()
const noHyphens = () => Promise.resolve({})

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
    const opened = await openDigest(file, (edition: Edition) =>
      Promise.resolve({ items: String(edition.sections.flatMap(({ items }) => items).length) }),
    )
    expect(opened).toMatchObject({
      ok: true,
      bundle: {
        edition: { title: 'Blik op juli', date: { value: '2024-07', inferred: true } },
        notes: null,
        hyphenation: { items: '2' },
      },
    })
  })

  it('may be in UTF-16 with a mark', async () => {
    const plain = await openDigest(written(text), noHyphens)
    expect(await openDigest(written(Buffer.from(`\uFEFF${text}`, 'utf16le')), noHyphens)).toEqual(
      plain,
    )
  })

  it.each([
    ['a byte order mark', '\uFEFF', '\n'],
    ['the line ends of Windows', '', '\r\n'],
  ])('may have %s', async (_, mark, lineEnd) => {
    const plain = await openDigest(written(text), noHyphens)
    const other = await openDigest(written(mark + text.replaceAll('\n', lineEnd)), noHyphens)
    expect(other).toEqual(plain)
  })

  it('may have a name with spaces and accents', async () => {
    const opened = await openDigest(written(text, 'Een dágje uit.txt'), noHyphens)
    expect(opened.ok).toBe(true)
  })

  it.each([
    ['missing', () => place.file('niets.txt'), 'not-found'],
    ['a folder', () => place.folder(), 'not-permitted'],
    ['empty', () => written(''), 'empty'],
    ['empty but for white space', () => written(' \n\t\n'), 'empty'],
    ['empty but for a byte order mark', () => written('\uFEFF'), 'empty'],
    ['in Latin-1', () => written(Buffer.from('Een café in de haven.', 'latin1')), 'not-text'],
    [
      'in UTF-16 that is cut off',
      () => written(Buffer.from('\uFEFFEen dag.', 'utf16le').subarray(0, -1)),
      'not-text',
    ],
    ['a picture', () => written(Buffer.from('89504e470d0a1a0a0000000d', 'hex')), 'not-text'],
    ['nothing but zeros', () => ofSize(1_000), 'not-text'],
    ['cut off inside a letter', () => written(Buffer.from('café').subarray(0, -1)), 'not-text'],
    ['one endless line', () => written('a'.repeat(300_000)), 'not-text'],
    ['larger than four megabytes', () => ofSize(4 * 1024 * 1024 + 1), 'too-large'],
    ['larger than the memory', () => ofSize(2 ** 40), 'too-large'],
  ])('is not opened when it is %s, and that is said', async (_, make, expected) => {
    expect(cause(await openDigest(make(), noHyphens))).toBe(expected)
  })

  it('may have four megabytes', async () => {
    const sentence = '• Een kort bericht, nu. Bron\n\n'
    const file = written(sentence.repeat((4 * 1024 * 1024) / Buffer.byteLength(sentence)))
    expect((await openDigest(file, noHyphens)).ok).toBe(true)
  })

  it.each(['a digest that may not be read', 'a digest in a folder that may not be entered'])(
    'is not opened without permission: %s',
    (name) => {
      expect(asOrdinaryUser(name).result).toEqual({ ok: false, cause: 'not-permitted' })
    },
  )
})

describe('a compiled edition', () => {
  const bundle = anEditionOf('Mist boven de haven.')
  const json = JSON.stringify(bundle)

  it('is opened as it was written', async () => {
    expect(await openCompiledEdition(written(json))).toEqual({ ok: true, bundle })
  })

  it.each([
    ['missing', () => place.file('niets.json'), 'not-found'],
    ['a folder', () => place.folder(), 'not-permitted'],
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
    ['larger than an edition can be', () => ofSize(64 * 1024 * 1024 + 1), 'too-large'],
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
