import { expect, it } from 'vitest'
import { askOf, libraryOf, segmentOf } from './a-search.ts'
import { anEditionOf } from './an-edition.ts'

it('finds a phrase that stands alone in the question', () => {
  const bundle = anEditionOf('Een rode boei in zee.', 'De boei is rode verf kwijt.')
  const { hits } = askOf(libraryOf(segmentOf([bundle])), '"rode boei"')
  expect(hits.map(({ item, reason }) => [item, reason])).toEqual([['i1', 'phrase']])
})
