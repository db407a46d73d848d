import { expect, it } from 'vitest'
import { completeQuery } from '../../../../src/core/search/complete-query.ts'
import { libraryOf, segmentOf } from './a-search.ts'
import { anEditionOf } from './an-edition.ts'

const library = libraryOf(segmentOf([anEditionOf('Een rode boei in zee.')]))
const offered = (text: string): string[] =>
  completeQuery(library, { text, cursor: text.length })?.options.map(({ text }) => text) ?? []

it.each(['boei in', 'boei na', 'boei voor'])('offers no operator for a plain word: %s', (text) => {
  expect(offered(text)).toEqual([])
})

it.each([
  ['boei vo', ['voor:']],
  ['boei br', ['bron:']],
  ['boei bron', ['bron:']],
])('offers one while it is typed: %s', (text, options) => {
  expect(offered(text)).toEqual(options)
})
