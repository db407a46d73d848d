// Editions of one title, series, number and date are equal rows in the library. What else is known of them tells them apart.
import { groupBy } from '../group-by.ts'
import type { LibraryEntry } from './library-entry.ts'

/** Each edition that has twins, by its id, with all of them and itself. */
export function twinsAmong(
  entries: readonly LibraryEntry[],
): ReadonlyMap<string, readonly LibraryEntry[]> {
  const groups = groupBy(entries, ({ title, series, number, date }) =>
    JSON.stringify([title, series, number, date?.value]),
  )
  const twins = [...groups.values()].filter((group) => group.length > 1)
  return new Map(twins.flatMap((group) => group.map(({ id }) => [id, group] as const)))
}

/**
 * What is said of an edition in the first way that says something else of each of its twins, or else in the last way.
 * @param ways each says something of an edition, or null where it knows nothing
 */
export function tellApart(
  id: string,
  twins: readonly LibraryEntry[],
  ways: readonly ((entry: LibraryEntry) => string | null)[],
): string | null {
  const telling = ways.find((way) => {
    const said = twins.map(way)
    return !said.includes(null) && new Set(said).size === twins.length
  })
  const entry = twins.find((one) => one.id === id)
  return entry === undefined ? null : ((telling ?? ways.at(-1))?.(entry) ?? null)
}
