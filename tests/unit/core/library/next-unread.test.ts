import { describe, expect, it } from 'vitest'
import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'
import { nextUnread } from '../../../../src/core/library/next-unread.ts'
import { countRecords } from '../../../../src/core/library/reading-state.ts'

function anEntry(day: number, series: string | null = 'Kadebrief'): LibraryEntry {
  const value = `2031-09-${String(day).padStart(2, '0')}`
  return {
    ...{ id: `brief-${String(day)}`, revision: 1, title: `Brief ${String(day)}`, series },
    ...{ date: { value, inferred: false }, contents: '', items: 2, sketch: '' },
    ...{ origin: 'own', publisher: null, reviewed: true, added: '2031-10-01T08:00:00.000Z' },
    ...{ sha256: null, issue: null, earlier: [] },
  }
}

const entries = [5, 12, 19, 26].map((day) => anEntry(day))

function after(day: number, read: readonly number[], all = entries): string | null {
  const counts = countRecords(
    read.map((one) => ({ kind: 'read', edition: `brief-${String(one)}`, items: ['a', 'b'] })),
  )
  return nextUnread(all, counts, anEntry(day))?.id ?? null
}

describe('the edition to go on with', () => {
  it('is the first unread one after it', () => {
    expect(after(5, [5, 12])).toBe('brief-19')
  })

  it('is the latest before it when all later ones are read', () => {
    expect(after(19, [19, 26])).toBe('brief-12')
  })

  it('is one that was begun', () => {
    const counts = countRecords([{ kind: 'read', edition: 'brief-12', items: ['a'] }])
    expect(nextUnread(entries, counts, anEntry(5))?.id).toBe('brief-12')
  })

  it('is none when all are read, or all others are of another series', () => {
    expect(after(5, [12, 19, 26])).toBeNull()
    expect(after(5, [], [anEntry(12, 'Havenbrief'), anEntry(19, null)])).toBeNull()
    expect(nextUnread([anEntry(12, null)], new Map(), anEntry(5, null))).toBeNull()
  })
})
