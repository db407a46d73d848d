// @vitest-environment happy-dom
// The store over the real search; only when its answers and events come is in the hands of the test.
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { IndexProgress, SearchOutcome } from '../../../../src/core/desktop-api.ts'
import { answerQuery } from '../../../../src/core/search/answer-query.ts'
import type { SearchContext } from '../../../../src/core/search/search-context.ts'
import { hitsPerPage, type SearchRequest } from '../../../../src/core/search/search-types.ts'
import type { useSearchStore } from '../../../../src/stores/search.ts'
import { contextOf, segmentOf } from '../../core/search/a-search.ts'
import { anEdition } from '../../core/search/an-edition.ts'

const texts = Array.from({ length: 100 }, (_, index) => `Sluis ${String(index)} en slot.`)
const aBundle = anEdition({ id: 'ver', sections: { Kop: texts } })
let library: SearchContext

let asked: { request: SearchRequest; answer: () => void; fail: () => void }[]
let tellIndexing: (progress: IndexProgress | null) => void
let search: ReturnType<typeof useSearchStore>

beforeEach(async () => {
  library = contextOf(segmentOf([aBundle]))
  asked = []
  vi.resetModules()
  Object.assign(window, {
    desktop: {
      search: {
        ask: (request: SearchRequest) =>
          new Promise<SearchOutcome>((resolve) => {
            const answer = (): void => resolve({ ok: true, answer: answerQuery(library, request) })
            const fail = (): void => resolve({ ok: false, reason: 'search-stopped' })
            asked.push({ request, answer, fail })
          }),
      },
      on: (_: string, listener: typeof tellIndexing) => {
        tellIndexing = listener
        return () => undefined
      },
    },
  })
  setActivePinia(createPinia())
  const store = await import('../../../../src/stores/search.ts')
  search = store.useSearchStore()
  search.follow()
})

async function answerAll(): Promise<void> {
  for (const one of asked.splice(0)) one.answer()
  await new Promise((resolve) => setTimeout(resolve))
}

