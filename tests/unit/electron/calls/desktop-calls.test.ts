import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SearchOutcome } from '../../../../src/core/desktop-api.ts'
import type { Notice } from '../../../../src/core/desktop/session.ts'
import { recordKey } from '../../../../src/core/reader-data/reader-record.ts'
import { createClipboardCalls } from '../../../../electron/services/calls/clipboard-calls.ts'
import { createOfflineCalls } from '../../../../electron/services/calls/offline-calls.ts'
import { createReaderCalls } from '../../../../electron/services/calls/reader-calls.ts'
import { createSearchCalls } from '../../../../electron/services/calls/search-calls.ts'
import { createSessionCalls } from '../../../../electron/services/calls/session-calls.ts'
import { createOpenEdition } from '../../../../electron/services/editions/open-edition.ts'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { createReaderData } from '../../../../electron/services/reader-data/reader-data.ts'
import {
  createSearchClient,
  type SearchClient,
} from '../../../../electron/services/search/search-client.ts'
import { aBookmark, aHighlight, aNote } from '../../core/reader-data/reader-records.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { program } from '../../program.ts'
import { aStorePlace } from '../a-store.ts'
import { unfiltered } from '../../../../src/core/search/search-types.ts'

const place = aStorePlace()
const bundle = anEditionOf('Een batterij op de kade.', 'Mist boven de haven.')
const note = aNote({ edition: bundle.edition.id, item: 'i2', text: 'Vraag na bij de loods.' })
let search: SearchClient
let notices: Notice[]
let asked: { save: string | null; open: string | null }
let copied: string[]
let finished: number
let painted: number

beforeEach(() => {
  search = createSearchClient({
    startWorker: () => new Worker(program('search-worker')),
    contents: () => ({
      bundled: null,
      words: null,
      library: null,
      mayWrite: false,
      shown: bundle,
      notes: [],
      bookmarks: [],
    }),
  })
  notices = [{ kind: 'settings-unreadable' }]
  asked = { save: null, open: null }
  copied = []
  finished = 0
  painted = 0
})
afterEach(() => search.close())

function theCalls(store = 'data') {
  fs.writeFileSync(place.file('bundled.json'), JSON.stringify(bundle))
  const data = createReaderData(place.open(store))
  const editions = createOpenEdition({
    ...{ bundled: place.file('bundled.json'), file: null, last: null, broughtDown: null },
    openFile: () => Promise.resolve({ ok: false, reason: 'not-found' }),
    first: () => Promise.resolve(null),
    library: openEditionLibrary({ folder: place.file('library') }),
    ...{ addNotice: () => undefined, onShow: () => undefined },
  })
  return {
    session: createSessionCalls({
      ...{ data, editions },
      system: {
        systemLanguage: 'nl',
        platform: 'linux',
        version: '1.0.0',
        developmentRuntime: null,
        dataFolder: '/data',
        organisation: null,
      },
      takeNotices: () => notices.splice(0),
      enablePainting: () => painted++,
      allowClosing: () => finished++,
    }),
    reader: createReaderCalls({
      ...{ data, editions, search, library: { list: () => ({ entries: [], damaged: [] }) } },
      language: () => 'nl',
      askWhereToExport: () => Promise.resolve(asked.save),
      askWhatToImport: () => Promise.resolve(asked.open),
      onExport: () => undefined,
      now: () => new Date('2024-07-05T10:00:00Z'),
    }),
    search: createSearchCalls({ search }),
    clipboard: createClipboardCalls({
      writeClipboard: (text) => Promise.resolve(void copied.push(text)),
    }),
    offline: createOfflineCalls({
      refusals: { proof: () => ({ refused: 1, refusedEver: 4 }) },
    }),
  }
}

const found = (outcome: SearchOutcome): string[] =>
  outcome.ok ? (outcome.answer?.hits.map(({ item, where }) => `${item} ${where}`) ?? []) : []

async function ask(
  calls: ReturnType<typeof theCalls>,
  id: number,
  text: string,
): Promise<string[]> {
  const request = { id, text, edition: null, limit: 50, skip: 0 }
  return found(await calls.search.ask({ ...request, ...unfiltered }))
}

