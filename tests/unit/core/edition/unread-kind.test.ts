import { expect, it } from 'vitest'
import { editionEndings } from '../../../../src/core/edition/edition-path.ts'
import { unreadKindOf } from '../../../../src/core/edition/unread-kind.ts'

it.each([
  ['krant.pdf', 'pdf'],
  ['KRANT.PDF', 'pdf'],
  ['kaart.jpeg', 'picture'],
  ['week 46.tar.gz', 'archive'],
  ['verslag.rtf', 'document'],
  ['krant.pdf.txt', null],
  ['pdf', null],
  ['.pdf', null],
  ['krant.', null],
  ['film.mp4', null],
])('tells by its name what kind of file is not read: %s', (name, kind) => {
  expect(unreadKindOf(name)).toBe(kind)
})

it('is nothing that an edition may be', () => {
  for (const ending of editionEndings) expect(unreadKindOf(`week.${ending}`)).toBeNull()
})
