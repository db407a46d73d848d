// Whether two editions are one at two times: a correction, and not the next issue.
import type { Edition, Item } from '../edition/edition.ts'
import type { Steps } from '../steps.ts'
import { countCommon, countEach, plainText } from './item-words.ts'
import type { LibraryEntry } from './library-entry.ts'
import { itemsOf, matchSteps } from './match-items.ts'
import { foldedWords, likenessOf, sketchSteps } from './sketch-edition.ts'

/**
 * Shares of the items that must agree. Of the smaller edition where name and day are the same, or where only the texts can
 * tell. Of the larger one where doubt is left: items that stand in every issue are a third of a small edition.
 */
const leastOfSameDay = 0.25
const leastOfSmaller = 0.75
const leastOfLarger = 0.6

/** The least likeness of two sketches at which texts are compared, and of how many editions at most. */
const leastLikeness = 0.25
const mostAlike = 8

/**
 * Whether two editions are one and the same at two times.
 *
 * With the same name on the same day, a quarter of the smaller edition must agree. Every week with the same title has the
 * same id, so without a day most of the larger edition must agree. Without the same id, three quarters of the smaller one
 * must agree too. Where days or titles tell two weeks apart, only items with the same numbers count: the prices of every
 * week stand in the same sentences.
 */
export function* sameEdition(one: Edition, other: Edition): Steps<boolean> {
  const [smaller = 0, larger = 0] = [itemsOf(one).length, itemsOf(other).length].sort(
    (fewer, more) => fewer - more,
  )
  const hasSameDay = hasSameNameAndDay(one, other)
  if (smaller === 0) return hasSameDay || (larger === 0 && one.id === other.id)
  if (hasSameDay) return (yield* matchSteps(one, other)).size / smaller >= leastOfSameDay
  const areTwoWeeks = areOfTwoWeeks(one, other)
  // Numbers alone tell most weeks apart, in a fraction of the time that all words take.
  const most = areTwoWeeks ? yield* mostOfOneWeek(one, other) : smaller
  if (most / larger < leastOfLarger) return false
  const pairs = yield* matchedItems(one, other)
  const matched = areTwoWeeks ? yield* countPairs(pairs, areOfOneWeek) : pairs.length
  if (matched / larger < leastOfLarger) return false
  return one.id === other.id || matched / smaller >= leastOfSmaller
}

/**
 * The entries whose editions may be this one: only their texts need to be read for `sameEdition`. Those with the same name
 * come first, then the few that are most alike.
 */
export function* likeEdition(
  edition: Edition,
  entries: readonly LibraryEntry[],
): Steps<readonly LibraryEntry[]> {
  const sketch = yield* sketchSteps(edition)
  const named: LibraryEntry[] = []
  const alike: { readonly entry: LibraryEntry; readonly likeness: number }[] = []
  for (const entry of entries) {
    if (entry.id === edition.id || hasSameNameAndDay(entry, edition)) named.push(entry)
    else {
      const likeness = likenessOf(sketch, entry.sketch)
      if (likeness >= leastLikeness) alike.push({ entry, likeness })
    }
  }
  alike.sort((one, other) => other.likeness - one.likeness)
  return [...named, ...alike.slice(0, mostAlike).map(({ entry }) => entry)]
}

/** A text of fewer words says too little to be known under another title: two teasers share most of theirs. */
const fewestWords = 40
/** From this share of unchanged items on, a text is a correction of the older one and not the next issue. */
const shareOfCorrected = 0.5

/**
 * Whether of two editions that are the same for `sameEdition` the newer may take the older one's place unasked. Never in
 * another series, which for a letter is its sender, and never a short text under another title.
 *
 * Title and day are two signs. With both nothing more is asked; with one of them half of the items must have the same
 * numbers. With neither, those without numbers must have the very same text.
 */
