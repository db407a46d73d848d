// The clause in which something stands, short enough for one or two lines.
import { fold } from '../dutch/fold.ts'
import { isStopWord } from '../dutch/stop-words.ts'

const mostWordsBefore = 4
const mostWordsAfter = 6
/** A clause ends at these, unless they stand within a number or a time. */
const stops = /[;:()–—„“”"]|[.,!?…](?!\d)/u

/**
 * The range of the clause around a range of a text: up to a stop, and no further than a few words on either side.
 * It begins and ends with a word, and where it was cut off it does not end with a small one: `de`, `van`.
 */
export function clauseAround(
  text: string,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  let from = start
  for (const word of wordsBefore(text, start)) {
    if (stops.test(text.slice(word, from))) break
    from = word
  }
  const ends = [end]
  for (const word of wordsAfter(text, end)) {
    const last = ends.at(-1) ?? end
    const stop = stops.exec(text.slice(last, word))
    if (stop !== null) return [from, last + text.slice(last, last + stop.index).trimEnd().length]
    ends.push(word)
  }
  while (ends.length > 1 && isSmall(text.slice(ends.at(-2), ends.at(-1)))) ends.pop()
  return [from, ends.at(-1) ?? end]
}

function isSmall(word: string): boolean {
  return isStopWord(fold(word.trim()))
}

/** Where each of the last words before an offset begins, the nearest first. */
function wordsBefore(text: string, start: number): readonly number[] {
  const window = text.slice(Math.max(0, start - 120), start)
  const offset = start - window.length
  return [...window.matchAll(/\S+/gu)]
    .slice(-mostWordsBefore)
    .map(({ index }) => offset + index)
    .toReversed()
}

/** Where each of the next words behind an offset ends, the nearest first. */
function wordsAfter(text: string, end: number): readonly number[] {
  return [...text.slice(end, end + 160).matchAll(/\S+/gu)]
    .slice(0, mostWordsAfter)
    .map(({ index, 0: word }) => end + index + word.length)
}
