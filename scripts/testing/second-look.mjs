// A test that fails is run once more, by itself: what fails again has failed, what passes then is unstable.

/**
 * @typedef {{ file: string, title: string | null, hasPassed: boolean, reason?: string }} Test file: as its runner names it; title:
 *   null for a file that could not be loaded; reason: why it did not run
 * @typedef {(only?: Test) => Promise<{ code: number, tests: readonly Test[], troubles: readonly string[] }>} Run all tests, or one
 *   of them alone; troubles: what failed outside any test
 * @typedef {{ passed: number, failed: string[], skipped?: string[], unstable?: string[] }} Outcome names of tests; what is unstable
 *   counts as passed
 */

/** So many tests may be unstable in a run; with more of them the run says nothing. */
export const mostUnstable = 8

/** What guards the reader's data, the sandbox and the network: there one failure is one too many. */
const noSecondLook =
  /faults\/|kill|hostile|offline|sandbox|guards|network|\/import\/cage|trusted-sender|bundle\.test/u

export const mayBeLookedAtAgain = ({ file }) => !noSecondLook.test(file)

const nameOf = ({ file, title }) => (title === null ? file : `${file}: ${title}`)

/**
 * Runs tests, and those that failed once more. A runner that broke off before it could count is a failure too, never a silence; so
 * is a test that did not run and does not say why.
 * @param {string} name of the whole, for what failed outside any test
 * @param {Run} run
 * @returns {Promise<Required<Outcome>>}
 */
export async function runWithSecondLook(name, run) {
  const outcome = { passed: 0, failed: [], skipped: [], unstable: [] }
  let first
  try {
    first = await run()
  } catch (error) {
    return { ...outcome, failed: [`${name}, without a result: ${error.message}`] }
  }
  const skipped = first.tests.filter(({ reason }) => Boolean(reason))
  const failures = first.tests.filter((test) => !test.hasPassed && !skipped.includes(test))
  outcome.skipped = skipped.map((test) => `${nameOf(test)} (${test.reason})`)
  outcome.passed = first.tests.length - skipped.length - failures.length
  outcome.failed = first.troubles.map((trouble) => `${name}, ${trouble}`)
  if (first.code !== 0 && failures.length + outcome.failed.length === 0) outcome.failed = [name]
  for (const test of failures) {
    const isHopeless = failures.length > mostUnstable || !mayBeLookedAtAgain(test)
    if (isHopeless || !(await passesAlone(run, test))) outcome.failed.push(nameOf(test))
    else {
      outcome.unstable.push(nameOf(test))
      outcome.passed++
    }
  }
  return outcome
}

async function passesAlone(run, test) {
  try {
    const { code, tests } = await run(test)
    const again = test.title === null ? tests : tests.filter(({ title }) => title === test.title)
    return code === 0 && again.some(({ hasPassed }) => hasPassed)
  } catch {
    return false // it broke off again
  }
}

/**
 * The outcomes of a whole run as one. Unstable tests count as failed when they are too many, and when they were unstable in the run
 * before, too.
 * @param {readonly Outcome[]} outcomes
 * @param {readonly string[]} before the names of those that were unstable then
 * @returns {Required<Outcome>}
 */
export function wholeOutcome(outcomes, before = []) {
  const all = (kind) => outcomes.flatMap((outcome) => outcome[kind] ?? [])
  const unstable = all('unstable')
  const isTooMuch = unstable.length > mostUnstable
  const lost = unstable.filter((name) => isTooMuch || before.includes(name))
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0) - lost.length,
    failed: [...all('failed'), ...lost],
    skipped: all('skipped'),
    unstable: unstable.filter((name) => !lost.includes(name)),
  }
}

/** Prints the outcome, its closing line last; the exit code of it. */
export function tellOutcome({ passed, failed, skipped, unstable }) {
  for (const name of skipped) process.stdout.write(`skipped: ${name}\n`)
  for (const name of unstable) process.stdout.write(`unstable: ${name}\n`)
  for (const name of failed) process.stdout.write(`failed: ${name}\n`)
  const ofSkipped = skipped.length === 0 ? '' : `, ${skipped.length} skipped`
  process.stdout.write(`${passed} passed, ${failed.length} failed${ofSkipped}\n`)
  return failed.length === 0 ? 0 : 1
}
