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

  it('forgets editions whose files are gone, and finds files that were put there', () => {
    fillLibrary(place.open(), 3)
    place.reopen().close()
    const bytes = readFileSync(place.at('editie-00001@1.json'))
    rmSync(place.at('editie-00001@1.json'))
    const library = place.reopen()
    expect(library.list().entries.map(({ id }) => id)).toEqual(['editie-00000', 'editie-00002'])
    place.reopen().close()
    writeFileSync(place.at('editie-00001@1.json'), bytes)
    expect(place.reopen().list().entries).toHaveLength(3)
  })
})
