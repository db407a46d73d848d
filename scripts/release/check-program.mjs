// Checks of a program that was unpacked from an artefact: its fuses, and what it says of what it is made of.
import fs from 'node:fs'
import path from 'node:path'
import { extractFile } from '@electron/asar'
import { wrongFuses } from '../dist/fuses.mjs'

/** The program in an unpacked artefact: its archive and the file that runs it; null when there is none. */
function findProgram(folder) {
  // With their types, so that no link is followed.
  const found = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .find(({ name }) => name === 'app.asar')
  if (found === undefined) return null
  const archive = path.join(found.parentPath, found.name)
  const home = path.resolve(archive, '../..')
  // On a Mac the fuses are in a framework of the bundle, which the reader of fuses finds by itself.
  if (home.endsWith('.app/Contents')) return { archive, runs: path.dirname(home) }
  const runs = ['leeslamp', 'leeslamp.exe', 'Leeslamp.exe']
    .map((name) => path.join(home, name))
    .find((file) => fs.existsSync(file))
  return runs === undefined ? null : { archive, runs }
}

/** @returns {Promise<string | null>} what is wrong with the fuses */
export async function checkFuses(folder) {
  const program = findProgram(folder)
  if (program === null) return 'no program in it'
  try {
    const wrong = await wrongFuses(program.runs)
    return wrong.length === 0 ? null : `not as they have to be: ${wrong.join(', ')}`
  } catch {
    return 'cannot be read'
  }
}

/** @returns {string | null} what is wrong with the bill of materials and the licences */
export function checkThirdParty(folder) {
  const program = findProgram(folder)
  if (program === null) return 'no program in it'
  try {
    const read = (name) => JSON.parse(extractFile(program.archive, name).toString())
    const { version } = read('package.json')
    const bill = read('out/sbom.cdx.json')
    const licences = read('out/licences.json')
    if (bill.bomFormat !== 'CycloneDX' || bill.metadata.component.version !== version)
      return 'the bill of materials is of another program'
    const named = bill.components.map((one) => `${one.group ? `${one.group}/` : ''}${one.name}`)
    if (named.length === 0 || named.join() !== licences.map(({ name }) => name).join())
      return 'the bill of materials and the licences name other packages'
    const bare = licences.find(({ text }) => text.trim() === '')
    return bare === undefined ? null : `${bare.name} is without the text of its licence`
  } catch {
    return 'missing or not readable'
  }
}
