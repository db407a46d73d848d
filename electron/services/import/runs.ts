// What is being done just now: several works may go on side by side, each with its progress and its cancel.
import { withCalmProgress } from './calm-progress.ts'

/** Something that is being done, until the reader cancels it. */
export interface Run {
  readonly signal: AbortSignal
}

/** How far a run is; null when it is over. */
export interface RunProgress<Counts> {
  readonly run: number
  readonly counts: Counts | null
}

export interface Runs<Counts> {
  /** Work that can be cancelled, with its progress. */
  start<Value>(work: (run: Run, at: (counts: Counts) => void) => Promise<Value>): Promise<Value>
  /** The window knows a run by its number. */
  cancel(run: number): void
}

/** @param onProgress told calmly: see `withCalmProgress` */
export function createRuns<Counts>(
  onProgress: (progress: RunProgress<Counts>) => void,
): Runs<Counts> {
  let started = 0
  const runs = new Map<number, AbortController>()

  return {
    async start(work) {
      const id = ++started
      const run = new AbortController()
      runs.set(id, run)
      const tell = (counts: Counts | null): void => {
        onProgress({ run: id, counts })
      }
      try {
        return await withCalmProgress(tell, (at) => work(run, at))
      } finally {
        runs.delete(id)
      }
    },
    cancel(id) {
      runs.get(id)?.abort()
    },
  }
}
