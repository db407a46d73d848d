// The fault suite is one and the same at two sizes: a tenth of it with every `npm test`, all of it with `npm run test:faults`.

export const isFullSize = process.env['LEESLAMP_FAULTS'] === 'full'

/** How many cases to run of a row that has `full` of them. */
export function sized(full: number): number {
  return isFullSize ? full : Math.ceil(full / 10)
}

/** Milliseconds that a row may take. */
export const faultTimeout = isFullSize ? 3_600_000 : 300_000

/** Prints what a row reached, since a suite that only says "passed" does not say how much it tried. */
export function reportCounts(row: string, counts: Readonly<Record<string, number>>): void {
  const numbers = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  console.log(`${row} (${isFullSize ? 'full size' : 'a tenth'}): ${numbers.join(', ')}`)
}

/** Random numbers in [0, 1) that are the same in every run (mulberry32, by Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
