// What was read: the time that each item was being read, and whether its last line was seen. One item is read at a time.
import type { Viewport } from './reading-position.ts'

/** An item of which some stands on the screen. */
export interface ShownItem {
  readonly id: string
  readonly words: number
  /** Whether all of it stands there. */
  readonly isWhole: boolean
  /** Whether its last line stands there. */
  readonly hasEnd: boolean
}

/** What is on the screen, in the order of the page. */
export interface ShownItems {
  /** The item that is lit, on the screen or not. */
  readonly lit: string | null
  readonly items: readonly ShownItem[]
}

/** All moments in milliseconds, by one clock that does not go back. Each answer has the items that were read since the last one. */
export interface ReadingClock {
  /** Something else is on the screen from now on. */
  readonly show: (shown: ShownItems, now: number) => readonly string[]
  readonly passTo: (now: number) => readonly string[]
  /** In how many milliseconds the next item will have been read if nothing else happens; null when none will. */
  readonly nextIn: () => number | null
}

/** How long a fast reader needs for a text of so many words, in milliseconds: 600 words a minute, and no less than three seconds. */
export function readingTime(words: number): number {
  return Math.max(3_000, words * 100)
}

/** Where texts that begin at `tops` and end at `ends` stand on the screen, by their index; those out of sight are left out. */
export function shownParts(
  tops: readonly number[],
  ends: readonly number[],
  { top, height }: Pick<Viewport, 'top' | 'height'>,
): { readonly index: number; readonly isWhole: boolean; readonly hasEnd: boolean }[] {
  const foot = top + height + 1
  return ends.flatMap((end, index) => {
    const begin = tops[index] ?? NaN
    if (end <= top || begin >= foot) return []
    const hasEnd = end <= foot
    return [{ index, hasEnd, isWhole: hasEnd && begin >= top }]
  })
}

export function createReadingClock(): ReadingClock {
  /** How long each was being read. */
  const spent = new Map<string, number>()
  const ended = new Set<string>()
  /** Those that were told of: each once, until it goes from the screen. */
  const told = new Set<string>()
  let shown: ShownItems = { lit: null, items: [] }
  let since = -Infinity

  /** The item that is being read: the lit one, or else the first one wholly in view. */
  function inHand(): ShownItem | undefined {
    const unread = shown.items.filter(({ id }) => !told.has(id))
    return unread.find(({ id }) => id === shown.lit) ?? unread.find(({ isWhole }) => isWhole)
  }

  function timeLeft({ id, words }: ShownItem): number {
    return Math.max(0, readingTime(words) - (spent.get(id) ?? 0))
  }

  function passTo(now: number): string[] {
    const read: string[] = []
    let passed = Math.max(0, now - since)
    since = Math.max(since, now)
    for (let item = inHand(); item !== undefined; item = inHand()) {
      const { id } = item
      const left = timeLeft(item)
      if (passed < left || !ended.has(id)) {
        spent.set(id, (spent.get(id) ?? 0) + passed)
        break
      }
      passed -= left
      spent.delete(id)
      told.add(id)
      read.push(id)
    }
    return read
  }

  return {
    passTo,
    show(next, now) {
      const read = passTo(now)
      shown = next
      const ids = new Set(next.items.map(({ id }) => id))
      for (const id of told) if (!ids.has(id)) told.delete(id)
      for (const { id, hasEnd } of next.items) if (hasEnd) ended.add(id)
      return read
    },
    nextIn() {
      const item = inHand()
      return item === undefined || !ended.has(item.id) ? null : timeLeft(item)
    },
  }
}
