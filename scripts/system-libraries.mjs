// What Electron needs of a Linux system, installed with apt-get when this user may, else said in one line to run.
import fs from 'node:fs'
import path from 'node:path'
import { run, SetupError, step } from './steps.mjs'

const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']
/** Debian 13 and Ubuntu 24.04 renamed these for 64-bit time. */
const renamed = new Set(['libgtk-3-0', 'libasound2'])

async function missingLibraries(electron) {
  const { output } = await run('ldd', [electron], { quiet: true })
  return output.split('\n').some((line) => line.includes('not found'))
}

/** Whether a program is on the path, or a file where it is said to be. */
export function isHere(program) {
  if (path.isAbsolute(program)) return fs.existsSync(program)
  const name = process.platform === 'win32' ? `${program}.exe` : program
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => fs.existsSync(path.join(folder, name)))
}

async function debianNames(names) {
  const all = []
  for (const name of names) {
    const newer = `${name}t64`
    const known =
      renamed.has(name) && (await run('apt-cache', ['show', newer], { quiet: true })).code === 0
    all.push(known ? newer : name)
  }
  return all
}

async function aptGet() {
  if (!isHere('apt-get')) return undefined
  if (process.getuid() === 0) return ['apt-get']
  const sudo = await run('sudo', ['-n', 'true'], { quiet: true })
  return sudo.code === 0 ? ['sudo', '-n', 'apt-get'] : undefined
}

/**
 * Makes sure that Electron's system libraries are there, and `programs` (Debian package name by program name, or by the path
 * of a file) too.
 * @param {string | null} electron path of the Electron binary; null where none is needed
 * @param {Record<string, string>} programs
 * @throws {SetupError} with the one line to run, when this user may not install them
 */
export async function ensureSystemLibraries(electron, programs = {}) {
  if (process.platform !== 'linux') return
  const wanted = Object.keys(programs)
    .filter((program) => !isHere(program))
    .map((program) => programs[program])
  if (electron !== null && (await missingLibraries(electron))) wanted.push(...libraries)
  if (wanted.length === 0) return
  const apt = await aptGet()
  if (apt === undefined)
    throw new SetupError(
      `some system packages are missing. Install them with this line, then try again:\n  sudo apt-get install ${(await debianNames(wanted)).join(' ')}`,
    )
  await step(`installing system packages (${wanted.join(', ')})`, async () => {
    const [command, ...rest] = apt
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run(command, [...rest, 'update', '-qq'], { quiet: true, env })
    const install = [
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...(await debianNames(wanted)),
    ]
    const { code, output } = await run(command, [...rest, ...install], { quiet: true, env })
    if (code !== 0) throw new SetupError(`apt-get could not install them:\n${output.trim()}`)
  })
}
