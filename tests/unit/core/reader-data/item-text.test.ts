import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openingItem } from '../../../../src/core/edition/edition.ts'
import {
  itemTextOf,
  longestItemText,
  mergeItemTexts,
} from '../../../../src/core/reader-data/item-text.ts'
import { anEditionOf } from '../search/an-edition.ts'
import { aText } from './reader-records.ts'

const { edition } = anEditionOf('Mist boven de haven.')

it('is the words of an item or of the lede, and of nothing else', () => {
  expect(itemTextOf(edition, 'i1')).toEqual({
    ...{ kind: 'text', edition: edition.id, item: 'i1', text: 'Mist boven de haven.' },
  })
  expect(itemTextOf({ ...edition, lede: 'Deze week.' }, openingItem)?.text).toBe('Deze week.')
  expect(itemTextOf({ ...edition, lede: null }, openingItem)).toBeNull()
  expect(itemTextOf(edition, 'i9')).toBeNull()
})

it('is of a very long item its beginning, without half a letter', () => {
  const long = anEditionOf('👍'.repeat(longestItemText)).edition
  const text = itemTextOf(long, 'i1')?.text ?? ''
  expect(text.length).toBeLessThanOrEqual(longestItemText)
  expect(text.length).toBeGreaterThan(longestItemText - 5)
  expect(text).toMatch(/^👍+ …$/u)
  const whole = 'a'.repeat(longestItemText)
  expect(itemTextOf(anEditionOf(whole).edition, 'i1')?.text).toBe(whole)
})

it('is the same of two, in whatever order they come', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(text, text, (first, second) => {
      const [one, other] = [aText({ text: first }), aText({ text: second })]
      expect(mergeItemTexts(one, other)).toEqual(mergeItemTexts(other, one))
      expect(mergeItemTexts(one, one)).toBe(one)
    }),
  )
  expect(mergeItemTexts(aText({ text: 'Kort.' }), aText()).text).toBe(aText().text)
})
