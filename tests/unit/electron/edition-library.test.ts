import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openEditionLibrary } from '../../../electron/services/edition-library.ts'
import { fillLibrary, libraryProvenance, makeEdition } from '../../fixtures/make-library.ts'
import { anEdition } from '../core/search/an-edition.ts'
import type { EditionBundle } from '../../../src/core/edition/edition.ts'
import { aLibraryPlace, blik, put, titles } from './a-library.ts'

const place = aLibraryPlace()

describe('keeping editions', () => {
  it('keeps an edition as it is, with where it came from', () => {
    const bundle = makeEdition(3)
    const provenance = { ...libraryProvenance, publisher: 'Uitgever', origin: 'package' } as const
    expect(place.open().add(bundle, provenance)).toMatchObject({ ok: true, entry: { items: 40 } })
    expect(place.reopen().open('editie-00003')).toEqual({ ok: true, bundle, provenance })
    expect(place.names()).toEqual(['catalogue.json', 'editie-00003@1.json'])
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
