// The tree of an installation on Linux: bin, lib and share, as they lie in /usr. All Linux formats are made of this one.
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../steps.mjs'

const resources = path.join(root, 'resources')
const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512]

const sharedFiles = {
  'lib/leeslamp/resources/no-fonts.conf': 'linux/no-fonts.conf',
  'share/applications/leeslamp.desktop': 'linux/leeslamp.desktop',
  'share/metainfo/nl.leeslamp.leeslamp.metainfo.xml': 'linux/leeslamp.metainfo.xml',
  'share/mime/packages/leeslamp.xml': 'linux/leeslamp.xml',
  'share/icons/hicolor/scalable/apps/leeslamp.svg': 'icon.svg',
  ...Object.fromEntries(
    iconSizes.map((size) => [
      `share/icons/hicolor/${size}x${size}/apps/leeslamp.png`,
      `icons/${size}x${size}.png`,
    ]),
  ),
}

/** Writes a file with its folders; the mode is what it says, whatever the user's mask. */
export function writeFile(file, data, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, data)
  fs.chmodSync(file, mode)
}

/**
 * Lays the tree out in a folder.
 * @param {string} usr the folder to fill
 * @param {string} program the program's folder
 */
export function layTree(usr, program) {
  const lib = path.join(usr, 'lib/leeslamp')
  fs.cpSync(program, lib, { recursive: true })
  for (const entry of fs.readdirSync(lib, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    fs.chmodSync(file, entry.isDirectory() || isProgram(file) ? 0o755 : 0o644)
  }
  const read = (name) => fs.readFileSync(path.join(resources, name))
  for (const [to, from] of Object.entries(sharedFiles)) writeFile(path.join(usr, to), read(from))
  writeFile(path.join(usr, 'bin/leeslamp'), read('linux/leeslamp.sh'), 0o755)
  writeFile(
    path.join(usr, 'share/man/man1/leeslamp.1.gz'),
    gzipSync(read('linux/leeslamp.1'), { level: 9 }),
  )
}

/** Libraries are not started, so only programs keep the right to be. */
function isProgram(file) {
  return fs.statSync(file).mode & 0o100 && !/\.so(?:\.\d+)*$/.test(file)
}

/** Lets the helper of the sandbox do as root what a system without namespaces keeps from others. */
export function blessHelper(usr) {
  fs.chmodSync(path.join(usr, 'lib/leeslamp/chrome-sandbox'), 0o4755)
}
