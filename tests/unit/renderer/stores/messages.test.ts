import { expect, it } from 'vitest'
import { stayOf } from '../../../../src/stores/messages.ts'

const words = (count: number): string => Array.from({ length: count }, () => 'woord').join(' ')
const undo = (): void => undefined

it.each([
  ['a plain sentence', { text: 'Bericht 5 is gekopieerd', undo: null }, 4_000],
  ['one that can be undone', { text: 'Bladwijzer bij bericht 2 verwijderd', undo }, 10_000],
  ['a long one, until it can have been read', { text: words(20), undo: null }, 7_000],
  ['a very long one that can be undone', { text: words(40), undo }, 14_000],
])('%s stays', (_, toast, expected) => {
  expect(stayOf(toast)).toBe(expected)
})
