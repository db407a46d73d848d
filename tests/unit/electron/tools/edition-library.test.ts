// The verbs import and search, each in a process of its own as they are used.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { hitsIn } from '../../../../electron/tools/edition/search.ts'
import type { ReadDocument } from '../../../../src/core/search/answer-query.ts'
import { numberedDigest } from '../../../fixtures/a-digest.ts'
import { aLibraryPlace, blik, put } from '../a-library.ts'
import { quiet, tool } from './run-edition.ts'

function edition(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    encoding: 'utf8',
    env: quiet,
  })
  return { status, stdout, stderr }
}

let folder: string
let library: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-library-'))
  library = path.join(folder, 'nieuw/boeken')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name)
  fs.writeFileSync(place, content)
  return place
}

const sluice = 'De sluis ging open en de boot voer met twee kisten appels weg naar zee.'
const well = 'Het dorp op de heide boorde een put en vond water op negentig meter.'
const text = (): string =>
  file('haven-2026-11.txt', `Haven. Mist\n\nOp het water\n\n* ${sluice} Bode\n`)
const page = (): string =>
  file('heide-2026-12.html', `<h1>Heide. Droogte</h1><ul><li>${well} Bode</ul>`)

function entries() {
  const opened = openEditionLibrary({ folder: library })
  const list = opened.list().entries
  opened.close()
  return list
}

describe('edition import', () => {
  it('takes files of several formats in as not reviewed, packages with their publisher', () => {
    const packed = path.join(folder, 'heide.editie')
    expect(edition('build', page(), '--publisher', 'De Lamp', '-o', packed).status).toBe(0)
    const ended = edition('import', text(), packed, '--library', library)
    expect(ended).toEqual({
      status: 0,
      stdout: `${library}: 2 taken in, 0 failed\n`,
      stderr: '',
    })
    expect(entries()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ origin: 'own', reviewed: false, publisher: null }),
        expect.objectContaining({ origin: 'package', reviewed: false, publisher: 'De Lamp' }),
      ]),
    )
  })

  it('leaves the name of the edition that comes with the program free', () => {
    const named = file('techtrends-2024-07.txt', `Techtrends\n\n* ${sluice} Bode\n`)
    expect(edition('import', named, '--library', library).status).toBe(0)
    expect(entries()).toMatchObject([{ id: 'techtrends-2024-07-2' }])
  })

  it('says which files fail and why, and takes the others', () => {
    const empty = file('leeg.txt', '')
    const broken = file('kapot.editie', 'PK')
    const old = file('oud.txt', Buffer.from('Caf\xe9 aan de haven', 'latin1'))
    const ended = edition('import', empty, text(), broken, old, '--library', library)
    expect(ended.status).toBe(1)
    expect(ended.stdout).toBe(`${library}: 1 taken in, 3 failed\n`)
    const [first, second, third, ...rest] = ended.stderr.trimEnd().split('\n')
    expect(first).toBe(`${empty} is empty`)
    expect(second).toMatch(/kapot\.editie is damaged/u)
    expect(third).toMatch(/oud\.txt is not text in UTF-8/u)
    expect(rest).toEqual([])
    expect(entries()).toHaveLength(1)
  })

  it('takes no file that the window does not', () => {
    const code = file('haven-2026-11.ts', fs.readFileSync(text()))
    const ended = edition('import', code, '--library', library)
    expect(ended).toMatchObject({ status: 1, stdout: `${library}: 0 taken in, 1 failed\n` })
    expect(ended.stderr).toMatch(/haven-2026-11\.ts is no edition by its name[^\n]*\n$/u)
    expect(entries()).toEqual([])
  })

  it('changes nothing for the same edition, and makes a revision of a changed one', () => {
    const dated = file('haven-2026-11-06.txt', `Haven. Mist\n\nOp het water\n\n* ${sluice} Bode\n`)
    edition('import', dated, '--library', library)
    const again = edition('import', dated, '--library', library)
    expect(again.stdout).toBe(`${library}: 0 taken in, 1 there already, 0 failed\n`)
    expect(entries()).toMatchObject([{ revision: 1 }])
    fs.appendFileSync(dated, `\n* ${well} Bode\n`)
    expect(edition('import', dated, '--library', library).stdout).toMatch(/1 taken in, 0 failed/u)
    expect(entries()).toMatchObject([{ revision: 2, items: 2 }])
  })

  it('never goes back to a lower serial of a package', () => {
    const pack = (revision: string): string => {
      const packed = path.join(folder, `${revision}.editie`)
      const made = ['--publisher', 'De Lamp', '--revision', revision, '-o', packed]
      expect(edition('build', page(), ...made).status).toBe(0)
      return packed
    }
    edition('import', pack('2'), '--library', library)
    const older = pack('1')
    const ended = edition('import', older, '--library', library)
    expect(ended).toMatchObject({ status: 1, stdout: `${library}: 0 taken in, 1 failed\n` })
    expect(ended.stderr).toBe(
      `${older} is an older issue of this edition than the one in the library\n`,
    )
    expect(entries()).toMatchObject([{ revision: 2 }])
  })

  it('leaves a library alone that another program writes to', () => {
    const open = openEditionLibrary({ folder: path.join(folder, 'boeken') })
    open.list()
    const ended = edition('import', text(), '--library', path.join(folder, 'boeken'))
    open.close()
    expect(ended).toMatchObject({ status: 1, stdout: '' })
    expect(ended.stderr).toMatch(/boeken is in use by another program\n$/u)
  })
})

