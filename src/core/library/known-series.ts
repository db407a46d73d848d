// The series of a text that does not name it: one that the library has, told by the edition's title.
import { isMonth } from '../dates/date-line.ts'
import { fold } from '../dutch/fold.ts'
import type { LibraryEntry } from './library-entry.ts'

type Named = Pick<LibraryEntry, 'title' | 'series'>

/**
 * The series that a title belongs to, the longest of several; null when there is none. Its name begins the title
 * (`Polderbrief, nummer 17`), or a title of the series differs only in numbers and months (`Weekbericht maart`).
 */
export function knownSeries(title: string, entries: readonly Named[]): string | null {
  const [whole, stem] = [fold(title), stemOf(title)]
  const found = new Set<string>()
  for (const entry of entries) {
    const { series } = entry
    if (series === null || found.has(series)) continue
    if (begins(whole, fold(series)) || (stem !== '' && stemOfEntry(entry) === stem))
      found.add(series)
  }
  const [longest] = [...found].sort((one, other) => other.length - one.length)
  return longest ?? null
}

function begins(title: string, name: string): boolean {
  return title.startsWith(name) && !/^[\p{L}\p{N}]/u.test(title.slice(name.length))
}

/** What the titles of a series have in common. */
function stemOf(title: string): string {
  const words = fold(title).match(/\p{L}+/gu) ?? []
  return words.filter((word) => !isMonth(word)).join(' ')
}

/** Of thousands of entries for each file that comes in. */
const stems = new WeakMap<Named, string>()

function stemOfEntry(entry: Named): string {
  const stem = stems.get(entry) ?? stemOf(entry.title)
  stems.set(entry, stem)
  return stem
}
