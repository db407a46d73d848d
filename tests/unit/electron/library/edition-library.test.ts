import type { PutOutcome } from '../../../../electron/services/library/add-edition.ts'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import type { PackageFile } from '../../../../electron/services/packages/read-package.ts'
import { documentSource } from '../../../../electron/services/library/kept-source.ts'
import { allAtOnce } from '../../../../src/core/steps.ts'
import { documentOfText } from '../../../../src/core/document/source-document.ts'
import { realFiles } from '../../../../electron/services/store/durable-files.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import { fillLibrary, libraryProvenance, makeEdition } from '../../../fixtures/make-library.ts'
import { anEdition } from '../../core/search/an-edition.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { aLibraryPlace, blik, put, titles } from '../a-library.ts'

const place = aLibraryPlace()

describe('keeping editions', () => {
  it('keeps an edition as it is, with where it came from', () => {
    const bundle = makeEdition(3)
    const provenance = { ...libraryProvenance, publisher: 'Uitgever', origin: 'package' } as const
    expect(place.open().add(bundle, provenance)).toMatchObject({ ok: true, entry: { items: 40 } })
    expect(place.reopen().open('editie-00003')).toEqual({
      ok: true,
      bundle,
      provenance,
      source: null,
      images: null,
      past: { files: [], items: [] },
    })
    expect(place.names()).toEqual(['catalogue.json', 'editie-00003@1.json'])
  })

  it('keeps what an edition was made of, and lists by what that is known again', () => {
    const document = documentOfText('Een.\nTwee.')
    const source = documentSource(document, null, 'blik.txt', 'ab'.repeat(32), blik().edition)
    const library = place.open()
    library.add(blik(), libraryProvenance, { source, images: [] })
    const issue = { edition: 'elders-3', serial: 4 }
    const packed = { kind: 'package', file: 'e.editie', sha256: 'cd'.repeat(32), ...issue } as const
    library.add(makeEdition(3), libraryProvenance, { source: packed, images: [] })
    const again = place.reopen()
    expect(again.open('blik-27')).toMatchObject({ ok: true, source })
    expect(again.open('editie-00003')).toMatchObject({ ok: true, source: packed })
    expect(again.list().entries).toMatchObject([
      { id: 'blik-27', sha256: source.sha256, file: source.file, issue: null },
      { id: 'editie-00003', sha256: packed.sha256, file: 'e.editie', issue },
    ])
    expect(readFileSync(place.at('catalogue.json'), 'utf8')).not.toContain('Twee.')
  })

  it('is as it was until the last step of an addition, and after steps that are given up', () => {
    const library = place.open()
    put(library, blik(1, 'Eerst'))
    const images = [{ path: 'images/001.png', bytes: Buffer.from('een') }]
    const add = () =>
      library.addSteps(blik(2, 'Beter'), libraryProvenance, { source: null, images })
    const names = place.names()
    const given = add()
    for (let step = 0; step < 5; step++) expect(given.next().done).toBe(false)
    expect(titles(library)).toEqual(['Eerst'])
    given.return({ ok: false, reason: 'failed' })
    expect(place.names()).toEqual(names)
    expect(allAtOnce(add())).toMatchObject({ ok: true })
    expect(titles(place.reopen())).toEqual(['Beter'])
  })

  it('writes an edition once when it is added twice at the same time', () => {
    const library = place.open()
    const [first, second] = [1, 2].map(() => library.addSteps(blik(), libraryProvenance))
    expect(first?.next().done).toBe(false)
    expect(second?.next().value).toEqual({ ok: false, reason: 'in-use' })
    // What came in otherwise meanwhile is newer.
    put(library, blik(2, 'Nieuwer'))
    expect(first && allAtOnce(first)).toEqual({ ok: false, reason: 'not-newer' })
    expect(titles(library)).toEqual(['Nieuwer'])
    expect(place.names().filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('gives up an addition when it is closed in between', () => {
    const library = place.open()
    const steps = library.addSteps(blik(), libraryProvenance)
    expect(steps.next().done).toBe(false)
    library.close()
    expect(allAtOnce(steps)).toEqual({ ok: false, reason: 'failed' })
    expect(place.reopen().list().entries).toEqual([])
  })

  it('finds no edition that is removed while it is read in steps', () => {
    const library = place.open()
    put(library, blik())
    library.list()
    const steps = library.openSteps('blik-27')
    expect(steps.next().done).toBe(false)
    library.remove('blik-27')
    expect(allAtOnce(steps)).toEqual({ ok: false, reason: 'not-found' })
    expect(library.list()).toEqual({ entries: [], damaged: [] })
  })

  it('lists what it holds, also after a restart', () => {
    const library = place.open()
    fillLibrary(library, 5)
    const listed = library.list()
    expect(listed.entries).toHaveLength(5)
    expect(listed.damaged).toEqual([])
    expect(place.reopen().list()).toEqual(listed)
  })

  it('shows the newest revision, and puts the one before away', () => {
    const library = place.open()
    put(library, blik(1, 'Eerst'))
    expect(put(library, blik(2, 'Beter'))).toMatchObject({ ok: true })
    expect(put(library, blik(2, 'Nog eens'))).toEqual({ ok: false, reason: 'not-newer' })
    expect(put(library, blik(1, 'Oud'))).toEqual({ ok: false, reason: 'not-newer' })
    expect(titles(library)).toEqual(['Beter'])
    expect(titles(place.reopen())).toEqual(['Beter'])
    expect(place.names()).toEqual(['blik-27@2.json', 'catalogue.json', 'removed'])
  })

  it('refuses what it could not read again, and an id that is a path', () => {
    const library = place.open()
    const bad = anEdition({ id: '../elders', sections: { '': ['Tekst.'] } })
    expect(put(library, bad)).toEqual({ ok: false, reason: 'invalid' })
    const dated = { ...libraryProvenance, added: 'gisteren' }
    expect(library.add(blik(), dated)).toEqual({ ok: false, reason: 'invalid' })
    expect(place.names()).toEqual([])
  })

  it('does not know what it does not have', () => {
    expect(place.open().open('blik-27')).toEqual({ ok: false, reason: 'not-found' })
    expect(place.open().open('../catalogue')).toEqual({ ok: false, reason: 'not-found' })
  })
})

describe('images', () => {
  const picture = (name: string, bytes: Buffer = onePixel): PackageFile => ({
    path: `images/${name}.png`,
    bytes,
  })
  const two = [picture('kaart'), picture('brug', Buffer.concat([onePixel, onePixel]))]
  const keep = (library: EditionLibrary, bundle: EditionBundle, images = two): PutOutcome =>
    library.add(bundle, libraryProvenance, { source: null, images })
  const imageFiles = (): string[] => place.names().filter((name) => name.endsWith('.images'))

  it('are kept beside the edition and given back as they were', () => {
    keep(place.open(), blik())
    expect(place.reopen().images('blik-27')).toEqual(two)
    expect(imageFiles()).toHaveLength(1)
    expect(place.open().images('nergens')).toBeNull()
  })

  it('are none for an edition that came without', () => {
    put(place.open(), blik())
    expect(place.reopen().images('blik-27')).toEqual([])
    expect(imageFiles()).toEqual([])
  })

  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -1))],
    [
      'changed',
      (file: string) => {
        const bytes = readFileSync(file)
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
        writeFileSync(file, bytes)
      },
    ],
  ])('are null when they are %s, and the edition is read all the same', (_, harm) => {
    keep(place.open(), blik())
    harm(place.at(imageFiles()[0] ?? ''))
    const library = place.reopen()
    expect(library.images('blik-27')).toBeNull()
    expect(library.open('blik-27').ok).toBe(true)
  })

  it('come back with an edition that was removed, and go with it after thirty days', () => {
    keep(place.open(), blik())
    place.reopen(undefined, '2024-07-06').remove('blik-27')
    const library = place.reopen(undefined, '2024-07-07')
    library.restore('blik-27')
    expect(library.images('blik-27')).toEqual(two)
    place.reopen(undefined, '2024-07-07').remove('blik-27')
    place.reopen(undefined, '2024-08-07').list()
    expect(imageFiles()).toEqual([])
  })

  it('are not taken from the removed edition whose name and revision another one gets', () => {
    const library = place.open()
    keep(library, blik(1, 'Eerst'))
    library.remove('blik-27')
    put(library, blik(1, 'Zonder'))
    expect(library.images('blik-27')).toEqual([])
    library.remove('blik-27')
    keep(library, blik(1, 'Anders'), [picture('ander')])
    expect(library.images('blik-27')).toEqual([picture('ander')])
  })

  it('of an edition that did not come in are cleared away', () => {
    const library = place.open({
      ...realFiles,
      rename: (from, to) => {
        if (to.endsWith('@1.json')) throw Object.assign(new Error('EIO'), { code: 'EIO' })
        realFiles.rename(from, to)
      },
    })
    expect(keep(library, blik())).toEqual({ ok: false, reason: 'failed' })
    expect(imageFiles()).toEqual([])
    writeFileSync(place.at(`blik-27@1.${'0'.repeat(16)}.images`), 'left by a kill')
    writeFileSync(place.at(`blik-27@1.${'0'.repeat(16)}.images.tmp`), 'left by a kill')
    place.reopen().list()
    expect(place.names()).toEqual([])
  })
})

