import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../electron/services/edition-library.ts'
import { realFiles, type StoreFiles } from '../../../electron/services/store/durable-files.ts'
import type { EditionBundle } from '../../../src/core/edition/edition.ts'
import { fillLibrary, libraryProvenance, makeEdition } from '../../fixtures/make-library.ts'
import { anEdition } from '../core/search/an-edition.ts'
import { withChecksumLine } from '../../../electron/services/store/store-checksum.ts'

let folder = ''
let opened: EditionLibrary[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leeslamp-library-'))
})
afterEach(() => {
  for (const library of opened) library.close()
  opened = []
  rmSync(folder, { recursive: true, force: true })
})

function open(files: StoreFiles = realFiles, now = '2024-07-06'): EditionLibrary {
  const library = openEditionLibrary({ folder, files, now: () => new Date(now) })
  opened.push(library)
  return library
}

/** As after a start of the program that was closed properly, or whose catalogue was never saved. */
function reopen(files = realFiles, now = '2024-07-06'): EditionLibrary {
  for (const library of opened) library.close()
  opened = []
  return open(files, now)
}

const blik = (revision = 1, title = 'Blik'): EditionBundle => {
  const bundle = anEdition({ id: 'blik-27', title, sections: { Water: ['Een.', 'Twee.'] } })
  return { ...bundle, edition: { ...bundle.edition, revision } }
}
const titles = (library: EditionLibrary): string[] =>
  library.list().entries.map(({ title }) => title)
const fileNames = (): string[] => readdirSync(folder).filter((name) => !name.endsWith('.lock'))
const put = (library: EditionLibrary, bundle: EditionBundle) =>
  library.add(bundle, libraryProvenance)

/** The real files, and the names of those that were read. */
function watched(): { files: StoreFiles; read: string[] } {
  const read: string[] = []
  const files: StoreFiles = {
    ...realFiles,
    read: (path) => {
      read.push(path.slice(folder.length + 1))
      return realFiles.read(path)
    },
  }
  return { files, read }
}

describe('keeping editions', () => {
  it('keeps an edition as it is, with where it came from', () => {
    const bundle = makeEdition(3)
    const provenance = { ...libraryProvenance, publisher: 'Uitgever', origin: 'package' } as const
    expect(open().add(bundle, provenance)).toMatchObject({ ok: true, entry: { items: 40 } })
    expect(reopen().open('editie-00003')).toEqual({ ok: true, bundle, provenance })
    expect(fileNames()).toEqual(['catalogue.json', 'editie-00003@1.json'])
  })

  it('lists what it holds, also after a restart', () => {
    const library = open()
    fillLibrary(library, 5)
    const listed = library.list()
    expect(listed.entries).toHaveLength(5)
    expect(listed.damaged).toEqual([])
    expect(reopen().list()).toEqual(listed)
  })

  it('shows the newest revision, and puts the one before away', () => {
    const library = open()
    put(library, blik(1, 'Eerst'))
    expect(put(library, blik(2, 'Beter'))).toMatchObject({ ok: true })
    expect(put(library, blik(2, 'Nog eens'))).toEqual({ ok: false, reason: 'not-newer' })
    expect(put(library, blik(1, 'Oud'))).toEqual({ ok: false, reason: 'not-newer' })
    expect(titles(library)).toEqual(['Beter'])
    expect(titles(reopen())).toEqual(['Beter'])
    expect(fileNames()).toEqual(['blik-27@2.json', 'catalogue.json', 'removed'])
  })

  it('refuses what it could not read again, and an id that is a path', () => {
    const library = open()
    const bad = anEdition({ id: '../elders', sections: { '': ['Tekst.'] } })
    expect(put(library, bad)).toEqual({ ok: false, reason: 'invalid' })
    const dated = { ...libraryProvenance, added: 'gisteren' }
    expect(library.add(blik(), dated)).toEqual({ ok: false, reason: 'invalid' })
    expect(fileNames()).toEqual([])
  })

  it('does not know what it does not have', () => {
    expect(open().open('blik-27')).toEqual({ ok: false, reason: 'not-found' })
    expect(open().open('../catalogue')).toEqual({ ok: false, reason: 'not-found' })
  })
})

