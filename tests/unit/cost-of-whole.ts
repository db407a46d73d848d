// Whether a work takes time in proportion to what it is given.
import { processorTime } from './processor-time.ts'

const pieces = 8
const tries = 3
/** On a busy machine; a cost that grows with the square stays twice the allowed one however often it is taken. */
const mostTries = 15
/** What is over sooner is done again and again for so many milliseconds. */
const shortest = 20

/**
 * How many times as long a work takes for all of a text at once as for its eighths one after the other: about 1 for what goes over
 * the text once, and about 8 for what goes over all of it for each part. The least of several tries of each, in turns.
 */
export function costOfWhole(text: string, work: (text: string) => unknown): number {
  const size = Math.ceil(text.length / pieces)
  const parts = Array.from({ length: pieces }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  )
  const inParts = (): void => {
    for (const part of parts) work(part)
  }
  // The first time is slower than all that follow.
  work(text)
  const once = costOf(() => work(text), 1)
  const times = Math.ceil(shortest / Math.max(once, shortest / 1_000))
  const least = { whole: Infinity, parts: Infinity }
  for (let done = 0; done < mostTries; done++) {
    least.whole = Math.min(
      least.whole,
      costOf(() => work(text), times),
    )
    least.parts = Math.min(least.parts, costOf(inParts, times))
    if (done + 1 >= tries && least.whole / least.parts < mostCost) break
  }
  return least.whole / least.parts
}

/** Between what grows with the text and what grows with its square. */
export const mostCost = pieces / 2

/** In milliseconds of the processor. */
function costOf(work: () => unknown, times: number): number {
  const before = processorTime()
  for (let time = 0; time < times; time++) work()
  return processorTime() - before
}
