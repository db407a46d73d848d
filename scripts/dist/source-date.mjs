// The one moment that everything in an artefact bears, so that the same commit gives the same bytes.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root, SetupError } from '../steps.mjs'

/**
 * Seconds since 1970: SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), else the time of the commit.
 * @throws {SetupError} when neither is known
 */
export function sourceDate() {
  const given = process.env.SOURCE_DATE_EPOCH
  const text =
    given ??
    spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).stdout ??
    ''
  if (/^\d{1,11}\s*$/.test(text)) return Number(text)
  throw new SetupError(
    given === undefined
      ? 'this is no checkout of git, so the time of the commit is not known; nothing was made. Set SOURCE_DATE_EPOCH to it, in seconds since 1970.'
      : `SOURCE_DATE_EPOCH is no number of seconds ("${given}"); nothing was made.`,
  )
}

/** Gives a folder and all that is in it one time of change, links too. */
export function setTimes(folder, seconds) {
  for (const name of fs.readdirSync(folder, { recursive: true }))
    fs.lutimesSync(path.join(folder, String(name)), seconds, seconds)
  fs.lutimesSync(folder, seconds, seconds)
}
