import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Cage } from '../../../../electron/services/import/cage.ts'
import { writeDictd, writeStarDict, writeTextDictionary } from '../../../fixtures/a-dictionary.ts'
import { aCage } from '../a-cage.ts'

let cage: Cage
let folder = ''
beforeAll(() => void (cage = aCage()))
afterAll(() => cage.close())
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-dictionary-'))
  return () => fs.rmSync(folder, { recursive: true })
})

const stem = (): string => path.join(folder, 'haven')

/** The name and the articles, each as `headword: gloss | gloss`; or why it was refused. */
async function read(file: string): Promise<readonly string[] | string> {
  const result = await cage.readDictionary(file)
  if (!result.ok) return result.reason
  const { name, articles } = result.value
  return [name, ...articles.map(({ headword, glosses }) => `${headword}: ${glosses.join(' | ')}`)]
}

describe('a dictionary of StarDict', () => {
  it('is read by any of its files, packed and plain', async () => {
    const articles = [
      ['kade', 'quay\nwharf'],
      ['ĳs', 'ĳs /ɛis/\n1. ice\n2. ice cream'],
    ] as const
    const expected = ['Havenwoorden', 'kade: quay | wharf', 'ijs: ice | ice cream']
    writeStarDict(stem(), articles, { isPacked: true })
    for (const ending of ['.ifo', '.idx', '.dict.dz'])
      expect(await read(stem() + ending)).toEqual(expected)
    fs.rmSync(`${stem()}.dict.dz`)
    expect(await read(writeStarDict(stem(), articles))).toEqual(expected)
  })

  it('gives texts and leaves sounds, pictures and tags out', async () => {
    const sound = `W\0\0\0\u0003abc`
    const parts = writeStarDict(
      stem(),
      [['boei', `m${'buoy'}\0${sound}h<b>mark</b><br>at sea &amp; on rivers\0`]],
      {
        said: [],
      },
    )
    expect(await read(parts)).toEqual(['Havenwoorden', 'boei: buoy | mark | at sea & on rivers'])
    const same = writeStarDict(stem(), [['boei', `buoy\0<i>mark</i>`]], {
      said: ['sametypesequence=mx', 'idxoffsetbits=64'],
    })
    expect(await read(same)).toEqual(['Havenwoorden', 'boei: buoy | mark'])
  })

  it('that lacks a file, or lies about its places, is refused or read as far as it goes', async () => {
    const file = writeStarDict(stem(), [
      ['kade', 'quay'],
      ['boei', 'buoy'],
    ])
    const idx = fs.readFileSync(`${stem()}.idx`)
    fs.writeFileSync(`${stem()}.idx`, idx.subarray(0, idx.length - 3))
    expect(await read(file)).toEqual(['Havenwoorden', 'kade: quay'])
    fs.writeFileSync(`${stem()}.idx`, Buffer.concat([Buffer.from('x\0'), Buffer.alloc(8, 0xff)]))
    expect(await read(file)).toBe('not-a-dictionary')
    fs.rmSync(`${stem()}.dict`)
    expect(await read(file)).toBe('not-a-dictionary')
    fs.writeFileSync(file, 'bookname=x\n')
    expect(await read(file)).toBe('not-a-dictionary')
  })
})

describe('a dictionary of dictd', () => {
  it('is read with the spelling of its articles, without what it says of itself', async () => {
    const articles = [
      ['Zeeland', 'Zeeland /zelɑnt/\na province'],
      [' terug', '... terug\nback'],
      ['kade', 'kade <n>\nquay'],
      ['voor', 'voor- /vɔr/ <pref>\nfore-'],
    ] as const
    const expected = ['Havenwoorden van dictd', 'Zeeland: a province', 'kade: quay', 'voor: fore-']
    expect(await read(writeDictd(stem(), articles))).toEqual(expected)
    fs.rmSync(`${stem()}.dict.dz`)
    expect(await read(writeDictd(stem(), articles, false))).toEqual(expected)
  })

  it('with lines that point nowhere is read without them', async () => {
    const file = writeDictd(stem(), [['kade', 'quay']])
    fs.appendFileSync(file, 'boei\tzzzz\tzz\nmast\t!\tB\nanker\n')
    expect(await read(file)).toEqual(['Havenwoorden van dictd', 'kade: quay'])
  })
})

describe('a text', () => {
  it('with tabs or semicolons is a dictionary named like its file', async () => {
    const tabs = ['# from a spreadsheet', 'kade\tquay\twharf', '', 'no gloss here', 'boei\tbuoy']
    const expected = ['haven', 'kade: quay | wharf', 'boei: buoy']
    expect(await read(writeTextDictionary(folder, 'haven.txt', tabs))).toEqual(expected)
    const semicolons = ['kade;"quay";wharf', 'boei;"buoy; ""mark"" at sea"\r']
    expect(await read(writeTextDictionary(folder, 'haven.csv', semicolons))).toEqual([
      'haven',
      'kade: quay | wharf',
      'boei: buoy; "mark" at sea',
    ])
  })

  it('has the length of its glosses and their number bounded', async () => {
    const line = ['kade', ...Array.from({ length: 40 }, () => 'x'.repeat(5_000))].join('\t')
    const result = await cage.readDictionary(writeTextDictionary(folder, 'haven.txt', [line]))
    const glosses = result.ok ? (result.value.articles[0]?.glosses ?? []) : []
    expect(glosses).toHaveLength(8)
    expect(glosses[0]).toBe(`${'x'.repeat(199)}…`)
  })
})

describe('a file that is no dictionary', () => {
  it.each([
    ['not there', 'not-found', () => undefined],
    ['a folder', 'not-permitted', (file: string) => fs.mkdirSync(file)],
    ['prose', 'not-a-dictionary', (file: string) => fs.writeFileSync(file, 'Een zin over boten.')],
    ['empty', 'not-a-dictionary', (file: string) => fs.writeFileSync(file, '')],
    ['bytes', 'binary', (file: string) => fs.writeFileSync(file, Buffer.from([0, 255, 0, 254]))],
    [
      'of two gigabytes',
      'file-too-large',
      (file: string) => {
        fs.writeFileSync(file, '')
        fs.truncateSync(file, 2 * 1024 ** 3)
      },
    ],
  ] as const)('is refused when it is %s', async (_, reason, make) => {
    const file = path.join(folder, 'haven.txt')
    make(file)
    expect(await read(file)).toBe(reason)
  })

  it('is refused when its articles are damaged, or unpack to more than memory should hold', async () => {
    const file = writeDictd(stem(), [['kade', 'quay']])
    fs.writeFileSync(`${stem()}.dict.dz`, 'no gzip')
    expect(await read(file)).toBe('not-a-dictionary')
    fs.writeFileSync(`${stem()}.dict.dz`, gzipSync(Buffer.alloc(70 * 1024 * 1024)))
    expect(await read(file)).toBe('unpacks-too-large')
  })
})
