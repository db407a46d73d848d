// Which editions of a series could be read anew as its form says.
import type { LibraryEntry } from '../library/library-entry.ts'

/**
 * Those that were made here of a file, that nobody looked over, and that were read before the form learnt last.
 * @param changed when that was
 */
export function rereadable<
  Entry extends Pick<LibraryEntry, 'series' | 'origin' | 'reviewed' | 'formed'>,
>(series: string, changed: string, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(
    (one) =>
      one.series === series && one.origin === 'own' && !one.reviewed && one.formed !== changed,
  )
}