describe('the calls of the window', () => {
  it('start a session with the edition, its records and what was found wrong, told once', async () => {
    const calls = theCalls()
    const bookmark = aBookmark({ edition: bundle.edition.id, item: 'i1' })
    await calls.reader.put(bookmark)
    await calls.reader.put(aBookmark())
    expect(await calls.session.start()).toEqual({
      organisation: null,
      bundle,
      maker: { origin: 'bundled', publisher: null },
      records: [bookmark],
      notices: [{ kind: 'settings-unreadable' }],
      systemLanguage: 'nl',
      platform: 'linux',
      version: '1.0.0',
      developmentRuntime: null,
      dataFolder: '/data',
    })
    expect((await calls.session.start()).notices).toEqual([])
    expect(await calls.reader.records()).toEqual([bookmark, aBookmark()])
  })

  it('make a note findable as soon as it is kept, and no longer when it is removed', async () => {
    const calls = theCalls()
    expect(await ask(calls, 1, 'loods')).toEqual([])
    expect(await calls.reader.put(note)).toEqual({ ok: true })
    expect(await ask(calls, 2, 'loods')).toEqual(['i2 note'])
    expect(await calls.reader.remove(recordKey(note))).toEqual({ ok: true })
    expect(await ask(calls, 3, 'loods')).toEqual([])
  })

  it('make a bookmark findable as soon as it is set, and complete what is typed', async () => {
    const calls = theCalls()
    const bookmark = aBookmark({ edition: bundle.edition.id, item: 'i1' })
    const find = (id: number): Promise<string[]> => ask(calls, id, 'in:bladwijzers')
    expect(await find(1)).toEqual([])
    await calls.reader.put(bookmark)
    expect(await find(2)).toEqual(['i1 item'])
    expect(await calls.search.complete({ text: 'in:b', cursor: 4 })).toMatchObject({
      options: [{ text: 'in:bladwijzers', count: 1 }],
    })
    await calls.reader.remove(recordKey(bookmark))
    expect(await find(3)).toEqual([])
  })

  it('find what was written at a highlight with the item that it comes to', async () => {
    const calls = theCalls()
    const written = { edition: bundle.edition.id, note: 'Vraag na bij de loods.' }
    expect(await ask(calls, 1, 'loods')).toEqual([])
    await calls.reader.put(aHighlight({ ...written, item: 'i1' }))
    expect(await ask(calls, 2, 'loods')).toEqual(['i1 note'])
    await calls.reader.put(aHighlight({ ...written, item: 'i2' }))
    expect(await ask(calls, 3, 'loods')).toEqual(['i2 note'])
  })

  it('keep the words of an item with what is kept of it', async () => {
    const calls = theCalls()
    const { id } = bundle.edition
    expect(await calls.reader.textOf(id, 'i2')).toBeNull()
    await calls.reader.put(note)
    await calls.reader.put({ ...note, text: 'Vraag morgen.' })
    await calls.reader.put(aBookmark({ edition: 'weg-2024' }))
    await vi.waitFor(async () => {
      expect(await calls.reader.textOf(id, 'i2')).toBe('Mist boven de haven.')
    })
    expect(await calls.reader.textOf(id, 'i1')).toBeNull()
    expect(await calls.reader.textOf('weg-2024', 'item-1')).toBeNull()
    // The window has them in memory only when it asks.
    expect((await calls.reader.records()).map(({ kind }) => kind)).toEqual(['note', 'bookmark'])
  })

  it('do not make findable what could not be kept', async () => {
    const calls = theCalls()
    place.open().close() // the store of the calls is closed, as it is when another program took its folder
    expect(await calls.reader.put(note)).toMatchObject({ ok: false })
    expect(await ask(calls, 1, 'loods')).toEqual([])
  })

  it('do nothing when the reader closes a dialog', async () => {
    const calls = theCalls()
    expect(await calls.reader.exportTo('json', null)).toEqual({ ok: false, reason: 'cancelled' })
    expect(await calls.reader.readImport()).toEqual({ ok: false, reason: 'cancelled' })
  })

  it('take an export over into another profile, its notes findable', async () => {
    const file = place.file('export.json')
    asked = { save: file, open: file }
    const first = theCalls()
    await first.reader.put(note)
    expect(await first.reader.exportTo('json', null)).toEqual({ ok: true, file })
    await first.reader.remove(recordKey(note))
    const second = theCalls('other')
    expect(
      found(
        await second.search.ask({
          id: 1,
          text: 'loods',
          edition: null,
          limit: 50,
          skip: 0,
          ...unfiltered,
        }),
      ),
    ).toEqual([])
    expect(await second.reader.readImport()).toMatchObject({
      ok: true,
      preview: { added: { annotations: { note: 1 } } },
    })
    expect(await ask(second, 3, 'loods')).toEqual([])
    expect(await second.reader.mergeImport()).toMatchObject({ ok: true, records: [note] })
    expect(
      found(
        await second.search.ask({
          id: 2,
          text: 'loods',
          edition: null,
          limit: 50,
          skip: 0,
          ...unfiltered,
        }),
      ),
    ).toEqual(['i2 note'])
  })

  it('let the page paint, copy, tell the offline proof, and say when the window is done', async () => {
    const calls = theCalls()
    await calls.session.paint()
    expect(painted).toBe(1)
    await calls.clipboard.write('een bericht')
    expect(copied).toEqual(['een bericht'])
    expect(await calls.offline.proof()).toEqual({ refused: 1, refusedEver: 4 })
    await calls.session.finish()
    expect(finished).toBe(1)
  })
})
