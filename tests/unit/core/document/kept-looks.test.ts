import * as v from 'valibot'
import { expect, it } from 'vitest'
import { keptLooksSchema, looksOf, withLooks } from '../../../../src/core/document/kept-looks.ts'
import { documentOfText, withoutLooks } from '../../../../src/core/document/source-document.ts'
import { documentOf } from '../series/a-series.ts'

const styled = documentOf([
  ['klein', 'Aan het water'],
  ['vet', 'Kade dicht'],
  ['klein', 'In het dorp'],
])

it('keeps each look once, and gives every block its own again', () => {
  const looks = looksOf(styled)
  expect(looks).toEqual({
    looks: [
      ['td', 'klein'],
      ['td', 'vet'],
    ],
    blocks: [0, 1, 0],
  })
  expect(v.is(keptLooksSchema, looks)).toBe(true)
  expect(withLooks(withoutLooks(styled), looks)).toEqual(styled)
})

it('keeps nothing of a text, whose lines have no look', () => {
  expect(looksOf(documentOfText('Een.\nTwee.'))).toBeNull()
  expect(withLooks(styled, null)).toBe(styled)
})

it('is kept also where a page writes a style without an end', () => {
  const endless = documentOf([['a'.repeat(100_000), 'Aan het water']])
  expect(v.is(keptLooksSchema, looksOf(endless))).toBe(true)
})

it('leaves a block without a look where what was kept names none', () => {
  const document = withoutLooks(styled)
  expect(withLooks(document, { looks: [], blocks: [7, -1] })).toEqual(document)
})