describe('edition import and the search index', () => {
  it('saves what came in, so that a search has nothing left to index', () => {
    const segments = (): string[] => fs.readdirSync(path.join(library, 'search'))
    edition('import', text(), '--library', library)
    const saved = segments()
    expect(saved).toHaveLength(1)
    const found = edition('search', '--library', library, 'appel', '--json')
    expect(JSON.parse(found.stdout)).toMatchObject({
      total: 1,
      hits: [{ section: 'Op het water' }],
    })
    expect(segments()).toEqual(saved)
    edition('import', page(), '--library', library)
    expect(segments().length).toBe(2)
    expect(edition('search', '--library', library, 'water').stdout).toContain('2 found')
  })
})

describe('edition search', () => {
  it('finds words in any form, with edition, section, item and text', () => {
    edition('import', text(), page(), '--library', library)
    const { status, stdout } = edition('search', '--library', library, 'boten', '--json')
    expect(status).toBe(0)
    const [entry] = entries().filter(({ title }) => title === 'Mist')
    expect(JSON.parse(stdout)).toEqual({
      total: 1,
      hits: [
        {
          edition: entry?.id,
          section: 'Op het water',
          item: expect.any(String) as string,
          title: null,
          text: sluice,
        },
      ],
    })
    const lines = edition('search', '--library', library, 'boten').stdout
    expect(lines).toBe(`${entry?.id} · Op het water: ${sluice}\n1 found\n`)
  })

  it('shows the title of the item or the edition, as the words may stand there', () => {
    const titled = file(
      'heide-2026-12.md',
      `# Heide. Droogte\n\nEen week zonder regen.\n\n## Dorpen\n\n### Een zeppelin boven het dorp\n\n${well}\n\nBron: Bode\n`,
    )
    edition('import', titled, '--library', library)
    const zeppelin = { title: 'Een zeppelin boven het dorp', text: well }
    const found = edition('search', '--library', library, 'zeppelin', '--json')
    expect(JSON.parse(found.stdout)).toMatchObject({ hits: [zeppelin] })
    expect(edition('search', '--library', library, 'zeppelin').stdout).toContain(
      `· Dorpen · ${zeppelin.title}: ${well}\n`,
    )
    expect(edition('search', '--library', library, 'droogte').stdout).toContain(
      '· Droogte: Een week zonder regen.\n',
    )
  })

  it('finds the opening of an edition, and nothing where there is nothing', () => {
    edition('import', page(), '--library', library)
    const opening = edition('search', '--library', library, 'droogte', '--json')
    expect(JSON.parse(opening.stdout)).toMatchObject({
      total: 1,
      hits: [{ item: 'lede', title: 'Droogte' }],
    })
    const none = edition('search', '--library', library, 'walvis', '--json')
    expect(none).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(none.stdout)).toEqual({ total: 0, hits: [] })
  })

  it('counts what it shows, and says which edition is damaged', () => {
    edition('import', text(), page(), '--library', library)
    const damaged = entries().find(({ title }) => title === 'Mist')?.id as string
    // One letter is another, as on a bad disk: the search index, which looks at the end of a file, does not see it.
    const place = path.join(library, `${damaged}@1.json`)
    const bytes = fs.readFileSync(place)
    bytes[bytes.indexOf('appels')] = 'A'.charCodeAt(0)
    fs.writeFileSync(place, bytes)
    for (const query of ['boten', 'boten of putten']) {
      const ended = edition('search', '--library', library, query, '--json')
      const { total, hits } = JSON.parse(ended.stdout) as { total: number; hits: unknown[] }
      expect({ total, status: ended.status }).toEqual({
        total: query === 'boten' ? 0 : 1,
        status: 1,
      })
      expect(hits).toHaveLength(total)
      expect(ended.stderr).toBe(
        `${library}: the edition ${damaged} cannot be read, and was not searched\n`,
      )
    }
    expect(edition('search', '--library', library, 'boten').stdout).toBe('0 found\n')
  })
})

