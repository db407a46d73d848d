// One build of installers at a time in a checkout: two would write the same program. The system lets go of the lock when the
// process ends, however it does.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { root, SetupError } from '../steps.mjs'

/** macOS: a file is opened for one process alone (open(2)). */
const exclusively = 0x20

function lockByFile(file) {
  const { O_CREAT, O_NONBLOCK, O_RDWR } = fs.constants
  const opened = fs.openSync(file, O_RDWR | O_CREAT | O_NONBLOCK | exclusively, 0o600)
  return () => {
    fs.closeSync(opened)
  }
}

/** Linux and Windows know names that belong to a process and are no files. */
async function lockByName(name) {
  const server = net.createServer()
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(name, resolve)
  })
  server.unref()
  return () => new Promise((resolve) => server.close(resolve))
}

async function lock() {
  const name = `leeslamp-dist-${createHash('sha256').update(fs.realpathSync(root)).digest('hex').slice(0, 16)}`
  try {
    if (process.platform === 'darwin') return lockByFile(path.join(os.tmpdir(), name))
    return await lockByName(process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`)
  } catch (error) {
    if (!['EADDRINUSE', 'EAGAIN', 'EACCES'].includes(error.code)) throw error
    throw new SetupError(
      'installers are being made in this checkout already, nothing was made. Wait until that is done.',
    )
  }
}

/**
 * Runs `action` while no other process of this checkout does.
 * @throws {SetupError} when another one does
 */
export async function alone(action) {
  const unlock = await lock()
  try {
    return await action()
  } finally {
    await unlock()
  }
}
