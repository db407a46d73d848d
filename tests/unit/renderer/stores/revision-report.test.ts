// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Highlight } from '../../../../src/core/annotations/annotation.ts'
import { anchorOf } from '../../../../src/core/reading/passage.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aBookmark, aHighlight, aPlace } from '../../core/reader-data/reader-records.ts'

const text = 'De sluis bij Zandvliet gaat op 4 mei dicht. Schippers varen om via het kanaal.'
const gone = 'Op de markt staan elke dinsdag veertig kramen.'

beforeEach(() => {
  vi.resetModules()
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  vi.stubGlobal('desktop', { reader: { put: ok, remove: ok } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The store with one highlight on the second sentence, in an edition whose first item has become `now`. */
async function opened(now: string, change: Partial<Highlight> = {}) {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useRevisionReportStore } = await import('../../../../src/stores/revision-report.ts')
  const open = (first: string): string => {
    const bundle = anEditionOf(first, 'Een ander bericht.')
    const edition = { ...bundle.edition, revision: 3 }
    useEditionStore().open({ ...bundle, edition }, null)
    return edition.id
  }
  const edition = open(now)
  const start = text.indexOf('Schippers')
  const anchor = { ...anchorOf(text, { part: 'item', start, end: text.length }) }
  const reader = useReaderDataStore()
  const highlight = aHighlight({ edition, item: 'i1', anchor, ...change })
  reader.load([highlight])
  return { report: useRevisionReportStore(), reader, edition, open }
}

it.each([
  ['what stands where it stood', text, {}, 0, false],
  ['what is changed', text.replace('kanaal', 'kanaaltje'), {}, 1, true],
  ['what is loose', gone, {}, 1, true],
  ['what was left loose', gone, { leftLoose: true } as const, 0, true],
])('counts and offers %s', async (_, now, change, asking, isOffered) => {
  const { report } = await opened(now, change)
  await vi.waitUntil(() => report.asking !== null)
  expect(report.asking).toBe(asking)
  expect(report.isOffered).toBe(isOffered)
})

it('does not ask by what was found in a text that is no longer open', async () => {
  const { report, open } = await opened(gone)
  expect(report.asking).toBeNull()
  await vi.waitUntil(() => report.asking === 1)
  open(`Let op. ${text}`)
  expect(report.asking).toBeNull()
  await vi.waitUntil(() => report.asking === 0)
})

it('offers the report when the item of a bookmark is gone', async () => {
  const { report, reader, edition } = await opened(text)
  expect(report.isOffered).toBe(false)
  await reader.put(aBookmark({ edition, item: 'weg' }))
  expect(report.isOffered).toBe(true)
})

it('remembers with the position which revision was seen, and keeps the rest of it', async () => {
  const { report, reader, edition } = await opened(gone)
  await reader.put(aPlace({ edition, item: 'i2', line: 4 }))
  expect(report.isSeen).toBe(false)
  report.markSeen()
  expect(report.isSeen).toBe(true)
  expect(reader.position).toMatchObject({ item: 'i2', line: 4, seenRevision: 3 })
})

it('remembers it also where no position was kept yet', async () => {
  const { report, reader } = await opened(gone)
  report.markSeen()
  expect(reader.position).toMatchObject({ item: null, line: 0, seenRevision: 3 })
})