describe('edition search beside another writer', () => {
  // Whoever asks to be the writer waits for another one as the names of their locks come, which hold the ids of processes.
  const countListings = `data:text/javascript,
    import fs, { appendFileSync } from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const list = fs.readdirSync
    fs.readdirSync = (...args) => {
      const names = list(...args)
      const asksForLock = names.some((name) => String(name).startsWith('writer-' + process.pid + '-'))
      if (args[0] === process.env.COUNTED && !asksForLock) appendFileSync(process.env.COUNT_IN, '.')
      return names
    }
    syncBuiltinESMExports()`.replace(/\n\s*/gu, '%0A')

  /** How often the folder of a library with so many editions is listed when all of them are found. */
  function listingsFor(editions: number): number {
    const numbered = Array.from({ length: editions }, (_none, at) =>
      file(`haven-${at + 1}.txt`, numberedDigest(at)),
    )
    edition('import', ...numbered, '--library', library)
    const writer = openEditionLibrary({ folder: library })
    writer.list()
    const countIn = path.join(folder, `count-${editions}`)
    const ended = spawnSync(
      process.execPath,
      ['--import', countListings, tool, 'search', '--library', library, 'euro', '--json'],
      { encoding: 'utf8', env: { ...quiet, COUNTED: library, COUNT_IN: countIn } },
    )
    writer.close()
    expect(ended).toMatchObject({ status: 0, stderr: '' })
    const { hits } = JSON.parse(ended.stdout) as { hits: { edition: string }[] }
    expect(new Set(hits.map((hit) => hit.edition)).size).toBe(editions)
    return fs.readFileSync(countIn, 'utf8').length
  }

  it('lists the folder no more often for more editions', () => {
    const few = listingsFor(3)
    expect(few).toBeGreaterThan(0)
    expect(listingsFor(9)).toBe(few)
  })
})

describe('what edition search finds and what is there by then', () => {
  const place = aLibraryPlace()
  const hit = (edition: string, item: string) =>
    ({ document: { edition, item } }) as unknown as ReadDocument

  it('says which edition was changed meanwhile, and gives what is still there', () => {
    const writer = place.open()
    put(writer, blik())
    const reader = place.open()
    reader.list()
    const found = [hit('blik-27', 'i1'), hit('blik-27', 'i9'), hit('weg', 'i1')]
    put(writer, blik(2))
    expect(hitsIn(place.at(), reader, found)).toEqual({
      hits: [{ edition: 'blik-27', section: 'Water', item: 'i1', title: null, text: 'Een.' }],
      damaged: [],
      changed: ['blik-27', 'weg'],
    })
  })
})

describe('the query language of edition search', () => {
  const search = (...query: string[]) => edition('search', '--library', library, ...query)

  it('narrows, and leaves out', () => {
    edition('import', text(), page(), '--library', library)
    const all = search('rubriek:water').stdout
    expect(all).toContain('Op het water')
    expect(search('boten rubriek:water').stdout).toContain('1 found')
    expect(search('boten -rubriek:water').stdout).toBe('0 found\n')
    expect(search('--', '-boten', 'rubriek:water').stdout).not.toContain(sluice)
  })

  it('says what it does not understand, and goes on without it', () => {
    edition('import', text(), '--library', library)
    const odd = search('boten', 'auteur:jan')
    expect(odd.status).toBe(0)
    expect(odd.stdout).toContain('1 found')
    expect(odd.stderr).toBe(
      'auteur:jan is left out: the operators are bron, rubriek, reeks, na, voor and in\n',
    )
    expect(search('boten na:gisteren').stderr).toMatch(/^na:gisteren is left out: a date is /u)
    const nothing = search('--', '-boten')
    expect(nothing).toMatchObject({ status: 1, stdout: '' })
    expect(nothing.stderr).toBe('-boten only leaves out; add a word to look for\n')
    expect(search('?!')).toMatchObject({
      ...{ status: 1, stdout: '' },
      stderr: '?! has no word or number to look for\n',
    })
  })

  it.each([
    ['na:2024-13', /^na:2024-13 is left out: a date is /u],
    ['na:31-2-2024 -boten', /^na:31-2-2024 is left out: a date is /u],
    ['auteur:jan', /^auteur:jan is left out: the operators are /u],
    ['in:kelder', /^in:kelder is left out: in: takes /u],
    ['bron:', /^bron: is not finished/u],
    ['boten in:editie', /^in:editie finds nothing here: no edition is open/u],
    ['in:notities', /^in:notities finds nothing here: the notes /u],
    ['boten in:bladwijzers', /^in:bladwijzers finds nothing here: the bookmarks /u],
  ])('is bad input where nothing can be found: %s', (query, sentence) => {
    edition('import', text(), '--library', library)
    const ended = search(query)
    expect(ended).toMatchObject({ status: 1, stdout: '' })
    expect(ended.stderr).toMatch(sentence)
    expect(ended.stderr).toMatch(/^[^\n]+\n$/u)
  })
})

describe('a library that is not there', () => {
  it.each([
    [['search', 'haven', '--library', '/nowhere/boeken'], 1],
    [['search', 'haven', '--library', import.meta.dirname], 1],
    [['import', 'a.txt', '--library', tool], 1],
    [['search', 'haven'], 2],
    [['search', '--library', '/nowhere/boeken'], 2],
    [['import', 'a.txt'], 2],
    [['import', '--library', '/nowhere/boeken'], 2],
  ])('ends %j with one line and %i', (args, status) => {
    const ended = edition(...args)
    expect(ended).toMatchObject({ status, stdout: '' })
    expect(ended.stderr).toMatch(/^[^\n]+\n$/u)
  })
})
