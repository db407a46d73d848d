// Whether a work takes time in proportion to what it is given, told without a clock that a busy machine could put wrong.

const pieces = 8
const tries = 3

/**
 * How many times as long a work takes for all of a text at once as for its eighths one after the other: about 1 for what goes over
 * the text once, and about 8 for what goes over all of it for each part. The least of several tries of each, in turns.
 */
export function costOfWhole(text: string, work: (text: string) => unknown): number {
  const size = Math.ceil(text.length / pieces)
  const parts = Array.from({ length: pieces }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  )
  const least = { whole: Infinity, parts: Infinity }
  for (let attempt = 0; attempt < tries; attempt++) {
    least.whole = Math.min(
      least.whole,
      timeOf(() => work(text)),
    )
    least.parts = Math.min(
      least.parts,
      timeOf(() => {
        for (const part of parts) work(part)
      }),
    )
  }
  return least.whole / least.parts
}

/** Between what grows with the text and what grows with its square. */
export const mostCost = pieces / 2

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
