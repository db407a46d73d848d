import fs from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { openFile } from '../../../../electron/services/editions/edition-file.ts'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { hyphenateIn } from '../../../../electron/services/editions/hyphenate-edition.ts'
import {
  createOpenEdition,
  type OpenEdition,
} from '../../../../electron/services/editions/open-edition.ts'
import type { Notice } from '../../../../src/core/desktop/session.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aCage } from '../a-cage.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
const cage = aCage()
afterAll(() => cage.close())
const bundled = anEditionOf('Mist boven de haven.')

function written(name: string, text: string): string {
  fs.writeFileSync(place.file(name), text)
  return place.file(name)
}

const aDigest = (name = 'digest.txt', title = 'Mijn digest') =>
  written(name, `${title}\n\n• De windturbineparken draaien. VP\n`)

/** The edition that is open with these files, and what was told of them. */
function open(
  files: {
    bundled?: string | null
    file?: string | null
    last?: string
    broughtDown?: string
    first?: string
  } = {},
): {
  edition: OpenEdition
  told: Notice[]
} {
  const told: Notice[] = []
  const edition = createOpenEdition({
    bundled:
      files.bundled === undefined
        ? written('bundled.json', JSON.stringify(bundled))
        : files.bundled,
    file: files.file ?? null,
    openFile: (file) =>
      openFile(file, { cage, programVersion: '0.1.0', hyphenate: hyphenateIn(cage) }),
    last: files.last ?? null,
    broughtDown: files.broughtDown ?? null,
    first: () => Promise.resolve(files.first ?? null),
    library: openEditionLibrary({ folder: place.file('library') }),
    addNotice: (notice) => told.push(notice),
    onShow: () => undefined,
  })
  return { edition, told }
}

const title = (opened: EditionBundle | null) => opened?.edition.title ?? null

describe('the open edition', () => {
  it('is the bundled one', async () => {
    const { edition, told } = open()
    expect(await edition.current()).toEqual(bundled)
    expect(told).toEqual([])
  })

  it('is the digest on the command line, with its long words hyphenated', async () => {
    const { edition, told } = open({ file: aDigest() })
    const opened = await edition.current()
    expect(title(opened)).toBe('Mijn digest')
    expect(opened?.hyphenation.windturbineparken).toContain('\u00AD')
    expect(told).toEqual([])
  })

  it('waits for no reader of files when none is named', async () => {
    const edition = createOpenEdition({
      bundled: written('bundled.json', JSON.stringify(bundled)),
      file: null,
      openFile: () => new Promise(() => undefined),
      last: null,
      broughtDown: null,
      first: () => Promise.resolve(null),
      library: openEditionLibrary({ folder: place.file('library') }),
      ...{ addNotice: () => undefined, onShow: () => undefined },
    })
    expect(await edition.current()).toEqual(bundled)
  })

  it('is read once, however often it is asked for', async () => {
    const file = written('bundled.json', JSON.stringify(bundled))
    const { edition } = open({ bundled: file })
    const first = await edition.current()
    fs.rmSync(file)
    expect(await edition.current()).toBe(first)
  })

  it.each([
    ['missing', () => place.file('niets.txt'), 'not-found'],
    ['empty', () => written('niets.txt', ''), 'empty'],
    ['no text', () => written('niets.txt', '\0\0'), 'binary'],
    [
      'a folder',
      () => (fs.mkdirSync(place.file('niets.txt')), place.file('niets.txt')),
      'not-permitted',
    ],
  ])('is the bundled one when the digest is %s, and the reader is told', async (_, make, cause) => {
    const { edition, told } = open({ file: make() })
    expect(await edition.current()).toEqual(bundled)
    expect(told).toEqual([{ kind: 'file-unreadable', file: 'niets.txt', cause }])
  })

  it.each([
    ['missing', () => place.file('niets.json'), 'edition-missing'],
    ['damaged', () => written('bundled.json', '{'), 'edition-damaged'],
    ['empty', () => written('bundled.json', ''), 'edition-damaged'],
    ['of another shape', () => written('bundled.json', '{"edition":{}}'), 'edition-damaged'],
    ['a folder', () => place.folder(), 'edition-damaged'],
  ])('is none when the bundled one is %s, and the reader is told', async (_, make, kind) => {
    const { edition, told } = open({ bundled: make() })
    expect(await edition.current()).toBeNull()
    expect(told).toEqual([{ kind }])
  })

  it('is none, and nothing is told, in a program without one', async () => {
    const { edition, told } = open({ bundled: null })
    expect(await edition.current()).toBeNull()
    expect(await edition.bundled()).toBeNull()
    expect(told).toEqual([])
  })

  it('is none when neither can be read, and both are told of', async () => {
    const { edition, told } = open({ bundled: place.file('a'), file: place.file('b') })
    expect(await edition.current()).toBeNull()
    expect(told.map(({ kind }) => kind)).toEqual(['file-unreadable', 'edition-missing'])
  })

  it('opens without the bundled one when there is a digest', async () => {
    const { edition, told } = open({ bundled: place.file('niets.json'), file: aDigest() })
    expect(title(await edition.current())).toBe('Mijn digest')
    expect(told).toEqual([])
  })
})

