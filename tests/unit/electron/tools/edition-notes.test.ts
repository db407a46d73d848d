// The verbs of the edition command that note and look up, run as they are used.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDictd, writeTextDictionary } from '../../../fixtures/a-dictionary.ts'
import { quiet, runEdition, tool } from './run-edition.ts'

let folder = ''
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-notes-'))
})
afterAll(() => {
  fs.rmSync(folder, { recursive: true })
})

function written(name: string, text: string): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, text)
  return file
}

const older = `# Weekblik. Een bus op waterstof

22 maart 2024

## Rijden

- De waterstofbus van Noorderbus haalde 640 kilometer, zegt Lies Haverkamp over de brandstofcel.
- De kaas is op.
`
const newer = `# Weekblik. Bruggen wegen zichzelf

5 juli 2024

## Rijden

- De waterstofbus van Noorderbus heeft 1.004 kilometer gereden, zegt Lies Haverkamp over de brandstofcel.
- De sla groeit 14% sneller.
`

describe('edition notes', () => {
  it('prints what is found in each item, and of it what the window shows', () => {
    const { code, out } = runEdition('notes', written('nieuw.md', newer))
    expect(code).toBe(0)
    const { items } = JSON.parse(out) as { items: readonly Record<string, unknown>[] }
    expect(items).toHaveLength(2)
    const [bus] = items
    const text = String(bus?.text)
    const start = text.indexOf('1.004')
    expect(bus?.figures).toEqual([
      {
        ...{ start, end: start + '1.004 kilometer'.length, printed: '1.004 kilometer' },
        ...{ value: '1.004', unit: 'km', change: null, shown: true },
        clause: 'waterstofbus van Noorderbus heeft 1.004 kilometer gereden',
      },
    ])
    expect(bus?.names).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ printed: 'Lies Haverkamp', kind: 'person', shown: true }),
      ]),
    )
    expect(bus?.earlier).toEqual([])
  })

  it('finds earlier items in a library', () => {
    const library = path.join(folder, 'boeken')
    expect(runEdition('import', written('oud.md', older), '--library', library).code).toBe(0)
    const { code, out } = runEdition('notes', written('nieuw.md', newer), '--library', library)
    expect(code).toBe(0)
    const { items } = JSON.parse(out) as { items: readonly { earlier: readonly unknown[] }[] }
    expect(items[0]?.earlier).toMatchObject([{ date: '2024-03-22' }])
    expect(items[1]?.earlier).toEqual([])
  })

  it('refuses a folder without a library, and more than one file', () => {
    const file = written('nieuw.md', newer)
    expect(runEdition('notes', file, '--library', path.join(folder, 'niets')).code).toBe(1)
    expect(runEdition('notes', file, file).code).toBe(2)
  })
})

describe('edition lookup', () => {
  it('prints headword, class, parts and glosses', () => {
    const { code, out } = runEdition('lookup', 'verkiezingen', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      word: 'verkiezingen',
      headword: 'verkiezing',
      class: 'de',
    })
    expect(JSON.parse(out)).toMatchObject({ glosses: [{ text: 'election', source: 'Leeslamp' }] })
    expect(runEdition('lookup', 'verkiezingen').out).toMatch(/^verkiezing, de: election\n$/u)
  })

  it('takes the sentence into account', () => {
    const of = (sentence: string): unknown =>
      (
        JSON.parse(runEdition('lookup', 'stelt', '--sentence', sentence, '--json').out) as {
          headword: unknown
        }
      ).headword
    expect(of('De minister stelt een wet voor.')).toBe('voorstellen')
    expect(of('De minister stelt een vraag.')).toBe('stellen')
  })

  it('says that a word is not known', () => {
    expect(runEdition('lookup', 'kwispelx')).toMatchObject({
      code: 1,
      out: 'kwispelx: in no dictionary\n',
    })
    expect(runEdition('lookup').code).toBe(2)
  })

  it('adds the glosses of dictionaries, and refuses what is none', () => {
    const one = writeDictd(path.join(folder, 'een'), [['sluis', 'canal lock']])
    const two = writeTextDictionary(folder, 'twee.tsv', ['sluis\tlock gate', 'kwispelx\ta word'])
    const look = (word: string, ...files: readonly string[]) =>
      runEdition('lookup', word, '--json', ...files.flatMap((file) => ['--dictionary', file]))
    const { glosses } = JSON.parse(look('sluizen', one, two).out) as { glosses: unknown[] }
    expect(glosses.slice(-2)).toEqual([
      { text: 'canal lock', source: 'Havenwoorden van dictd' },
      { text: 'lock gate', source: 'twee' },
    ])
    expect(JSON.parse(look('kwispelx', one, two).out)).toMatchObject({ class: null, parts: [] })
    const prose = written('prose.txt', 'Een zin over boten.')
    expect(look('sluis', prose)).toMatchObject({ code: 1, out: '' })
    expect(look('sluis', prose).error).toContain(`${prose} is no dictionary`)
  })
})

describe('edition words', () => {
  it('reads one word a line and prints one object a line', () => {
    const { stdout, status } = spawnSync(process.execPath, [tool, 'words'], {
      ...{ encoding: 'utf8', env: quiet, input: 'steden\n\nkwispelx\n' },
    })
    expect(status).toBe(0)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { headword: unknown })
    expect(lines.map(({ headword }) => headword)).toEqual(['stad', null])
  })
})