describe('removing', () => {
  it('takes an edition out and brings it back', () => {
    const library = place.open()
    put(library, blik())
    expect(library.remove('blik-27')).toEqual({ ok: true })
    expect(titles(library)).toEqual([])
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'not-found' })
    expect(library.remove('blik-27')).toEqual({ ok: false, reason: 'not-found' })
    expect(library.restore('blik-27')).toEqual({ ok: true })
    expect(library.restore('blik-27')).toEqual({ ok: false, reason: 'already-there' })
    expect(library.open('blik-27')).toMatchObject({ ok: true, bundle: blik() })
    expect(titles(place.reopen())).toEqual(['Blik'])
    expect(place.reopen().restore('nooit-gezien')).toEqual({ ok: false, reason: 'not-found' })
  })

  it('brings back the newest revision, also after a restart', () => {
    put(place.open(), blik(1, 'Eerst'))
    put(place.reopen(), blik(2, 'Beter'))
    place.reopen().remove('blik-27')
    const library = place.reopen()
    expect(library.restore('blik-27')).toEqual({ ok: true })
    expect(titles(library)).toEqual(['Beter'])
  })

  it.each([1, 2])(
    'brings back exactly what was removed, also when another of its name was removed the same day: %d',
    (revision) => {
      const library = place.open()
      put(library, blik(2, 'Eerst'))
      library.remove('blik-27')
      put(library, blik(revision, 'Anders'))
      library.remove('blik-27')
      expect(readdirSync(place.at('removed'))).toHaveLength(2)
      expect(library.restore('blik-27')).toEqual({ ok: true })
      expect(titles(library)).toEqual(['Anders'])
      library.remove('blik-27')
      put(library, blik(1, 'Nog eens'))
      library.remove('blik-27')
      library.restore('blik-27')
      expect(titles(library)).toEqual(['Nog eens'])
      expect(readdirSync(place.at('removed'))).toHaveLength(2)
    },
  )

  it('keeps the ids of what can be brought back', () => {
    const library = place.open()
    expect(library.takenIds()).toEqual(new Set())
    put(library, blik())
    put(library, makeEdition(1))
    library.remove('blik-27')
    expect(library.takenIds()).toEqual(new Set(['blik-27', 'editie-00001']))
    expect(library.removed('blik-27')).toMatchObject({ bundle: blik() })
    expect(library.removed('editie-00001')).toBeNull()
    expect(place.reopen(undefined, '2024-09-01').takenIds()).toEqual(new Set(['editie-00001']))
  })

  it('keeps what was removed for thirty days, and not longer', () => {
    put(place.open(), blik())
    place.reopen(undefined, '2024-07-06').remove('blik-27')
    place.reopen(undefined, '2014-01-01').list()
    expect(readdirSync(place.at('removed'))).toEqual(['blik-27@1.2024-07-06.json'])
    place.reopen(undefined, '2024-08-05').list()
    expect(readdirSync(place.at('removed'))).toEqual(['blik-27@1.2024-07-06.json'])
    place.reopen(undefined, '2024-08-06').list()
    expect(readdirSync(place.at('removed'))).toEqual([])
  })

  it('takes a removed revision in again when it comes again', () => {
    const library = place.open()
    put(library, blik(1, 'Eerst'))
    library.remove('blik-27')
    expect(put(library, blik(1, 'Opnieuw'))).toMatchObject({ ok: true })
    expect(titles(library)).toEqual(['Opnieuw'])
  })

  it('is not misled by a catalogue from before, when a file of that name came again and the program was killed', () => {
    for (const bringBack of [false, true]) {
      const id = `blik-${String(bringBack)}`
      const edition = (title: string): EditionBundle => {
        const bundle = blik(1, title)
        return { ...bundle, edition: { ...bundle.edition, id } }
      }
      put(place.open(), edition('Eerst'))
      const killed = place.reopen()
      killed.remove(id)
      put(killed, edition('Opnieuw'))
      if (bringBack) {
        killed.remove(id)
        killed.restore(id)
      }
      const library = place.reopenAfterKill()
      expect(library.list().entries.find((entry) => entry.id === id)?.title).toBe('Opnieuw')
      library.remove(id)
      library.close()
    }
  })
})

