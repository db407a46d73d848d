import { describe, expect, it } from 'vitest'
import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'
import { tellApart, twinsAmong } from '../../../../src/core/library/twins.ts'
import { anEntry } from './library-entries.ts'

const day = ({ added }: LibraryEntry): string => added.slice(0, 10)
const file = (entry: LibraryEntry): string | null => entry.file ?? null
const ways = [file, day, ({ added }: LibraryEntry) => added]

/** What is said of each of two twins. */
function told(...twins: readonly Partial<LibraryEntry>[]): readonly (string | null)[] {
  const entries = twins.map((changes, index) =>
    anEntry({ id: `twin-${String(index)}`, ...changes }),
  )
  const groups = twinsAmong(entries)
  return entries.map(({ id }) => tellApart(id, groups.get(id) ?? [], ways))
}

describe('twins', () => {
  it('have one title, series, number and date, or none', () => {
    const of = (id: string, changes: Partial<LibraryEntry> = {}): LibraryEntry =>
      anEntry({ id, date: null, ...changes })
    const date = { value: '2024-07', inferred: false }
    const entries = [
      ...[of('one'), of('two'), of('series', { series: 'Kaderonde' }), of('dated', { date })],
      ...[of('number', { number: '27' }), of('title', { title: 'Zon' })],
      ...[of('again', { date: { ...date, inferred: true } })],
    ]
    const twins = [...twinsAmong(entries)].map(([id, group]) => [id, ...group.map((one) => one.id)])
    expect(twins).toEqual([
      ['one', 'one', 'two'],
      ['two', 'one', 'two'],
      ['dated', 'dated', 'again'],
      ['again', 'dated', 'again'],
    ])
  })

  it('are told apart by their files, else by the day on which they came in, else by the moment', () => {
    const [one, other] = ['2024-07-05T08:00:00.000Z', '2024-07-06T08:00:00.000Z']
    const later = '2024-07-05T09:00:00.000Z'
    expect(told({ file: 'a.html' }, { file: 'b.html' })).toEqual(['a.html', 'b.html'])
    expect(told({ file: 'a.html', added: one }, { file: 'a.html', added: other })).toEqual([
      ...['2024-07-05', '2024-07-06'],
    ])
    expect(told({ file: 'a.html', added: one }, { added: other })).toEqual([
      ...['2024-07-05', '2024-07-06'],
    ])
    expect(told({ added: one }, { added: later })).toEqual([one, later])
    expect(told({ added: one }, { added: one })).toEqual([one, one])
  })
})
