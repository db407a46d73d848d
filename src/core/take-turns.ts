// Work that may not overlap: each begins when the one before it has ended.

/** A function that runs work after all that it was given earlier, also when that failed. What it gives is that of the work. */
export function takeTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined) // whoever asked for the work handles the error
    return result
  }
}
