import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { stayOf, useMessagesStore } from '../../../../src/stores/messages.ts'

const words = (count: number): string => Array.from({ length: count }, () => 'woord').join(' ')
const action = { name: 'Bekijken', run: (): void => undefined }
const undo = (): void => undefined

it.each([
  ['a plain sentence', { text: 'Bericht 5 is gekopieerd', undo: null, action: null }, 4_000],
  [
    'one that can be undone',
    { text: 'Bladwijzer bij bericht 2 verwijderd', undo, action: null },
    10_000,
  ],
  ['one that leads somewhere', { text: 'Revisie 3', undo: null, action }, 10_000],
  ['a long one, until it can have been read', { text: words(20), undo: null, action: null }, 7_000],
  ['a very long one that can be undone', { text: words(40), undo, action: null }, 14_000],
])('%s stays', (_, toast, expected) => {
  expect(stayOf(toast)).toBe(expected)
})

describe('what is taken back', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
  })

  it('is said, unless the way back says something itself', () => {
    const messages = useMessagesStore()
    messages.show('Notitie verwijderd', undo)
    expect(messages.undo()).toBe(true)
    expect(messages.toast?.text).toBe('Ongedaan gemaakt: Notitie verwijderd')
    messages.show('Notitie verwijderd', () => messages.show('De notitie staat er weer'))
    expect(messages.undo()).toBe(true)
    expect(messages.toast?.text).toBe('De notitie staat er weer')
    expect(messages.undo()).toBe(false)
  })
})
