import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DesktopCalls } from '../../../../src/core/desktop-api.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import { createRuns } from '../../../../electron/services/import/runs.ts'
import {
  createLibraryCalls,
  type LibraryParts,
} from '../../../../electron/services/calls/library-calls.ts'
import { createOpenEdition } from '../../../../electron/services/editions/open-edition.ts'
import { readPackage } from '../../../../electron/services/packages/read-package.ts'
import { onePixel } from '../../../fixtures/a-package.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
const bundled = anEditionOf('Mist boven de haven.')
const own: EditionBundle = {
  ...bundled,
  edition: {
    ...bundled.edition,
    id: 'eigen-2024-07-05',
    title: 'Eigen',
    date: { value: '2024-07-05', inferred: false },
  },
}
const provenance = {
  origin: 'own',
  publisher: null,
  reviewed: true,
  added: '2024-07-05T10:00:00.000Z',
} as const
let library: EditionLibrary
let gone: string | null
let calls: DesktopCalls['library']
let shown: string[]
let target: string | null
let runTask: LibraryParts['imports']['runTask']

beforeEach(() => {
  library = openEditionLibrary({ folder: place.file('library') })
  fs.writeFileSync(place.file('bundled.json'), JSON.stringify(bundled))
  shown = []
  gone = null
  target = place.file('uit.editie')
  runTask = createRuns(() => undefined).start
  calls = createLibraryCalls(parts())
})
afterEach(() => {
  library.close()
})

const parts = (): LibraryParts => ({
  library,
  presence: { gone },
  editions: createOpenEdition({
    bundled: place.file('bundled.json'),
    file: null,
    openFile: () => Promise.resolve({ ok: false, reason: 'not-found' }),
    last: null,
    broughtDown: null,
    first: () => Promise.resolve(null),
    library,
    addNotice: () => undefined,
    onShow: (bundle) => shown.push(bundle.edition.id),
  }),
  askWhereToSavePackage: () => Promise.resolve(target),
  imports: { runTask },
})
const listed = async (): Promise<string[]> => (await calls.list()).entries.map(({ id }) => id)

