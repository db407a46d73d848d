// Artefacts are made beside the place where they go, and stand there all at once or not at all.
import fs from 'node:fs'
import path from 'node:path'
import { run, SetupError } from '../steps.mjs'

const diskFull = /ENOSPC|no space left on device|disk quota exceeded/i

/**
 * Makes a folder complete: `make` fills a temporary one, which then takes the place of `out`. After an error, a full disk,
 * Ctrl-C or a kill, `out` is what it was and nothing else is left.
 * @param {string} out
 * @param {(work: { folder: string, result: string, must: (sentence: string, command: string, args: string[], options?: object) => Promise<string> }) => Promise<void>} make
 *   `result` becomes `out`; `folder` is for what is needed on the way; `must` runs a program and gives its output
 * @throws {SetupError}
 */
export async function makeWhole(out, make) {
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, onSignal)
  const unchanged = `${out} is as it was.`
  let folder
  try {
    fs.mkdirSync(path.dirname(out), { recursive: true })
    folder = fs.mkdtempSync(`${out}.partial-`)
    const result = path.join(folder, 'result')
    fs.mkdirSync(result)
    await make({ folder, result, must })
    if (stop.signal.aborted) throw new SetupError(`stopped; ${unchanged}`)
    replace(out, result, path.join(folder, 'older'))
  } catch (error) {
    if (stop.signal.aborted) throw new SetupError(`stopped; ${unchanged}`)
    if (!diskFull.test(error.message)) throw error
    throw new SetupError(
      `the disk is full, so nothing was made; ${unchanged} Make room beside it and try again.`,
    )
  } finally {
    for (const signal of signals) process.off(signal, onSignal)
    if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true })
  }

  async function must(sentence, command, args, options = {}) {
    const { code, output } = await run(command, args, {
      quiet: true,
      ...options,
      signal: stop.signal,
      env: { ...process.env, TMPDIR: folder, ...options.env },
    })
    if (code !== 0) throw new SetupError(`${sentence}; ${unchanged}\n${output.trim()}`)
    return output
  }
}

function replace(out, result, older) {
  if (fs.existsSync(out)) fs.renameSync(out, older)
  fs.renameSync(result, out)
}
