// Runs tests of Playwright and reads what became of them.
import fs from 'node:fs'
import path from 'node:path'
import { projectNode, root, run } from '../steps.mjs'

const playwright = path.join(root, 'node_modules/@playwright/test/cli.js')

/** So many lines of a page are shown: its bars and panels come first, and then its text. */
const mostLines = 150

/** What Playwright wrote of the page at the failure of a test: the roles and names on it, a line each. None for a test without a page. */
export function pageAtFailure(report) {
  const [, page = ''] = /^```yaml\n(.*?)^```/msu.exec(report) ?? []
  return page.split('\n').filter(Boolean).slice(0, mostLines)
}

/** Prints the pages of failed tests: the folder of a run is gone by the time that someone reads of it. */
function showPages({ specs, suites = [] }) {
  for (const { title, tests } of specs)
    for (const { attachments } of tests.flatMap(({ results }) => results)) {
      const report = attachments.find(({ name }) => name === 'error-context')?.path
      if (report === undefined) continue
      const lines = pageAtFailure(fs.readFileSync(report, 'utf8'))
      for (const line of [`the page at the failure of “${title}”:`, ...lines])
        process.stdout.write(`  | ${line}\n`)
    }
  suites.forEach(showPages)
}

function testsOf({ file, specs, suites = [] }) {
  const own = specs.flatMap(({ id, title, tests }) =>
    tests.map(({ status, annotations }) => ({
      file,
      title,
      id,
      hasPassed: status === 'expected',
      reason: status === 'skipped' && annotations.find(({ type }) => type === 'skip')?.description,
    })),
  )
  return [...own, ...suites.flatMap(testsOf)]
}

/**
 * @param {{ folder: string, args: readonly string[], env: NodeJS.ProcessEnv, isQuiet?: boolean }} options folder: an empty one
 *   for the results; args: of Playwright, such as filters; isQuiet: shows nothing of what it says
 * @returns {import('./second-look.mjs').Run}
 */
export function playwrightRun({ folder, args, env, isQuiet = false }) {
  return async (only) => {
    const results = path.join(folder, 'playwright.json')
    const wanted = path.join(folder, 'wanted.json')
    fs.rmSync(results, { force: true })
    if (only !== undefined)
      fs.writeFileSync(wanted, JSON.stringify({ status: 'failed', failedTests: [only.id] }))
    const alone =
      only === undefined
        ? args
        : [
            ...args.filter((arg) => arg.startsWith('--config=')),
            ...['--workers=1', '--last-failed', `--last-failed-file=${wanted}`],
          ]
    const all = [playwright, 'test', '--reporter=list,json', ...alone]
    const { code } = await run(projectNode(), all, {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: results },
      quiet: isQuiet,
    })
    const { suites, errors } = JSON.parse(fs.readFileSync(results, 'utf8'))
    if (!isQuiet) suites.forEach(showPages)
    const troubles = errors.map(({ message }) => `outside any test: ${message}`)
    return { code, tests: suites.flatMap(testsOf), troubles }
  }
}
