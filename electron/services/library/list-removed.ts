// What was removed in the last thirty days, as a list. Of each file only what a row tells is read, and only once: a removed
// file never changes.
import { daysLeft } from '#core/days-left'
import type {
  RemovedEdition,
  RemovedFault,
  RemovedHead,
  RemovedListing,
} from '#core/library/removed-edition'
import { readRemoved, type ReadOutcome } from './catalogue.ts'
import type { LibraryFolder, Revisions } from './library-folder.ts'
import type { RemovedName } from './library-names.ts'
import type { Removals } from './removals.ts'

type KnownHead = RemovedHead & Pick<RemovedEdition, 'fault'>

export interface RemovedList {
  count(today: string): number
  /**
   * @param count at most so many rows
   * @param revisions what is in the library
   * @param today YYYY-MM-DD
   */
  rows(count: number, revisions: Revisions, today: string): RemovedListing
}

export function createRemovedList(folder: LibraryFolder, removals: Removals): RemovedList {
  const heads = new Map<string, KnownHead>()

  function restorable(today: string): RemovedName[] {
    return removals.all().filter(({ day }) => daysLeft(day, today) >= 0)
  }

  function headOf(name: RemovedName): KnownHead {
    const known = heads.get(name.file)
    if (known !== undefined) return known
    const read = readRemoved(folder, name)
    if (!read.ok) return { title: null, series: null, date: null, fault: faultOf(read) }
    const { title, series, date } = read.kept.bundle.edition
    const head = { title, series, date, fault: null }
    heads.set(name.file, head)
    return head
  }

  return {
    count: (today) => restorable(today).length,
    rows(count, revisions, today) {
      const names = restorable(today)
      const replacers = replacersOf(names, revisions)
      const newestFirst = names.sort(
        (one, other) =>
          other.day.localeCompare(one.day) ||
          other.count - one.count ||
          one.file.localeCompare(other.file),
      )
      const there = new Set(names.map(({ file }) => file))
      for (const file of heads.keys()) if (!there.has(file)) heads.delete(file)
      const rows = newestFirst.slice(0, count).map((name): RemovedEdition => {
        const { file, id, revision, day } = name
        const present = revisions.get(id)?.[0] ?? null
        return {
          ...{ file, id, revision, day, present },
          daysLeft: daysLeft(day, today),
          replacedBy: replacers.get(id)?.find((one) => one > revision) ?? present,
          ...headOf(name),
        }
      })
      return { all: names.length, rows }
    },
  }
}

/** Why a removed edition cannot be put back. */
export function faultOf({ reason }: Extract<ReadOutcome, { readonly ok: false }>): RemovedFault {
  return reason === 'damaged' || reason === 'newer-format' ? reason : 'unreadable'
}

/** Edition id → all revisions that are here or can be put back, the lowest first. */
function replacersOf(
  names: readonly RemovedName[],
  revisions: Revisions,
): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, Set<number>>()
  for (const { id, revision } of names) {
    const known = all.get(id) ?? new Set(revisions.get(id))
    all.set(id, known.add(revision))
  }
  return new Map([...all].map(([id, known]) => [id, [...known].sort((one, other) => one - other)]))
}
