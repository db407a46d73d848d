// The same edition again: whether it is, and which of its items are those that the reader knows.
import { isStopWord } from '../dutch/stop-words.ts'
import type { Edition, Item } from '../edition/edition.ts'
import type { LibraryEntry } from './library-entry.ts'
import { foldedWords, likenessOf, sketchOf } from './sketch-edition.ts'

/**
 * The least overlap (Dice's coefficient of the words without stop words) at which an item counts as an earlier one in
 * another wording. An item that is cut in two keeps 2/3 with its half, one that gets as much text again as it has 2/3 too;
 * two items on one subject share a fifth at most.
 */
const leastOverlap = 0.5

/**
 * A word that stands in more items of the newer edition tells none of them from the others, and an item is compared with no
 * more than so many: else a text of few words takes the product of its numbers of items.
 */
const mostItems = 20

/**
 * Shares of the items that must agree: of the smaller edition where the name and the day are the same or where the texts
 * alone must tell, and of the larger one where anything is left to doubt. Items that stand in every week, as an address to
 * answer to, are a third of a small edition.
 */
const leastOfSameDay = 0.25
const leastOfSmaller = 0.75
const leastOfLarger = 0.6

/** The least likeness of two sketches at which it is worth comparing the texts, and of how many editions that is done. */
const leastLikeness = 0.25
const mostAlike = 8

/**
 * Old item id → the id of that item in the new edition: by the same text first, whatever its place, and then by the most
 * words in common. Each new item is used once; an old item that is gone is not in the map. Takes time in proportion to
 * the texts: of items that were changed, each is compared with the few that have most telling words in common with it.
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

/**
 * Whether two editions are one and the same at two times. The same id or the same series on the same day says so when a
 * quarter of the smaller one agrees. An id without a day is that of every week with the same title, so most of the larger
 * one must agree, and without the id three quarters of the smaller one too. Where days or the numbers in the titles tell two weeks
 * apart, only items with the same numbers count: the prices of every week stand in the same sentences.
 */
export function sameEdition(one: Edition, other: Edition): boolean {
  const [smaller = 0, larger = 0] = [itemsOf(one).length, itemsOf(other).length].sort(
    (fewer, more) => fewer - more,
  )
  const hasSameDay = hasSameNameAndDay(one, other)
  if (smaller === 0) return hasSameDay || (larger === 0 && one.id === other.id)
  if (hasSameDay) return matchItems(one, other).size / smaller >= leastOfSameDay
  const pairs = matchedItems(one, other)
  const matched = areOfTwoWeeks(one, other) ? pairs.filter(areOfOneWeek).length : pairs.length
  if (matched / larger < leastOfLarger) return false
  return one.id === other.id || matched / smaller >= leastOfSmaller
}

/**
 * The entries whose editions may be this one; only their texts need to be read for `sameEdition`. Those with the same name
 * come first, then the few that are most alike: where all editions are made of the same phrases, the others are no likelier.
 */
export function likeEdition(
  edition: Edition,
  entries: readonly LibraryEntry[],
): readonly LibraryEntry[] {
  const sketch = sketchOf(edition)
  const named: LibraryEntry[] = []
  const alike: { readonly entry: LibraryEntry; readonly likeness: number }[] = []
  for (const entry of entries) {
    if (entry.id === edition.id || hasSameNameAndDay(entry, edition)) named.push(entry)
    else {
      const likeness = likenessOf(entry.sketch, sketch)
      if (likeness >= leastLikeness) alike.push({ entry, likeness })
    }
  }
  alike.sort((one, other) => other.likeness - one.likeness)
  return [...named, ...alike.slice(0, mostAlike).map(({ entry }) => entry)]
}

/** How many items came back with their numbers: a correction changes few of them, the next week nearly all. */
export function countUnchanged(older: Edition, newer: Edition): number {
  return matchedItems(older, newer).filter(shareNumbers).length
}

type Pair = readonly [Item, Item]

function matchedItems(older: Edition, newer: Edition): Pair[] {
  const found = new Map(itemsOf(newer).map((item) => [item.id, item]))
  const matches = matchItems(older, newer)
  return itemsOf(older).flatMap((item) => {
    const match = found.get(matches.get(item.id) ?? '')
    return match === undefined ? [] : [[item, match] as const]
  })
}

/** Where a text has no numbers to tell, it must be the same. */
function areOfOneWeek(pair: Pair): boolean {
  const [older, newer] = pair
  return /\d/u.test(older.text) ? shareNumbers(pair) : plainText(older) === plainText(newer)
}

/** Whether at least half of the numbers of the shorter one stand in the other. */
function shareNumbers([older, newer]: Pair): boolean {
  const [one, other] = [countEach(numbersIn(older.text)), countEach(numbersIn(newer.text))]
  return commonWords(one, other) * 2 >= Math.min(one.total, other.total)
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+/gu) ?? []
}

/** Whether two full days differ, or the numbers in the titles: `week 12` and `week 13`. */
function areOfTwoWeeks(one: Edition, other: Edition): boolean {
  return haveOtherDays(one, other) || haveOtherNumbers(one, other)
}

/**
 * Whether two editions say of themselves that they are two: by other numbers in their titles, or by other days that both print. A
 * weekly text that differs in little else is a new one all the same; a correction of just that becomes an edition of its own.
 */
export function areTwoIssues(one: Edition, other: Edition): boolean {
  const areNumbered = [one, other].every(({ title }) => /\d/u.test(title))
  const areDated = [one, other].every(({ date }) => date?.inferred === false)
  return (areNumbered && haveOtherNumbers(one, other)) || (areDated && haveOtherDays(one, other))
}

