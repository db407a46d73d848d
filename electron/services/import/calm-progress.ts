// How far some work is, told as a reader wants to know it: not at all when it is short, and else ten times a second.
import { patience } from '../program/patience.ts'

/**
 * Runs work and tells how far it is, and null when that is over; short work is not told of.
 * @param work is given a function that takes how far it is
 */
export async function withCalmProgress<Progress, Value>(
  tell: (progress: Progress | null) => void,
  work: (at: (progress: Progress) => void) => Promise<Value>,
): Promise<Value> {
  const started = performance.now()
  let now: Progress | null = null
  let told: Progress | null = null
  const timer = setInterval(() => {
    if (now === told || performance.now() - started < patience.shortWork) return
    told = now
    tell(now)
  }, patience.progress)
  try {
    return await work((progress) => {
      now = progress
    })
  } finally {
    clearInterval(timer)
    if (told !== null) tell(null)
  }
}
