// A profile that the program of November 2026 wrote, when texts were kept as lines: see docs/design/library.md.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createEditionImport,
  type EditionImport,
} from '../../../../electron/services/adding/edition-import.ts'
import { hyphenateIn } from '../../../../electron/services/editions/hyphenate-edition.ts'
import type { Cage } from '../../../../electron/services/import/cage.ts'
import { createLearnedNames } from '../../../../electron/services/records/learned-record.ts'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import {
  createReaderData,
  type ReaderData,
} from '../../../../electron/services/reader-data/reader-data.ts'
import { aCage } from '../a-cage.ts'

const fixture = path.resolve('tests/fixtures/profiles/2026-11')
let root: string
let cage: Cage
let library: EditionLibrary
let imports: EditionImport
let reader: ReaderData
let close: () => void

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-'))
  fs.cpSync(path.join(fixture, 'profile'), root, { recursive: true })
  cage = aCage()
  const store = openReaderDataStore({ folder: path.join(root, 'reader-data') })
  reader = createReaderData(store)
  library = openEditionLibrary({ folder: path.join(root, 'library') })
  imports = createEditionImport({
    ...{ cage, library, programVersion: '0.1.0', reservedIds: [] },
    ...{ hyphenate: hyphenateIn(cage), learned: createLearnedNames(store) },
    annotationsOf: (edition) => reader.annotationsOf(edition),
    now: () => new Date('2026-12-01T08:00:00Z'),
    onProgress: () => undefined,
  })
  close = () => {
    for (const one of [cage, library, store]) one.close()
  }
})
afterEach(() => {
  close()
  fs.rmSync(root, { recursive: true })
})

function editionFiles(): ReadonlyMap<string, string> {
  const folder = path.join(root, 'library')
  const names = fs.readdirSync(folder).filter((name) => name.includes('@'))
  return new Map(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]))
}

/** The items that the reader's bookmarks and notes stand at, and the items that the edition has. */
function places(id: string): { readonly kept: readonly string[]; readonly has: readonly string[] } {
  const opened = library.open(id)
  if (!opened.ok) throw new Error(opened.reason)
  return {
    kept: reader.annotationsOf(id).map(({ item }) => item),
    has: opened.bundle.edition.sections.flatMap(({ items }) => items.map((item) => item.id)),
  }
}

const ids = (): string[] => library.list().entries.map(({ id }) => id)

describe('a profile of an older program', () => {
  it('opens with all its editions, and its files stay as they are', () => {
    const before = editionFiles()
    expect(library.list()).toMatchObject({ entries: { length: 4 }, damaged: [] })
    for (const id of ids()) {
      const { kept, has } = places(id)
      expect(kept.length).toBeGreaterThan(0)
      expect(has).toEqual(expect.arrayContaining([...kept]))
    }
    expect(editionFiles()).toEqual(before)
  })

  it('knows its files again, by their bytes', async () => {
    const before = editionFiles()
    for (const name of fs.readdirSync(path.join(fixture, 'files'))) {
      const paths = [path.join(fixture, 'files', name)]
      expect(await imports.add({ kind: 'files', paths })).toMatchObject({ ok: true, kind: 'known' })
    }
    expect(editionFiles()).toEqual(before)
  })

  it('shows an edition with its lines, and keeps what the reader mended and noted', async () => {
    for (const id of ids()) {
      const { kept } = places(id)
      const outcome = await imports.review(id)
      if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
      const { proof } = outcome
      expect(proof.text.split('\n').length).toBeGreaterThan(3)
      const mended = { ...proof.edition, title: `${proof.edition.title} (na)` }
      const done = await imports.keep(proof.id, mended, {
        asNew: false,
        isFormed: false,
        names: [],
      })
      if (!done.ok) throw new Error(done.reason)
      expect(done.bundle.edition).toMatchObject({ id, revision: 2, title: mended.title })
      expect(places(id).has).toEqual(expect.arrayContaining([...kept]))
    }
    const headings = (id: string): unknown[] => {
      const opened = library.open(id)
      return opened.ok ? opened.bundle.edition.sections.map(({ heading }) => heading) : []
    }
    expect(headings('tuinblad-2026-10-12')).toEqual(['Moestuin', 'Bloemen en knollen'])
  })
})
