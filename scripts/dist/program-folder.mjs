// The folder of the program, as electron-builder makes it: Electron, locked by its fuses, and our archive.
import path from 'node:path'
import { projectNode, root, SetupError } from '../steps.mjs'
import { wrongFuses } from './fuses.mjs'

const builder = path.join(root, 'node_modules/electron-builder/cli.js')

/** How it says that it could not fetch something. */
const noDownload =
  /getaddrinfo|ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|(?:Request|HTTP|Timeout)Error/

/**
 * Runs electron-builder with the project's configuration and the Electron that is here.
 * @param {{ must: Function }} work
 * @param {{ path: string, version: string }} runtime
 * @param {string} out where it puts what it makes
 * @param {string[]} args which targets
 * @param {NodeJS.ProcessEnv} [env] what it signs with
 * @throws {SetupError} one sentence when it could not fetch its tools, else all that it said
 */
export async function runBuilder({ must }, runtime, out, args, env = {}) {
  const settings = [
    '--config=electron-builder.yml',
    '--publish=never',
    `-c.electronDist=${electronFolder(runtime.path)}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.directories.output=${out}`,
  ]
  try {
    await must('electron-builder failed', projectNode(), [builder, ...args, ...settings], { env })
  } catch (error) {
    if (!noDownload.test(error.message)) throw error
    throw new SetupError(
      'electron-builder could not fetch what it packs with, nothing was made. Let this machine reach github.com, name a mirror in ELECTRON_BUILDER_BINARIES_MIRROR, or name in ELECTRON_BUILDER_CACHE a folder that has it all.',
    )
  }
}

/** A Mac's Electron is a folder of folders; on other systems all lies beside the binary. */
function electronFolder(binary) {
  const app = binary.indexOf('Electron.app')
  return app < 0 ? path.dirname(binary) : binary.slice(0, app)
}

/**
 * Makes the program's folder for Linux.
 * @returns {Promise<string>} the folder, with the program `leeslamp` in it
 * @throws {SetupError} when a fuse is not as it has to be
 */
export async function makeProgramFolder(work, runtime) {
  const out = path.join(work.folder, 'builder')
  await runBuilder(work, runtime, out, ['--linux', 'dir'])
  const folder = path.join(out, 'linux-unpacked')
  const wrong = await wrongFuses(path.join(folder, 'leeslamp'))
  if (wrong.length > 0)
    throw new SetupError(`the program's fuses are wrong (${wrong.join(', ')}); nothing was made.`)
  return folder
}
