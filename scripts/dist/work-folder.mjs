// Artefacts are made beside the place where they go, and stand there all at once or not at all.
import fs from 'node:fs'
import path from 'node:path'
import { readSums, unlisted } from '../release/list.mjs'
import { withoutSecrets } from '../release/secrets.mjs'
import { diskFull } from '../release/tool.mjs'
import { run, SetupError } from '../steps.mjs'
import { stoppable } from './stoppable.mjs'

/**
 * Makes a folder complete: `make` fills a temporary one, which then takes the place of `out`. After an error, a full disk,
 * Ctrl-C or a kill, `out` is what it was and nothing else is left.
 * @param {string} out
 * @param {(work: { folder: string, result: string, must: (sentence: string, command: string, args: string[], options?: object) => Promise<string> }) => Promise<void>} make
 *   `result` becomes `out`; `folder` is for what is needed on the way; `must` runs a program and gives its output
 * @throws {SetupError}
 */
export async function makeWhole(out, make) {
  mustBeOurs(out)
  const unchanged = `${out} is as it was.`
  const parent = path.dirname(out)
  let firstMade
  let folder
  try {
    await stoppable(unchanged, async (signal) => {
      firstMade = fs.mkdirSync(parent, { recursive: true })
      removeLeft(`${out}.partial-`)
      folder = workFolder(`${out}.partial-`)
      const result = path.join(folder, 'result')
      fs.mkdirSync(result)
      await make({ folder, result, must: mustIn(folder, unchanged, signal) })
      signal.throwIfAborted()
      mustBeOurs(out)
      replace(out, result, path.join(folder, 'older'))
    })
  } catch (error) {
    if (diskFull.test(error.message))
      throw new SetupError(
        `the disk is full, so nothing was made; ${unchanged} Make room beside it and try again.`,
      )
    throw saidOf(out, error)
  } finally {
    if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true })
    if (firstMade !== undefined && !fs.existsSync(out)) removeEmpty(parent, firstMade)
  }
}

/**
 * Only what an earlier build made gives up its place: an empty folder, or the files of a release and nothing else.
 * @throws {SetupError} when something else is in the way
 */
export function mustBeOurs(out) {
  try {
    lookAt(out)
  } catch (error) {
    throw saidOf(out, error)
  }
}

/** What the system refused, in one sentence; any other error as it is. */
function saidOf(out, error) {
  return error.syscall === undefined
    ? error
    : new SetupError(`${out} cannot be made, nothing was made (${error.message}).`)
}

function lookAt(out) {
  const found = fs.lstatSync(out, { throwIfNoEntry: false })
  if (found === undefined) return
  const stays = 'nothing was made. Name another folder with --out.'
  if (!found.isDirectory()) throw new SetupError(`${out} is no folder; ${stays}`)
  const known = new Set([...unlisted, ...(readSums(out)?.keys() ?? [])])
  const other = fs
    .readdirSync(out, { withFileTypes: true })
    .find((entry) => !entry.isFile() || !known.has(entry.name))
  if (other !== undefined)
    throw new SetupError(`${out} holds what no build made (${other.name}); ${stays}`)
}

/** A new folder that bears the number of this process in its name, for what is not done. */
export function workFolder(prefix) {
  return fs.mkdtempSync(`${prefix}${process.pid}-`)
}

/** Removes the folders of that kind whose process was killed. */
export function removeLeft(prefix) {
  const parent = path.dirname(prefix)
  for (const name of fs
    .readdirSync(parent)
    .filter((one) => one.startsWith(path.basename(prefix)))) {
    const [, pid] = /^(\d+)-\w{6}$/.exec(name.slice(path.basename(prefix).length)) ?? []
    if (pid !== undefined && !isAlive(Number(pid)))
      fs.rmSync(path.join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}

function mustIn(folder, unchanged, signal) {
  return async (sentence, command, args, options = {}) => {
    const { code, output } = await run(command, args, {
      quiet: true,
      ...options,
      signal,
      env: { ...withoutSecrets(process.env), TMPDIR: folder, ...options.env },
    })
    if (code !== 0) throw new SetupError(`${sentence}; ${unchanged}\n${output.trim()}`)
    return output
  }
}

function replace(out, result, older) {
  if (fs.existsSync(out)) fs.renameSync(out, older)
  try {
    fs.renameSync(result, out)
  } catch (error) {
    if (fs.existsSync(older)) fs.renameSync(older, out)
    throw error
  }
}

/** Removes the empty folders from `folder` up to `last`. */
function removeEmpty(folder, last) {
  try {
    for (let at = folder; at.startsWith(last); at = path.dirname(at)) fs.rmdirSync(at)
  } catch {
    // Somebody else uses it by now.
  }
}
