import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packCompiled, stampOf } from '../../../../electron/services/search/prebuilt-index.ts'
import { openSegment } from '../../../../electron/services/search/segment-file.ts'
import { buildEditions, type BuildOptions } from '../../../../electron/tools/build-editions.ts'
import { editionBundleSchema } from '../../../../src/core/edition/edition.ts'
import { aLexicon } from '../../core/dutch/a-lexicon.ts'

const root = path.join(import.meta.dirname, '../../../..')
let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'build-editions-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

const edition = `---
id: blik-1
revision: 1
language: nl
title: Titel
---

### boot

Een zin.

Bron: VP
`
const notes = `---
edition: blik-1
language: en
---

## vooraan

Waar let je op: Let op.

### boot

Gist: A sentence.
`

/** Writes the files of an edition and compiles them. */
function build(files: Record<string, string>, options: Partial<BuildOptions> = {}) {
  const source = path.join(folder, 'source')
  fs.mkdirSync(source, { recursive: true })
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(source, name), text)
  return buildEditions({
    source,
    target: path.join(folder, 'target'),
    hyphenate: () => Promise.resolve({}),
    index: () => null,
    ...options,
  })
}

function written(name: string): string {
  return fs.readFileSync(path.join(folder, 'target', name), 'utf8')
}

describe('buildEditions', () => {
  it('compiles an edition and its notes into a bundle', async () => {
    const result = await build({ 'blik-1.md': edition, 'blik-1.notes.md': notes })
    expect(result).toEqual({ ok: true, written: ['blik-1.json'] })
    const bundle = v.parse(editionBundleSchema, JSON.parse(written('blik-1.json')))
    expect(bundle.edition.title).toBe('Titel')
    expect(bundle.notes?.items[0]?.gist).toBe('A sentence.')
  })

  it('asks for hyphenation of the Dutch texts, and sorts what it gets', async () => {
    const hyphenate = (texts: readonly string[]) =>
      Promise.resolve(Object.fromEntries(texts.toReversed().map((text) => [text, `${text}\u00ad`])))
    await build({ 'blik-1.md': edition, 'blik-1.notes.md': notes }, { hyphenate })
    const { hyphenation } = v.parse(editionBundleSchema, JSON.parse(written('blik-1.json')))
    expect(Object.keys(hyphenation)).toEqual(['Een zin.', 'Let op.', 'Titel'])
  })

  it('writes the index beside the editions', async () => {
    const result = await build(
      { 'blik-1.md': edition, 'blik-1.notes.md': notes },
      {
        index: (editions) => packCompiled(editions, aLexicon('')),
      },
    )
    expect(result).toEqual({ ok: true, written: ['blik-1.json', 'search-index.segment'] })
    const reading = openSegment(path.join(folder, 'target', 'search-index.segment'))
    if (!reading.ok) throw new Error(reading.reason)
    const { segment, close } = reading.opened
    const stamp = stampOf(Buffer.from(written('blik-1.json')))
    expect(segment.groups).toMatchObject([{ key: 'blik-1', stamp, title: 'Titel', documents: 2 }])
    expect(segment.read(1)).toMatchObject({ item: 'boot', text: 'Een zin.', number: 1 })
    close()
  })

  it('gives the same bytes for the same sources', async () => {
    const files = { 'blik-1.md': edition, 'blik-1.notes.md': notes }
    await build(files)
    const first = written('blik-1.json')
    await build(files)
    expect(written('blik-1.json')).toBe(first)
  })

  it('reports the mistakes of all files and writes nothing', async () => {
    const result = await build({
      'blik-1.md': edition.replace('Bron: VP', ''),
      'blik-1.notes.md': notes.replace('Gist: A sentence.', ''),
      'blik-2.md': edition.replace('blik-1', 'blik-3'),
      'blik-4.notes.md': notes,
    })
    const found = result.ok
      ? []
      : result.mistakes.map(({ file, line, reason }) => `${path.basename(file)}:${line}: ${reason}`)
    expect(found).toEqual([
      expect.stringMatching(/^blik-1\.md:8: item "boot" names no sources/),
      expect.stringMatching(/^blik-1\.notes\.md:10: item "boot" has no "Gist:"/),
      expect.stringMatching(/^blik-2\.md:1: the id "blik-3" and the name of the file differ/),
      expect.stringMatching(/^blik-2\.md:1: the notes blik-2\.notes\.md are missing/),
      expect.stringMatching(/^blik-4\.notes\.md:1: these notes have no edition/),
    ])
    expect(fs.existsSync(path.join(folder, 'target'))).toBe(false)
  })

  it('holds notes against their edition', async () => {
    const result = await build({
      'blik-1.md': edition,
      'blik-1.notes.md': notes.replace('### boot', '### dak'),
    })
    expect(result).toMatchObject({ ok: false, mistakes: [{ line: 6 }, { line: 10 }] })
  })

  it('reports what the program would refuse', async () => {
    const long = edition.replace('title: Titel', `title: ${'T'.repeat(2_001)}`)
    const result = await build({ 'blik-1.md': long, 'blik-1.notes.md': notes })
    expect(result).toMatchObject({ ok: false, mistakes: [{ reason: /^edition\.title: / }] })
  })

  it('reports a file that is no edition in the source format, and passes over hidden ones', async () => {
    const files = { 'blik-1.md': edition, 'blik-1.notes.md': notes, '.gitignore': '*' }
    expect(await build({ ...files, 'Thumbs.db': 'x' })).toMatchObject({ ok: true })
    const result = await build({ ...files, 'week.editie': 'x' })
    expect(result).toMatchObject({
      ok: false,
      mistakes: [
        {
          file: path.join(folder, 'source', 'week.editie'),
          reason: 'only editions in the source format (.md) and their notes may stand here',
        },
      ],
    })
  })

  it('reports a folder without editions', async () => {
    expect(await build({})).toMatchObject({ ok: false, mistakes: [{ reason: /no edition/ }] })
  })
})

describe('the command build-editions', () => {
  it('compiles the editions of the program', () => {
    const run = spawnSync(
      process.execPath,
      ['electron/tools/build-editions.ts', '--out', path.join(folder, 'out')],
      { cwd: root, encoding: 'utf8' },
    )
    expect(run).toMatchObject({ status: 0, stdout: '' })
    expect(fs.readdirSync(path.join(folder, 'out'))).toContain('techtrends-2024-07.json')
  })
})
