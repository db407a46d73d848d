// Real files, real events of the file system, a real library; only the waiting is shorter than in the program.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEditionImport } from '../../../../electron/services/adding/edition-import.ts'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import type { Cage } from '../../../../electron/services/import/cage.ts'
import {
  openReaderDataStore,
  type ReaderDataStore,
} from '../../../../electron/services/reader-data/reader-data-store.ts'
import {
  createFolderWatch,
  type FolderWatch,
} from '../../../../electron/services/watch/watched-folder.ts'
import type { AddSummary, WatchedFolder } from '../../../../src/core/desktop/adding.ts'
import { numberedDigest } from '../../../fixtures/a-digest.ts'
import { program } from '../../program.ts'
import { skipBesideLinux } from '../../skip-without.ts'
import { aCage } from '../a-cage.ts'
import { aStorePlace } from '../a-store.ts'
import { asOrdinaryUser } from '../as-ordinary-user.ts'
import { bounds } from '../../../bounds.ts'

const worker = program('watched-folder-worker')
const place = aStorePlace()
const inbox = (...names: string[]): string => path.join(place.file('Postvak'), ...names)
const delays = { stable: 60, betweenScans: 600_000, missing: 100 }

let cage: Cage
let library: EditionLibrary
let store: ReaderDataStore
let watch: FolderWatch
let cancel: () => void
let files: number
/** Called while the third file is kept. */
let atThirdFile: () => void
let states: (WatchedFolder | null)[]
let summaries: AddSummary[]

/** What the program opens at its start. */
function open(changes: Partial<typeof delays> = {}): void {
  cage = aCage()
  library = openEditionLibrary({ folder: place.file('library') })
  store = openReaderDataStore({ folder: place.file('data') })
  const imports = createEditionImport({
    cage,
    library,
    hyphenate: () => {
      files += 1
      if (files === 3) atThirdFile()
      return Promise.resolve({})
    },
    programVersion: '0.1.0',
    reservedIds: [],
    annotationsOf: () => [],
    now: () => new Date('2024-07-08T10:00:00Z'),
    onProgress: () => undefined,
  })
  // The runs are numbered from 1.
  cancel = () => {
    for (let run = 1; run < 100; run++) imports.cancel(run)
  }
  watch = createFolderWatch({
    store,
    keepFiles: imports.keepFiles,
    onChange: (state) => states.push(state),
    onKept: (summary) => summaries.push(summary),
    delays: { ...delays, ...changes },
  })
  watch.start()
}
function close(): void {
  watch.close()
  cage.close()
  library.close()
  store.close()
}
beforeEach(() => {
  states = []
  summaries = []
  files = 0
  atThirdFile = () => undefined
  fs.mkdirSync(inbox())
  open()
})
afterEach(close)

const put = (name: string, content: string | Uint8Array): void =>
  fs.writeFileSync(inbox(name), content)
const titles = (): number => library.list().entries.length
const comes = (count: number): Promise<unknown> => expect.poll(titles).toBe(count)
/** Until the record of the store names these files alone. */
const remembered = (...names: string[]): Promise<unknown> =>
  expect
    .poll(() => {
      const record = store.entries().get('watched-folder') as { files: [string][] }
      return record.files.map(([name]) => name).sort()
    })
    .toEqual(names)
/** Until the folder was looked at and nothing is left to do. */
const settled = (): Promise<void> => wait(bounds.quiet)

