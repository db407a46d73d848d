import { describe, expect, it } from 'vitest'
import {
  groupingsOf,
  groupParts,
  rowsAtFirst,
  spanOf,
} from '../../../../src/core/collection/group-parts.ts'
import { aFeedOf, aMailboxOf, aPart } from './collection-parts.ts'

const blad = { sender: 'Havenblad', address: 'brief@havenblad.example' }
const kas = { sender: 'Kas en Kade', address: 'r@kas.example', list: 'Kas' }

describe('the parts of a mailbox or a feed', () => {
  it('are brought together by sender, called as in the newest letter', () => {
    const parts = [
      aPart({ ...kas, date: '2024-06-21' }),
      aPart({ ...blad, sender: 'Het Havenblad', date: '2024-05-03' }),
      aPart({ ...blad, date: '2024-07-05' }),
      aPart({ ...blad, sender: '', date: null }),
    ]
    expect(groupParts(parts, 'sender')).toMatchObject([
      {
        ...{ name: 'Havenblad', detail: 'brief@havenblad.example', places: [2, 1, 3] },
        ...{ from: '2024-05-03', to: '2024-07-05' },
      },
      { name: 'Kas en Kade', places: [0] },
    ])
  })

  it('are called by an address where a sender has no name', () => {
    const [group] = groupParts([aPart({ address: 'brief@haven.example' })], 'sender')
    expect(group).toMatchObject({ name: 'brief@haven.example', detail: '', from: null, to: null })
  })

  it('are brought together by list, and what is in none comes last', () => {
    const parts = [aPart(blad), aPart(blad), aPart(kas)]
    expect(groupParts(parts, 'list').map(({ name, places }) => [name, places])).toEqual([
      ['Kas', [2]],
      ['', [0, 1]],
    ])
  })

  it('are brought together by time, the newest first', () => {
    const parts = ['2023-12-31', '2024-01-01', '2024-03-05', null].map((date) => aPart({ date }))
    expect(groupParts(parts, 'year').map(({ name }) => name)).toEqual(['2024', '2023', ''])
    expect(groupParts(parts, 'month').map(({ name }) => name)).toEqual([
      ...['2024-03', '2024-01', '2023-12', ''],
    ])
  })

  it('of a time are told by the titles of the newest, and of a sender by the address', () => {
    const titles = ['De sluis', 'De kade', '', 'De brug', 'De loods']
    const parts = titles.map((title, at) =>
      aPart({ ...blad, title, date: `2024-03-0${String(at + 1)}` }),
    )
    expect(groupParts(parts, 'month')).toMatchObject([{ detail: 'De loods · De brug · De kade' }])
    expect(groupParts(parts, 'sender')).toMatchObject([{ detail: 'brief@havenblad.example' }])
  })

  it('are offered in the groups that help to choose', () => {
    expect(groupingsOf(aMailboxOf([aPart(blad)]))).toEqual(['sender', 'year'])
    expect(groupingsOf(aMailboxOf([aPart(kas)]))).toEqual(['sender', 'list', 'year'])
    const days = (...dates: readonly string[]) => dates.map((date) => aPart({ date }))
    expect(groupingsOf(aFeedOf(days('2024-07-05', '2024-07-04')))).toEqual(['day'])
    expect(groupingsOf(aFeedOf(days('2024-07-05', '2023-07-04')))).toEqual(['month', 'day', 'year'])
  })

  it('lie between two days', () => {
    const parts = ['2024-01-02', null, '2023-05-01'].map((date) => aPart({ date }))
    expect(spanOf(parts)).toEqual({ from: '2023-05-01', to: '2024-01-02' })
    expect(spanOf([aPart()])).toBeNull()
  })

  it('of senders who wrote once are not shown at first', () => {
    const blads = [aPart(blad), aPart(blad), aPart(blad)]
    const once = Array.from({ length: 9 }, (_, at) => aPart({ address: `${String(at)}@a.example` }))
    const groups = groupParts([...blads, ...once], 'sender')
    expect(rowsAtFirst(groups, 'sender')).toBe(1)
    expect(rowsAtFirst(groups.slice(1), 'sender')).toBe(8)
    expect(rowsAtFirst(groups, 'month')).toBe(8)
  })

  it('of a sender with several addresses say how many, and at which host', () => {
    const at = (address: string) => aPart({ sender: 'Molenpost', address })
    const one = groupParts([at('a@molen.example'), at('b@molen.example')], 'sender')
    expect(one).toMatchObject([
      { name: 'Molenpost', detail: '', addresses: { count: 2, host: 'molen.example' } },
    ])
    const joined = [
      ...[at('a@molen.example'), aPart({ sender: 'Molen', address: 'a@molen.example' })],
      aPart({ sender: 'Molen', address: 'a@post.example' }),
    ]
    expect(groupParts(joined, 'sender')).toHaveLength(2)
  })
})
