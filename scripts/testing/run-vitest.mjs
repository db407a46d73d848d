// Runs tests of Vitest and reads what became of them.
import fs from 'node:fs'
import path from 'node:path'
import { withoutSecrets } from '../release/secrets.mjs'
import { projectNode, root, run } from '../steps.mjs'

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const reporter = path.join(root, 'scripts/testing/vitest-results.mjs')

/** What means itself in a regular expression. */
const literally = (text) => text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')

/**
 * @param {{ folder: string, args: readonly string[], env?: NodeJS.ProcessEnv, isQuiet?: boolean }} options folder: an empty one
 *   for the results; args: of Vitest, such as filters; isQuiet: shows nothing of what it says
 * @returns {import('./second-look.mjs').Run}
 */
export function vitestRun({ folder, args, env = withoutSecrets(process.env), isQuiet = false }) {
  return async (only) => {
    const results = path.join(folder, 'vitest.json')
    fs.rmSync(results, { force: true })
    const alone =
      only === undefined
        ? args
        : [
            ...args.filter((arg) => arg.startsWith('--config=')),
            ...[only.file, '--maxWorkers=1'],
            ...(only.title === null ? [] : ['-t', `^${literally(only.title)}$`]),
          ]
    const all = [vitest, 'run', '--reporter=default', `--reporter=${reporter}`, ...alone]
    const { code } = await run(projectNode(), all, {
      env: { ...env, LEESLAMP_RESULTS: results },
      quiet: isQuiet,
    })
    return { code, ...JSON.parse(fs.readFileSync(results, 'utf8')) }
  }
}