describe('a folder that is followed', () => {
  it('tells once by name of a file whose name is no UTF-8, and takes the others', async (context) => {
    skipBesideLinux(context)
    const misread = Buffer.concat([Buffer.from(inbox('blad-')), Buffer.from([0xe9, 0x2e, 0x74])])
    fs.writeFileSync(Buffer.concat([misread, Buffer.from('xt')]), numberedDigest(1))
    put('een-2024-07-05.txt', numberedDigest(1))
    watch.follow(inbox())
    await comes(1)
    await expect
      .poll(() => summaries.flatMap(({ failures }) => failures))
      .toEqual([{ file: 'blad-\uFFFD.txt', reason: 'not-found' }])
    put('twee-2024-07-12.txt', numberedDigest(2))
    await comes(2)
    await settled()
    expect(summaries.flatMap(({ failures }) => failures)).toHaveLength(1)
  })

  it('gives what lies in it and what comes later, as not looked over', async () => {
    put('een-2024-07-05.txt', numberedDigest(1))
    expect(watch.current()).toBeNull()
    expect(watch.follow(inbox())).toMatchObject({ ok: true, folder: { name: 'Postvak', kept: 0 } })
    await comes(1)
    put('twee-2024-07-12.md', numberedDigest(2))
    await comes(2)
    expect(library.list().entries.every(({ reviewed }) => !reviewed)).toBe(true)
    await expect.poll(() => watch.current()).toMatchObject({ kept: 2, fault: null })
    await expect.poll(() => summaries.map(({ kept }) => kept)).toEqual([1, 1])
    expect(states.at(-1)).toMatchObject({ kept: 2 })
  })

  it('gives only files with known endings that are not hidden, and nothing below it', async () => {
    fs.mkdirSync(inbox('map.txt'))
    fs.mkdirSync(inbox('Onder'))
    for (const name of [
      ...['.een.txt', '~$twee.docx', 'drie.txt.part', 'vier.pdf', 'Onder/vijf.txt'],
      ...['een.notes.md', 'twee.Notes.MD', 'package.json', 'instellingen.XML', 'lijst.rdf'],
    ])
      put(name, numberedDigest(1))
    watch.follow(inbox())
    put('ZES.TXT', numberedDigest(6))
    await comes(1)
    await settled()
    expect(titles()).toBe(1)
    expect(summaries.flatMap(({ failures }) => failures)).toEqual([])
  })

  it('gives no file that has not stood still', async () => {
    close()
    open({ stable: 3_600_000 })
    put('een.txt', numberedDigest(1))
    watch.follow(inbox())
    await settled()
    expect(titles()).toBe(0)
    close()
    open()
    await comes(1)
  })

  it('is read once: nothing again at the next start, and what was removed stays away', async () => {
    put('een.txt', numberedDigest(1))
    put('leeg.txt', '')
    watch.follow(inbox())
    await comes(1)
    await remembered('een.txt', 'leeg.txt')
    library.remove(library.list().entries[0]?.id ?? '')
    close()
    summaries = []
    open()
    put('twee.txt', numberedDigest(2))
    await comes(1)
    await settled()
    expect(watch.current()).toMatchObject({ kept: 2 })
    expect(summaries).toMatchObject([{ kept: 1, known: 0, failures: [] }])
  })

  it('forgets the files that are gone, and not how many came in', async () => {
    for (const number of [1, 2, 3]) put(`${String(number)}.txt`, numberedDigest(number))
    watch.follow(inbox())
    await remembered('1.txt', '2.txt', '3.txt')
    fs.rmSync(inbox('1.txt'))
    fs.rmSync(inbox('2.txt'))
    await remembered('3.txt')
    expect(watch.current()).toMatchObject({ kept: 3 })
    close()
    open()
    expect(watch.current()).toMatchObject({ kept: 3 })
  })

  it('gives a file again that was taken out while others stayed, and put back', async () => {
    for (const number of [1, 2]) put(`${String(number)}.txt`, numberedDigest(number))
    watch.follow(inbox())
    await comes(2)
    await remembered('1.txt', '2.txt')
    fs.renameSync(inbox('1.txt'), place.file('1.txt'))
    await remembered('2.txt')
    for (const { id } of library.list().entries) library.remove(id)
    fs.renameSync(place.file('1.txt'), inbox('1.txt'))
    await comes(1)
    await settled()
    expect(titles()).toBe(1)
  })

  it('forgets nothing when all of its files are gone: the drive may be', async () => {
    for (const number of [1, 2]) put(`${String(number)}.txt`, numberedDigest(number))
    watch.follow(inbox())
    await remembered('1.txt', '2.txt')
    library.remove(library.list().entries[0]?.id ?? '')
    fs.renameSync(inbox(), place.file('Weg'))
    fs.mkdirSync(inbox())
    await settled()
    fs.rmdirSync(inbox())
    fs.renameSync(place.file('Weg'), inbox())
    put('3.txt', numberedDigest(3))
    await comes(2)
    await settled()
    expect(titles()).toBe(2)
    expect(watch.current()).toMatchObject({ kept: 3 })
  })

  it('gives a file again when it was changed', async () => {
    put('een.txt', numberedDigest(1))
    watch.follow(inbox())
    await comes(1)
    put(
      'een.txt',
      `${numberedDigest(1)}\n\n* Er kwam nog een bericht bij, over de haven. Dorpsblad\n`,
    )
    await expect.poll(() => library.list().entries[0]?.revision).toBe(2)
  })

  it('tells of a newer version of what the reader mended, once, and leaves it at that', async () => {
    put('een.txt', numberedDigest(1))
    watch.follow(inbox())
    await comes(1)
    const opened = library.open(library.list().entries[0]?.id ?? '')
    if (!opened.ok) throw new Error(opened.reason)
    const { bundle, provenance, source } = opened
    const edition = { ...bundle.edition, revision: 2, title: 'Nevel' }
    library.add({ ...bundle, edition }, provenance, { source, images: [] })
    put(
      'een.txt',
      `${numberedDigest(1)}\n\n* Er kwam nog een bericht bij, over de haven. Dorpsblad\n`,
    )
    const mended = [{ file: 'een.txt', title: 'Nevel' }]
    await expect.poll(() => summaries.at(-1)).toMatchObject({ kept: 0, mended })
    const told = summaries.length
    put('twee.txt', numberedDigest(2))
    await comes(2)
    await settled()
    expect(summaries.slice(told)).toMatchObject([{ kept: 1, mended: [] }])
    expect(library.open(edition.id)).toMatchObject({ bundle: { edition: { revision: 2 } } })
  })

  it('tells of a failure once, by file and reason', async () => {
    put('leeg.txt', '')
    put('kapot.editie', 'PK')
    watch.follow(inbox())
    await remembered('kapot.editie', 'leeg.txt')
    put('een.txt', numberedDigest(1))
    await comes(1)
    await settled()
    expect(summaries.flatMap(({ failures }) => failures)).toEqual([
      { file: 'kapot.editie', reason: 'damaged-zip' },
      { file: 'leeg.txt', reason: 'empty' },
    ])
  })

  it('is quiet when it is followed no more, and forgets what it gave', async () => {
    watch.follow(inbox())
    expect(watch.unfollow()).toEqual({ ok: true, folder: null })
    put('een.txt', numberedDigest(1))
    await settled()
    expect(titles()).toBe(0)
    expect(store.entries().has('watched-folder')).toBe(false)
  })

  it('gives no more as soon as it is followed no more', async () => {
    for (let number = 0; number < 60; number++) put(`${String(number)}.txt`, numberedDigest(number))
    atThirdFile = () => watch.unfollow()
    watch.follow(inbox())
    await comes(3)
    await settled()
    // The fourth was on its way.
    expect(titles()).toBeLessThanOrEqual(4)
    expect(watch.current()).toBeNull()
  })

  it('gives no more after a cancel, until the next start', async () => {
    for (let number = 0; number < 30; number++) put(`${String(number)}.txt`, numberedDigest(number))
    atThirdFile = cancel
    watch.follow(inbox())
    await expect.poll(() => watch.current()?.fault).toBe('stopped')
    const count = titles()
    expect(count).toBeLessThan(30)
    put('nieuw.txt', numberedDigest(99))
    await settled()
    expect(titles()).toBe(count)
    close()
    open()
    await comes(31)
  })

  it('goes on after a cancel with the next look that was planned', async () => {
    close()
    open({ betweenScans: 2_000 })
    for (let number = 0; number < 30; number++) put(`${String(number)}.txt`, numberedDigest(number))
    atThirdFile = cancel
    watch.follow(inbox())
    await expect.poll(() => watch.current()?.fault).toBe('stopped')
    await comes(30)
    await expect.poll(() => watch.current()).toMatchObject({ kept: 30, fault: null })
  })

  it('cannot be followed when that cannot be written', () => {
    store.close()
    expect(watch.follow(inbox())).toMatchObject({ ok: false })
    expect(watch.current()).toBeNull()
  })
})

