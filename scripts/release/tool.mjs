// Runs the system's own tools. What they must not know stays out of their arguments and out of their environment.
import { spawn } from 'node:child_process'
import os from 'node:os'
import { SetupError } from '../steps.mjs'
import { withoutSecrets } from './secrets.mjs'

/** The Debian packages of tools that are not named as they are. */
const debianPackages = {
  '7z': '7zip',
  'dpkg-deb': 'dpkg',
  msiextract: 'msitools',
  rpm2cpio: 'rpm2cpio',
  rpmkeys: 'rpm',
  rpmsign: 'rpm',
  unsquashfs: 'squashfs-tools',
}

/** A tool that is not on this system. */
export class MissingTool extends SetupError {
  constructor(tool) {
    super(`${tool} is missing. ${howToInstall([debianPackages[tool] ?? tool])}`)
  }
}

/**
 * A sentence on how to get Debian packages; on other systems they have other names.
 * @param {readonly string[]} packages
 * @param {string} [platform]
 */
export function howToInstall(packages, platform = process.platform) {
  return platform === 'linux'
    ? `Install it with: sudo apt-get install ${packages.join(' ')}`
    : 'Install it so that it is found on the PATH, and try again.'
}

/** How the system and its tools say that a disk is full. */
export const diskFull = /ENOSPC|no space left on device|disk quota exceeded/i

/** A disk without room, which says nothing of the files that were looked at. */
export class FullDisk extends SetupError {
  constructor() {
    super(
      `the disk is full; all files are as they were. Make room in ${os.tmpdir()} (TMPDIR names another folder) and beside the release, and try again.`,
    )
  }
}

/**
 * Runs a tool to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ input?: string | Buffer, env?: NodeJS.ProcessEnv, cwd?: string }} [options] input: what it reads from standard input
 * @returns {Promise<{ code: number, stdout: Buffer, output: string }>} output: both streams as text
 * @throws {MissingTool | FullDisk}
 */
export function runTool(command, args, { input = '', env = {}, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...withoutSecrets(process.env), LC_ALL: 'C.UTF-8', ...env },
      stdio: 'pipe',
    })
    const out = []
    const all = []
    child.stdout.on('data', (data) => {
      out.push(data)
      all.push(data)
    })
    child.stderr.on('data', (data) => all.push(data))
    // A tool that ends before it has read everything says why by its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', (error) => reject(error.code === 'ENOENT' ? new MissingTool(command) : error))
    child.on('close', (code) => {
      const output = Buffer.concat(all).toString()
      if (code !== 0 && diskFull.test(output)) reject(new FullDisk())
      else resolve({ code: code ?? 1, stdout: Buffer.concat(out), output })
    })
  })
}