describe('removing', () => {
  it('takes an edition out and brings it back', () => {
    const library = open()
    put(library, blik())
    expect(library.remove('blik-27')).toEqual({ ok: true })
    expect(titles(library)).toEqual([])
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'not-found' })
    expect(library.remove('blik-27')).toEqual({ ok: false, reason: 'not-found' })
    expect(library.restore('blik-27')).toEqual({ ok: true })
    expect(library.restore('blik-27')).toEqual({ ok: false, reason: 'already-there' })
    expect(library.open('blik-27')).toMatchObject({ ok: true, bundle: blik() })
    expect(titles(reopen())).toEqual(['Blik'])
    expect(reopen().restore('nooit-gezien')).toEqual({ ok: false, reason: 'not-found' })
  })

  it('brings back the newest revision, also after a restart', () => {
    put(open(), blik(1, 'Eerst'))
    put(reopen(), blik(2, 'Beter'))
    reopen().remove('blik-27')
    const library = reopen()
    expect(library.restore('blik-27')).toEqual({ ok: true })
    expect(titles(library)).toEqual(['Beter'])
  })

  it('keeps what was removed for thirty days, and not longer', () => {
    put(open(), blik())
    reopen(realFiles, '2024-07-06').remove('blik-27')
    reopen(realFiles, '2014-01-01').list()
    expect(readdirSync(join(folder, 'removed'))).toEqual(['blik-27@1.2024-07-06.json'])
    reopen(realFiles, '2024-08-05').list()
    expect(readdirSync(join(folder, 'removed'))).toEqual(['blik-27@1.2024-07-06.json'])
    reopen(realFiles, '2024-08-06').list()
    expect(readdirSync(join(folder, 'removed'))).toEqual([])
  })

  it('takes a removed revision in again when it comes again', () => {
    const library = open()
    put(library, blik(1, 'Eerst'))
    library.remove('blik-27')
    expect(put(library, blik(1, 'Opnieuw'))).toMatchObject({ ok: true })
    expect(titles(library)).toEqual(['Opnieuw'])
  })

  it('is not misled by a catalogue from before, when a file of that name came again and the program was killed', () => {
    for (const bringBack of [false, true]) {
      rmSync(folder, { recursive: true })
      mkdirSync(folder)
      put(open(), blik(1, 'Eerst'))
      const killed = reopen()
      killed.remove('blik-27')
      put(killed, blik(1, 'Opnieuw'))
      if (bringBack) {
        killed.remove('blik-27')
        killed.restore('blik-27')
      }
      for (const name of readdirSync(folder)) if (name.endsWith('.lock')) rmSync(join(folder, name))
      opened = []
      expect(titles(open())).toEqual(['Opnieuw'])
    }
  })
})

