/** Milliseconds since the epoch, finer than a millisecond: the one clock of the bench. */
export function clock(): number {
  return performance.timeOrigin + performance.now()
}
