// The library page: its months, its order, its filters and the numbers beside them.
import { dutchCitation, englishCitation, writtenDate } from '../citation/cite-item.ts'
import { fold } from '../dutch/fold.ts'
import { openQuestions } from './entry-facts.ts'
import type { LibraryEntry } from './library-entry.ts'
import { stateOf, type RecordCounts } from './reading-state.ts'

export interface MonthGroup {
  /** YYYY-MM; YYYY for editions that only tell their year; null for those without a date. */
  readonly month: string | null
  readonly entries: readonly LibraryEntry[]
}

export interface EntryFilter {
  /** Null: all of them. */
  readonly series: string | null
  readonly unread: boolean
  /** With annotations of the reader's. */
  readonly annotated: boolean
  /** With questions that its parser left open. */
  readonly questioned: boolean
}

export interface SeriesCount {
  readonly series: string | null
  readonly count: number
}

/** Made by who sorts: the first one takes some milliseconds, which the start of the program has no use for. */
function dutchOrder(): Intl.Collator {
  return new Intl.Collator('nl', { numeric: true })
}

/** Newest first, those without a date last; within a day by title. Or by title alone. Gives a new array. */
export function sortEntries(
  entries: readonly LibraryEntry[],
  by: 'date' | 'title',
): readonly LibraryEntry[] {
  const { compare } = dutchOrder()
  return entries.toSorted(
    (one, other) =>
      (by === 'date' ? compareDates(one, other) : 0) ||
      compare(one.title, other.title) ||
      (one.id < other.id ? -1 : 1),
  )
}

/** Months newest first, and in each the newest edition first; editions without a date are the last group. */
export function groupByMonth(entries: readonly LibraryEntry[]): readonly MonthGroup[] {
  const groups: { month: string | null; entries: LibraryEntry[] }[] = []
  for (const entry of sortEntries(entries, 'date')) {
    const month = entry.date?.value.slice(0, 'YYYY-MM'.length) ?? null
    const last = groups.at(-1)
    if (last?.month === month) last.entries.push(entry)
    else groups.push({ month, entries: [entry] })
  }
  return groups
}

/** The entries that meet all that is asked, in their order. */
export function filterEntries(
  entries: readonly LibraryEntry[],
  { series, unread, annotated, questioned }: EntryFilter,
  counts: RecordCounts,
): readonly LibraryEntry[] {
  return entries.filter((entry) => {
    if (series !== null && entry.series !== series) return false
    if (questioned && openQuestions(entry) === 0) return false
    if (!unread && !annotated) return true
    const { state, annotations } = stateOf(entry, counts)
    const isAnnotated = Object.values(annotations).some((count) => count > 0)
    return (!unread || state === 'unread') && (!annotated || isAnnotated)
  })
}

/** Title, series and publisher of each entry in the form in which words are compared: made once for many a search. */
export function wordsOf(entries: readonly LibraryEntry[]): ReadonlyMap<LibraryEntry, string> {
  return new Map(
    entries.map((entry) => {
      const { title, series, publisher, date } = entry
      const months = [dutchCitation, englishCitation].map((words) => words.months)
      const dates = date === null ? [] : months.map((names) => writtenDate(date.value, names))
      return [entry, fold([title, series, publisher, ...dates].filter(Boolean).join(' '))]
    }),
  )
}

/** The entries whose title, series, publisher and written date have all words of `sought`, or parts of words, in their order. */
export function findEntries(
  entries: readonly LibraryEntry[],
  words: ReadonlyMap<LibraryEntry, string>,
  sought: string,
): readonly LibraryEntry[] {
  const wanted = fold(sought).trim()
  if (wanted === '') return entries
  const parts = wanted.split(/\s+/u)
  return entries.filter((entry) => parts.every((part) => words.get(entry)?.includes(part)))
}

/** How many editions each series has, by name; those without a series last. */
export function countBySeries(entries: readonly LibraryEntry[]): readonly SeriesCount[] {
  const counts = new Map<string | null, number>()
  const { compare } = dutchOrder()
  for (const { series } of entries) counts.set(series, (counts.get(series) ?? 0) + 1)
  return Array.from(counts, ([series, count]) => ({ series, count })).sort((one, other) => {
    if (one.series === null || other.series === null) return one.series === null ? 1 : -1
    return compare(one.series, other.series)
  })
}

/** `2024-07` comes after `2024` and before `2024-07-05`, as plain text does. */
function compareDates(one: LibraryEntry, other: LibraryEntry): number {
  const [first, second] = [one.date?.value ?? '', other.date?.value ?? '']
  if (first === second) return 0
  return first < second ? 1 : -1
}
