import { expect, it } from 'vitest'
import { alikeRows } from '../../../../src/core/edition/alike-rows.ts'
import { proofRows } from '../../../../src/core/edition/proof-rows.ts'
import { withRole } from '../../../../src/core/edition/row-roles.ts'
import { anEditionOf } from '../search/an-edition.ts'

const texts = ['De sluis gaat dicht.', 'De markt gaat open.', 'De kade is nat.', 'Het veer vaart.']
const { edition } = anEditionOf(...texts)
const text = texts.join('\n')

function alikeTo(words: string, alike: readonly (readonly number[])[], now = edition) {
  const rows = proofRows(now, text, [], edition)
  const row = rows.find((one) => one.text === words)
  if (row === undefined) throw new Error('no such row')
  return alikeRows(now, rows, alike, row).map((one) => one.text)
}

it('finds the rows that look alike in the file', () => {
  expect(alikeTo('De markt gaat open.', [[1, 2, 4]])).toEqual([texts[0], texts[1], texts[3]])
  expect(alikeTo('De kade is nat.', [[1, 2, 4]])).toEqual([texts[2]])
})

it('leaves those that the reader made something else', () => {
  const [first] = edition.sections.flatMap(({ items }) => items)
  const mended = withRole(edition, { role: 'item', id: first?.id ?? '' }, 'section')
  expect(mended).not.toBe(edition)
  expect(alikeTo('De markt gaat open.', [[1, 2, 4]], mended)).toEqual([texts[1], texts[3]])
  expect(alikeTo('De sluis gaat dicht.', [[1, 2, 4]], mended)).toEqual([texts[0]])
})

it('takes the title of the edition for itself alone', () => {
  expect(alikeTo(edition.title, [[1, 2]])).toEqual([edition.title])
})
