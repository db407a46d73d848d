// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CountedQuestion, HitCount } from '../../../../src/core/search/search-types.ts'
import type { ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import { questionKey } from '../../../../src/core/reader-data/kept-question.ts'
import { aPlace, aQuestion } from '../../core/reader-data/reader-records.ts'

let stored: ReaderRecord[] = []
let asked: (readonly CountedQuestion[])[] = []
let answer: (questions: readonly CountedQuestion[]) => Promise<readonly HitCount[] | null>

beforeEach(() => {
  vi.resetModules()
  stored = []
  asked = []
  answer = (questions) =>
    Promise.resolve(questions.map(({ editions }) => ({ all: 9, inEditions: editions.length })))
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  vi.stubGlobal('desktop', {
    reader: { put: ok, remove: ok, records: () => Promise.resolve(stored) },
    library: {
      list: () =>
        Promise.resolve({
          entries: [
            { id: 'oud', revision: 1, title: 'Oud', series: null, added: '2024-07-01T00:00:00Z' },
            {
              id: 'nieuw',
              revision: 1,
              title: 'Nieuw',
              series: null,
              added: '2031-01-01T00:00:00Z',
            },
          ],
          damaged: [],
          gone: null,
        }),
    },
    search: {
      count: (questions: readonly CountedQuestion[]) => {
        asked.push(questions)
        return answer(questions)
      },
    },
  })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function questions() {
  const { useKeptQuestionsStore } = await import('../../../../src/stores/kept-questions.ts')
  return useKeptQuestionsStore()
}

it('asks nothing where nothing was kept', async () => {
  const store = await questions()
  await store.count()
  expect(asked).toEqual([])
})

it('counts hits in editions that came after it was seen, and seeing them makes them old', async () => {
  stored = [aQuestion(), aQuestion({ text: 'Afsluitdijk' })]
  const store = await questions()
  await store.count()
  expect(store.all.map(({ text }) => text)).toEqual(['Afsluitdijk', 'haven'])
  expect(asked[0]?.map(({ editions }) => editions)).toEqual([['nieuw'], ['nieuw']])
  const [first = '', second = ''] = [...store.counts.keys()]
  expect(store.counts.get(first)).toEqual({ all: 9, inEditions: 1 })
  store.markSeen(first)
  expect(store.counts.get(first)).toEqual({ all: 9, inEditions: 0 })
  expect(store.find(first)).toMatchObject({
    ...{ text: 'Afsluitdijk', created: aQuestion().created, before: aQuestion().seen },
  })
  await store.count()
  expect(asked[1]?.map(({ editions }) => editions)).toEqual([[], ['nieuw']])
  expect(store.find(second)?.seen).toBe(aQuestion().seen)
})

it('takes the answer of the last counting, and keeps what it knew when the search stopped', async () => {
  stored = [aQuestion()]
  const store = await questions()
  let late: (counts: readonly HitCount[]) => void = () => undefined
  answer = () => new Promise((resolve) => (late = resolve))
  const first = store.count()
  await vi.waitFor(() => {
    expect(asked).toHaveLength(1)
  })
  answer = () => Promise.resolve([{ all: 3, inEditions: 2 }])
  await store.count()
  late([{ all: 100, inEditions: 100 }])
  await first
  expect([...store.counts.values()]).toEqual([{ all: 3, inEditions: 2 }])
  answer = () => Promise.resolve(null)
  await store.count()
  expect([...store.counts.values()]).toEqual([{ all: 3, inEditions: 2 }])
})

it('knows what an earlier counting found while a later one is still under way', async () => {
  stored = [aQuestion()]
  const store = await questions()
  const given: ((counts: readonly HitCount[]) => void)[] = []
  answer = () => new Promise((resolve) => given.push(resolve))
  const first = store.count()
  const second = store.count()
  await vi.waitFor(() => {
    expect(given).toHaveLength(2)
  })
  given[0]?.([{ all: 3, inEditions: 0 }])
  await first
  expect([...store.counts.values()]).toEqual([{ all: 3, inEditions: 0 }])
  given[1]?.([{ all: 5, inEditions: 2 }])
  await second
  expect([...store.counts.values()]).toEqual([{ all: 5, inEditions: 2 }])
})

it('is asked in other words, with what was seen, and goes back', async () => {
  stored = [aQuestion(), aQuestion({ text: 'Afsluitdijk' })]
  const store = await questions()
  await store.count()
  const key = questionKey(aQuestion())
  const changed = store.change(key, ' havens ')
  expect(store.find(changed?.key ?? '')).toEqual(aQuestion({ text: 'havens' }))
  await vi.waitFor(() => {
    expect(store.find(key)).toBeNull()
  })
  changed?.takeBack()
  await vi.waitFor(() => {
    expect(store.all).toEqual([aQuestion({ text: 'Afsluitdijk' }), aQuestion()])
  })
  // In the words of another one it becomes that one, and comes back beside it.
  const same = store.change(key, 'afsluitdijk')
  await vi.waitFor(() => {
    expect(store.all).toEqual([aQuestion({ text: 'Afsluitdijk' })])
  })
  same?.takeBack()
  expect(store.all).toEqual([aQuestion({ text: 'Afsluitdijk' }), aQuestion()])
  expect(store.change(key, 'HAVEN')?.key).toBe(key)
  expect(store.find(key)?.text).toBe('HAVEN')
  expect(store.change('question:00000000', 'kade')).toBeNull()
})

it('stays the same list while other records change, and comes back after it was removed', async () => {
  stored = [aQuestion()]
  const store = await questions()
  await store.count()
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const before = store.all
  await useReaderDataStore().put(aPlace())
  expect(store.all).toBe(before)
  const key = store.keep({ text: ' kade ', refine: { year: '2031' } })
  expect(store.find(key)).toMatchObject({ text: 'kade', refine: { year: '2031' } })
  const bringBack = store.remove(key)
  expect(store.all).toHaveLength(1)
  bringBack()
  expect(store.find(key)?.text).toBe('kade')
})
