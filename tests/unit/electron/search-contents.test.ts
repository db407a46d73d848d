import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createReaderData } from '../../../electron/services/reader-data.ts'
import { searchContents } from '../../../electron/services/search-contents.ts'
import { createSearchIndex } from '../../../electron/services/search-index.ts'
import { aBookmark, aNote } from '../core/reader-data/reader-records.ts'
import { anEditionOf } from '../core/search/an-edition.ts'
import { aStorePlace } from './a-store.ts'

const place = aStorePlace()
const bundle = anEditionOf('Mist boven de haven.')

function aReader() {
  const data = createReaderData(place.open())
  data.putAll([aBookmark(), aNote({ edition: 'blik-1', item: 'i1', text: 'Over zeilen.' })])
  return data
}

describe('what the search is to know', () => {
  it('is the open edition, the index beside it, and the reader’s notes', async () => {
    fs.writeFileSync(place.file('index.txt'), 'de index')
    expect(await searchContents(bundle, place.file('index.txt'), aReader())).toEqual({
      bundles: [bundle],
      indexFile: 'de index',
      notes: [{ edition: 'blik-1', item: 'i1', text: 'Over zeilen.' }],
    })
  })

  it('has no editions when none is open', async () => {
    const contents = await searchContents(null, place.file('index.txt'), aReader())
    expect(contents.bundles).toEqual([])
  })

  it.each([
    ['missing', (): unknown => undefined],
    ['a folder', () => fs.mkdirSync(place.file('index.txt'))],
    ['not ours', () => fs.writeFileSync(place.file('index.txt'), 'iets anders')],
  ])('is enough to find text and notes when the index file is %s', async (_, prepare) => {
    prepare()
    const index = createSearchIndex(
      await searchContents(bundle, place.file('index.txt'), aReader()),
    )
    expect(index.origin).toMatchObject({ from: 'texts' })
    const found = (text: string) => index.answer({ id: 1, text }).hits.map(({ where }) => where)
    expect(found('mist')).toEqual(['item'])
    expect(found('zeilen')).toEqual(['note'])
  })
})
