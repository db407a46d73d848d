import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  editionFileName,
  isLeftover,
  parseEditionFileName,
  parseRemovedFileName,
  removedFileName,
} from '../../../../electron/services/library/library-names.ts'

const name = fc.record({
  id: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,30}$/),
  revision: fc.integer({ min: 1 }),
})

it('reads every name that it makes, and takes neither kind for the other', () => {
  fc.assert(
    fc.property(name, (wanted) => {
      const file = editionFileName(wanted)
      const removed = removedFileName(wanted, '2024-07-05')
      const later = removedFileName(wanted, '2024-07-05', 2)
      expect(parseRemovedFileName(later)).toEqual({
        ...{ ...wanted, file: later, day: '2024-07-05', count: 2 },
      })
      expect(parseEditionFileName(later)).toBeNull()
      expect(parseEditionFileName(file)).toEqual(wanted)
      expect(parseRemovedFileName(removed)).toEqual({
        ...{ ...wanted, file: removed, day: '2024-07-05', count: 1 },
      })
      expect(parseEditionFileName(removed)).toBeNull()
      expect(parseRemovedFileName(file)).toBeNull()
    }),
  )
})

it.each([
  'Blik@1.json',
  'blik@0.json',
  'blik@01.json',
  'blik@1.JSON',
  'blik.json',
  '@1.json',
  '../blik@1.json',
  'blik@1.json.tmp',
  'catalogue.json',
])('takes %s for no edition', (file) => {
  expect(parseEditionFileName(file)).toBeNull()
})

it.each([
  ['blik@1.json.tmp', true],
  ['catalogue.json.tmp', true],
  ['mijn.tmp', false],
  ['blik@1.json', false],
])('knows whether %s was left behind', (file, expected) => {
  expect(isLeftover(file)).toBe(expected)
})
