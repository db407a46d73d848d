// Random corrections of editions made of words, with a passage that was marked before: does it come out right?
import fc from 'fast-check'
import type { Placement } from '../../../../src/core/annotations/place-passage.ts'
import { fold } from '../../../../src/core/dutch/fold.ts'
import { levenshtein } from '../../../../src/core/dutch/edit-distance.ts'
import {
  anchorOf,
  type PartText,
  type PassageAnchor,
} from '../../../../src/core/reading/passage.ts'
import { sentencesOf } from '../../../../src/core/reading/sentences.ts'
import { aSentence, aText } from '../../../fixtures/news-words.ts'

/** Places a passage of the item in the texts as they are now. */
export type Place = (texts: readonly PartText[], anchor: PassageAnchor, item: string) => Placement

export interface TrialCounts {
  readonly survived: number
  readonly placedThere: number
  readonly gone: number
  readonly goneButPlaced: number
  readonly twice: number
  readonly twiceButPlaced: number
}

const editions = 80
const itemsOfEdition = 4
const texts = fc.sample(aText, { numRuns: editions * itemsOfEdition, seed: 22 })
const sentences = fc.sample(aSentence, { numRuns: 400, seed: 23 })
const words = sentences.join(' ').split(/\s+/u)

/** A trial of each kind in turn. */
export function runTrials(count: number, random: () => number, place: Place): TrialCounts {
  const counts = {
    survived: 0,
    placedThere: 0,
    gone: 0,
    goneButPlaced: 0,
    twice: 0,
    twiceButPlaced: 0,
  }
  const below = (limit: number): number => Math.floor(random() * limit)
  const oneOf = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('nothing to choose from')
    return value
  }

  /** A word replaced, put in, taken out, or spelt otherwise. */
  function edited(text: string): string {
    const parts = text.split(/(\s+)/u)
    const at = oneOf(parts.flatMap((part, index) => (/\S/u.test(part) ? [index] : [])))
    const word = parts[at] ?? ''
    const letter = below(word.length)
    const options = [
      oneOf(words),
      `${word} ${oneOf(words)}`,
      '',
      word.slice(0, letter) + oneOf([...'aenrtsdl']) + word.slice(letter + below(2)),
    ]
    parts[at] = oneOf(options)
    return parts.join('').replaceAll(/ {2,}/gu, ' ')
  }

  function editedOften(text: string, most: number): string {
    let now = text
    for (let left = below(most + 1); left > 0 && now.trim() !== ''; left--) now = edited(now)
    return now
  }

  /** One or two sentences, or one to twelve words. */
  function rangeIn(text: string): [start: number, end: number] {
    const all = random() < 0.5 ? sentencesOf(text) : wordRanges(text)
    const first = below(all.length)
    const last = Math.min(all.length - 1, first + below(all === sentencesOf(text) ? 2 : 12))
    return [all[first]?.start ?? 0, all[last]?.end ?? text.length]
  }

  for (let trial = 0; trial < count; trial++) {
    const from = below(editions) * itemsOfEdition
    const edition = texts.slice(from, from + itemsOfEdition)
    const at = below(itemsOfEdition)
    const text = edition[at] ?? ''
    const [start, end] = rangeIn(text)
    // A stop alone stands everywhere.
    if (!/\p{L}/u.test(text.slice(start, end))) continue
    const anchor = anchorOf(text, { part: 'item', start, end })
    const [before, after] = [text.slice(0, start), text.slice(end)]
    const item = `i${String(at)}`
    const withText = (changed: string): PartText[] =>
      edition.map((one, index) => ({
        ...{ item: `i${String(index)}`, part: 'item' },
        text: index === at ? changed : one,
      }))
    const kind = random()
    if (kind < 0.6) {
      let passage = anchor.exact
      for (let left = below(3); left > 0; left--) {
        const next = edited(passage).trim()
        if (next !== '' && similarity(anchor.exact, next) >= 0.8) passage = next
      }
      const [head, tail] = [editedOften(before, 2), editedOften(after, 2)]
      const now = withText(head + passage + tail)
      if (timesIn(now, passage) !== 1) continue
      if (passage !== anchor.exact && timesIn(now, anchor.exact) > 0) continue
      counts.survived++
      if (isThere(place(now, anchor, item), item, head.length, passage.length)) counts.placedThere++
    } else if (kind < 0.9) {
      const other = random() < 0.5 ? '' : oneOf(sentences)
      const instead = fold(other).includes(fold(anchor.exact)) ? '' : other
      const [head, tail] = [editedOften(before, 2), editedOften(after, 2)]
      const now = withText(head + instead + tail)
      const around = head.slice(-40) + instead + tail.slice(0, 40)
      if (isStillThere(now, anchor) || mayBeThere(now[at]?.text ?? '', around, anchor)) continue
      counts.gone++
      if (place(now, anchor, item).state !== 'loose') counts.goneButPlaced++
    } else {
      const around = `${before.slice(-40)}${anchor.exact}${after.slice(0, 40)}`
      if (before.length <= 40 || after.length <= 40) continue
      const now = withText(`${text}\n\n${around}`)
      counts.twice++
      const placement = place(now, anchor, item)
      if (placement.state !== 'loose' || !placement.isDoubtful) counts.twiceButPlaced++
    }
  }
  return counts
}

function wordRanges(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))
}

function similarity(one: string, other: string): number {
  const [first, second] = [fold(one), fold(other)]
  const longest = Math.max(first.length, second.length)
  return 1 - levenshtein(first, second, longest) / longest
}

function timesIn(all: readonly PartText[], words: string): number {
  const wanted = fold(words)
  return all.reduce((sum, { text }) => sum + fold(text).split(wanted).length - 1, 0)
}

/** Whether its words are elsewhere in the edition with the words beside them: then it is not gone. */
function isStillThere(all: readonly PartText[], anchor: PassageAnchor): boolean {
  const beside = anchor.prefix.slice(-12) + anchor.exact + anchor.suffix.slice(0, 12)
  return timesIn(all, anchor.exact.length < 20 ? beside : anchor.exact) > 0
}

/**
 * Whether its own item has something that is as like it as the goal asks: that is the passage, as far as anybody can tell. Of a few
 * letters only the place where they were counts.
 */
function mayBeThere(text: string, around: string, { exact }: PassageAnchor): boolean {
  return fewestErrors(exact.length < 20 ? around : text, exact) <= exact.length / 4
}

/** The edit distance between a text and the range of another text that is most like it, on folded letters. */
function fewestErrors(text: string, words: string): number {
  const [searched, wanted] = [fold(text), fold(words)]
  let row = Uint16Array.from({ length: wanted.length + 1 }, (_, index) => index)
  let next = new Uint16Array(row.length)
  let fewest = wanted.length
  for (let at = 0; at < searched.length; at++) {
    for (let index = 0; index < wanted.length; index++) {
      const isSame = searched.charCodeAt(at) === wanted.charCodeAt(index)
      const replaced = (row[index] ?? 0) + (isSame ? 0 : 1)
      next[index + 1] = Math.min(replaced, (next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1)
    }
    ;[row, next] = [next, row]
    next[0] = 0
    row[0] = 0
    fewest = Math.min(fewest, row[wanted.length] ?? fewest)
  }
  return fewest
}

function isThere(placement: Placement, item: string, start: number, length: number): boolean {
  if (placement.state === 'loose' || placement.passage.item !== item) return false
  const { passage } = placement
  const shared = Math.min(passage.end, start + length) - Math.max(passage.start, start)
  const whole = Math.max(passage.end, start + length) - Math.min(passage.start, start)
  return shared / whole >= 0.7
}
