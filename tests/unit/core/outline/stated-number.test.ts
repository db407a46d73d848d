import { expect, it } from 'vitest'
import { asOneText } from '../../../../src/core/edition/one-text.ts'
import { documentOfText, nothingStated } from '../../../../src/core/document/source-document.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'

/** The edition of a file that states this number. */
function editionWith(number: string) {
  const document = documentOfText('De haven\n\nDe kade zakt al jaren langzaam in de haven weg.')
  const read = editionOfDocument({ ...document, stated: { ...nothingStated, number } }, 'brief.md')
  if (!read.ok) throw new Error('the text is an edition')
  return read.edition
}

it('is the number of the edition, without its label', () => {
  expect(editionWith('nr. 27').number).toBe('27')
  expect(editionWith('zomer')).not.toHaveProperty('number')
})

it('stays when the edition becomes one text', () => {
  expect(asOneText({ ...editionWith('27'), lede: 'Deze week.' }).number).toBe('27')
})
