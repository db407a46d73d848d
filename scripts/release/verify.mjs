// Checks a release as it lies in a folder: one row for each thing that was looked at.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isArtefact, listFiles, sumOf, unpack } from './artefact.mjs'
import { checkFuses, checkThirdParty } from './check-program.mjs'
import {
  checkListByGpg,
  checkListByMinisign,
  checkProgramsInside,
  findKeys,
  signatureCheckOf,
} from './check-signatures.mjs'
import { listName, readSums, unlisted } from './list.mjs'
import { diskFull, FullDisk, MissingTool } from './tool.mjs'

/**
 * @typedef {{ subject: string, check: string, state: 'ok' | 'unsigned' | 'bad' | 'not checked' | 'elsewhere', detail: string }} Row
 */

const okay = { state: 'ok', detail: '' }
const rowOf = (wrong) => (wrong === null ? okay : { state: 'bad', detail: wrong })

/** A tool that is missing and a disk that is full are said; they never pass for a check. */
async function tried(check) {
  try {
    return await check()
  } catch (error) {
    const lacking = diskFull.test(error.code) ? new FullDisk() : error
    if (lacking instanceof MissingTool || lacking instanceof FullDisk)
      return { state: 'not checked', detail: lacking.message }
    return { state: 'bad', detail: `cannot be read (${error.code ?? 'another form'})` }
  }
}

function sumRow(folder, name, sums) {
  if (sums === null) return 'SHA256SUMS is missing or damaged'
  const expected = sums.get(name)
  if (expected === undefined) return 'not in SHA256SUMS'
  if (!fs.existsSync(path.join(folder, name))) return 'missing'
  return sumOf(path.join(folder, name)) === expected ? null : 'other bytes than were made'
}

/** The first difference between what is in an artefact and what its list says. */
function contentsRow(found, expected) {
  if (expected === undefined) return 'not in CONTENTS.json'
  const byPath = new Map(expected.map((one) => [one.path, one]))
  for (const one of found) {
    const listed = byPath.get(one.path)
    if (listed === undefined) return `${one.path} is not in the list`
    const other = [...new Set([...Object.keys(one), ...Object.keys(listed)])].find(
      (name) => one[name] !== listed[name],
    )
    if (other !== undefined) return `${one.path}: another ${other} than in the list`
    byPath.delete(one.path)
  }
  const [missing] = byPath.keys()
  return missing === undefined ? null : `${missing} is missing`
}

async function lookInside(file, expected, keys, add) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-verify-'))
  try {
    const opened = await tried(async () =>
      rowOf((await unpack(file, folder)) ? null : 'cannot be unpacked'),
    )
    const inside = (check) => (opened.state === 'ok' ? tried(check) : opened)
    add('files inside', await inside(() => rowOf(contentsRow(listFiles(folder), expected))))
    if (/\.(?:exe|msi)$/.test(file))
      add('programs inside (osslsigncode)', await inside(() => checkProgramsInside(folder, keys)))
    add('fuses', await inside(async () => rowOf(await checkFuses(folder))))
    add('SBOM and licences', await inside(() => rowOf(checkThirdParty(folder))))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The signatures that artefacts bear in themselves. */
async function lookAtSignatures(folder, artefacts, keys, add) {
  if (artefacts.length === 0) add(path.basename(folder))('artefacts', rowOf('there are none'))
  for (const name of artefacts) {
    const signature = signatureCheckOf(name)
    const file = path.join(folder, name)
    if (signature !== undefined)
      add(name)(signature.check, await tried(() => signature.run(file, keys)))
  }
}

function readContents(folder) {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, 'CONTENTS.json'), 'utf8'))
  } catch {
    return {}
  }
}

/**
 * Checks every file of a release.
 * @param {string} folder
 * @param {{ gpgKey?: string, minisignKey?: string, certificate?: string, macSignatures?: 'only' | 'elsewhere' }} [given] files with
 *   public keys; a signature of a key that is given has to be there. macSignatures: only a Mac can look at them, and it need not
 *   look at more
 * @returns {Promise<Row[]>} good is what is `ok` throughout, or `unsigned` where no key was given, or `elsewhere` as asked
 */
export async function verifyRelease(folder, given = {}) {
  const rows = []
  const keys = findKeys(folder, given)
  const list = path.join(folder, listName)
  const sums = readSums(folder)
  const contents = readContents(folder)
  const add = (subject) => (check, result) => rows.push({ subject, check, ...result })
  const ofMac = fs.readdirSync(folder).filter((name) => /\.(?:dmg|zip)$/.test(name))
  if (given.macSignatures === 'only') {
    await lookAtSignatures(folder, ofMac, keys, add)
    return rows
  }

  add('SHA256SUMS')('signature (gpg)', await tried(() => checkListByGpg(list, keys)))
  add('SHA256SUMS')('signature (minisign)', await tried(() => checkListByMinisign(list, keys)))
  const names = new Set([...fs.readdirSync(folder), ...(sums?.keys() ?? [])])
  for (const name of [...names].sort().filter((one) => !unlisted.includes(one)))
    add(name)('sum', await tried(() => rowOf(sumRow(folder, name, sums))))
  const artefacts = [...names].sort().filter(isArtefact)
  await lookAtSignatures(folder, artefacts, keys, add)
  for (const name of artefacts)
    await lookInside(path.join(folder, name), contents[name], keys, add(name))
  return rows
}

/** What a file is named and what it says of itself cannot change how the table looks: signs that are not seen are written out. */
function writeOut(text) {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}]| (?= )/gu,
    (sign) => `\\u{${sign.codePointAt(0).toString(16)}}`,
  )
}

/** The table of all rows, and a line that says what it comes to. */
export function tableOf(rows) {
  const columns = ['subject', 'check', 'state', 'detail']
  const lines = rows.map((row) => columns.map((column) => writeOut(row[column])))
  const widths = columns.map((_column, at) => Math.max(...lines.map((line) => line[at].length)))
  const table = lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  )
  return `${table.join('\n')}\n${conclusionOf(rows)}\n`
}

/** Whether nothing is wrong and everything was looked at, but for what was asked to be left. */
export function isGood(rows) {
  return rows.every(({ state }) => ['ok', 'unsigned', 'elsewhere'].includes(state))
}

function conclusionOf(rows) {
  const count = (state) => rows.filter((row) => row.state === state).length
  if (!isGood(rows))
    return `do not hand this out: ${count('bad')} bad, ${count('not checked')} not checked, of ${rows.length}`
  const elsewhere = count('elsewhere')
  const unsigned = count('unsigned')
  if (elsewhere > 0)
    return `${count('ok')} good, ${unsigned} not signed, and ${elsewhere} left to a Mac: hand it out when that is done`
  return unsigned === 0
    ? `all ${rows.length} good`
    : `${count('ok')} good and ${unsigned} not signed: who made it is not known`
}
