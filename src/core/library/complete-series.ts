// The series of the library that complete what is being typed.
import { fold } from '../dutch/fold.ts'
import type { SeriesCount } from './arrange-entries.ts'

/** A series that has a name. */
export interface NamedSeries extends SeriesCount {
  readonly series: string
}

/** Those that hold what is typed; first those that begin with it, else in the order in which they come. */
export function completeSeries(counts: readonly SeriesCount[], typed: string): NamedSeries[] {
  const wanted = fold(typed.trim())
  const named = counts.filter((one): one is NamedSeries => one.series !== null)
  const rankOf = ({ series }: NamedSeries): number => {
    const name = fold(series)
    return name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : 2
  }
  return named
    .filter((one) => rankOf(one) < 2)
    .toSorted((one, other) => rankOf(one) - rankOf(other))
}
