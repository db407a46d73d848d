// What is being done just now for editions: several works may go on side by side, each with its progress and its cancel.
import type { AddCounts, AddProgress } from '#core/desktop/adding'
import { withCalmProgress } from './calm-progress.ts'

/** Something that is being done, until the reader cancels it. */
export interface Run {
  readonly signal: AbortSignal
}

export interface Runs {
  /** Work that can be cancelled, with its progress. */
  start<Value>(work: (run: Run, at: (counts: AddCounts) => void) => Promise<Value>): Promise<Value>
  /** The window knows a run by its number. */
  cancel(run: number): void
}

/** @param onProgress told calmly: see `withCalmProgress` */
export function createRuns(onProgress: (progress: AddProgress) => void): Runs {
  let started = 0
  const runs = new Map<number, AbortController>()

  return {
    async start(work) {
      const id = ++started
      const run = new AbortController()
      runs.set(id, run)
      const tell = (counts: AddCounts | null): void => {
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
