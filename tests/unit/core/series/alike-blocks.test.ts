import { expect, it } from 'vitest'
import { alikeBlocks } from '../../../../src/core/series/alike-blocks.ts'
import { documentOf, guessed } from './a-series.ts'

it('groups blocks by look and by what they are read as, and leaves single ones out', () => {
  const roled = guessed(
    documentOf([
      ['heading', 'Aan de kade'],
      ['big', 'De sluis gaat dicht'],
      ['small', 'De sluis bij het veer is een week lang dicht, en schepen varen om.'],
      ['heading', 'In het dorp'],
      ['big', 'De markt gaat open'],
      ['small', 'Op het plein staat vanaf zaterdag weer een markt met groente en fruit.'],
      ['foot', 'Afmelden'],
    ]),
  )
  const groups = alikeBlocks(roled)
  expect(groups).toEqual(
    expect.arrayContaining([
      [1, 7],
      [3, 9],
      [5, 11],
    ]),
  )
  expect(groups.flat()).not.toContain(13)
  const mended = roled.map(({ block, role }) => ({
    block,
    role: block.line === 3 ? ('heading' as const) : role,
  }))
  expect(alikeBlocks(mended).flat()).not.toContain(3)
})
