// What the reader kept, by edition and section.
import type { Edition } from '../edition/edition.ts'
import type { Bookmark, Note } from '../reader-data/reader-record.ts'

export type KeptOrder = 'newest' | 'reading'
type Kept = Bookmark | Note

export interface KeptSection {
  readonly heading: string | null
  readonly records: readonly Kept[]
}

export interface KeptEdition {
  readonly edition: string
  readonly title: string
  /** Whether this is the edition that is open, so that its records lead somewhere. */
  readonly open: boolean
  readonly sections: readonly KeptSection[]
}

/**
 * Groups records by edition and, within it, by section; groups stand where their first record does.
 * @param records in the order in which they were made: the order of the store, never of a clock
 * @param order newest: last made first; reading: as the items stand in their edition
 * @param openEdition what it says of an item goes before what the record remembers
 */
export function groupKept(
  records: readonly Kept[],
  order: KeptOrder,
  openEdition: Edition | null,
): KeptEdition[] {
  const places = placesOf(openEdition)
  const placed = records.map((record) => {
    const open = record.edition === openEdition?.id ? places.get(record.item) : undefined
    return {
      record,
      heading: open ? open.heading : (record.context?.section ?? null),
      number: open?.number ?? record.context?.number ?? 0,
    }
  })
  const editions = groupBy(
    order === 'newest' ? placed.toReversed() : placed,
    ({ record }) => record.edition,
  )
  return [...editions].map(([edition, made]) => {
    const inEdition = order === 'newest' ? made : made.toSorted((a, b) => a.number - b.number)
    const remembered = made.find(({ record }) => record.context !== undefined)?.record.context
      ?.title
    const open = edition === openEdition?.id
    return {
      edition,
      title: (open ? openEdition.title : remembered) ?? edition,
      open,
      sections: [...groupBy(inEdition, ({ heading }) => heading)].map(([heading, inSection]) => ({
        heading,
        records: inSection.map(({ record }) => record),
      })),
    }
  })
}

/** Map.groupBy, which the oldest Node that the program runs on has not yet. */
function groupBy<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group === undefined) groups.set(keyOf(value), [value])
    else group.push(value)
  }
  return groups
}

function placesOf(
  edition: Edition | null,
): Map<string, { heading: string | null; number: number }> {
  const places = new Map<string, { heading: string | null; number: number }>()
  let number = 0
  for (const section of edition?.sections ?? [])
    for (const item of section.items)
      places.set(item.id, { heading: section.heading, number: ++number })
  return places
}
