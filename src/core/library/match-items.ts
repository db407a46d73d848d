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
 * the texts, and for items that were changed to the product of their numbers.
 */
export function matchItems(older: Edition, newer: Edition): ReadonlyMap<string, string> {
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
 * one must agree, and without the id three quarters of the smaller one too.
 */
export function sameEdition(one: Edition, other: Edition): boolean {
  const [smaller = 0, larger = 0] = [itemsOf(one).length, itemsOf(other).length].sort(
    (fewer, more) => fewer - more,
  )
  const hasSameDay = hasSameNameAndDay(one, other)
  if (smaller === 0) return hasSameDay || (larger === 0 && one.id === other.id)
  const matched = matchItems(one, other).size
  if (hasSameDay) return matched / smaller >= leastOfSameDay
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

/** The same id, or the same series, and the same full day: a month holds several editions of a series, and a year all. */
function hasSameNameAndDay(
  one: Pick<Edition, 'id' | 'series' | 'date'>,
  other: Pick<Edition, 'id' | 'series' | 'date'>,
): boolean {
  if (one.date === null || one.date.value !== other.date?.value) return false
  if (one.date.value.length < 'YYYY-MM-DD'.length) return false
  return one.id === other.id || (one.series !== null && one.series === other.series)
}

function itemsOf(edition: Edition): readonly Item[] {
  return edition.sections.flatMap(({ items }) => items)
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
  const places = placesOfWords(newer)
  const pairs: Overlap[] = []
  for (const [index, item] of older.entries()) {
    const words = countWords(item)
    const common = new Map<number, number>()
    for (const [word, count] of words.counts) {
      for (const { place, times } of places.ofWord.get(word) ?? []) {
        common.set(place, (common.get(place) ?? 0) + Math.min(count, times))
      }
    }
    for (const [place, shared] of common) {
      const to = newer[place]
      const share = (2 * shared) / (words.total + (places.totals[place] ?? 0))
      if (to === undefined || share < leastOverlap) continue
      const distance = Math.abs(index / older.length - place / newer.length)
      pairs.push({ from: item.id, to: to.id, share, distance })
    }
  }
  return pairs.sort((one, other) => other.share - one.share || one.distance - other.distance)
}

/** Word → in which items it stands and how often; and how many words each item has. */
function placesOfWords(items: readonly Item[]) {
  const ofWord = new Map<string, { place: number; times: number }[]>()
  const totals: number[] = []
  for (const [place, item] of items.entries()) {
    const { counts, total } = countWords(item)
    totals.push(total)
    for (const [word, times] of counts) {
      const found = ofWord.get(word)
      if (found === undefined) ofWord.set(word, [{ place, times }])
      else found.push({ place, times })
    }
  }
  return { ofWord, totals }
}

/** The words that tell an item from others. */
function countWords({ title, text }: Item): { counts: Map<string, number>; total: number } {
  const words = foldedWords(`${title ?? ''} ${text}`).filter((word) => !isStopWord(word))
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: words.length }
}
