// A sketch of a text: few enough numbers for every entry of the library, and enough of them to tell that two texts may be
// nearly the same. The smallest hashes of all groups of three words are kept (bottom-k sketch, after Broder,
// "On the resemblance and containment of documents", 1997).
import * as v from 'valibot'
import { fold } from '../dutch/fold.ts'
import type { Edition } from '../edition/edition.ts'
import { hashText } from '../hash-text.ts'
import { allAtOnce, type Steps } from '../steps.ts'

const size = 8
const groupLength = 3

const numberLength = 8

/** Its numbers as text, each of eight hexadecimal digits: thousands of sketches are read with a catalogue. */
export const sketchSchema = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{8}){0,8}$/))

/** By the sections, which an edition shares with itself under another title or id. */
const sketches = new WeakMap<Edition['sections'], string>()

/** The sketch of an edition's items, whatever its title and order; fewer than eight numbers for a few words. */
export function sketchOf(edition: Pick<Edition, 'sections'>): string {
  return allAtOnce(sketchSteps(edition))
}

/** The same in steps; it is remembered for as long as the edition is. */
export function* sketchSteps({ sections }: Pick<Edition, 'sections'>): Steps<string> {
  const known = sketches.get(sections)
  if (known !== undefined) return known
  const least: number[] = []
  for (const { text } of sections.flatMap(({ items }) => items)) {
    const words = foldedWords(text)
    for (let index = 0; index <= Math.max(0, words.length - groupLength); index++) {
      keepLeast(least, hashText(words.slice(index, index + groupLength).join(' ')))
    }
    yield text.length
  }
  const sketch = least.map((number) => number.toString(16).padStart(numberLength, '0')).join('')
  sketches.set(sections, sketch)
  return sketch
}

/** Puts a number in its place among the least that were seen, in ascending order and each of them once. */
function keepLeast(least: number[], number: number): void {
  const place = least.findIndex((other) => other >= number)
  if (place === -1) {
    if (least.length < size) least.push(number)
  } else if (least[place] !== number) {
    least.splice(place, 0, number)
    least.splice(size)
  }
}

/**
 * The share of groups of three words that two texts have in common, roughly: from 0 to 1. Texts without words are like
 * nothing.
 */
export function likenessOf(one: string, other: string): number {
  const ours = numbersOf(one)
  // Of the thousands in a library nearly all have nothing in common with a text that comes in.
  if (!ours.some((number) => other.includes(number))) return 0
  const theirs = numbersOf(other)
  const chosen = smallest(new Set([...ours, ...theirs]))
  const common = chosen.filter((number) => ours.includes(number) && theirs.includes(number))
  return common.length / chosen.length
}

function smallest(numbers: ReadonlySet<string>): readonly string[] {
  return [...numbers].sort().slice(0, size)
}

function numbersOf(sketch: string): readonly string[] {
  const count = sketch.length / numberLength
  return Array.from({ length: count }, (_, index) =>
    sketch.slice(index * numberLength, (index + 1) * numberLength),
  )
}

/** The words of a text as they are compared, in their order. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