export function* isSureCorrection(older: Edition, newer: Edition): Steps<boolean> {
  if (areOfTwoSeries(older, newer)) return false
  const hasSameTitle = isSameName(older.title, newer.title)
  if (!hasSameTitle && ![older, newer].every(hasManyWords)) return false
  const hasSameDay = hasSameNameAndDay(older, newer)
  if (hasSameTitle && hasSameDay) return true
  const unchanged = yield* countPairs(
    yield* matchedItems(older, newer),
    hasSameTitle || hasSameDay ? shareNumbers : areOfOneWeek,
  )
  const fewer = Math.min(itemsOf(older).length, itemsOf(newer).length)
  return unchanged >= shareOfCorrected * fewer
}

/** A text that names no series may be of any. */
function areOfTwoSeries({ series: one }: Edition, { series: other }: Edition): boolean {
  return one !== null && other !== null && !isSameName(one, other)
}

function isSameName(one: string, other: string): boolean {
  return one === other || foldedWords(one).join(' ') === foldedWords(other).join(' ')
}

function hasManyWords(edition: Edition): boolean {
  let count = 0
  for (const { text } of itemsOf(edition)) {
    count += foldedWords(text).length
    if (count >= fewestWords) return true
  }
  return false
}

type Pair = readonly [Item, Item]

function* matchedItems(older: Edition, newer: Edition): Steps<Pair[]> {
  const found = new Map(itemsOf(newer).map((item) => [item.id, item]))
  const matches = yield* matchSteps(older, newer)
  return itemsOf(older).flatMap((item) => {
    const match = found.get(matches.get(item.id) ?? '')
    return match === undefined ? [] : [[item, match] as const]
  })
}

function* countPairs(pairs: readonly Pair[], isGood: (pair: Pair) => boolean): Steps<number> {
  let count = 0
  for (const pair of pairs) {
    if (isGood(pair)) count += 1
    yield pair[0].text.length + pair[1].text.length
  }
  return count
}

/** Where a text has no numbers to tell, it must be the same. */
function areOfOneWeek(pair: Pair): boolean {
  const [older, newer] = pair
  return /\d/u.test(older.text) ? shareNumbers(pair) : plainText(older) === plainText(newer)
}

/** For how many pairs `areOfOneWeek` can hold at most, in whatever way the items match. */
function* mostOfOneWeek(older: Edition, newer: Edition): Steps<number> {
  const texts = new Set<string>()
  const numbers = new Set<string>()
  let withoutNumbers = 0
  for (const item of itemsOf(newer)) {
    const own = numbersIn(item.text)
    if (own.length === 0) withoutNumbers += 1
    texts.add(plainText(item))
    for (const number of own) numbers.add(number)
    yield item.text.length
  }
  let [possible, others] = [0, 0]
  for (const item of itemsOf(older)) {
    const own = numbersIn(item.text)
    if (own.length === 0 ? texts.has(plainText(item)) : own.some((one) => numbers.has(one)))
      possible += 1
    else if (own.length > 0) others += 1
    yield item.text.length
  }
  return possible + Math.min(others, withoutNumbers)
}

/** Whether at least half of the numbers of the shorter one stand in the other. */
function shareNumbers([older, newer]: Pair): boolean {
  const [one, other] = [countEach(numbersIn(older.text)), countEach(numbersIn(newer.text))]
  return countCommon(one, other) * 2 >= Math.min(one.total, other.total)
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+/gu) ?? []
}

/** Whether two full days differ, or the numbers in the titles: `week 12` and `week 13`. */
function areOfTwoWeeks(one: Edition, other: Edition): boolean {
  return haveOtherDays(one, other) || haveOtherNumbers(one, other)
}

/**
 * Whether two editions say themselves that they are two: by other numbers in their titles, or by other printed days. A weekly
 * text is a new issue even if nothing else differs. So a correction of just the day becomes an edition of its own.
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

/** The same id or series on the same full day. A month or a year alone holds several editions of a series. */
function hasSameNameAndDay(
  one: Pick<Edition, 'id' | 'series' | 'date'>,
  other: Pick<Edition, 'id' | 'series' | 'date'>,
): boolean {
  if (one.date === null || one.date.value !== other.date?.value) return false
  if (one.date.value.length < 'YYYY-MM-DD'.length) return false
  return one.id === other.id || (one.series !== null && one.series === other.series)
}