describe('the calls of the library', () => {
  it('tell that the library is gone', async () => {
    expect((await calls.list()).gone).toBeNull()
    gone = place.file('library')
    calls = createLibraryCalls(parts())
    expect((await calls.list()).gone).toBe(place.file('library'))
  })

  it('list the bundled edition among those that were added', async () => {
    expect(await listed()).toEqual([bundled.edition.id])
    library.add(own, provenance)
    expect(await listed()).toEqual([own.edition.id, bundled.edition.id])
  })

  it('open an edition of either kind, and tell of one that is gone', async () => {
    library.add(own, provenance)
    expect(await calls.open(own.edition.id)).toMatchObject({ ok: true, bundle: own })
    expect(await calls.open(bundled.edition.id)).toMatchObject({ ok: true, bundle: bundled })
    expect(await calls.open('nergens')).toEqual({ ok: false, reason: 'missing' })
    expect(shown).toEqual([own.edition.id, bundled.edition.id])
  })

  it('read an edition while another one stays open', async () => {
    library.add(own, provenance)
    expect(await calls.read(own.edition.id)).toMatchObject({ ok: true, bundle: own })
    expect(await calls.read('weg')).toEqual({ ok: false, reason: 'missing' })
    expect(shown).toEqual([])
  })

  it('tell that the library is in use, and not that something failed', async () => {
    library.add(own, provenance)
    const reader = openEditionLibrary({ folder: place.file('library') })
    const others = createLibraryCalls({ ...parts(), library: reader })
    expect(await others.remove(own.edition.id)).toEqual({ ok: false, reason: 'in-use' })
    library.close()
    expect(await others.remove(own.edition.id)).toEqual({ ok: true })
    reader.close()
  })

  it('tell of one that is damaged', async () => {
    library.add(own, provenance)
    const [name = ''] = fs.readdirSync(place.file('library')).filter((one) => one.includes('@'))
    fs.appendFileSync(place.file(`library/${name}`), 'x')
    expect(await calls.open(own.edition.id)).toEqual({ ok: false, reason: 'damaged' })
  })

  it('remove and bring back', async () => {
    library.add(own, provenance)
    expect(await calls.remove(own.edition.id)).toEqual({ ok: true })
    expect(await listed()).toEqual([bundled.edition.id])
    expect(await calls.restore(own.edition.id)).toEqual({ ok: true })
    expect(await listed()).toContain(own.edition.id)
    expect(await calls.remove('nergens')).toEqual({ ok: false, reason: 'failed' })
  })

  it('write a package that can be read', async () => {
    library.add(own, provenance)
    expect(await calls.exportPackage(own.edition.id)).toEqual({ ok: true, file: target })
    const read = await readPackage(target ?? '', { programVersion: '0.1.0' })
    expect(read).toMatchObject({ ok: true, value: { edition: own.edition } })
  })

  it('write a package of an edition whose title is long, or has characters that no name should', async () => {
    const title = `\u202e${'Havenblad '.repeat(30)}`.trim()
    library.add({ ...own, edition: { ...own.edition, title, series: null } }, provenance)
    expect(await calls.exportPackage(own.edition.id)).toEqual({ ok: true, file: target })
    const read = await readPackage(target ?? '', { programVersion: '0.1.0' })
    expect(read).toMatchObject({ ok: true, value: { edition: { title: title.slice(1) } } })
  })

  it('write the images that came with an edition, and none when those are lost', async () => {
    const images = [{ path: 'images/kaart.png', bytes: onePixel }]
    library.add(own, provenance, { source: null, images })
    await calls.exportPackage(own.edition.id)
    const taken: string[] = []
    const onFile = ({ path }: { path: string }): void => void taken.push(path)
    await readPackage(target ?? '', { programVersion: '0.1.0', onFile })
    expect(taken).toEqual(['edition.json', 'images/kaart.png'])
    for (const name of fs.readdirSync(place.file('library')))
      if (name.endsWith('.images')) fs.rmSync(place.file(`library/${name}`))
    expect(await calls.exportPackage(own.edition.id)).toEqual({ ok: false, reason: 'failed' })
  })

  it('write an edition of somebody else under the serial that it came in with', async () => {
    const mended = { ...own, edition: { ...own.edition, revision: 4 } }
    const issue = { edition: 'elders-2024-07', serial: 2 }
    const source = { kind: 'package', file: null, sha256: 'ab'.repeat(32), ...issue } as const
    const theirs = { ...provenance, origin: 'package', publisher: 'Havenbedrijf' } as const
    library.add(mended, theirs, { source, images: [] })
    await calls.exportPackage(own.edition.id)
    expect(await readPackage(target ?? '', { programVersion: '0.1.0' })).toMatchObject({
      value: { manifest: { ...issue, publisher: 'Havenbedrijf' } },
    })
  })

  it('are told of as work, and write nothing when that is cancelled', async () => {
    library.add(own, provenance)
    const told: unknown[] = []
    runTask = (work) => work({ signal: AbortSignal.abort() }, (counts) => told.push(counts))
    calls = createLibraryCalls(parts())
    expect(await calls.exportPackage(own.edition.id)).toEqual({ ok: false, reason: 'cancelled' })
    expect(told).toEqual([{ done: 0, all: 1 }])
    expect(fs.readdirSync(path.dirname(place.file('uit.editie'))).join()).not.toMatch(/uit|part/u)
  })

  it('write none without a date, a place or an edition', async () => {
    const undated = { ...own, edition: { ...own.edition, id: 'los', date: null } }
    library.add(undated, provenance)
    library.add(own, provenance)
    expect(await calls.exportPackage('los')).toEqual({ ok: false, reason: 'no-date' })
    expect(await calls.exportPackage('nergens')).toEqual({ ok: false, reason: 'failed' })
    target = null
    expect(await calls.exportPackage(own.edition.id)).toEqual({ ok: false, reason: 'cancelled' })
  })
})
