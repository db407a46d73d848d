// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mostTags } from '../../../../src/core/annotations/annotation.ts'
import type { ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aBookmark, aHighlight, aNote } from '../../core/reader-data/reader-records.ts'

const bundle = anEditionOf('De sluis gaat dicht.', 'Op de markt staan fietsen.')
const edition = bundle.edition.id
const highlight = aHighlight({ edition, item: 'i1', tags: ['haven', 'prijs'] })
const key = `highlight:${edition}/${highlight.id}`

beforeEach(() => {
  vi.resetModules()
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  vi.stubGlobal('desktop', { reader: { put: ok, remove: ok } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened(...records: readonly ReaderRecord[]) {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useTagsStore } = await import('../../../../src/stores/tags.ts')
  const editions = useEditionStore()
  editions.open(bundle, null)
  const reader = useReaderDataStore()
  reader.load(records)
  const placed = editions.items[0]
  if (placed === undefined) throw new Error('no item')
  return { tags: useTagsStore(), reader, placed }
}

it('adds to the note of an item, and takes away from its bookmark too', async () => {
  const { tags, reader, placed } = await opened(
    aNote({ edition, item: 'i1' }),
    aBookmark({ edition, item: 'i1', tags: ['haven'] }),
  )
  await tags.add({ placed }, 'prijs')
  expect(tags.tagsOf({ placed })).toEqual(['haven', 'prijs'])
  expect(reader.noteOf('i1')?.tags).toEqual(['prijs'])
  await tags.remove({ placed }, 'Haven')
  expect(tags.tagsOf({ placed })).toEqual(['prijs'])
  expect(reader.bookmarkOf('i1')).toEqual(aBookmark({ edition, item: 'i1' }))
})

it('takes the spelling that is there already', async () => {
  const { tags } = await opened(highlight, aBookmark({ edition, item: 'i2' }))
  await tags.add({ keys: [`bookmark:${edition}/i2`] }, 'PRIJS')
  expect(tags.counted).toEqual([
    { tag: 'prijs', count: 2 },
    { tag: 'haven', count: 1 },
  ])
})

it('keeps an item with a bookmark, which goes again without a tag', async () => {
  const { tags, reader, placed } = await opened()
  await tags.openAtItem(placed)
  expect([tags.isOpenAt({ placed }), reader.bookmarkOf('i1') === undefined]).toEqual([true, false])
  tags.close()
  expect([tags.isOpenAt({ placed }), reader.bookmarkOf('i1')]).toEqual([false, undefined])
  await tags.openAtItem(placed)
  await tags.add({ placed }, 'prijs')
  tags.close()
  expect(reader.bookmarkOf('i1')?.tags).toEqual(['prijs'])
})

it('writes a tag otherwise everywhere, and gives the records as they were', async () => {
  const { tags, reader } = await opened(highlight, aBookmark({ edition, item: 'i2', tags: ['eb'] }))
  expect(tags.replaceEverywhere('prijs', 'haven')).toEqual([highlight])
  expect(reader.highlightByKey(key)?.tags).toEqual(['haven'])
  expect(tags.replaceEverywhere('haven', null)).toHaveLength(1)
  expect(reader.highlightByKey(key)).not.toHaveProperty('tags')
  expect(tags.counted).toEqual([{ tag: 'eb', count: 1 }])
})

it('takes back what was changed, with what was made for it, and says when nothing was', async () => {
  const { tags, reader, placed } = await opened(highlight)
  const target = { keys: [key] }
  expect(await tags.add(target, 'Prijs')).toBeNull()
  expect(await tags.remove(target, 'eb')).toBeNull()
  const added = await tags.add(target, 'eb')
  expect(reader.highlightByKey(key)?.tags).toEqual(['eb', 'haven', 'prijs'])
  if (typeof added === 'function') added()
  expect(reader.highlightByKey(key)).toEqual(highlight)
  await tags.openAtItem(placed)
  const made = await tags.add({ placed }, 'eb')
  tags.close()
  if (typeof made === 'function') made()
  expect(reader.bookmarkOf('i1')).toBeUndefined()
})

it('adds none to an annotation that has as many as it can', async () => {
  const many = Array.from({ length: mostTags }, (_, index) => `woord ${String(1_000 + index)}`)
  const { tags } = await opened(aBookmark({ edition, item: 'i2', tags: many }))
  expect(await tags.add({ keys: [`bookmark:${edition}/i2`] }, 'eb')).toBe('too-many')
})