function haveOtherDays(one: Edition, other: Edition): boolean {
  const days = [one, other].flatMap(({ date }) => date?.value ?? [])
  return (
    days.filter((day) => day.length === 'YYYY-MM-DD'.length).length === 2 && days[0] !== days[1]
  )
}

function haveOtherNumbers(one: Edition, other: Edition): boolean {
  return numbersIn(one.title).join(' ') !== numbersIn(other.title).join(' ')
}

/** The same id, or the same series, and the same full day: a month holds several editions of a series, and a year all. */
export function hasSameNameAndDay(
  one: Pick<Edition, 'id' | 'series' | 'date'>,
  other: Pick<Edition, 'id' | 'series' | 'date'>,
): boolean {
  if (one.date === null || one.date.value !== other.date?.value) return false
  if (one.date.value.length < 'YYYY-MM-DD'.length) return false
  return one.id === other.id || (one.series !== null && one.series === other.series)
}

export function itemsOf({ sections }: Pick<Edition, 'sections'>): readonly Item[] {
  return sections.flatMap(({ items }) => items)
}

/** Puts items with the same text into `matches`, of several those with the same id or else in order; gives the others. */
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
  const take = (item: Item, isAnyGood: boolean): void => {
    const ids = byText.get(plainText(item))
    const [first] = ids ?? []
    const id = ids?.has(item.id) ? item.id : isAnyGood ? first : undefined
    if (id === undefined) return
    ids?.delete(id)
    matches.set(item.id, id)
    used.add(id)
  }
  for (const item of older) take(item, false)
  for (const item of older) if (!matches.has(item.id)) take(item, true)
  return {
    older: older.filter(({ id }) => !matches.has(id)),
    newer: newer.filter(({ id }) => !used.has(id)),
  }
}

function plainText({ text }: Item): string {
  return text.trim().replace(/\s+/gu, ' ')
}

interface Overlap {
  readonly from: string
  readonly to: string
  readonly share: number
  /** How far apart the two stand, as a share of the edition. */
  readonly distance: number
}

/** The pairs with enough words in common, those with most first; of equals those that stand nearest. */
function overlaps(older: readonly Item[], newer: readonly Item[]): readonly Overlap[] {
  const words = newer.map(countWords)
  const places = placesOfWords(words)
  const pairs: Overlap[] = []
  for (const [index, item] of older.entries()) {
    const own = countWords(item)
    const at = index / older.length
    for (const place of candidatesFor(own, at, places, newer.length)) {
      const [to, theirs] = [newer[place], words[place]]
      if (to === undefined || theirs === undefined) continue
      const share = (2 * commonWords(own, theirs)) / (own.total + theirs.total)
      if (!(share >= leastOverlap)) continue
      const distance = Math.abs(at - place / newer.length)
      pairs.push({ from: item.id, to: to.id, share, distance })
    }
  }
  return pairs.sort((one, other) => other.share - one.share || one.distance - other.distance)
}

interface Words {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

interface Places {
  /** Only words that stand in few items: the others tell nothing. */
  readonly ofWord: ReadonlyMap<string, readonly number[]>
  /** Items of the very same words, in whatever order. */
  readonly ofWords: ReadonlyMap<string, readonly number[]>
}

/** The few items that are worth comparing with one: those with most telling words in common. */
function candidatesFor(own: Words, at: number, places: Places, count: number): Iterable<number> {
  const telling = new Map<number, number>()
  for (const word of own.counts.keys()) {
    for (const place of places.ofWord.get(word) ?? [])
      telling.set(place, (telling.get(place) ?? 0) + 1)
  }
  if (telling.size === 0) return nearby(own, at, places, count)
  if (telling.size <= mostItems) return telling.keys()
  const most = [...telling].sort((one, other) => other[1] - one[1]).slice(0, mostItems)
  return most.map(([place]) => place)
}

/** For an item without a telling word: those of the same words, and those that stand where it stood. */
function nearby(own: Words, at: number, { ofWords }: Places, count: number): Iterable<number> {
  const middle = Math.round(at * count)
  const same = ofWords.get(keyOf(own)) ?? []
  const first = Math.max(0, lowerBound(same, middle) - mostItems / 2)
  const beside = Array.from({ length: mostItems / 2 }, (_, step) => middle - mostItems / 4 + step)
  return new Set([...same.slice(first, first + mostItems), ...beside])
}

/** How many of these numbers, which go up, are lower. */
function lowerBound(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

function placesOfWords(items: readonly Words[]): Places {
  const ofWord = new Map<string, number[]>()
  const ofWords = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, place: number): void => {
    const found = map.get(key)
    if (found === undefined) map.set(key, [place])
    else found.push(place)
  }
  for (const [place, words] of items.entries()) {
    put(ofWords, keyOf(words), place)
    for (const word of words.counts.keys()) put(ofWord, word, place)
  }
  for (const [word, found] of ofWord) if (found.length > mostItems) ofWord.delete(word)
  return { ofWord, ofWords }
}

function keyOf({ counts }: Words): string {
  return [...counts]
    .map(([word, times]) => `${word} ${String(times)}`)
    .sort()
    .join(' ')
}

function commonWords(one: Words, other: Words): number {
  const [fewer, more] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  let common = 0
  for (const [word, count] of fewer.counts) common += Math.min(count, more.counts.get(word) ?? 0)
  return common
}

/** The words that tell an item from others. */
function countWords({ title, text }: Item): Words {
  return countEach(foldedWords(`${title ?? ''} ${text}`).filter((word) => !isStopWord(word)))
}

function countEach(words: readonly string[]): Words {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: words.length }
}
