// Does work on large texts a piece at a time, so that the window is answered in between.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Steps } from '#core/steps'

/** So many characters are gone over in one go: an edition of ordinary size never waits. */
export const mostAtOnce = 1_000_000

/** @param rest lets others have their turn */
export async function inSteps<Value>(
  steps: Steps<Value>,
  rest: () => Promise<unknown> = nextTurn,
): Promise<Value> {
  let done = 0
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    done += step.value
    if (done < mostAtOnce) continue
    await rest()
    done = 0
  }
}
