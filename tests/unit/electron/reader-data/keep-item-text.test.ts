import { expect, it } from 'vitest'
import { keepItemText } from '../../../../electron/services/reader-data/keep-item-text.ts'
import { createReaderData } from '../../../../electron/services/reader-data/reader-data.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { aBookmark } from '../../core/reader-data/reader-records.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
const { id } = anEditionOf('Mist.').edition
const bookmark = aBookmark({ edition: id, item: 'i1' })

/** What is kept of the item when editions are open and in the library, one after the other. */
async function kept(
  ...steps: readonly { readonly open: EditionBundle | null; readonly here: EditionBundle | null }[]
): Promise<readonly (string | null)[]> {
  const store = place.open()
  const data = createReaderData(store)
  const texts: (string | null)[] = []
  for (const { open, here } of steps) {
    const editions = { current: () => Promise.resolve(open), find: () => Promise.resolve(here) }
    await keepItemText(data, editions, bookmark)
    texts.push(data.textOf(id, 'i1'))
  }
  store.close()
  return texts
}

it('goes with the text that is open, and keeps what it has when the item or its edition is gone', async () => {
  const [old, now] = [anEditionOf('Mist.'), anEditionOf('Mist en regen.')]
  const without = { ...now, edition: { ...now.edition, sections: [] } }
  expect(
    await kept(
      { open: old, here: null },
      { open: now, here: null },
      { open: without, here: null },
      { open: null, here: null },
    ),
  ).toEqual(['Mist.', 'Mist en regen.', 'Mist en regen.', 'Mist en regen.'])
})

it('reads an edition that is not open only where nothing is kept yet', async () => {
  const [old, now] = [anEditionOf('Mist.'), anEditionOf('Mist en regen.')]
  expect(
    await kept({ open: null, here: null }, { open: null, here: old }, { open: null, here: now }),
  ).toEqual([null, 'Mist.', 'Mist.'])
})
