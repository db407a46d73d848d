// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aBookmark, aHighlight, aNote } from '../../core/reader-data/reader-records.ts'

const bundle = anEditionOf('De sluis gaat dicht.', 'Op de markt staan fietsen.')
const edition = bundle.edition.id
const highlight = aHighlight({ edition, item: 'i1', tags: ['prijs'], leftLoose: true })
const records = [highlight, aBookmark({ edition, item: 'i2' }), aNote({ edition, item: 'i2' })]

beforeEach(() => {
  vi.resetModules()
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  vi.stubGlobal('desktop', { reader: { put: ok, remove: ok } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened(kept: readonly ReaderRecord[] = records) {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useDeskStore } = await import('../../../../src/stores/desk.ts')
  const { useShelfStore } = await import('../../../../src/stores/shelf.ts')
  useEditionStore().open(bundle, null)
  const reader = useReaderDataStore()
  reader.load(kept)
  return { desk: useDeskStore(), reader, shelf: useShelfStore() }
}

it('counts what is on each shelf', async () => {
  const { desk } = await opened()
  expect(desk.counts).toEqual({ all: 2, bookmark: 1, highlight: 1, note: 1, loose: 1 })
})

it('shows a shelf, and of that what has the words', async () => {
  const { desk, shelf } = await opened()
  shelf.shown = { kind: 'tag', tag: 'prijs' }
  expect(desk.shownRows.map(({ highlight: one }) => one)).toEqual([highlight])
  shelf.shown = { kind: 'all' }
  desk.typed = 'nakijken'
  await desk.find()
  expect(desk.shownRows).toHaveLength(1)
  desk.typed = 'nergens'
  await desk.find()
  expect(desk.shownRows).toEqual([])
  desk.typed = ''
  await desk.find()
  expect(desk.shownRows).toHaveLength(2)
})

it('finds in slices among many, and answers the last question alone', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    aHighlight({
      ...{ edition, item: 'i1', id: index.toString(16).padStart(16, '0') },
      note: `Regel ${String(index)} over de ${index % 2 === 0 ? 'haven' : 'markt'}`,
    }),
  )
  const { desk } = await opened(many)
  desk.typed = 'havens'
  const first = desk.find()
  desk.typed = 'markten'
  await Promise.all([desk.find(), first])
  expect(desk.shownRows).toHaveLength(1_500)
  expect(desk.shownRows.every(({ highlight: one }) => one?.note?.includes('markt'))).toBe(true)
})

it('shows a screen of rows before all are found, and says so', async () => {
  const many = Array.from({ length: 300 }, (_, index) =>
    aHighlight({
      ...{ edition, item: 'i1', id: index.toString(16).padStart(16, '0') },
      note: 'Mist over de haven',
    }),
  )
  const { desk } = await opened(many)
  desk.typed = 'haven'
  const whole = desk.find()
  expect([desk.shownRows.length, desk.isFinding]).toEqual([40, true])
  desk.chooseAll()
  expect(desk.chosenRows).toEqual([])
  await whole
  expect([desk.shownRows.length, desk.isFinding]).toEqual([300, false])
  // The same words among other rows: none that was shown goes meanwhile.
  const again = desk.find()
  expect([desk.shownRows.length, desk.isFinding]).toEqual([300, false])
  await again
})

it('chooses one, all and none, of what is shown alone', async () => {
  const { desk, shelf } = await opened()
  const [first] = desk.shownRows
  desk.choose(first?.key ?? '')
  expect(desk.chosenRows).toEqual([first])
  desk.chooseAll()
  expect(desk.chosenRows).toHaveLength(2)
  shelf.shown = { kind: 'bookmark' }
  expect(desk.chosenRows).toEqual([])
})
