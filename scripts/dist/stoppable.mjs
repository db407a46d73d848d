// What can be stopped with Ctrl-C puts away what it made before it ends.
import { SetupError } from '../steps.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs `action` to its end also when this process is told to stop; it then fails, having cleaned up.
 * @param {string} outcome what is so after a stop, as the end of a sentence
 * @param {(signal: AbortSignal) => Promise<Result>} action looks at the signal, and gives it to what it starts
 * @returns {Promise<Result>}
 * @template Result
 */
export async function stoppable(outcome, action) {
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  for (const signal of signals) process.on(signal, onSignal)
  try {
    return await action(stop.signal)
  } catch (error) {
    throw stop.signal.aborted ? new SetupError(`stopped; ${outcome}`) : error
  } finally {
    for (const signal of signals) process.off(signal, onSignal)
  }
}
