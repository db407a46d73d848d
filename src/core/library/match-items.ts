// Which items of an edition came back in another one, so that the reader's bookmarks and notes follow them.
import type { Edition, Item } from '../edition/edition.ts'
import { countCommon, countWords, keyOfWords, plainText, type WordCounts } from './item-words.ts'

/**
 * The least overlap at which an item counts as an earlier one in another wording: Dice's coefficient of their words. An item
 * that is cut in two keeps 2/3 with its half, and so does one that doubles. Two items on one subject share 1/5 at most.
 */
const leastOverlap = 0.5

/**
 * A word in more items than this tells none of them apart, and an item is compared with at most so many. Without this bound
 * the time would grow with the product of the numbers of items.
 */
const mostItems = 20

/**
 * Old item id → new item id. Items match by the same text first, wherever it stands, and then by the most words in common.
 * Each new item is used once; an old item that is gone is not in the map. Takes time in proportion to the texts.
 */
export function matchItems(
  older: Pick<Edition, 'sections'>,
  newer: Pick<Edition, 'sections'>,
): ReadonlyMap<string, string> {
  const matches = new Map<string, string>()
  const changed = matchSameTexts(itemsOf(older), itemsOf(newer), matches)
  const free = new Set(changed.newer.map(({ id }) => id))
  for (const { from, to } of overlaps(changed.older, changed.newer)) {
    if (matches.has(from) || !free.delete(to)) continue
    matches.set(from, to)
  }
  return matches
}

export function itemsOf({ sections }: Pick<Edition, 'sections'>): readonly Item[] {
  return sections.flatMap(({ items }) => items)
}

/**
 * Puts items with the same text into `matches`: of several those with the same id, or else in their order.
 * @returns the items of both that have no match yet
 */
function matchSameTexts(
  older: readonly Item[],
  newer: readonly Item[],
  matches: Map<string, string>,
): { older: readonly Item[]; newer: readonly Item[] } {
  const byText = new Map<string, Set<string>>()
  for (const item of newer) {
    const ids = byText.get(plainText(item)) ?? new Set()
    byText.set(plainText(item), ids.add(item.id))
  }
  const used = new Set<string>()
  const matchByText = (item: Item, isAnyGood: boolean): void => {
    const ids = byText.get(plainText(item))
    const [first] = ids ?? []
    const id = ids?.has(item.id) ? item.id : isAnyGood ? first : undefined
    if (id === undefined) return
    ids?.delete(id)
    matches.set(item.id, id)
    used.add(id)
  }
  for (const item of older) matchByText(item, false)
  for (const item of older) if (!matches.has(item.id)) matchByText(item, true)
  return {
    older: older.filter(({ id }) => !matches.has(id)),
    newer: newer.filter(({ id }) => !used.has(id)),
  }
}

interface Overlap {
  readonly from: string
  readonly to: string
  /** Dice's coefficient of their words, up to 1. */
  readonly overlap: number
  /** How far apart the two stand, as a share of the edition. */
  readonly distance: number
}

/** The pairs with enough words in common: those with most first, and of equals those that stand nearest. */
function overlaps(older: readonly Item[], newer: readonly Item[]): readonly Overlap[] {
  const words = newer.map(countWords)
  const itemIndex = indexItems(words)
  const pairs: Overlap[] = []
  for (const [index, item] of older.entries()) {
    const own = countWords(item)
    const at = index / older.length
    for (const place of candidatesFor(own, at, itemIndex, newer.length)) {
      const [to, theirs] = [newer[place], words[place]]
      if (to === undefined || theirs === undefined) continue
      const overlap = (2 * countCommon(own, theirs)) / (own.total + theirs.total)
      if (!(overlap >= leastOverlap)) continue
      const distance = Math.abs(at - place / newer.length)
      pairs.push({ from: item.id, to: to.id, overlap, distance })
    }
  }
  return pairs.sort((one, other) => other.overlap - one.overlap || one.distance - other.distance)
}

interface ItemIndex {
  /** Word → the places of the items that have it; only words that stand in few items. */
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** Items of the very same words, in whatever order; made when it is first asked for, since few items need it. */
  readonly byAllWords: () => ReadonlyMap<string, readonly number[]>
}

/** The few items that are worth comparing with one: those with most telling words in common. */
function candidatesFor(
  own: WordCounts,
  at: number,
  index: ItemIndex,
  count: number,
): Iterable<number> {
  const telling = new Map<number, number>()
  for (const word of own.counts.keys()) {
    for (const place of index.byWord.get(word) ?? [])
      telling.set(place, (telling.get(place) ?? 0) + 1)
  }
  if (telling.size === 0) return itemsNearby(own, at, index, count)
  if (telling.size <= mostItems) return telling.keys()
  const most = [...telling].sort((one, other) => other[1] - one[1]).slice(0, mostItems)
  return most.map(([place]) => place)
}

/** For an item without a telling word: those of the same words, and those that stand where it stood. */
function itemsNearby(
  own: WordCounts,
  at: number,
  { byAllWords }: ItemIndex,
  count: number,
): Iterable<number> {
  const middle = Math.round(at * count)
  const same = byAllWords().get(keyOfWords(own)) ?? []
  const first = Math.max(0, lowerBound(same, middle) - mostItems / 2)
  const beside = Array.from({ length: mostItems / 2 }, (_, step) => middle - mostItems / 4 + step)
  return new Set([...same.slice(first, first + mostItems), ...beside])
}

/** How many of these ascending numbers are lower. */
function lowerBound(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

function indexItems(items: readonly WordCounts[]): ItemIndex {
  const byWord = placesBy(items, ({ counts }) => counts.keys())
  for (const [word, found] of byWord) if (found.length > mostItems) byWord.delete(word)
  let byAllWords: ReadonlyMap<string, readonly number[]> | null = null
  return {
    byWord,
    byAllWords: () => (byAllWords ??= placesBy(items, (words) => [keyOfWords(words)])),
  }
}

function placesBy(
  items: readonly WordCounts[],
  keysOf: (words: WordCounts) => Iterable<string>,
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, words] of items.entries()) {
    for (const key of keysOf(words)) {
      const found = places.get(key)
      if (found === undefined) places.set(key, [place])
      else found.push(place)
    }
  }
  return places
}
