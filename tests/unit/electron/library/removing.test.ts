import { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import { libraryProvenance, makeEdition } from '../../../fixtures/make-library.ts'
import { aLibraryPlace, blik, put, titles } from '../a-library.ts'

const place = aLibraryPlace()
const files = (library: EditionLibrary): string[] =>
  library.listRemoved(100).rows.map(({ file }) => file)
const first = (library: EditionLibrary): string => files(library)[0] ?? ''
const inRemoved = (): string[] => readdirSync(place.at('removed')).sort()

describe('the list of what was removed', () => {
  it('tells of each edition what it is, when it went and for how long it can come back', () => {
    put(place.open(), makeEdition(3))
    place.reopen(undefined, '2024-07-06').remove('editie-00003')
    const { title, series, date } = makeEdition(3).edition
    const library = place.reopen(undefined, '2024-07-08')
    expect(library.countRemoved()).toBe(1)
    expect(library.listRemoved(10)).toEqual({
      all: 1,
      rows: [
        {
          ...{ title, series, date, id: 'editie-00003', revision: 1 },
          ...{ file: 'editie-00003@1.2024-07-06.json', day: '2024-07-06', daysLeft: 28 },
          ...{ replacedBy: null, present: null, fault: null },
        },
      ],
    })
  })

  it('tells by which revision another one was replaced, also when that is removed by now', () => {
    const library = place.open()
    for (const revision of [1, 2, 3]) put(library, blik(revision))
    const replacedBy = (): unknown =>
      library.listRemoved(10).rows.map(({ revision, replacedBy }) => [revision, replacedBy])
    expect(replacedBy()).toEqual([
      [1, 2],
      [2, 3],
    ])
    library.remove('blik-27')
    expect(replacedBy()).toEqual([
      [1, 2],
      [2, 3],
      [3, null],
    ])
  })

  it('has the newest removal first, and ends after thirty days also in a program that stays open', () => {
    let now = '2024-07-06'
    put(place.open(), makeEdition(1))
    put(place.reopen(), makeEdition(2))
    place.reopen(undefined, '2024-07-05').remove('editie-00001')
    place.reopen(undefined, now).remove('editie-00002')
    const library = place.reopenAt(() => now)
    expect(library.listRemoved(10).rows.map(({ id }) => id)).toEqual([
      'editie-00002',
      'editie-00001',
    ])
    now = '2024-08-05'
    expect(library.listRemoved(10)).toMatchObject({ all: 1, rows: [{ daysLeft: 0 }] })
    now = '2024-08-06'
    expect(library.countRemoved()).toBe(0)
    now = '2023-01-01'
    expect(library.listRemoved(10).rows[0]?.daysLeft).toBe(30)
  })

  it('reads of ten thousand only those that it shows, and each once', () => {
    put(place.open(), blik())
    place.reopen().remove('blik-27')
    const [file = ''] = inRemoved()
    for (let count = 2; count <= 10_000; count += 1)
      writeFileSync(place.at('removed', file.replace('.json', `.${String(count)}.json`)), '')
    let reads = 0
    const library = place.reopen(counting(() => (reads += 1)))
    expect(library.listRemoved(50)).toMatchObject({ all: 10_000 })
    expect(reads).toBe(50)
    // The one that is whole comes last.
    expect(library.listRemoved(10_000).rows.at(-1)).toMatchObject({ title: 'Blik', fault: null })
    const before = reads
    library.countRemoved()
    expect(reads).toBe(before)
  })

  it('reads a removed file once', () => {
    put(place.open(), blik())
    place.reopen().remove('blik-27')
    let reads = 0
    const library = place.reopen(counting(() => (reads += 1)))
    library.listRemoved(50)
    library.listRemoved(50)
    expect(reads).toBe(1)
  })
})

describe('putting back', () => {
  it('brings back an edition with its pictures, over a restart and a kill', () => {
    const images = [{ path: 'images/kaart.png', bytes: onePixel }]
    place.open().add(blik(), libraryProvenance, { source: null, images })
    place.reopen().remove('blik-27')
    const file = first(place.reopenAfterKill())
    expect(place.reopenAfterKill().putBack(file)).toEqual({ ok: true, exchanged: null })
    const library = place.reopenAfterKill()
    expect(library.open('blik-27')).toMatchObject({ ok: true, bundle: blik() })
    expect(library.images('blik-27')).toEqual(images)
    expect(titles(library)).toEqual(['Blik'])
    expect(files(library)).toEqual([])
    expect(library.putBack(file)).toEqual({ ok: false, reason: 'not-found' })
  })

  it('lets an older revision and the newer one change places, and back again', () => {
    const library = place.open()
    put(library, blik(1, 'Eerst'))
    put(library, blik(2, 'Beter'))
    const back = library.putBack('blik-27@1.2024-07-06.json')
    expect(back).toEqual({ ok: true, exchanged: 'blik-27@2.2024-07-06.json' })
    for (const one of [library, place.reopenAfterKill()]) {
      expect(titles(one)).toEqual(['Eerst'])
      expect(one.listRemoved(10).rows).toMatchObject([
        { title: 'Beter', revision: 2, replacedBy: 1, present: 1 },
      ])
    }
    const again = place.reopen()
    expect(again.putBack('blik-27@2.2024-07-06.json')).toMatchObject({ ok: true })
    expect(titles(place.reopen())).toEqual(['Beter'])
    expect(put(place.reopen(), blik(3, 'Best'))).toMatchObject({ ok: true })
  })

  it('overwrites nothing where a revision of the same number is in the library', () => {
    const library = place.open()
    put(library, blik(1, 'Eerst'))
    library.remove('blik-27')
    put(library, blik(1, 'Opnieuw'))
    expect(library.putBack('blik-27@1.2024-07-06.json')).toMatchObject({ ok: true })
    expect(titles(place.reopenAfterKill())).toEqual(['Eerst'])
    expect(place.reopen().listRemoved(10).rows).toMatchObject([{ title: 'Opnieuw' }])
  })

  it('takes the place of an edition whose file is damaged', () => {
    put(place.open(), blik(1, 'Eerst'))
    put(place.reopen(), blik(2, 'Beter'))
    writeFileSync(place.at('blik-27@2.json'), 'x')
    const library = place.reopen()
    expect(library.putBack(first(library))).toMatchObject({ ok: true })
    expect(library.list()).toMatchObject({ entries: [{ title: 'Eerst' }], damaged: [] })
    expect(library.listRemoved(10).rows).toMatchObject([{ revision: 2, fault: 'damaged' }])
  })

  it('tells of a damaged file, and leaves it and all others as they are', () => {
    const library = place.open()
    put(library, blik())
    put(library, makeEdition(1))
    library.remove('blik-27')
    library.remove('editie-00001')
    writeFileSync(place.at('removed', 'blik-27@1.2024-07-06.json'), 'x')
    // The name of one edition and the content of another.
    const whole = place.at('removed', 'editie-00001@1.2024-07-06.json')
    copyFileSync(whole, place.at('removed', 'editie-00002@1.2024-07-06.json'))
    const again = place.reopen()
    expect(again.listRemoved(10).rows).toMatchObject([
      { id: 'blik-27', title: null, fault: 'damaged' },
      { id: 'editie-00001', title: makeEdition(1).edition.title, fault: null },
      { id: 'editie-00002', fault: 'damaged' },
    ])
    expect(again.putBack('blik-27@1.2024-07-06.json')).toEqual({ ok: false, reason: 'damaged' })
    expect(inRemoved()).toHaveLength(3)
    expect(again.putBack('editie-00001@1.2024-07-06.json')).toMatchObject({ ok: true })
  })

  it.each(['ENOSPC', 'EACCES'])('leaves all as it was when the disk says %s', (code) => {
    const reason = code === 'ENOSPC' ? 'disk-full' : 'read-only'
    const library = place.open()
    put(library, blik(1, 'Eerst'))
    put(library, blik(2, 'Beter'))
    for (const failing of [1, 2]) {
      let renames = 0
      const again = place.reopen({
        ...realFiles,
        rename(from, to) {
          renames += 1
          if (renames === failing) throw Object.assign(new Error(code), { code })
          realFiles.rename(from, to)
        },
      })
      again.list()
      renames = 0
      expect(again.putBack('blik-27@1.2024-07-06.json')).toEqual({ ok: false, reason })
      expect(titles(again)).toEqual(['Beter'])
      expect(titles(place.reopen())).toEqual(['Beter'])
      expect(inRemoved()).toEqual(['blik-27@1.2024-07-06.json'])
    }
  })

  it('has the newer revision still when the program is killed between the two renames', () => {
    const library = place.open()
    put(library, blik(1, 'Eerst'))
    put(library, blik(2, 'Beter'))
    copyFileSync(place.at('removed', 'blik-27@1.2024-07-06.json'), place.at('blik-27@1.json'))
    expect(titles(place.reopenAfterKill())).toEqual(['Beter'])
    expect(inRemoved()).toContain('blik-27@1.2024-07-06.json')
  })

  it('is refused to a second process', () => {
    const library = place.open()
    put(library, blik())
    library.remove('blik-27')
    const second = place.open()
    expect(second.listRemoved(10)).toMatchObject({ all: 1 })
    expect(second.putBack(first(second))).toEqual({ ok: false, reason: 'in-use' })
  })
})

function counting(onRead: () => void): StoreFiles {
  return {
    ...realFiles,
    read(path) {
      if (basename(path).includes('@')) onRead()
      return realFiles.read(path)
    },
  }
}
