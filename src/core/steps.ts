// Work on texts in steps. Whoever does it may do other things in between, so that a large edition holds nobody up.

/** Each step gives how many characters it went over. */
export type Steps<Value> = Generator<number, Value, undefined>

/** Does all steps in one go. */
export function allAtOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
