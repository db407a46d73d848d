import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  createReaderData,
  type ReaderData,
} from '../../../../electron/services/reader-data/reader-data.ts'
import {
  exportReaderData,
  importReaderData,
} from '../../../../electron/services/reader-data/reader-transfer.ts'
import { countAnnotations } from '../../../../src/core/annotations/kinds.ts'
import type { ExportFormat, ExportOutcome } from '../../../../src/core/desktop/transfer.ts'
import {
  defaultSettings,
  type ReaderRecord,
} from '../../../../src/core/reader-data/reader-record.ts'
import {
  aBookmark,
  aNote,
  aPlace,
  readItems,
  searchesFor,
} from '../../core/reader-data/reader-records.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
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
  changes: { format?: ExportFormat; language?: 'nl' | 'en' } = {},
): Promise<ExportOutcome> {
  const { format = 'json', language = 'nl' } = changes
  const here = ['reeks-2024-07', 'reeks-2024-08'].map((id) => ({
    ...{ ...anEditionOf('Mist boven de haven.').edition, id },
  }))
  const findEdition = (id: string) => Promise.resolve(here.find((one) => one.id === id) ?? null)
  const now = new Date('2024-07-05T10:00:00Z')
  return exportReaderData(data, { file, format, findEdition, language, now })
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

const none = { annotations: countAnnotations([]), read: 0 }
const keptCounts = { annotations: { ...countAnnotations([]), bookmark: 2, note: 1 }, read: 1 }

describe('an import', () => {
  it('brings over all that another reader kept, and a second time nothing', async () => {
    await exportTo(aReader(everything, 'theirs'), place.file('export.json'))
    const mine = aReader([], 'mine')
    expect(await importReaderData(mine, place.file('export.json'))).toEqual({
      ok: true,
      added: keptCounts,
      merged: none,
      unchanged: none,
      tooLong: 0,
      records: kept,
    })
    expect(await importReaderData(mine, place.file('export.json'))).toMatchObject({
      ok: true,
      added: none,
      merged: none,
      unchanged: keptCounts,
    })
    expect(createReaderData(place.open('mine')).records()).toEqual(kept)
  })

  it('joins what both have and loses nothing of either', async () => {
    await exportTo(aReader([aNote({ text: 'Van de ander.' })], 'theirs'), place.file('export.json'))
    const mine = aReader([aNote({ text: 'Van mij.' }), aBookmark()], 'mine')
    const outcome = await importReaderData(mine, place.file('export.json'))
    expect(outcome).toMatchObject({
      ok: true,
      added: none,
      merged: { ...none, annotations: countAnnotations([aNote()]) },
      unchanged: none,
    })
    const [note] = createReaderData(place.open('mine')).records()
    expect(note).toMatchObject({ text: 'Van mij.\n\n---\n\nVan de ander.' })
  })

  it('leaves a note as it is that would become too long, and counts it', async () => {
    const theirs = [aNote({ text: 'b'.repeat(60_000) }), aBookmark()]
    await exportTo(aReader(theirs, 'theirs'), place.file('export.json'))
    const mine = aReader([aNote({ text: 'a'.repeat(60_000) })], 'mine')
    const outcome = await importReaderData(mine, place.file('export.json'))
    expect(outcome).toMatchObject({
      ok: true,
      added: { ...none, annotations: countAnnotations([aBookmark()]) },
      merged: none,
      unchanged: none,
      tooLong: 1,
    })
    expect(mine.records()[0]).toMatchObject({ text: 'a'.repeat(60_000) })
  })

  it('gives the same export again after a round trip', async () => {
    await exportTo(aReader(kept, 'theirs'), place.file('one.json'))
    const mine = aReader([], 'mine')
    await importReaderData(mine, place.file('one.json'))
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
    ['our Markdown', () => written('# Bladwijzers en notities'), 'not-ours'],
    ['no text', () => written(Buffer.from([0xff, 0x00, 0x80])), 'not-ours'],
    ['too deep', () => written('['.repeat(100_000)), 'damaged'],
    ['of a newer program', () => written(aFile({ version: 2 })), 'newer-version'],
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
    expect(await importReaderData(data, file)).toEqual({ ok: false, reason })
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
    data.close()
    expect(await importReaderData(data, file)).toEqual({ ok: false, reason: 'read-only' })
    expect(createReaderData(place.open()).records()).toEqual([])
  })
})