describe('the edition that was open last', () => {
  it('is told of when it cannot be read any more, and the bundled one is open', async () => {
    const library = openEditionLibrary({ folder: place.file('library') })
    const lost = { ...bundled, edition: { ...bundled.edition, id: 'verloren-2024-07' } }
    library.add(lost, {
      ...{ origin: 'own', publisher: null, reviewed: true, added: '2024-07-08T10:00:00.000Z' },
    })
    library.close()
    fs.truncateSync(place.file('library/verloren-2024-07@1.json'), 100)
    const { edition, told } = open({ last: 'verloren-2024-07' })
    expect(await edition.current()).toEqual(bundled)
    expect(told).toEqual([{ kind: 'last-unreadable' }])
  })

  const kept = {
    ...bundled,
    edition: { ...bundled.edition, id: 'bewaard-2024-07', title: 'Bewaard' },
  }
  function keep(): void {
    const library = openEditionLibrary({ folder: place.file('library') })
    const added = '2024-07-05T10:00:00.000Z'
    expect(
      library.add(kept, { origin: 'own', publisher: null, reviewed: true, added }),
    ).toMatchObject({ ok: true })
    library.close()
  }

  it('is not open when the window went on crashing with it, and that is told of', async () => {
    keep()
    const { edition, told } = open({ broughtDown: 'bewaard-2024-07' })
    expect(await edition.current()).toEqual(bundled)
    expect(told).toEqual([{ kind: 'last-brought-down', title: 'Bewaard' }])
  })

  it('is not told of when it has been removed since', async () => {
    const { edition, told } = open({ broughtDown: 'verwijderd-2024-07' })
    expect(await edition.current()).toEqual(bundled)
    expect(told).toEqual([])
  })

  it('is open again, unless a digest is named', async () => {
    keep()
    expect(title(await open({ last: 'bewaard-2024-07' }).edition.current())).toBe('Bewaard')
    const named = open({ last: 'bewaard-2024-07', file: aDigest() })
    expect(title(await named.edition.current())).toBe('Mijn digest')
  })

  it('says who made it; a file that is only read does not, and the bundled one came with the program', async () => {
    keep()
    const own = { origin: 'own', publisher: null }
    const { edition } = open({ last: 'bewaard-2024-07' })
    expect(await edition.maker()).toEqual(own)
    expect(await open({ file: aDigest() }).edition.maker()).toBeNull()
    expect(await open().edition.maker()).toEqual({ origin: 'bundled', publisher: null })
    edition.show(kept, false)
    expect(await edition.maker()).toBeNull()
    edition.show(kept, true)
    expect(await edition.maker()).toEqual(own)
  })

  it('gives way to the bundled one when it is gone', async () => {
    const { edition, told } = open({ last: 'bewaard-2024-07' })
    expect(await edition.current()).toEqual(bundled)
    expect(told).toEqual([])
  })

  it('is before the one that a reader begins with, and that is before the bundled one', async () => {
    keep()
    expect(title(await open({ first: 'bewaard-2024-07' }).edition.current())).toBe('Bewaard')
    expect(await open({ first: 'nergens' }).edition.current()).toEqual(bundled)
    const { edition } = open({ last: bundled.edition.id, first: 'bewaard-2024-07' })
    expect(await edition.current()).toEqual(bundled)
  })

  it('is found by its id, as the bundled one is', async () => {
    keep()
    const { edition } = open()
    expect(title(await edition.find('bewaard-2024-07'))).toBe('Bewaard')
    expect(await edition.find(bundled.edition.id)).toEqual(bundled)
    expect(await edition.find('nergens')).toBeNull()
  })
})

describe('another edition', () => {
  it('takes the place of the open one', async () => {
    const { edition, told } = open()
    const digest = await edition.readFile(aDigest())
    expect(title(await edition.current())).toBe(bundled.edition.title)
    if (digest !== null) edition.show(digest, false)
    expect(title(await edition.current())).toBe('Mijn digest')
    expect(told).toEqual([])
  })

  it('is not kept when it was read from a file, until one that is takes its place', async () => {
    const { edition } = open({ file: aDigest() })
    expect(title(await edition.unkept())).toBe('Mijn digest')
    edition.show(bundled, true)
    expect(await edition.unkept()).toBeNull()
    expect(await open().edition.unkept()).toBeNull()
  })

  it('is none when its file cannot be read, and the reader is told', async () => {
    const { edition, told } = open({ file: aDigest() })
    expect(await edition.readFile(place.file('niets.txt'))).toBeNull()
    expect(title(await edition.current())).toBe('Mijn digest')
    expect(told).toEqual([{ kind: 'file-unreadable', file: 'niets.txt', cause: 'not-found' }])
  })
})
