import { describe, expect, it } from 'vitest'
import {
  countEditions,
  minutesFor,
  offeredSplits,
} from '../../../../src/core/collection/offered-splits.ts'
import { aFeedOf, aMailboxOf, aPart } from './collection-parts.ts'

const on = (...dates: readonly (string | null)[]) => dates.map((date) => aPart({ date }))

describe('the editions that are offered', () => {
  it('are one a letter of a mailbox first', () => {
    expect(offeredSplits(aMailboxOf(on(null)))).toEqual(['each', 'month', 'whole'])
  })

  it.each([
    ['each entry that is a digest by itself', true, 'each'],
    ['the whole of one with short entries', false, 'whole'],
  ])('are, of a feed, first %s', (_name, areDigests, first) => {
    const offered = offeredSplits(aFeedOf(on('2024-07-05', '2024-06-28'), areDigests))
    expect(offered[0]).toBe(first)
    expect(offered.toSorted()).toEqual(['day', 'each', 'month', 'week', 'whole'])
  })

  it('take minutes when they are thousands', () => {
    expect([100, 1_800, 16_183].map(minutesFor)).toEqual([0, 1, 8])
  })

  it('are counted, in their series', () => {
    const blad = { sender: 'Havenblad', address: 'b@blad.example' }
    const parts = [
      aPart({ ...blad, date: '2024-07-05' }),
      aPart({ ...blad, date: '2024-07-12' }),
      aPart({ ...blad, date: '2024-08-02' }),
      aPart({ sender: 'Kas', date: '2024-07-05' }),
    ]
    expect(countEditions('mailbox', parts, 'each')).toEqual({ editions: 4, series: 2 })
    expect(countEditions('mailbox', parts, 'month')).toEqual({ editions: 3, series: 2 })
    expect(countEditions('mailbox', parts, 'whole')).toEqual({ editions: 1, series: 1 })
    expect(countEditions('mailbox', [], 'each')).toEqual({ editions: 0, series: 0 })
    expect(countEditions('feed', parts, 'day')).toEqual({ editions: 3, series: 1 })
    expect(countEditions('feed', parts, 'week')).toEqual({ editions: 3, series: 1 })
  })
})