describe('the search of the window', () => {
  it('asks again when the indexing is over, but never what is no longer in the field', async () => {
    void search.ask('sl')
    await answerAll()
    expect(search.answered).toBe('sl')
    void search.ask('sluis')
    tellIndexing(null)
    expect(asked.map(({ request }) => request.text)).toEqual(['sluis'])
    await answerAll()
    expect(search.answered).toBe('sluis')
    // That answer may have been made before the indexing was over.
    expect(asked.map(({ request }) => request.text)).toEqual(['sluis'])
    await answerAll()
    expect(asked).toEqual([])
    tellIndexing(null)
    expect(asked.map(({ request }) => request.text)).toEqual(['sluis'])
  })

  it('adds the rest of the hits page by page, each asked for once', async () => {
    void search.ask('sluis')
    await answerAll()
    expect([search.hits.length, search.hasMore]).toEqual([hitsPerPage, true])
    void search.askMore()
    void search.askMore()
    expect(asked.map(({ request: { skip, limit } }) => [skip, limit])).toEqual([
      [hitsPerPage, 2 * hitsPerPage],
    ])
    await answerAll()
    while (search.hasMore) {
      void search.askMore()
      await answerAll()
    }
    expect(search.hits).toHaveLength(100)
    expect(new Set(search.hits.map(({ item }) => item)).size).toBe(100)
  })

  it('keeps the hit at hand when more come in, and when the same is asked again', async () => {
    void search.ask('sluis')
    await answerAll()
    for (let step = 0; step < 5; step++) search.move(1)
    const atHand = search.hits[search.selected ?? -1]?.item
    void search.askMore()
    await answerAll()
    expect(search.hits[search.selected ?? -1]?.item).toBe(atHand)
    tellIndexing(null)
    await answerAll()
    expect(search.hits[search.selected ?? -1]?.item).toBe(atHand)
  })

  it('leads to both ends of what came in, and no further', async () => {
    void search.ask('sluis')
    await answerAll()
    const before = search.hits.length
    search.move(Infinity)
    expect(search.selected).toBe(before - 1)
    search.move(-Infinity)
    expect(search.selected).toBe(0)
    search.move(-1)
    expect(search.selected).toBe(0)
  })

  it('holds the hit that the reader has come to meanwhile, and none of an older question', async () => {
    const place = (): string | undefined => search.hits[search.selected ?? -1]?.item
    void search.ask('sluis')
    await answerAll()
    search.move(1)
    tellIndexing(null)
    search.move(1)
    const atHand = place()
    await answerAll()
    expect(place()).toBe(atHand)
    tellIndexing(null)
    void search.ask('slot')
    expect(search.selected).toBeNull()
    await answerAll()
    expect(search.answered).toBe('slot')
    expect(search.selected).toBeNull()
  })

  it('asks again for what is chosen, until it is let go of', async () => {
    void search.ask('sluis')
    await answerAll()
    const choices = async (choosing: Promise<void>): Promise<unknown[]> => {
      const question = asked.at(-1)?.request
      await answerAll()
      await choosing
      return [question?.refine, question?.here, question?.order]
    }
    expect(await choices(search.choose('source', 'Kadeblad'))).toEqual([
      { source: 'Kadeblad' },
      false,
      'relevance',
    ])
    expect(await choices(search.lookIn('here'))).toEqual([
      { source: 'Kadeblad' },
      true,
      'relevance',
    ])
    expect(search.place).toBe('here')
    expect(await choices(search.lookIn('notes'))).toEqual([
      { source: 'Kadeblad', kind: 'note' },
      false,
      'relevance',
    ])
    expect(search.place).toBe('notes')
    expect(await choices(search.orderBy('date'))).toEqual([
      { source: 'Kadeblad', kind: 'note' },
      false,
      'date',
    ])
    expect(await choices(search.choose('source', null))).toEqual([{ kind: 'note' }, false, 'date'])
    expect(await choices(search.lookIn('everywhere'))).toEqual([{}, false, 'date'])
    expect([search.place, search.isNarrowed]).toEqual(['everywhere', false])
  })

  it('lets go of what excludes: a word of the question, a facet, or the edition', async () => {
    const way = { what: 'x', total: 3, text: 'sluis' }
    void search.ask('sluis na:2030')
    await answerAll()
    void search.relax({ ...way, refine: null })
    expect(asked.at(-1)?.request.text).toBe('sluis')
    await answerAll()
    void search.choose('year', '2030')
    void search.lookIn('here')
    void search.relax({ ...way, refine: 'year' })
    expect(asked.at(-1)?.request).toMatchObject({ refine: {}, here: true })
    void search.relax({ ...way, refine: 'here' })
    expect(asked.at(-1)?.request).toMatchObject({ refine: {}, here: false })
    await answerAll()
    void search.choose('year', '2030')
    void search.lookIn('here')
    void search.relax({ ...way, refine: 'all' })
    expect(asked.at(-1)?.request).toMatchObject({ text: 'sluis', refine: {}, here: false })
    await answerAll()
  })

  it('narrows nothing any more when the field was emptied', async () => {
    void search.ask('sluis')
    void search.choose('source', 'Kadeblad')
    void search.lookIn('here')
    await answerAll()
    search.clear()
    expect([search.isNarrowed, search.hits]).toEqual([false, []])
  })

  it('leaves the list as it is when a hit leads to another edition, and what comes later stands below', async () => {
    const { useEditionStore } = await import('../../../../src/stores/edition.ts')
    void search.ask('sluis')
    await answerAll()
    const before = search.hits.map(({ item }) => item)
    useEditionStore().open(aBundle, null)
    expect(search.hits.map(({ item }) => item)).toEqual(before)
    // How many are in the edition that is open now was never asked.
    expect(search.placeCounts.here).toBeNull()
    void search.askMore()
    expect(asked.at(-1)?.request.edition).toBeNull()
    await answerAll()
    expect(search.hits.slice(0, before.length).map(({ item }) => item)).toEqual(before)
  })

  it('drops more of an older question', async () => {
    void search.ask('sluis')
    await answerAll()
    void search.askMore()
    void search.ask('slot')
    await answerAll()
    expect([search.answered, search.hits.length]).toEqual(['slot', hitsPerPage])
  })

  it('asks on until all texts that may have a phrase are read, and holds the hit at hand', async () => {
    const many = Array.from({ length: 2_500 }, (_, index) =>
      index % 2 === 0 ? 'De sluis en de kade.' : 'De kade en de sluis.',
    )
    library = contextOf(segmentOf([anEdition({ sections: { Kop: many } })]))
    void search.ask('"de kade en"')
    await answerAll()
    const first = search.answer
    expect(first?.isComplete).toBe(false)
    search.move(1)
    const atHand = search.hits[0]?.item
    // Pages are of what is counted.
    await search.askMore()
    expect(asked).toHaveLength(1)
    for (let turn = 0; turn < 9 && asked.length > 0; turn++) await answerAll()
    expect([search.answer?.isComplete, search.answer?.total]).toEqual([true, 1_250])
    expect(first?.total).toBeLessThan(1_250)
    expect(search.hits[search.selected ?? -1]?.item).toBe(atHand)
  })

  it('keeps the hits when more of them cannot be had, says so, and tries again', async () => {
    void search.ask('sluis')
    await answerAll()
    void search.askMore()
    for (const one of asked.splice(0)) one.fail()
    await answerAll()
    expect([search.failed, search.moreFailed, search.hits.length]).toEqual([
      false,
      true,
      hitsPerPage,
    ])
    void search.askMore()
    await answerAll()
    expect([search.moreFailed, search.hits.length]).toEqual([false, 2 * hitsPerPage])
  })

  it('has the counts of the newest page', async () => {
    void search.ask('sluis')
    await answerAll()
    library = contextOf(
      segmentOf([anEdition({ id: 'ver', sections: { Kop: texts.slice(0, 50) } })]),
    )
    void search.askMore()
    await answerAll()
    expect([search.answer?.total, search.answer?.facets.kind]).toEqual([
      50,
      [{ value: 'item', count: 50 }],
    ])
  })
})