describe('a folder that is gone', () => {
  it('is said to be, and goes on by itself when it is back', async () => {
    put('een.txt', numberedDigest(1))
    watch.follow(inbox())
    await comes(1)
    fs.renameSync(inbox(), place.file('Weg'))
    await expect.poll(() => watch.current()?.fault).toBe('missing')
    fs.writeFileSync(path.join(place.file('Weg'), 'twee.txt'), numberedDigest(2))
    fs.renameSync(place.file('Weg'), inbox())
    await comes(2)
    await expect.poll(() => watch.current()).toMatchObject({ kept: 2, fault: null })
    put('drie.txt', numberedDigest(3))
    await comes(3)
  })

  it('is watched anew when another one took its place between two looks', async () => {
    watch.follow(inbox())
    await settled()
    fs.rmdirSync(inbox())
    fs.mkdirSync(inbox())
    await settled()
    put('een.txt', numberedDigest(1))
    await comes(1)
  })

  it('may be one that may not be read, until it may', () => {
    const { result } = asOrdinaryUser('a followed folder that may not be read')
    expect(result).toEqual([null, 'not-permitted', null])
  })

  it('may be missing at the start', async () => {
    watch.follow(inbox())
    close()
    fs.rmdirSync(inbox())
    open()
    await expect.poll(() => watch.current()?.fault).toBe('missing')
    fs.mkdirSync(inbox())
    put('een.txt', numberedDigest(1))
    await comes(1)
  })
})

