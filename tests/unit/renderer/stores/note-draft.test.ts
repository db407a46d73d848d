// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aHighlight, aNote } from '../../core/reader-data/reader-records.ts'

const bundle = anEditionOf('De sluis gaat dicht.', 'Op de markt staan fietsen.')
const edition = bundle.edition.id
const note = aNote({ edition, item: 'i1', text: 'Nakijken.' })
const highlight = aHighlight({ edition, item: 'i1' })

beforeEach(() => {
  vi.resetModules()
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  vi.stubGlobal('desktop', { reader: { put: ok, remove: ok } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened() {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useNoteDraftStore } = await import('../../../../src/stores/note-draft.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const editions = useEditionStore()
  editions.open(bundle, null)
  useReaderDataStore().load([note, highlight])
  const [first, second] = editions.items
  if (first === undefined || second === undefined) throw new Error('no items')
  return { draft: useNoteDraftStore(), first, second }
}

it('asks for the field of the note that is open already, wherever it is asked for', async () => {
  const { draft, first, second } = await opened()
  draft.open(first)
  draft.type('Nagekeken.')
  const before = draft.asked
  draft.open(first)
  draft.openAtRecord(note)
  expect(draft.asked).toBe(before + 2)
  expect(draft.text).toBe('Nagekeken.')
  draft.open(second)
  draft.openAtHighlight(highlight)
  expect(draft.asked).toBe(before + 2)
})
