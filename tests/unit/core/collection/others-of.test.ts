import { expect, it } from 'vitest'
import { othersOf } from '../../../../src/core/collection/others-of.ts'
import { aFeedOf, aMailboxOf, aPart } from './collection-parts.ts'

const blad = { sender: 'Havenblad', address: 'b@blad.example' }

it('are those of the same sender, also from another address at its host', () => {
  const mailbox = aMailboxOf([
    aPart(blad),
    aPart({ sender: 'Kas', address: 'k@kas.example' }),
    aPart({ ...blad, address: 'c@blad.example' }),
    aPart(blad),
  ])
  expect(othersOf(mailbox, 0)).toEqual([2, 3])
  expect(othersOf(mailbox, 1)).toEqual([])
})

it('are none where nobody is named, or there is no such part', () => {
  const mailbox = aMailboxOf([
    aPart({ sender: '', address: '' }),
    aPart({ sender: '', address: '' }),
  ])
  expect(othersOf(mailbox, 0)).toEqual([])
  expect(othersOf(mailbox, 9)).toEqual([])
})

it('are all others of a feed', () => {
  expect(othersOf(aFeedOf([aPart({}), aPart({}), aPart({})]), 1)).toEqual([0, 2])
})
