import { describe, expect, it } from 'vitest'
import { countEditions, offeredSplits } from '../../../../src/core/collection/offered-splits.ts'
import { aFeedOf, aMailboxOf, aPart } from './collection-parts.ts'

const on = (...dates: readonly (string | null)[]) => dates.map((date) => aPart({ date }))

describe('the editions that are offered', () => {
  it('are one a letter of a mailbox first', () => {
    expect(offeredSplits(aMailboxOf(on(null)))).toEqual(['each', 'month', 'whole'])
  })

  it.each([
    ['each entry that is a digest by itself', on('2024-07-05', '2024-06-28'), true, 'each'],
    [
      'each day of a feed with many entries a day',
      on('2024-07-05', '2024-07-05', '2024-07-05', '2024-07-04', '2024-07-04', '2024-07-04'),
      ...([false, 'day'] as const),
    ],
    [
      'each week of one with a few a week',
      on('2024-07-05', '2024-07-03', '2024-07-01', '2024-06-28', '2024-06-26', '2024-06-25'),
      ...([false, 'week'] as const),
    ],
    [
      'each month of one with a few a month',
      on('2024-07-05', '2024-07-12', '2024-07-26', '2024-06-28', '2024-06-07', '2024-06-14'),
      ...([false, 'month'] as const),
    ],
    ['the whole of one day', on('2024-07-05', '2024-07-05', '2024-07-05'), false, 'whole'],
    ['the whole of one without dates', on(null, null, '2024-07-05'), false, 'whole'],
    ['the whole of one that hardly comes', on('2024-07-05', '2023-07-05'), false, 'whole'],
  ])('are, of a feed, first %s', (_name, parts, areDigests, first) => {
    const offered = offeredSplits(aFeedOf(parts, areDigests))
    expect(offered[0]).toBe(first)
    expect(offered.toSorted()).toEqual(['day', 'each', 'month', 'week', 'whole'])
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
