// Which items of an edition came back in another one, so that the reader's bookmarks and notes follow them.
import type { Edition, Item } from '../edition/edition.ts'
import { allAtOnce, type Steps } from '../steps.ts'
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

/** Old item id → new item id. */
export type ItemMatches = ReadonlyMap<string, string>

/** By the sections of the older and then of the newer: an edition shares them with itself under another title or id. */
const knownMatches = new WeakMap<Edition['sections'], WeakMap<Edition['sections'], ItemMatches>>()

/**
 * Items match by the same text first, wherever it stands, and then by the most words in common. Each new item is used once;
 * an old item that is gone is not in the map. Takes time in proportion to the texts.
 */
export function matchItems(
  older: Pick<Edition, 'sections'>,
  newer: Pick<Edition, 'sections'>,
): ItemMatches {
  return allAtOnce(matchSteps(older, newer))
}

/** The same in steps. What was found is remembered for as long as both editions are, for whoever asks again. */
export function* matchSteps(
  older: Pick<Edition, 'sections'>,
  newer: Pick<Edition, 'sections'>,
): Steps<ItemMatches> {
  const found = knownMatches.get(older.sections) ?? new WeakMap<Edition['sections'], ItemMatches>()
  knownMatches.set(older.sections, found)
  const matches = found.get(newer.sections) ?? (yield* findMatches(itemsOf(older), itemsOf(newer)))
  found.set(newer.sections, matches)
  return matches
}

function* findMatches(older: readonly Item[], newer: readonly Item[]): Steps<ItemMatches> {
  const matches = new Map<string, string>()
  const changed = yield* matchSameTexts(older, newer, matches)
  const free = new Set(changed.newer.map(({ id }) => id))
  for (const { from, to } of yield* overlaps(changed.older, changed.newer)) {
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
function* matchSameTexts(
  older: readonly Item[],
  newer: readonly Item[],
  matches: Map<string, string>,
): Steps<{ older: readonly Item[]; newer: readonly Item[] }> {
  const byText = new Map<string, Set<string>>()
  for (const item of newer) {
    const text = plainText(item)
    byText.set(text, (byText.get(text) ?? new Set()).add(item.id))
    yield text.length
  }
  // The ids of the newer items with the text of each older one.
  const sameTexts = new Map<Item, Set<string> | undefined>()
  for (const item of older) {
    sameTexts.set(item, byText.get(plainText(item)))
    yield item.text.length
  }
  const used = new Set<string>()
  const matchByText = (item: Item, isAnyGood: boolean): void => {
    const ids = sameTexts.get(item)
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
function* overlaps(older: readonly Item[], newer: readonly Item[]): Steps<readonly Overlap[]> {
  const words: WordCounts[] = []
  for (const item of newer) {
    words.push(countWords(item))
    yield item.text.length
  }
  const byWord = yield* placesOfFewWords(words)
  // Made when an item first asks for it, since few items do.
  let byAllWords: Places | null = null
  const pairs: Overlap[] = []
  for (const [index, item] of older.entries()) {
    const own = countWords(item)
    yield item.text.length
    const at = index / older.length
    const telling = countTelling(own, byWord)
    const candidates =
      telling.size > 0
        ? mostTelling(telling)
        : itemsNearby(own, at, (byAllWords ??= yield* placesOfAllWords(words)), newer.length)
    for (const place of candidates) {
      const [to, theirs] = [newer[place], words[place]]
      if (to === undefined || theirs === undefined) continue
      const overlap = (2 * countCommon(own, theirs)) / (own.total + theirs.total)
      yield Math.min(item.text.length, to.text.length)
      if (!(overlap >= leastOverlap)) continue
      const distance = Math.abs(at - place / newer.length)
      pairs.push({ from: item.id, to: to.id, overlap, distance })
    }
  }
  return pairs.sort((one, other) => other.overlap - one.overlap || one.distance - other.distance)
}

/** The places of the items that have a word, or all of the same words. */
type Places = ReadonlyMap<string, readonly number[]>

/** In how many telling words each item agrees, by its place. */
function countTelling(own: WordCounts, byWord: Places): ReadonlyMap<number, number> {
  const telling = new Map<number, number>()
  for (const word of own.counts.keys()) {
    for (const place of byWord.get(word) ?? []) telling.set(place, (telling.get(place) ?? 0) + 1)
  }
  return telling
}

/** The few items that are worth comparing with one: those with most telling words in common. */
function mostTelling(telling: ReadonlyMap<number, number>): Iterable<number> {
  if (telling.size <= mostItems) return telling.keys()
  const most = [...telling].sort((one, other) => other[1] - one[1]).slice(0, mostItems)
  return most.map(([place]) => place)
}

/** For an item without a telling word: those of the same words, and those that stand where it stood. */
function itemsNearby(
  own: WordCounts,
  at: number,
  byAllWords: Places,
  count: number,
): Iterable<number> {
  const middle = Math.round(at * count)
  const same = byAllWords.get(keyOfWords(own)) ?? []
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

/** By each word that stands in few items. */
function* placesOfFewWords(items: readonly WordCounts[]): Steps<Places> {
  const places = new Map<string, number[]>()
  for (const [place, { counts, total }] of items.entries()) {
    for (const word of counts.keys()) addPlace(places, word, place)
    yield total
  }
  for (const [word, found] of places) if (found.length > mostItems) places.delete(word)
  return places
}

/** By all words of an item, in whatever order. */
function* placesOfAllWords(items: readonly WordCounts[]): Steps<Places> {
  const places = new Map<string, number[]>()
  for (const [place, words] of items.entries()) {
    const key = keyOfWords(words)
    addPlace(places, key, place)
    yield key.length
  }
  return places
}

function addPlace(places: Map<string, number[]>, key: string, place: number): void {
  const found = places.get(key)
  if (found === undefined) places.set(key, [place])
  else found.push(place)
}
