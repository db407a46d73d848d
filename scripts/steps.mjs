// What every script shares: where the project is, how a step is told, and how a program is run.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { hideSecrets, withoutSecrets } from './release/secrets.mjs'

// What these scripts make is also read by the ordinary user that a start by root steps down to.
process.umask(0o022)

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** The Node that the project installs for itself; before that, the one that runs this script. */
export function projectNode() {
  const own = path.join(
    root,
    'node_modules/node/bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  return fs.existsSync(own) ? own : process.execPath
}

/** One line on standard error, so that standard output stays free for results. No secret of the environment is in it. */
export function tell(text) {
  process.stderr.write(`leeslamp: ${hideSecrets(text)}\n`)
}

/** A failure that the reader of the terminal can act on: printed as one sentence, without a stack. */
export class SetupError extends Error {}

/** Runs a script's main function: a `SetupError` becomes one sentence and exit code 1, anything else keeps its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    tell(error.message)
    process.exitCode = 1
  }
}

/** Announces a step, runs it, and says how long it took; the announcement comes first because a step may take a minute. */
export async function step(name, action) {
  tell(`${name} …`)
  const start = Date.now()
  const result = await action()
  tell(`${name}: done in ${((Date.now() - start) / 1000).toFixed(1)} s`)
  return result
}

/**
 * Runs a program in the project's folder; unless it is given an environment, it gets this one without what signs.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, timeout?: number, cwd?: string, signal?: AbortSignal }} [options] quiet: collect the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program does not exist
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? withoutSecrets(process.env),
      stdio: ['ignore', options.quiet ? 'pipe' : 2, options.quiet ? 'pipe' : 2],
      shell: process.platform === 'win32' && !path.isAbsolute(command),
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
    let output = ''
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    child.on('error', (error) => {
      // One that was stopped by its signal closes a little later; one that never began does not.
      if (child.pid === undefined) resolve({ code: 127, output: error.message })
    })
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs npm as the npm that started us, so that its settings and version stay the same. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  return npm?.endsWith('.js') === true
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, options)
}