describe('the catalogue', () => {
  it('is all that is read, and only when the list is asked for', () => {
    fillLibrary(open(), 40)
    const { files, read } = watched()
    const library = reopen(files)
    expect(read).toEqual([])
    expect(library.open('editie-00007').ok).toBe(true)
    expect(read).toEqual(['editie-00007@1.json'])
    expect(library.list().entries).toHaveLength(40)
    expect(read).toEqual(['editie-00007@1.json', 'catalogue.json'])
  })

  it('is not written for each edition of a large import, and read files stay few after a kill', () => {
    const { files, read } = watched()
    const killed = open(files)
    fillLibrary(killed, 70)
    opened = []
    for (const name of readdirSync(folder)) if (name.endsWith('.lock')) rmSync(join(folder, name))
    read.length = 0
    expect(open(files).list().entries).toHaveLength(70)
    expect(read.filter((name) => name !== 'catalogue.json')).toHaveLength(70 - 64)
  })

  it.each([
    ['gone', () => rmSync(join(folder, 'catalogue.json'))],
    ['empty', () => writeFileSync(join(folder, 'catalogue.json'), '')],
    [
      'of another kind',
      () => writeFileSync(join(folder, 'catalogue.json'), withChecksumLine(Buffer.from('[]'))),
    ],
    [
      'not JSON',
      () => writeFileSync(join(folder, 'catalogue.json'), withChecksumLine(Buffer.from('nee'))),
    ],
    [
      'a folder',
      () => {
        rmSync(join(folder, 'catalogue.json'))
        mkdirSync(join(folder, 'catalogue.json'))
      },
    ],
  ])('is made anew from the files when it is %s', (_, harm) => {
    fillLibrary(open(), 4)
    const listed = reopen().list()
    reopen().close()
    harm()
    const again = reopen().list()
    expect(new Set(again.entries)).toEqual(new Set(listed.entries))
    expect(again.damaged).toEqual([])
  })

  it('never lists anything wrong when a byte of it is changed', () => {
    fillLibrary(open(), 2)
    const listed = new Set(reopen().list().entries)
    reopen().close()
    const path = join(folder, 'catalogue.json')
    const intact = readFileSync(path)
    for (let index = 0; index < intact.length; index += 17) {
      const bytes = Buffer.from(intact)
      bytes[index] = (bytes[index] ?? 0) ^ (1 << (index % 8))
      writeFileSync(path, bytes)
      expect(new Set(reopen().list().entries)).toEqual(listed)
    }
  })

  it('forgets editions whose files are gone, and finds files that were put there', () => {
    fillLibrary(open(), 3)
    reopen().close()
    const bytes = readFileSync(join(folder, 'editie-00001@1.json'))
    rmSync(join(folder, 'editie-00001@1.json'))
    const library = reopen()
    expect(library.list().entries.map(({ id }) => id)).toEqual(['editie-00000', 'editie-00002'])
    reopen().close()
    writeFileSync(join(folder, 'editie-00001@1.json'), bytes)
    expect(reopen().list().entries).toHaveLength(3)
  })
})

describe('damage', () => {
  it('is told for every byte of an edition file, and by the list too', () => {
    put(open(), blik())
    reopen().close()
    const path = join(folder, 'blik-27@1.json')
    const intact = readFileSync(path)
    for (let index = 0; index < intact.length; index++) {
      const bytes = Buffer.from(intact)
      bytes[index] = (bytes[index] ?? 0) ^ (1 << (index % 8))
      writeFileSync(path, bytes)
      const library = open()
      expect(library.open('blik-27')).toEqual({ ok: false, reason: 'damaged' })
      expect(library.list()).toEqual({
        entries: [],
        damaged: [{ id: 'blik-27', revision: 1, title: 'Blik', reason: 'damaged' }],
      })
      library.close()
      expect(readFileSync(path)).toEqual(bytes)
    }
    writeFileSync(path, intact)
    const library = open()
    expect(library.open('blik-27')).toMatchObject({ ok: true })
    expect(library.list().damaged).toEqual([])
    expect(titles(library)).toEqual(['Blik'])
  })

  it('is told for every shorter file', () => {
    put(open(), blik())
    reopen().close()
    const path = join(folder, 'blik-27@1.json')
    const intact = readFileSync(path)
    for (let length = 0; length < intact.length; length += 7) {
      writeFileSync(path, intact.subarray(0, length))
      expect(reopen().open('blik-27')).toEqual({ ok: false, reason: 'damaged' })
    }
  })

  it('is a file under the name of another edition', () => {
    put(open(), blik())
    const bytes = readFileSync(join(folder, 'blik-27@1.json'))
    writeFileSync(join(folder, 'blik-28@1.json'), bytes)
    writeFileSync(join(folder, 'blik-27@3.json'), bytes)
    const library = reopen()
    expect(library.open('blik-28')).toEqual({ ok: false, reason: 'damaged' })
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'damaged' })
  })

  it('is not what a newer program wrote', () => {
    const path = join(folder, 'blik-27@1.json')
    const newer = withChecksumLine(Buffer.from('{"format":2,"text":"anders"}'))
    writeFileSync(path, newer)
    const library = open()
    expect(library.list().damaged).toEqual([
      { id: 'blik-27', revision: 1, title: null, reason: 'newer-format' },
    ])
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'newer-format' })
    expect(put(library, blik())).toEqual({ ok: false, reason: 'not-newer' })
    expect(reopen().list().damaged).toHaveLength(1)
    expect(readFileSync(path)).toEqual(newer)
  })

  it('can be removed, brought back, and replaced by a newer revision', () => {
    writeFileSync(join(folder, 'blik-27@1.json'), 'kapot')
    const library = open()
    expect(library.list().damaged).toHaveLength(1)
    expect(library.remove('blik-27')).toEqual({ ok: true })
    expect(library.list().damaged).toEqual([])
    expect(library.restore('blik-27')).toEqual({ ok: true })
    expect(library.list().damaged).toHaveLength(1)
    expect(put(library, blik(2))).toMatchObject({ ok: true })
    expect(library.list().damaged).toEqual([])
    expect(titles(reopen())).toEqual(['Blik'])
  })

  it('is not a file that the disk does not give now, which is read again the next time', () => {
    put(open(), blik())
    rmSync(join(folder, 'blik-27@1.json'))
    reopen().list()
    mkdirSync(join(folder, 'blik-27@1.json'))
    const library = reopen()
    expect(library.list().damaged).toEqual([
      { id: 'blik-27', revision: 1, title: null, reason: 'unreadable' },
    ])
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'failed' })
    library.close()
    rmSync(join(folder, 'blik-27@1.json'), { recursive: true })
    expect(reopen().list()).toEqual({ entries: [], damaged: [] })
  })
})

