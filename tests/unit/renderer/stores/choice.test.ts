// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Desktop } from '../../../../src/core/desktop-api.ts'
import type { useChoiceStore } from '../../../../src/stores/choice.ts'
import { aFeedOf, aMailboxOf, aPart } from '../../core/collection/collection-parts.ts'

let choice: ReturnType<typeof useChoiceStore>
/** What the main process was told. */
let taken: unknown[]
let left: number[]

beforeEach(async () => {
  taken = []
  left = []
  vi.resetModules()
  const imports: Partial<Desktop['imports']> = {
    take(...asked) {
      taken.push(asked)
      return Promise.resolve({ ok: false, reason: 'nothing-chosen' })
    },
    leave(collection) {
      left.push(collection)
      return Promise.resolve()
    },
  }
  Object.assign(window, { desktop: { imports } })
  setActivePinia(createPinia())
  choice = (await import('../../../../src/stores/choice.ts')).useChoiceStore()
})

const blad = { sender: 'Havenblad', address: 'b@blad.example', date: '2024-07-05' }
const mailbox = aMailboxOf([aPart(blad), aPart({ ...blad, isKnown: true }), aPart(blad)])

describe('a choice', () => {
  it('begins with nothing, and gives all parts as the likeliest editions', () => {
    choice.open(mailbox)
    expect(choice).toMatchObject({ grouping: 'sender', split: 'each', known: 0, editions: 0 })
    choice.chooseAll()
    expect(choice).toMatchObject({ known: 1, editions: 2 })
    expect([...choice.chosen]).toEqual([0, 1, 2])
  })

  it('gives all that was found, and keeps what is chosen above it', async () => {
    const kas = { sender: 'Kas', address: 'k@kas.example', title: 'De kas' }
    choice.open(aMailboxOf([aPart(blad), aPart(blad), aPart(kas)]))
    choice.choose([2], true)
    choice.sought = 'haven'
    await nextTick()
    expect(choice.found.map(({ name }) => name)).toEqual(['Havenblad'])
    expect(choice.listed.map(({ name }) => name)).toEqual(['Kas', 'Havenblad'])
    choice.chooseAll()
    expect(choice.chosen).toEqual(new Set([2, 0, 1]))
    choice.sought = ''
    await nextTick()
    expect(choice.listed.map(({ name }) => name)).toEqual(['Havenblad', 'Kas'])
  })

  it('asks for no edition that the library has, unless for that alone', async () => {
    choice.open(mailbox)
    choice.chooseAll()
    await choice.take()
    choice.chooseNone()
    choice.choose([1], true)
    expect(choice.editions).toBe(1)
    await choice.take()
    choice.chooseAll()
    choice.split = 'month'
    await choice.take()
    expect(taken).toEqual([
      [1, [0, 2], 'each'],
      [1, [1], 'each'],
      [1, [0, 1, 2], 'month'],
    ])
    expect(choice.collection).toEqual(mailbox)
  })

  it('waits for the one before it, and begins anew', () => {
    choice.open(mailbox)
    choice.open({ ...aFeedOf([aPart(), aPart()]), id: 2 })
    choice.chooseNone()
    choice.leave()
    expect(left).toEqual([1])
    expect(choice.collection?.id).toBe(2)
    choice.chooseAll()
    expect(choice).toMatchObject({ split: 'whole', editions: 1, chosen: new Set([0, 1]) })
    choice.leave()
    expect(choice.collection).toBeNull()
  })
})