it('is looked at now and then where the system tells of nothing', async () => {
  close()
  open({ betweenScans: 150 })
  const quiet = vi.spyOn(fs, 'watch').mockImplementation(() => {
    throw new Error('ENOSPC')
  })
  watch.follow(inbox())
  await settled()
  put('een.txt', numberedDigest(1))
  await comes(1)
  expect(quiet).toHaveBeenCalled()
  quiet.mockRestore()
})

it('takes the rest after kills, and nothing twice', async () => {
  const count = 120
  for (let number = 0; number < count; number++)
    put(`${String(number)}.txt`, numberedDigest(number))
  watch.follow(inbox())
  close()
  const keptFiles = (): number =>
    fs.readdirSync(place.file('library')).filter((name) => name.includes('@')).length
  for (let kill = 0; kill < 3; kill++) {
    const child = spawn(process.execPath, [worker, place.folder()])
    await new Promise((resolve) => child.stdout.once('data', resolve))
    // Somewhere in the next file.
    while (keptFiles() < (kill + 1) * 3) await wait(bounds.look)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
  }
  const before = openEditionLibrary({ folder: place.file('library') })
  const kept = before.list()
  expect(kept.damaged).toEqual([])
  expect(kept.entries.length).toBeGreaterThan(3)
  expect(kept.entries.length).toBeLessThan(count)
  before.close()
  open()
  await comes(count)
  await settled()
  expect(titles()).toBe(count)
  expect(library.list().entries.every(({ revision }) => revision === 1)).toBe(true)
})