describe('one folder', () => {
  it('is changed by one library at a time, and read by both', () => {
    const first = open()
    put(first, blik())
    const second = open()
    expect(titles(second)).toEqual(['Blik'])
    expect(second.fault).toBe('in-use')
    expect(second.open('blik-27')).toMatchObject({ ok: true })
    expect(put(second, makeEdition(1))).toEqual({ ok: false, reason: 'in-use' })
    put(first, blik(2, 'Beter'))
    first.close()
    expect(put(second, makeEdition(1))).toMatchObject({ ok: true })
    expect(second.fault).toBeNull()
    expect(titles(second)).toContain('Beter')
    expect(put(first, makeEdition(2))).toEqual({ ok: false, reason: 'failed' })
  })

  it('is cleared of what a killed import left, and of nothing else', () => {
    const foreign = ['lees-mij.txt', 'x.tmp', 'Blik@1.json', 'blik@01.json', 'blik@1.json.tmp.bak']
    for (const name of foreign) writeFileSync(join(folder, name), 'x')
    writeFileSync(join(folder, 'blik-27@1.json.tmp'), 'half')
    writeFileSync(join(folder, 'catalogue.json.tmp'), 'half')
    open().list()
    expect(fileNames().sort()).toEqual([...foreign].sort())
  })

  it('keeps to the newest revision when an older one could not be put away', () => {
    put(open(), blik(1))
    const older = readFileSync(join(folder, 'blik-27@1.json'))
    put(reopen(), blik(2, 'Beter'))
    reopen().close()
    writeFileSync(join(folder, 'blik-27@1.json'), older)
    const library = reopen()
    expect(titles(library)).toEqual(['Beter'])
    expect(fileNames()).toEqual(['blik-27@2.json', 'catalogue.json', 'removed'])
  })

  it('is made when its parent is there, and its absence is a value', () => {
    folder = join(folder, 'bibliotheek')
    expect(put(open(), blik())).toMatchObject({ ok: true })
    opened.pop()?.close()
    folder = join(folder, 'weg', 'bibliotheek')
    const library = open()
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'not-found' })
    expect(library.list()).toEqual({ entries: [], damaged: [] })
    expect(library.fault).toBe('failed')
    expect(put(library, blik())).toEqual({ ok: false, reason: 'failed' })
    folder = join(folder, '..', '..', '..')
  })
})
