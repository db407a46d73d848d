// What `npm run test:installers` made before the tests: they are started by it and by nothing else.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

function fromEnvironment(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run npm run test:installers`)
  return value
}

export const project = path.join(import.meta.dirname, '../..')
/**
 * The builds whose artefacts are there: of this checkout, of a copy of it elsewhere, and before that, in the copy, one for an
 * organisation (its tar.gz only).
 */
export type Build = 'first' | 'second' | 'organisation'
/** A folder for all that the tests make; the artefacts of each build stand in the folder of its name. */
export const folder = fromEnvironment('LEESLAMP_INSTALLERS')
/** A clean Debian, which the tests install into. */
export const cleanRoot = fromEnvironment('LEESLAMP_ROOT')

/** The artefact of this kind. */
export function artefact(target: string, build: Build = 'first'): string {
  const all = path.join(folder, build)
  const name = fs.readdirSync(all).find((one) => one.endsWith(`.${target}`))
  if (name === undefined) throw new Error(`there is no ${target}`)
  return path.join(all, name)
}

/** Runs a program and gives what it printed; throws with all that it said when it fails. */
export function run(command: string, args: readonly string[], cwd = folder): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: 'pipe',
  })
}

/** An empty folder of this name, which everybody may read. */
export function emptyFolder(name: string): string {
  const made = path.join(folder, name)
  fs.rmSync(made, { recursive: true, force: true })
  fs.mkdirSync(made)
  fs.chmodSync(made, 0o755)
  return made
}
