// Runs tests of Playwright and reads what became of them.
import fs from 'node:fs'
import path from 'node:path'
import { projectNode, root, run } from '../steps.mjs'

const playwright = path.join(root, 'node_modules/@playwright/test/cli.js')

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
    const troubles = errors.map(({ message }) => `outside any test: ${message}`)
    return { code, tests: suites.flatMap(testsOf), troubles }
  }
}
