// As many texts as a measurement needs: the real ones first, then sentences of them put together anew, with words exchanged
// for others so that the vocabulary grows as that of a library does.
import { makeEdition } from '../../fixtures/make-library.ts'
import { randomNumbers } from '../random-numbers.ts'
import type { DebianTexts } from './debian-texts.ts'

export interface Texts {
  readonly texts: readonly string[]
  /** How many of them are real. */
  readonly real: number
}

/** Which share of the longer words of a text that is put together is exchanged. */
const exchanged = 0.12

/** Always the same ones for the same corpus. Without a corpus the sentences are those of the made library. */
export function makeTexts({ items, words }: DebianTexts, count: number): Texts {
  const texts = shuffled(items, 1).slice(0, count)
  const real = texts.length
  const random = randomNumbers(2)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const source = items.length > 0 ? items : madeTexts()
  const sentences = source.flatMap((text) => text.split(/(?<=[.!?]) (?=\p{Lu})/u))
  while (texts.length < count) {
    let text = ''
    while (text.length < 350) text = `${text} ${pick(sentences)}`.trim()
    texts.push(
      text.replace(/\p{Ll}{7,}/gu, (word) =>
        words.length > 0 && random() < exchanged ? pick(words) : word,
      ),
    )
  }
  return { texts, real }
}

function madeTexts(): readonly string[] {
  return Array.from({ length: 50 }, (_, number) =>
    makeEdition(number).edition.sections.flatMap(({ items }) => items.map(({ text }) => text)),
  ).flat()
}

/** The same order for the same seed. */
export function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  const random = randomNumbers(seed)
  const all = [...values]
  for (let index = all.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const [one, two] = [all[index], all[other]]
    if (one === undefined || two === undefined) continue
    all[index] = two
    all[other] = one
  }
  return all
}
