import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { withChecksumLine } from '../../../../electron/services/store/store-checksum.ts'
import { fillLibrary } from '../../../fixtures/make-library.ts'
import { aLibraryPlace } from '../a-library.ts'

const place = aLibraryPlace()

/** The real files, and the names of those that were read. */
function watched(): { files: StoreFiles; read: string[] } {
  const read: string[] = []
  const files: StoreFiles = {
    ...realFiles,
    read: (path) => {
      read.push(basename(path))
      return realFiles.read(path)
    },
  }
  return { files, read }
}

describe('the catalogue', () => {
  it('is all that is read, and only when the list is asked for', () => {
    fillLibrary(place.open(), 40)
    const { files, read } = watched()
    const library = place.reopen(files)
    expect(read).toEqual([])
    expect(library.open('editie-00007').ok).toBe(true)
    expect(read).toEqual(['editie-00007@1.json'])
    expect(library.list().entries).toHaveLength(40)
    expect(read).toEqual(['editie-00007@1.json', 'catalogue.json'])
  })

  it('is not written for each edition of a large import, and read files stay few after a kill', () => {
    const { files, read } = watched()
    const killed = place.open(files)
    fillLibrary(killed, 70)
    read.length = 0
    expect(place.reopenAfterKill(files).list().entries).toHaveLength(70)
    expect(read.filter((name) => name !== 'catalogue.json')).toHaveLength(70 - 64)
  })

  it.each([
    ['gone', () => rmSync(place.at('catalogue.json'))],
    ['empty', () => writeFileSync(place.at('catalogue.json'), '')],
    [
      'of another kind',
      () => writeFileSync(place.at('catalogue.json'), withChecksumLine(Buffer.from('[]'))),
    ],
    [
      'not JSON',
      () => writeFileSync(place.at('catalogue.json'), withChecksumLine(Buffer.from('nee'))),
    ],
    [
      'a folder',
      () => {
        rmSync(place.at('catalogue.json'))
        mkdirSync(place.at('catalogue.json'))
      },
    ],
  ])('is made anew from the files when it is %s', (_, harm) => {
    fillLibrary(place.open(), 4)
    const listed = place.reopen().list()
    place.reopen().close()
    harm()
    const again = place.reopen().list()
    expect(new Set(again.entries)).toEqual(new Set(listed.entries))
    expect(again.damaged).toEqual([])
  })

  it('never lists anything wrong when a byte of it is changed', () => {
    fillLibrary(place.open(), 2)
    const listed = new Set(place.reopen().list().entries)
    place.reopen().close()
    const path = place.at('catalogue.json')
    const intact = readFileSync(path)
    for (let index = 0; index < intact.length; index += 17) {
      const bytes = Buffer.from(intact)
      bytes[index] = (bytes[index] ?? 0) ^ (1 << (index % 8))
      writeFileSync(path, bytes)
      expect(new Set(place.reopen().list().entries)).toEqual(listed)
    }
  })

  it('says which editions are missing their file, and finds files that were put there', () => {
    fillLibrary(place.open(), 3)
    const title = place
      .reopen()
      .list()
      .entries.find(({ id }) => id === 'editie-00001')?.title
    place.reopen().close()
    const bytes = readFileSync(place.at('editie-00001@1.json'))
    rmSync(place.at('editie-00001@1.json'))
    const missing = { id: 'editie-00001', revision: 1, title, reason: 'missing' }
    for (const library of [place.reopen(), place.reopen()]) {
      const { entries, damaged } = library.list()
      expect(entries.map(({ id }) => id)).toEqual(['editie-00000', 'editie-00002'])
      expect(damaged).toEqual([missing])
      library.close()
    }
    writeFileSync(place.at('editie-00001@1.json'), bytes)
    const { entries, damaged } = place.reopen().list()
    expect(entries).toHaveLength(3)
    expect(damaged).toEqual([])
  })

  it('lets go of one that is missing when the reader says so', () => {
    fillLibrary(place.open(), 2)
    place.reopen().close()
    rmSync(place.at('editie-00001@1.json'))
    const library = place.reopen()
    expect(library.list().damaged).toHaveLength(1)
    expect(library.remove('editie-00001')).toEqual({ ok: true })
    expect(library.list().damaged).toEqual([])
    expect(place.reopen().list().damaged).toEqual([])
  })

  it('notices a file that goes while the program runs, when its edition is opened', () => {
    const library = place.open()
    fillLibrary(library, 2)
    rmSync(place.at('editie-00001@1.json'))
    expect(library.open('editie-00001')).toMatchObject({ ok: false, reason: 'not-found' })
    expect(library.list().damaged).toMatchObject([{ id: 'editie-00001', reason: 'missing' }])
    expect(library.remove('editie-00001')).toEqual({ ok: true })
  })

  it('takes none for missing that was removed just before the program was killed', () => {
    const killed = place.open()
    fillLibrary(killed, 2)
    place.reopen().close()
    const again = place.reopen()
    again.list()
    again.remove('editie-00001')
    expect(place.reopenAfterKill(realFiles).list().damaged).toEqual([])
  })
})
