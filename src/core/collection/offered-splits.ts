// Into how many editions the chosen parts of a mailbox or a feed may go, and how many that are.
import type { Collection, CollectionPart, CollectionSplit } from '../desktop/collection.ts'
import { weekOf } from '../edition/calendar-week.ts'

export interface EditionCount {
  readonly editions: number
  readonly series: number
}

/** From so many entries a day or a week on, each of those fills an edition. */
const fewestItems = 3

/** The likeliest first: it is chosen until the reader chooses another. */
export function offeredSplits(collection: Collection): readonly CollectionSplit[] {
  if (collection.kind === 'mailbox') return ['each', 'month', 'whole']
  const likeliest = likeliestSplit(collection)
  const all = ['each', 'day', 'week', 'month', 'whole'] as const
  return [likeliest, ...all.filter((split) => split !== likeliest)]
}

function likeliestSplit({ parts, areDigests }: Collection): CollectionSplit {
  if (areDigests) return 'each'
  const dated = parts.filter(({ date }) => date !== null)
  if (dated.length * 2 < parts.length) return 'whole'
  for (const split of ['day', 'week', 'month'] as const) {
    const periods = new Set(dated.map((part) => periodOf(part, split)))
    if (periods.size === 1) return 'whole'
    if (dated.length / periods.size >= fewestItems) return split
  }
  return 'whole'
}

/** How many editions the parts become, in how many series. */
export function countEditions(
  kind: Collection['kind'],
  parts: readonly CollectionPart[],
  split: CollectionSplit,
): EditionCount {
  if (parts.length === 0) return { editions: 0, series: 0 }
  const series = kind === 'feed' ? 1 : new Set(parts.map(seriesOf)).size
  if (split === 'each') return { editions: parts.length, series }
  if (split === 'whole') return { editions: 1, series: 1 }
  const periods = parts.map((part) => {
    const period = periodOf(part, split)
    return kind === 'feed' ? period : `${period} ${seriesOf(part)}`
  })
  return { editions: new Set(periods).size, series }
}

function seriesOf({ list, sender, address }: CollectionPart): string {
  return list || sender || address
}

function periodOf({ date }: CollectionPart, split: 'day' | 'week' | 'month'): string {
  if (date === null) return ''
  if (split === 'day') return date
  return split === 'month' ? date.slice(0, 7) : weekOf(date)
}
