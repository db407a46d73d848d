// The parts of a mailbox or a feed in groups, from which the reader chooses.
import type { Collection, CollectionPart } from '../desktop/collection.ts'
import { rhythmOf, type Rhythm } from './rhythm.ts'
import { groupBy } from '../group-by.ts'
import { hostOf, sendersOf } from './senders.ts'

export const groupings = ['sender', 'list', 'day', 'month', 'year'] as const
export type Grouping = (typeof groupings)[number]

/** By what a part itself tells where it belongs. */
type TimeGrouping = Exclude<Grouping, 'sender'>

/** Of the parts of a person a rhythm can be told; those of a time have none. */
export function isByPerson(by: Grouping): boolean {
  return by === 'sender' || by === 'list'
}

export interface PartGroup {
  readonly key: string
  /** A name, or a date; empty for parts without one. */
  readonly name: string
  /** Stands below the name: the address of a sender who has one, or the first titles of a time. */
  readonly detail: string
  /** Of a sender with a name and several addresses: how many, and the host of all of them or null. */
  readonly addresses: { readonly count: number; readonly host: string | null } | null
  /** The places of its parts, the newest first. */
  readonly places: readonly number[]
  /** The first and the last day, YYYY-MM-DD; null where no part has one. */
  readonly from: string | null
  readonly to: string | null
  readonly rhythm: Rhythm | null
}

/** So many titles say what a time holds. */
const fewTitles = 3
/** More groups than this do not help to choose. */
const mostDays = 31
const mostRows = 8
/** A group of fewer parts does not stand by itself at first. */
const fewestParts = 3

/** By what the parts can be brought together, the likeliest first. Never empty. */
export function groupingsOf({ kind, parts }: Collection): readonly Grouping[] {
  if (kind === 'mailbox')
    return parts.some(({ list }) => list !== '') ? ['sender', 'list', 'year'] : ['sender', 'year']
  const count = (by: TimeGrouping): number => new Set(parts.map((part) => keyOf(part, by))).size
  const useful: readonly Grouping[] = [
    ...(count('month') > 1 ? (['month'] as const) : []),
    ...(count('day') <= mostDays ? (['day'] as const) : []),
    ...(count('year') > 1 ? (['year'] as const) : []),
  ]
  return useful.length === 0 ? ['year'] : useful
}

/** Senders and lists with the most parts come first; of dates the newest. What has none comes last. */
export function groupParts(parts: readonly CollectionPart[], by: Grouping): PartGroup[] {
  const senders = by === 'sender' ? sendersOf(parts) : []
  const byKey = groupBy(parts.entries(), ([place, part]) =>
    by === 'sender' ? (senders[place] ?? '') : keyOf(part, by),
  )
  const groups = [...byKey].map(([key, own]) =>
    groupOf(
      parts,
      by,
      key,
      own.map(([place]) => place),
    ),
  )
  return groups.sort((one, other) => {
    if ((one.key === '') !== (other.key === '')) return one.key === '' ? 1 : -1
    return isByPerson(by)
      ? other.places.length - one.places.length || compare(one.name, other.name)
      : compare(other.key, one.key)
  })
}

/** How many groups are shown at first: those of senders who wrote once or twice are not. */
export function rowsAtFirst(groups: readonly PartGroup[], by: Grouping): number {
  const small = groups.findIndex(({ places }) => places.length < fewestParts)
  return isByPerson(by) && small > 0 ? Math.min(mostRows, small) : mostRows
}

/** The days between which parts lie; null when none has a day. */
export function spanOf(
  parts: readonly Pick<CollectionPart, 'date'>[],
): { readonly from: string; readonly to: string } | null {
  let span: { from: string; to: string } | null = null
  for (const { date } of parts) {
    if (date === null) continue
    span ??= { from: date, to: date }
    if (date < span.from) span.from = date
    if (date > span.to) span.to = date
  }
  return span
}

function groupOf(
  parts: readonly CollectionPart[],
  by: Grouping,
  key: string,
  places: readonly number[],
): PartGroup {
  const dateOf = (place: number): string => parts[place]?.date ?? ''
  const newest = [...places].sort((one, other) => compare(dateOf(other), dateOf(one)))
  const own = newest.flatMap((place) => parts[place] ?? [])
  const span = spanOf(own)
  return {
    ...{ key, ...namesOf(own, by, key) },
    places: newest,
    from: span?.from ?? null,
    to: span?.to ?? null,
    rhythm: isByPerson(by) ? rhythmOf(own.flatMap(({ date }) => date ?? [])) : null,
  }
}

/** A sender is called as in the newest letter. */
function namesOf(
  newestFirst: readonly CollectionPart[],
  by: Grouping,
  key: string,
): Pick<PartGroup, 'name' | 'detail' | 'addresses'> {
  const named = newestFirst.find((part) => (by === 'list' ? part.list : part.sender) !== '')
  if (by === 'list') return { name: named?.list ?? '', detail: '', addresses: null }
  if (by !== 'sender') {
    const titles = newestFirst.map(({ title }) => title).filter((title) => title !== '')
    return { name: key, detail: titles.slice(0, fewTitles).join(' · '), addresses: null }
  }
  const [address = '', ...others] = new Set(newestFirst.map((part) => part.address))
  if (named === undefined) return { name: address, detail: '', addresses: null }
  if (others.length === 0) return { name: named.sender, detail: address, addresses: null }
  const [host = '', ...otherHosts] = new Set([address, ...others].map(hostOf))
  const addresses = { count: others.length + 1, host: otherHosts.length === 0 ? host : null }
  return { name: named.sender, detail: '', addresses }
}

function keyOf({ date, list }: CollectionPart, by: TimeGrouping): string {
  switch (by) {
    case 'list':
      return list.toLowerCase()
    case 'day':
      return date ?? ''
    case 'month':
      return date?.slice(0, 7) ?? ''
    case 'year':
      return date?.slice(0, 4) ?? ''
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