describe('one folder', () => {
  it('is changed by one library at a time, and read by both', () => {
    const first = place.open()
    put(first, blik())
    const second = place.open()
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

  it('shows what another process adds, changes and removes, and reads only that', () => {
    const first = place.open()
    put(first, blik())
    put(first, makeEdition(7))
    const read: string[] = []
    const second = place.open({
      ...realFiles,
      read: (path) => {
        if (path.includes('@')) read.push(basename(path))
        return realFiles.read(path)
      },
    })
    expect(second.list().entries).toHaveLength(2)
    read.length = 0
    put(first, blik(2, 'Beter'))
    put(first, makeEdition(1))
    first.remove('editie-00007')
    expect(titles(second).sort()).toEqual(['Beter', makeEdition(1).edition.title].sort())
    expect(read.sort()).toEqual(['blik-27@2.json', 'editie-00001@1.json'])
    put(first, blik(3, 'Best'))
    expect(second.open('blik-27')).toMatchObject({ ok: true, bundle: { edition: { revision: 3 } } })
    second.list()
    expect(read.filter((name) => name.startsWith('editie'))).toHaveLength(1)
  })

  it('is cleared of what a killed import left, and of nothing else', () => {
    const foreign = ['lees-mij.txt', 'x.tmp', 'Blik@1.json', 'blik@01.json', 'blik@1.json.tmp.bak']
    for (const name of foreign) writeFileSync(place.at(name), 'x')
    writeFileSync(place.at('blik-27@1.json.tmp'), 'half')
    writeFileSync(place.at('catalogue.json.tmp'), 'half')
    place.open().list()
    expect(place.names().sort()).toEqual([...foreign].sort())
  })

  it('keeps to the newest revision when an older one could not be put away', () => {
    put(place.open(), blik(1))
    const older = readFileSync(place.at('blik-27@1.json'))
    put(place.reopen(), blik(2, 'Beter'))
    place.reopen().close()
    writeFileSync(place.at('blik-27@1.json'), older)
    const library = place.reopen()
    expect(titles(library)).toEqual(['Beter'])
    expect(place.names()).toEqual(['blik-27@2.json', 'catalogue.json', 'removed'])
  })

  it('is made when its parent is there, and its absence is a value', () => {
    const beside = openEditionLibrary({ folder: place.at('bibliotheek') })
    expect(put(beside, blik())).toMatchObject({ ok: true })
    beside.close()
    const library = openEditionLibrary({ folder: place.at('weg', 'bibliotheek') })
    expect(library.open('blik-27')).toEqual({ ok: false, reason: 'not-found' })
    expect(library.list()).toEqual({ entries: [], damaged: [] })
    expect(library.fault).toBe('failed')
    expect(put(library, blik())).toEqual({ ok: false, reason: 'failed' })
  })
})
