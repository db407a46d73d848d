import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'

export function anEntry(changes: Partial<LibraryEntry> = {}): LibraryEntry {
  return {
    id: 'reeks-2024-07',
    revision: 1,
    series: 'Weekblik',
    date: { value: '2024-07-05', inferred: false },
    title: 'Drones boven de haven',
    contents: 'Water · Energie',
    items: 3,
    sketch: '',
    earlier: [],
    origin: 'own',
    publisher: null,
    reviewed: true,
    added: '2024-07-06T08:00:00.000Z',
    sha256: null,
    issue: null,
    ...changes,
  }
}

/** An entry of that id, title and date; `2024-07-05` or the like. */
export function datedEntry(id: string, date: string | null): LibraryEntry {
  return anEntry({ id, title: id, date: date === null ? null : { value: date, inferred: false } })
}
