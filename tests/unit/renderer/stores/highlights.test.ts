// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { anchorOf } from '../../../../src/core/reading/passage.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aHighlight, aPlace } from '../../core/reader-data/reader-records.ts'

const text = 'De sluis bij Zandvliet gaat op 4 mei dicht. Schippers varen om via het kanaal.'

beforeEach(() => {
  vi.resetModules()
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  vi.stubGlobal('desktop', { reader: { put: ok, remove: ok } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The stores with one highlight on `Schippers varen`, and the texts as they are now. */
async function opened(now: readonly string[]) {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useHighlightsStore } = await import('../../../../src/stores/highlights.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const bundle = anEditionOf(...now)
  useEditionStore().open(bundle, null)
  const start = text.indexOf('Schippers')
  const anchor = { ...anchorOf(text, { part: 'item', start, end: start + 15 }) }
  const reader = useReaderDataStore()
  reader.load([aHighlight({ edition: bundle.edition.id, item: 'i1', anchor })])
  return { highlights: useHighlightsStore(), reader, edition: bundle.edition.id }
}

it('knows where a highlight stands, and that it is of one text', async () => {
  const { highlights } = await opened([text, 'Op de markt staan fietsen.'])
  expect(highlights.highlightsOf('i1', 'item')).toHaveLength(1)
  expect(highlights.highlightAt('i1', 'item', text.indexOf('varen'))?.start).toBe(44)
  expect(highlights.highlightAt('i1', 'item', 0)).toBeNull()
  expect([highlights.isHighlighted('i1'), highlights.isHighlighted('i2')]).toEqual([true, false])
})

it('gives the same list while other things of the reader change', async () => {
  const { highlights, reader, edition } = await opened([text])
  const before = highlights.placed
  await reader.put(aPlace({ edition, item: 'i1' }))
  expect(highlights.placed).toBe(before)
  const [one] = before
  if (one !== undefined) await reader.put({ ...one.highlight, colour: 'roos' })
  expect(highlights.placed).not.toBe(before)
})

it('places again what was corrected, and says what is changed and what is loose', async () => {
  const changed = await opened([text.replace('Schippers varen', 'Schippers vaaren')])
  await vi.waitUntil(() => changed.highlights.placed.length === 1)
  expect(
    changed.highlights.placed.map((one) => changed.highlights.isChanged(one.highlight)),
  ).toEqual([true])

  setActivePinia(createPinia())
  const loose = await opened(['Op de markt staan fietsen.'])
  await vi.waitUntil(() => loose.reader.annotations.highlight.some(loose.highlights.isLoose))
  expect(loose.highlights.placed).toEqual([])
})

it('takes a passage for what a loose highlight marks, keeps its old words, and asks about it again', async () => {
  const now = 'Op de markt staan elke dinsdag kramen.'
  const { highlights, reader } = await opened([now])
  const [loose] = reader.annotations.highlight
  if (loose === undefined) throw new Error('there is no highlight')
  await vi.waitUntil(() => highlights.settled?.size === 1)
  highlights.acceptWords(
    { ...loose, leftLoose: true, note: 'Navragen' },
    { item: 'i1', part: 'item', start: 3, end: 11 },
  )
  const [pointed] = reader.annotations.highlight
  expect(pointed).toMatchObject({ id: loose.id, colour: loose.colour, note: 'Navragen' })
  expect(pointed).toMatchObject({ before: ['Schippers varen'], anchor: { exact: 'de markt' } })
  expect(pointed?.leftLoose).toBe(false)
  expect(highlights.placed).toHaveLength(1)
})
