// Chromium's sandbox does not run as root. A start by root therefore steps down to an ordinary user, sandbox on.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, SetupError, tell } from './steps.mjs'

/** The user that owns nothing: present on every Linux system. */
const nobody = 65534

export function isRoot() {
  return process.platform === 'linux' && process.getuid() === 0
}

function nobodyCan(test, file) {
  return spawnSync('setpriv', [...setprivArgs, 'test', test, file]).status === 0
}

function nobodyCanRead(file) {
  return nobodyCan('-r', file)
}

const setprivArgs = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']

/** A folder that the ordinary user owns. */
export function ordinaryFolder(prefix) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), prefix))
  fs.chownSync(folder, nobody, nobody)
  return folder
}

/** Makes `folder` the ordinary user's when it is new or empty; a folder with something in it stays as it is, and is told of. */
export function ownByOrdinaryUser(folder) {
  fs.mkdirSync(folder, { recursive: true })
  const isEmpty = fs.readdirSync(folder).length === 0
  if (isEmpty) fs.chownSync(folder, nobody, nobody)
  else if (!nobodyCan('-w', folder))
    tell(
      `${folder} is not open to the ordinary user that Leeslamp runs as, so nothing will be kept. Run this once, or give an empty folder: chown -R ${nobody}:${nobody} '${folder}'`,
    )
  return folder
}

/** `file`, or a copy of it in `home` when the ordinary user cannot read it where it lies. */
export function ordinaryRead(file, home) {
  if (!fs.existsSync(file) || nobodyCanRead(file)) return file
  const copy = path.join(home, path.basename(file))
  fs.copyFileSync(file, copy)
  fs.chmodSync(copy, 0o644)
  return copy
}

/** A copy keeps the modes of what it was made from, which may have been closed to everybody else. */
function makeReadable(folder) {
  spawnSync('chmod', ['-R', 'a+rX', folder])
}

/** The folder to start the program from: the checkout, or a readable copy of what runs when it lies in a closed place. */
function readableProgram(home) {
  const needed = ['package.json', 'out/main/index.cjs', 'out/editions']
  if (needed.every((file) => nobodyCanRead(path.join(root, file)))) return root
  const copy = path.join(home, 'program')
  fs.mkdirSync(copy)
  fs.copyFileSync(path.join(root, 'package.json'), path.join(copy, 'package.json'))
  fs.cpSync(path.join(root, 'out'), path.join(copy, 'out'), { recursive: true })
  makeReadable(copy)
  return copy
}

function readableElectron(electron, home) {
  if (nobodyCanRead(electron)) return electron
  const copy = path.join(home, 'electron')
  fs.cpSync(path.dirname(electron), copy, { recursive: true })
  makeReadable(copy)
  return path.join(copy, path.basename(electron))
}

/**
 * How to start Electron here. As an ordinary user that is Electron itself; as root it is a small wrapper that steps
 * down first, with a home folder of its own in `home`.
 * @param {string} electron path of the Electron binary
 * @param {string | undefined} home a folder made with `ordinaryFolder`; a new one when it is left out
 * @param {string} userHome what the program takes for the user's home: where exports go unless the reader says otherwise
 * @returns {{ executable: string, program: string }} `program` is the folder that Electron is given
 */
export function launcher(electron, home = undefined, userHome = home) {
  if (!isRoot()) return { executable: electron, program: root }
  if (spawnSync('setpriv', ['--version']).status !== 0)
    throw new SetupError(
      'started by root, Leeslamp steps down to an ordinary user with setpriv, and that is not here (Debian package util-linux).',
    )
  const folder = home ?? ordinaryFolder('leeslamp-home-')
  const executable = path.join(folder, 'electron-as-ordinary-user')
  const file = readableElectron(electron, folder)
  const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`
  const lines = [
    '#!/bin/sh',
    `export HOME=${quoted(userHome ?? folder)} XDG_CONFIG_HOME=${quoted(path.join(folder, '.config'))}`,
    `export XDG_CACHE_HOME=${quoted(path.join(folder, '.cache'))} XDG_RUNTIME_DIR=${quoted(folder)}`,
    'unset DBUS_SESSION_BUS_ADDRESS SUDO_USER',
    `cd ${quoted(folder)}`,
    `exec setpriv ${setprivArgs.join(' ')} ${quoted(file)} "$@"`,
  ]
  fs.writeFileSync(executable, `${lines.join('\n')}\n`, { mode: 0o755 })
  return { executable, program: readableProgram(folder) }
}
