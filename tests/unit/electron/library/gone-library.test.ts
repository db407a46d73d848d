import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import {
  lookForLibrary,
  type LibraryPresence,
} from '../../../../electron/services/library/gone-library.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
const folder = (): string => place.file('library')
const edition = anEditionOf('Mist boven de haven.')
const provenance = {
  origin: 'own',
  publisher: null,
  reviewed: true,
  added: '2024-07-05T10:00:00.000Z',
} as const

/** As a start of the program does, with what the reader's data names. */
function start(named: readonly string[] = []): LibraryPresence {
  return lookForLibrary({
    ...{ store: place.open(), folder: folder() },
    editionsOfReader: () => named,
  })
}

/** A start of the program in which the reader does something with the library, or only looks at it. */
function live(act: 'look' | 'add' | 'remove', named: readonly string[] = []): void {
  const presence = start(named)
  const library = openEditionLibrary({ folder: folder(), onChange: presence.remember })
  library.list()
  if (act === 'add') library.add(edition, provenance)
  if (act === 'remove') library.remove(edition.edition.id)
  presence.remember()
  library.close()
}

describe('a library that is gone', () => {
  it.each([
    ['renamed', () => void fs.renameSync(folder(), place.file('library-oud'))],
    ['deleted', () => void fs.rmSync(folder(), { recursive: true })],
    [
      'on a disk that is not mounted',
      () => {
        fs.rmSync(folder(), { recursive: true })
        fs.mkdirSync(folder())
      },
    ],
    [
      'replaced by a file',
      () => {
        fs.rmSync(folder(), { recursive: true })
        fs.writeFileSync(folder(), '')
      },
    ],
  ])('is missed when its folder is %s', (_name, lose) => {
    live('add')
    lose()
    expect(start().gone).toBe(folder())
  })

  it('is missed at each start until it is back or the reader adds an edition', () => {
    live('add')
    fs.renameSync(folder(), place.file('library-oud'))
    live('look')
    expect(start().gone).toBe(folder())
    fs.rmSync(folder(), { recursive: true })
    fs.renameSync(place.file('library-oud'), folder())
    expect(start().gone).toBeNull()
    fs.rmSync(folder(), { recursive: true })
    live('add')
    expect(start().gone).toBeNull()
  })

  it('is missed in a profile of an older program that names editions', () => {
    expect(start(['kade-2024-07']).gone).toBe(folder())
    live('look', ['kade-2024-07'])
    expect(start(['kade-2024-07']).gone).toBe(folder())
  })
})

describe('a library that is not gone', () => {
  it('is that of a new reader, also when notes of another machine come in', () => {
    expect(start().gone).toBeNull()
    live('look')
    fs.rmSync(folder(), { recursive: true })
    expect(start(['kade-2024-07']).gone).toBeNull()
  })

  it('is that of which the reader removed all editions', () => {
    live('add')
    live('remove')
    expect(start([edition.edition.id]).gone).toBeNull()
  })

  it('is an empty one of an older program, whose reader keeps notes of a removed edition', () => {
    fs.mkdirSync(folder())
    expect(start(['kade-2024-07']).gone).toBeNull()
  })

  it('is one whose editions were there before this was remembered', () => {
    const library = openEditionLibrary({ folder: folder() })
    library.add(edition, provenance)
    library.close()
    live('look', [edition.edition.id])
    fs.rmSync(folder(), { recursive: true })
    expect(start().gone).toBe(folder())
  })
})
