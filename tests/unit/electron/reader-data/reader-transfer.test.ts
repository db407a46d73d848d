import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  createReaderData,
  type ReaderData,
} from '../../../../electron/services/reader-data/reader-data.ts'
import {
  exportReaderData,
  mergeImport,
  readImport,
  type ExportOptions,
} from '../../../../electron/services/reader-data/reader-transfer.ts'
import { countAnnotations } from '../../../../src/core/annotations/kinds.ts'
import type {
  ExportFormat,
  ExportOutcome,
  ImportReading,
} from '../../../../src/core/desktop/transfer.ts'
import {
  defaultSettings,
  recordKey,
  type ReaderRecord,
} from '../../../../src/core/reader-data/reader-record.ts'
import {
  aBookmark,
  aNote,
  aPlace,
  aText,
  readItems,
  searchesFor,
} from '../../core/reader-data/reader-records.ts'
import { anEditionOf, bundleOf } from '../../core/search/an-edition.ts'
import { aStorePlace } from '../a-store.ts'
import { asOrdinaryUser, onSmallDisk } from '../as-ordinary-user.ts'

const place = aStorePlace()

/** A reader with these records, in a store of that name. */
function aReader(records: readonly ReaderRecord[] = [], name = 'data'): ReaderData {
  const data = createReaderData(place.open(name))
  data.putAll(records)
  return data
}

function exportTo(
  data: ReaderData,
  file: string,
  changes: Partial<Pick<ExportOptions, 'format' | 'language' | 'keys' | 'report' | 'signal'>> = {},
): Promise<ExportOutcome> {
  const { format = 'json', language = 'nl', keys = null } = changes
  const here = ['reeks-2024-07', 'reeks-2024-08'].map((id) => ({
    ...bundleOf({ ...anEditionOf('Mist boven de haven.').edition, id }),
  }))
  const findEdition = (id: string) =>
    Promise.resolve(here.find(({ edition }) => edition.id === id) ?? null)
  const now = new Date('2024-07-05T10:00:00Z')
  return exportReaderData(data, {
    ...{ file, format, keys, findEdition, language, now },
    ...{ report: changes.report ?? (() => undefined) },
    signal: changes.signal ?? new AbortController().signal,
  })
}

it('reads the editions one by one, and writes nothing when it is ended among them', async () => {
  const data = aReader([aBookmark(), aNote({ edition: 'reeks-2024-08' })])
  const file = place.file('kept.md')
  const run = new AbortController()
  const told: unknown[] = []
  const outcome = await exportTo(data, file, {
    format: 'markdown',
    signal: run.signal,
    report: (progress) => {
      told.push(progress)
      if (progress.done === 1) run.abort()
    },
  })
  expect(outcome).toEqual({ ok: false, reason: 'cancelled' })
  expect(told).toEqual([
    { done: 0, all: 2, of: 'editions' },
    { done: 1, all: 2, of: 'editions' },
  ])
  expect(fs.existsSync(file)).toBe(false)
})

/** Reads a file, and merges what is in it. */
async function importFrom(data: ReaderData, file: string): Promise<ImportReading> {
  const { reading, records } = await readImport(data, file)
  if (reading.ok) expect(mergeImport(data, records)).toEqual({ ok: true, records: data.records() })
  return reading
}

function written(text: string | Uint8Array): string {
  fs.writeFileSync(place.file('import.json'), text)
  return place.file('import.json')
}

const everything: ReaderRecord[] = [
  aBookmark(),
  aNote({ text: '# Kop\n\nmet “tekens” 👍\u00A0en <b>meer</b>' }),
  aBookmark({ item: 'i1', context: { title: 'Titel', section: null, number: 3 } }),
  aPlace(),
  readItems('item-1', 'i1'),
  { ...defaultSettings, theme: 'sepia' },
]
const kept = everything.filter(({ kind }) => kind !== 'place' && kind !== 'settings')

