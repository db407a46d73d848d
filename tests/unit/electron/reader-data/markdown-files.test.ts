import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { partOf } from '../../../../electron/services/program/write-whole.ts'
import { writeMarkdownFiles } from '../../../../electron/services/reader-data/markdown-files.ts'
import { exportMarkdownFolder, ownLine } from '../../../../src/core/annotations/markdown-folder.ts'
import type { ExportCounts } from '../../../../src/core/desktop/transfer.ts'
import { aBookmark, aNote } from '../../core/reader-data/reader-records.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
let folder = ''
beforeEach(() => {
  folder = place.folder()
})

const context = { title: 'Wind', section: null, number: 1 }
const wind = aBookmark({ edition: 'blik-1', context })
const other = aNote({ edition: 'blik-2', context: { ...context, title: 'Mist' }, text: 'Eigen.' })

function filesOf(records: Parameters<typeof exportMarkdownFolder>[0]) {
  return exportMarkdownFolder(records, { bundles: [], texts: new Map(), language: 'nl' })
}

/** Writes with nobody who waits, unless a test watches. */
function write(
  to: string,
  files: Parameters<typeof writeMarkdownFiles>[1],
  {
    report = () => undefined,
    signal = new AbortController().signal,
  }: Partial<Parameters<typeof writeMarkdownFiles>[2]> = {},
) {
  return writeMarkdownFiles(to, files, { report, signal })
}

/** All files of the folder, with their texts and the moments at which they were written. */
function found(): Record<string, { text: string; written: number }> {
  const names = fs.readdirSync(folder).toSorted()
  return Object.fromEntries(
    names.map((name) => {
      const file = path.join(folder, name)
      return [name, { text: fs.readFileSync(file, 'utf8'), written: fs.statSync(file).mtimeMs }]
    }),
  )
}

describe('a folder of Markdown', () => {
  it('has no byte changed by a second export of the same', async () => {
    expect(await write(folder, filesOf([wind, other]))).toEqual({
      ok: true,
      ...{ file: folder, left: 0 },
    })
    const before = found()
    expect(Object.keys(before)).toEqual(['Mist.md', 'Wind.md'])
    await write(folder, filesOf([wind, other]))
    expect(found()).toEqual(before)
  })

  it('keeps what the reader wrote, also in a file that they gave another name', async () => {
    await write(folder, filesOf([wind]))
    const renamed = path.join(folder, 'Mijn wind.md')
    fs.renameSync(path.join(folder, 'Wind.md'), renamed)
    fs.appendFileSync(renamed, '\nVan mij.')
    await write(folder, filesOf([wind, aNote({ edition: 'blik-1', text: 'Nieuw.' })]))
    expect(Object.keys(found())).toEqual(['Mijn wind.md'])
    const { text = '' } = found()['Mijn wind.md'] ?? {}
    expect(text).toContain('> Nieuw.')
    expect(text.endsWith(`${ownLine}\n\nVan mij.`)).toBe(true)
  })

  it('touches no file of another program, whatever its name is', async () => {
    fs.writeFileSync(path.join(folder, 'WIND.md'), '# Niet van ons')
    fs.mkdirSync(path.join(folder, 'Mist.md'))
    await write(folder, filesOf([wind, other]))
    expect(fs.readFileSync(path.join(folder, 'WIND.md'), 'utf8')).toBe('# Niet van ons')
    expect(fs.readdirSync(folder).toSorted()).toEqual(
      ['Mist (2).md', 'Mist.md', 'WIND.md', 'Wind (2).md'].toSorted(),
    )
  })

  it('leaves a file as it is when the line is gone, says so, and writes the others', async () => {
    await write(folder, filesOf([wind]))
    const file = path.join(folder, 'Wind.md')
    const own = fs.readFileSync(file, 'utf8').replace(ownLine, 'Van mij.')
    fs.writeFileSync(file, own)
    const changed = [wind, aNote({ edition: 'blik-1', text: 'Nieuw.' }), other]
    expect(await write(folder, filesOf(changed))).toMatchObject({ ok: true, left: 1 })
    expect(fs.readFileSync(file, 'utf8')).toBe(own)
    expect(found()['Mist.md']?.text).toContain('> Eigen.')
  })

  it.each(['bestand', 'weg'])('that is a file, or is not there, gets nothing: %s', async (name) => {
    fs.writeFileSync(path.join(folder, 'bestand'), '')
    const refused = { ok: false, reason: 'failed' }
    expect(await write(path.join(folder, name), filesOf([wind]))).toEqual(refused)
    expect(fs.readdirSync(folder)).toEqual(['bestand'])
  })

  it('has all files as they were when one of them cannot be written', async () => {
    await write(folder, filesOf([wind, other]))
    const before = found()
    // A folder stands where the second temporary file would.
    fs.mkdirSync(partOf(path.join(folder, 'Mist.md'), 1))
    const more = [wind, other].map(({ edition }) => aNote({ edition, item: 'i9', text: 'Nieuw.' }))
    const outcome = await write(folder, filesOf([wind, other, ...more]))
    expect(outcome).toEqual({ ok: false, reason: 'failed' })
    fs.rmdirSync(partOf(path.join(folder, 'Mist.md'), 1))
    expect(found()).toEqual(before)
  })

  it('says how far it is, and leaves all files as they were when it is ended in between', async () => {
    await write(folder, filesOf([wind]))
    const before = found()
    const run = new AbortController()
    const told: unknown[] = []
    const changed = [wind, aNote({ edition: 'blik-1', text: 'Nieuw.' }), other]
    const report = (progress: ExportCounts): void => {
      told.push(progress)
      if (progress.done === 1) run.abort()
    }
    const outcome = await write(folder, filesOf(changed), { report, signal: run.signal })
    expect(outcome).toEqual({ ok: false, reason: 'cancelled' })
    expect(told).toEqual([
      { done: 0, all: 2, of: 'files' },
      { done: 1, all: 2, of: 'files' },
    ])
    expect(found()).toEqual(before)
  })
})
