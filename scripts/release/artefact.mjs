// Looks into the artefacts of a release: what is in them, unpacked into a folder.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runTool } from './tool.mjs'

/** Where the file system of an AppImage begins: behind the ELF program that starts it. */
function endOfElf(file) {
  const header = Buffer.alloc(64)
  const opened = fs.openSync(file, 'r')
  fs.readSync(opened, header)
  fs.closeSync(opened)
  // Its table of sections is its end (elf(5), 64 bits, little-endian).
  return Number(header.readBigUInt64LE(40)) + header.readUInt16LE(58) * header.readUInt16LE(60)
}

async function unpackRpm(file, folder) {
  const unpacked = await runTool('rpm2cpio', [file])
  if (unpacked.code !== 0) return unpacked
  const args = ['--extract', '--make-directories', '--no-absolute-filenames', '--quiet']
  return runTool('cpio', args, { input: unpacked.stdout, cwd: folder })
}

/** NSIS holds the program as an archive in an archive. */
async function unpackWith7zip(file, folder) {
  const made = await runTool('7z', ['x', '-y', `-o${folder}`, file])
  const inner = path.join(folder, '$PLUGINSDIR')
  if (made.code !== 0 || !fs.existsSync(inner)) return made
  const archive = fs.readdirSync(inner).find((name) => /^app-.*\.7z$/.test(name))
  return archive === undefined
    ? made
    : runTool('7z', ['x', '-y', `-o${folder}`, path.join(inner, archive)])
}

const openers = {
  '.deb': (file, folder) => runTool('dpkg-deb', ['--raw-extract', file, folder]),
  '.rpm': unpackRpm,
  '.tar.gz': (file, folder) => runTool('tar', ['-xpzf', file, '-C', folder]),
  '.AppImage': (file, folder) =>
    runTool('unsquashfs', ['-n', '-f', '-o', String(endOfElf(file)), '-d', folder, file]),
  '.exe': unpackWith7zip,
  '.msi': (file, folder) => runTool('msiextract', ['-C', folder, file]),
  '.zip': unpackWith7zip,
  '.dmg': unpackWith7zip,
}

const endingOf = (name) => Object.keys(openers).find((ending) => name.endsWith(ending))

/** Whether a file of a release is something to install or to unpack. */
export function isArtefact(name) {
  return endingOf(name) !== undefined
}

/**
 * Unpacks an artefact into an empty folder.
 * @returns {Promise<boolean>} false when it cannot be unpacked
 * @throws {import('./tool.mjs').MissingTool | import('./tool.mjs').FullDisk}
 */
export async function unpack(file, folder) {
  const { code } = await openers[endingOf(file)](file, folder)
  return code === 0
}

/**
 * What is in a folder, sorted by path: of a file its size, sum and mode, of a link where it leads.
 * @returns {{ path: string, mode: string, size?: number, sha256?: string, link?: string }[]}
 */
export function listFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, name: path.relative(folder, file).split(path.sep).join('/') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ file, name }) => {
      const found = fs.lstatSync(file)
      const said = { path: name, mode: (found.mode & 0o7777).toString(8) }
      if (found.isSymbolicLink()) return { ...said, link: linkIn(folder, file) }
      if (found.isDirectory()) return said
      return { ...said, size: found.size, sha256: sumOf(file) }
    })
}

/** 7-Zip writes a link from the root, as a dmg has one to /Applications, as one from the folder that it unpacks into. */
function linkIn(folder, file) {
  const link = fs.readlinkSync(file)
  return link.startsWith(`${folder}/`) ? link.slice(folder.length) : link
}

/** The SHA-256 of a file, in hexadecimal digits. */
export function sumOf(file) {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex')
}