describe('an export', () => {
  it.each<[format: ExportFormat, language: 'nl' | 'en', first: RegExp]>([
    ['json', 'nl', /^\{\n {2}"format": "leeslamp-reader-data",\n {2}"version": 1/],
    ['markdown', 'nl', /^# Bladwijzers.+\n\n## Titel\n/],
    ['markdown', 'en', /^# Bookmarks.+\n\n## Titel\n/],
  ])('is written in %s, %s', async (format, language, first) => {
    const file = place.file('export')
    const outcome = await exportTo(aReader(everything), file, { format, language })
    expect(outcome).toEqual({ ok: true, file })
    expect(fs.readFileSync(file, 'utf8')).toMatch(first)
  })

  it('tells the places of items as every edition that is here has them now', async () => {
    const context = { title: 'Oude titel', section: null, number: 9 }
    const ofEdition = (edition: string) => aBookmark({ edition, item: 'i1', context })
    const reader = aReader(['reeks-2024-07', 'reeks-2024-08', 'weg-2024'].map(ofEdition))
    await exportTo(reader, place.file('export'), { format: 'markdown' })
    const written = fs.readFileSync(place.file('export'), 'utf8')
    expect(written.match(/^##.*/gmu)).toEqual([
      ...['## Titel', '### Bericht 1', '## Titel', '### Bericht 1'],
      ...['## Oude titel', '### Bericht 9'],
    ])
    expect(written).toContain('### Bericht 1\n\nMist boven de haven.\n\n')
  })

  it('holds nothing of what was looked for', async () => {
    const reader = aReader([aBookmark(), searchesFor('veerpont')])
    for (const format of ['json', 'markdown'] as const) {
      await exportTo(reader, place.file('export'), { format })
      expect(fs.readFileSync(place.file('export'), 'utf8')).not.toMatch(/veerpont|searches/)
    }
    expect(reader.records()).toContainEqual(searchesFor('veerpont'))
  })

  it('holds everything the reader made, settings and places too', async () => {
    await exportTo(aReader(everything), place.file('export.json'))
    const written = JSON.parse(fs.readFileSync(place.file('export.json'), 'utf8')) as object
    expect(written).toMatchObject({ exported: '2024-07-05T10:00:00.000Z', records: everything })
  })

  it('holds only what was chosen', async () => {
    const reader = aReader([...everything, aBookmark({ item: 'i9' })])
    const keys = [recordKey(aBookmark()), recordKey(aNote()), 'note:week/weg']
    await exportTo(reader, place.file('export.json'), { keys })
    const chosen = JSON.parse(fs.readFileSync(place.file('export.json'), 'utf8')) as object
    expect(chosen).toMatchObject({ records: everything.slice(0, 2) })
    await exportTo(reader, place.file('export.csv'), { keys, format: 'csv' })
    expect(fs.readFileSync(place.file('export.csv'), 'utf8').match(/^Bladwijzer/gmu)).toHaveLength(
      1,
    )
  })

  it('takes the words of items along, for a machine without their edition', async () => {
    const context = { title: 'Weg', section: null, number: 3 }
    const about = { edition: 'weg-2024', context }
    const there = aReader([aNote(about), aText({ edition: 'weg-2024' }), aText()], 'theirs')
    await exportTo(there, place.file('export.json'))
    const here = aReader([aText({ edition: 'weg-2024', text: 'Kort.' })], 'mine')
    expect(await importFrom(here, place.file('export.json'))).toMatchObject({
      preview: { added: { annotations: { note: 1 } } },
    })
    expect(here.records()).toEqual([aNote(about)])
    expect(here.texts()).toEqual([aText({ edition: 'weg-2024' })])
    await exportTo(here, place.file('export.md'), { format: 'markdown' })
    expect(fs.readFileSync(place.file('export.md'), 'utf8')).toContain(`\n\n${aText().text}\n\n`)
  })

  it('holds in a folder all that is kept of each edition of a choice', async () => {
    const other = aBookmark({ edition: 'weg-2024' })
    const reader = aReader([aBookmark(), aNote({ item: 'i9', text: 'Niet gekozen.' }), other])
    fs.mkdirSync(place.file('map'))
    const keys = [recordKey(aBookmark())]
    await exportTo(reader, place.file('map'), { keys, format: 'markdown-folder' })
    const [name = '', ...others] = fs.readdirSync(place.file('map'))
    expect(others).toEqual([])
    expect(fs.readFileSync(place.file(`map/${name}`), 'utf8')).toContain('> Niet gekozen.')
  })

  it('changes nothing while what a file would bring is only looked at', async () => {
    await exportTo(aReader(everything, 'theirs'), place.file('export.json'))
    const mine = aReader([], 'mine')
    const { reading } = await readImport(mine, place.file('export.json'))
    expect(reading.ok).toBe(true)
    expect(mine.records()).toEqual([])
  })

  it('is written also when there is nothing', async () => {
    await exportTo(aReader(), place.file('export.md'), { format: 'markdown' })
    expect(fs.readFileSync(place.file('export.md'), 'utf8')).toContain('Er is nog niets bewaard.')
  })

  it('takes the place of an older one and leaves nothing beside it', async () => {
    const data = aReader()
    fs.writeFileSync(place.file('export.json'), 'ouder en langer '.repeat(100))
    await exportTo(data, place.file('export.json'))
    expect(() => {
      JSON.parse(fs.readFileSync(place.file('export.json'), 'utf8'))
    }).not.toThrow()
    expect(fs.readdirSync(place.folder()).sort()).toEqual(['data', 'export.json'])
  })

  it.each([
    ['in a folder that is not there', () => place.file('weg/export.json')],
    ['that is a folder', () => (fs.mkdirSync(place.file('map')), place.file('map'))],
    ['below a file', () => `${written('')}/export.json`],
  ])('fails on a file %s, and leaves nothing behind', async (_, make) => {
    const data = aReader()
    const file = make()
    const before = fs.readdirSync(place.folder())
    expect(await exportTo(data, file)).toEqual({ ok: false, reason: 'failed' })
    expect(fs.readdirSync(place.folder())).toEqual(before)
  })

  it('leaves an older export as it was where nothing may be written', () => {
    expect(asOrdinaryUser('an export to a folder that may not be written').result).toEqual({
      outcome: { ok: false, reason: 'not-permitted' },
      files: ['export.json'],
      text: 'een oudere export',
    })
  })

  it('replaces a file that may not be written where new files may', () => {
    expect(asOrdinaryUser('an export over a file that may not be written').result).toMatchObject({
      outcome: { ok: true },
      files: ['export.json'],
    })
  })

  it('leaves an older export as it was when the disk is full, and nothing beside it', () => {
    expect(onSmallDisk('an export to a full disk')).toEqual({
      outcome: { ok: false, reason: 'disk-full' },
      files: [],
      text: 'een oudere export',
    })
  })
})

const none = {
  annotations: countAnnotations([]),
  passageNotes: 0,
  tags: 0,
  read: 0,
  questions: 0,
  series: 0,
}
const keptCounts = {
  ...none,
  annotations: { ...countAnnotations([]), bookmark: 2, note: 1 },
  read: 1,
}

describe('an import', () => {
  it('brings over all that another reader kept, and a second time nothing', async () => {
    await exportTo(aReader(everything, 'theirs'), place.file('export.json'))
    const mine = aReader([], 'mine')
    const about = { name: 'export.json', exported: '2024-07-05T10:00:00.000Z', tooLong: 0 }
    expect(await importFrom(mine, place.file('export.json'))).toEqual({
      ok: true,
      preview: { ...about, added: keptCounts, merged: none, unchanged: none },
    })
    expect(await importFrom(mine, place.file('export.json'))).toEqual({
      ok: true,
      preview: { ...about, added: none, merged: none, unchanged: keptCounts },
    })
    expect(createReaderData(place.open('mine')).records()).toEqual(kept)
  })

  it('joins what both have and loses nothing of either', async () => {
    const theirs = aNote({ text: 'Van de ander.', changed: '2025-01-01T00:00:00.000Z' })
    await exportTo(aReader([theirs], 'theirs'), place.file('export.json'))
    const mine = aReader([aNote({ text: 'Van mij.' }), aBookmark()], 'mine')
    const outcome = await importFrom(mine, place.file('export.json'))
    expect(outcome).toMatchObject({
      preview: {
        added: none,
        merged: { ...none, annotations: countAnnotations([aNote()]) },
        unchanged: none,
      },
    })
    const [note] = createReaderData(place.open('mine')).records()
    expect(note).toMatchObject({ text: 'Van mij.\n\n---\n\nVan de ander.' })
  })

  it('leaves a note as it is that would become too long, and counts it', async () => {
    const theirs = [aNote({ text: 'b'.repeat(60_000) }), aBookmark()]
    await exportTo(aReader(theirs, 'theirs'), place.file('export.json'))
    const mine = aReader([aNote({ text: 'a'.repeat(60_000) })], 'mine')
    const outcome = await importFrom(mine, place.file('export.json'))
    expect(outcome).toMatchObject({
      preview: {
        added: { ...none, annotations: countAnnotations([aBookmark()]) },
        merged: none,
        unchanged: none,
        tooLong: 1,
      },
    })
    expect(mine.records()[0]).toMatchObject({ text: 'a'.repeat(60_000) })
  })

  it('gives the same export again after a round trip', async () => {
    await exportTo(aReader(kept, 'theirs'), place.file('one.json'))
    const mine = aReader([], 'mine')
    await importFrom(mine, place.file('one.json'))
    await exportTo(mine, place.file('two.json'))
    expect(fs.readFileSync(place.file('two.json'))).toEqual(fs.readFileSync(place.file('one.json')))
  })

  const aFile = (changes: Record<string, unknown>) =>
    JSON.stringify({
      format: 'leeslamp-reader-data',
      version: 1,
      exported: '2024-07-05T10:00:00.000Z',
      records: [aNote({ item: 'nieuw' })],
      ...changes,
    })

  it.each<[what: string, make: () => string, reason: string]>([
    ['missing', () => place.file('niets.json'), 'not-permitted'],
    ['a folder', () => place.folder(), 'not-permitted'],
    ['empty', () => written(''), 'not-ours'],
    ['another program’s', () => written('{"bookmarks":[]}'), 'not-ours'],
    [
      'of W3C annotations',
      () => written('{"@context":["http://www.w3.org/ns/anno.jsonld"],"type":"Annotation"}'),
      'web-annotations',
    ],
    ['our Markdown', () => written('# Bladwijzers en notities'), 'not-ours'],
    ['no text', () => written(Buffer.from([0xff, 0x00, 0x80])), 'not-ours'],
    ['too deep', () => written('['.repeat(100_000)), 'damaged'],
    ['of a newer program', () => written(aFile({ version: 3 })), 'newer-version'],
    [
      'damaged in one record',
      () => written(aFile({ records: [aNote(), { kind: 'note' }] })),
      'damaged',
    ],
    [
      'with a record of no known kind',
      () => written(aFile({ records: [{ kind: 'x' }] })),
      'damaged',
    ],
    ['larger than an export can be', () => ofSize(50 * 1024 * 1024 + 1), 'too-large'],
    ['larger than the memory', () => ofSize(2 ** 40), 'too-large'],
  ])('of a file that is %s changes nothing, and says so', async (_, make, reason) => {
    const file = make()
    const data = aReader([aNote()])
    const { reading, records } = await readImport(data, file)
    expect(reading).toEqual({ ok: false, reason })
    expect(records).toEqual([])
    expect(createReaderData(place.open()).records()).toEqual([aNote()])
  })

  /** A file of so many bytes that takes no room on the disk. */
  function ofSize(bytes: number): string {
    const file = written('')
    fs.truncateSync(file, bytes)
    return file
  }

  it('of a file that may not be read says so', () => {
    expect(asOrdinaryUser('an import that may not be read').result).toEqual({
      ok: false,
      reason: 'not-permitted',
    })
  })

  it('takes all records or none when they cannot be written', async () => {
    const file = written(aFile({ records: [aNote(), aBookmark()] }))
    const data = aReader()
    const { records } = await readImport(data, file)
    data.close()
    expect(mergeImport(data, records)).toEqual({ ok: false, reason: 'read-only' })
    expect(createReaderData(place.open()).records()).toEqual([])
  })
})
