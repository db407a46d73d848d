// The few numbers that a series of measurements is told in.
import { randomNumbers } from './random-numbers.ts'

/** A figure with its spread: for a series the quartiles, for a ratio the bootstrap interval. */
export interface Spread {
  readonly low: number
  readonly mid: number
  readonly high: number
}

/** The value below which a share of the series lies, between neighbours by their distance. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? NaN
  const above = sorted[Math.ceil(place)] ?? NaN
  return below + (above - below) * (place - Math.floor(place))
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Median and quartiles. */
export function spreadOf(values: readonly number[]): Spread {
  return { low: quantile(values, 0.25), mid: median(values), high: quantile(values, 0.75) }
}

/**
 * The ratio of two medians with its 95 % interval (percentile bootstrap, 4,000 draws). The series are paired by round,
 * since both sides of a round met the same load: a draw takes whole rounds.
 */
export function ratioOfMedians(ours: readonly number[], peer: readonly number[]): Spread {
  const rounds = Math.min(ours.length, peer.length)
  const random = randomNumbers(1)
  const draws = Array.from({ length: 4_000 }, () => {
    const picked = Array.from({ length: rounds }, () => Math.floor(random() * rounds))
    const of = (values: readonly number[]): number =>
      median(picked.map((round) => values[round] ?? NaN))
    return of(ours) / of(peer)
  })
  return {
    low: quantile(draws, 0.025),
    mid: median(ours) / median(peer),
    high: quantile(draws, 0.975),
  }
}
