// Into how many editions the chosen parts of a mailbox or a feed may go, and how many that are.
import type { Collection, CollectionPart, CollectionSplit } from '../desktop/collection.ts'
import { weekOf } from '../edition/calendar-week.ts'

export interface EditionCount {
  readonly editions: number
  readonly series: number
}

/** About so many letters or entries come in each second: 16,000 letters took nine minutes. */
const partsASecond = 30

/** The likeliest first: it is chosen until the reader chooses another. */
export function offeredSplits(collection: Collection): readonly CollectionSplit[] {
  if (collection.kind === 'mailbox') return ['each', 'month', 'whole']
  // An entry that is a digest is an edition; entries of one text are its items.
  return collection.areDigests
    ? ['each', 'day', 'week', 'month', 'whole']
    : ['whole', 'week', 'month', 'day', 'each']
}

/** About how many minutes it takes to read so many parts; 0 for less than one. */
export function minutesFor(parts: number): number {
  return Math.floor(parts / partsASecond / 60)
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
