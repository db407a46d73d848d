// Whether a work takes time in proportion to what it is given: measured on the processor, since a busy machine makes all of it wait.
import { processorTime } from './processor-time.ts'

const pieces = 8
const leastTries = 3
/** On a busy machine; a cost that is too high stays too high however often it is taken. */
const mostTries = 15
/** What is over sooner is done again and again for so many milliseconds. */
const shortest = 20

/**
 * How many times as long `work` takes as `twin`: the least of several tries of each, in turns. More tries follow while the ratio is
 * not below `enough`.
 */
export function costRatio(work: () => unknown, twin: () => unknown, enough: number): number {
  // The first time is slower than all that follow.
  work()
  const once = costOf(work, 1)
  const times = Math.ceil(shortest / Math.max(once, shortest / 1_000))
  const least = { work: Infinity, twin: Infinity }
  for (let done = 0; done < mostTries; done++) {
    least.work = Math.min(least.work, costOf(work, times))
    least.twin = Math.min(least.twin, costOf(twin, times))
    if (done + 1 >= leastTries && least.work / least.twin < enough) break
  }
  return least.work / least.twin
}

/**
 * How many times as long a work takes for all of a text at once as for its eighths one after the other: about 1 for what goes over
 * the text once, and about 8 for what goes over all of it for each part.
 */
export function costOfWhole(text: string, work: (text: string) => unknown): number {
  const size = Math.ceil(text.length / pieces)
  const parts = Array.from({ length: pieces }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  )
  const inParts = (): void => {
    for (const part of parts) work(part)
  }
  return costRatio(() => work(text), inParts, mostCost)
}

/**
 * How many times as long a work takes for ten times as much as for once, ten times in a row: about 1 for what grows in proportion,
 * and about 10 for what grows with the square.
 */
export function costOfTenfold(work: (times: number) => unknown): number {
  const inTurns = (): void => {
    for (let turn = 0; turn < 10; turn++) work(1)
  }
  return costRatio(() => work(10), inTurns, mostCost)
}

/** Between what grows in proportion and what grows with the square. */
export const mostCost = 4

/**
 * The least time that a work takes of several tries, in milliseconds of the processor. Tries end when one is below `enough`: a busy
 * machine makes a try slower, never quicker.
 */
export function leastTime(work: () => unknown, enough: number, tries = mostTries): number {
  let least = Infinity
  for (let done = 0; done < tries && least >= enough; done++)
    least = Math.min(least, costOf(work, 1))
  return least
}

/** In milliseconds of the processor. */
function costOf(work: () => unknown, times: number): number {
  const before = processorTime()
  for (let time = 0; time < times; time++) work()
  return processorTime() - before
}
