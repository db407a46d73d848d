import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { journalName } from '../../../../electron/services/store/store-names.ts'
import { openJournal } from '../../../../electron/services/store/store-writer.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leeslamp-writer-'))
  path = join(folder, journalName(7))
  writeFileSync(path, 'begin ')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const inFile = (): string => readFileSync(path, 'utf8')

describe('a journal that is written', () => {
  it('takes bytes after those that it has', () => {
    const journal = openJournal(realFiles, folder, 7, 6)
    journal.append(Buffer.from('een '))
    journal.append(Buffer.from('twee'))
    journal.close()
    expect(inFile()).toBe('begin een twee')
    expect(journal).toMatchObject({ length: 14, isUsable: true })
  })

  it.each([
    [
      'taken out of its folder',
      () => {
        rmSync(path)
      },
    ],
    [
      'moved',
      () => {
        renameSync(path, `${path}.weg`)
      },
    ],
    [
      'replaced by another file of its name',
      () => {
        rmSync(path)
        writeFileSync(path, 'begin ')
      },
    ],
  ])('says that what was written is not kept when it was %s', (_, harm) => {
    const journal = openJournal(realFiles, folder, 7, 6)
    harm()
    expect(() => {
      journal.append(Buffer.from('een'))
    }).toThrow()
    expect(journal).toMatchObject({ length: 6, isUsable: false })
    journal.close()
  })

  it.each<[string, Partial<StoreFiles>, boolean]>([
    [
      'a write that failed in the middle',
      {
        write: (descriptor, bytes, position) => {
          if (position > 6) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
          return realFiles.write(descriptor, bytes.subarray(0, 2), position)
        },
      },
      true,
    ],
    [
      'a sync that failed',
      {
        syncData: () => {
          throw Object.assign(new Error('disk'), { code: 'EIO' })
        },
      },
      false,
    ],
  ])('holds nothing of %s', (_, broken, isUsable) => {
    const journal = openJournal({ ...realFiles, ...broken }, folder, 7, 6)
    expect(() => {
      journal.append(Buffer.from('een hele regel'))
    }).toThrow()
    expect(inFile()).toBe('begin ')
    expect(journal).toMatchObject({ length: 6, isUsable })
    journal.close()
  })
})
