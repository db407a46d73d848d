// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  longestSearch,
  mostSearches,
  recordKey,
  type ReaderRecord,
} from '../../../../src/core/reader-data/reader-record.ts'
import { answerQuery } from '../../../../src/core/search/answer-query.ts'
import type { SearchRequest } from '../../../../src/core/search/search-types.ts'
import type { useSearchStore } from '../../../../src/stores/search.ts'
import type { useSearchHistoryStore } from '../../../../src/stores/search-history.ts'
import type { useSettingsStore } from '../../../../src/stores/settings.ts'
import { contextOf, segmentOf } from '../../core/search/a-search.ts'
import { anEdition } from '../../core/search/an-edition.ts'

/** What the store on the disk holds, and what was asked of it. */
let disk: Map<string, ReaderRecord>
let writes: number
let history: ReturnType<typeof useSearchHistoryStore>
let search: ReturnType<typeof useSearchStore>
let settings: ReturnType<typeof useSettingsStore>

beforeEach(async () => {
  disk = new Map()
  writes = 0
  vi.resetModules()
  vi.useFakeTimers({ toFake: ['performance'] })
  const library = contextOf(segmentOf([anEdition({ id: 'a', sections: { Kop: ['De sluis.'] } })]))
  Object.assign(window, {
    desktop: {
      search: {
        ask: (request: SearchRequest) =>
          Promise.resolve({ ok: true, answer: answerQuery(library, request) }),
      },
      reader: {
        put(record: ReaderRecord) {
          writes++
          disk.set(recordKey(record), record)
          return Promise.resolve({ ok: true })
        },
        remove(key: string) {
          writes++
          disk.delete(key)
          return Promise.resolve({ ok: true })
        },
      },
    },
  })
  setActivePinia(createPinia())
  history = (await import('../../../../src/stores/search-history.ts')).useSearchHistoryStore()
  search = (await import('../../../../src/stores/search.ts')).useSearchStore()
  settings = (await import('../../../../src/stores/settings.ts')).useSettingsStore()
})

afterEach(() => vi.useRealTimers())

const kept = (): unknown => disk.get('searches')

describe('the search history', () => {
  it('keeps what was used, the last first and each once', () => {
    for (const text of ['sluis', ' veerpont ', 'sluis']) history.add(text)
    expect(history.texts).toEqual(['sluis', 'veerpont'])
    expect(kept()).toEqual({ kind: 'searches', texts: ['sluis', 'veerpont'] })
  })

  it('writes nothing when the same is used again', () => {
    history.add('sluis')
    history.add('sluis')
    expect(writes).toBe(1)
  })

  it('keeps twenty, and none that is longer than a question', () => {
    for (let index = 0; index < 30; index++) history.add(`vraag ${String(index)}`)
    history.add('a'.repeat(longestSearch + 1))
    history.add('  ')
    expect(history.texts).toHaveLength(mostSearches)
    expect(history.texts[0]).toBe('vraag 29')
    expect(history.texts.at(-1)).toBe('vraag 10')
  })

  it('forgets one, and with the last one the whole record', () => {
    history.add('sluis')
    history.add('veerpont')
    history.remove('sluis')
    expect(kept()).toEqual({ kind: 'searches', texts: ['veerpont'] })
    history.remove('veerpont')
    expect(disk.has('searches')).toBe(false)
  })

  it('forgets all, and can take that back', () => {
    history.add('sluis')
    history.add('veerpont')
    const undo = history.clear()
    expect([history.texts, kept()]).toEqual([[], undefined])
    undo()
    expect(history.texts).toEqual(['veerpont', 'sluis'])
  })

  it('keeps none, and nothing of what there was, when the reader does not want it', () => {
    history.add('sluis')
    history.keep(false)
    expect(settings.settings.keepSearches).toBe(false)
    expect(disk.has('searches')).toBe(false)
    history.add('veerpont')
    expect([history.texts, disk.has('searches')]).toEqual([[], false])
    history.keep(true)
    history.add('veerpont')
    expect(history.texts).toEqual(['veerpont'])
  })
})

describe('a question of which no hit was opened', () => {
  async function read(text: string, milliseconds: number): Promise<void> {
    await search.ask(text)
    vi.advanceTimersByTime(milliseconds)
  }

  it('is kept when it was read and another one is asked, found or not', async () => {
    await read('sluis', 3_000)
    await read('xqzwv', 3_000)
    await read('', 0)
    expect(history.texts).toEqual(['xqzwv', 'sluis'])
  })

  it('is kept when it was read and the field is left', async () => {
    await read('sluis', 3_000)
    expect(history.texts).toEqual([])
    history.leave()
    expect(history.texts).toEqual(['sluis'])
  })

  it('is not kept when it stood for less, was typed on, or was none', async () => {
    await read('sluis', 2_999)
    await read('kade', 0)
    await read('bron:', 3_000)
    await read('slu', 3_000)
    await read('sluis', 2_999)
    history.leave()
    expect(history.texts).toEqual([])
  })

  it('is not kept when it was not answered yet', async () => {
    await read('sluis', 0)
    const asking = search.ask('kade')
    vi.advanceTimersByTime(3_000)
    history.leave()
    await asking
    expect(history.texts).toEqual([])
  })
})
