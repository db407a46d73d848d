import { expect, it } from 'vitest'
import { withIds } from '../../../../src/core/edition/edition-ids.ts'
import { documentsOf } from '../../../../src/core/search/documents.ts'
import { anEdition } from '../search/an-edition.ts'

it('gives no item the id of the opening, so that each is found', () => {
  const bundle = anEdition({ sections: { Kop: ['Lede', 'Lede', 'Gent'] } })
  const documents = documentsOf({ ...bundle, edition: withIds(bundle.edition) })
  expect(documents.map(({ item, text }) => [item, text])).toEqual([
    ['lede', ''],
    ['lede-2', 'Lede'],
    ['lede-3', 'Lede'],
    ['gent', 'Gent'],
  ])
})
