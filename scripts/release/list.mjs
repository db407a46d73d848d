// The list of a release, and its signatures: what tells the files of one from any others.
import fs from 'node:fs'
import path from 'node:path'

export const listName = 'SHA256SUMS'

/** The list and its signatures: what no list can hold the sum of. */
export const unlisted = [listName, `${listName}.asc`, `${listName}.minisig`]

/**
 * The sums of a folder by name; null when there is no list, or it is written in another way than it was made.
 * @param {string} folder
 * @returns {Map<string, string> | null}
 */
export function readSums(folder) {
  const file = path.join(folder, listName)
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  const lines = text.split('\n').slice(0, -1)
  const pairs = lines.map((line) => /^([0-9a-f]{64}) {2}([^/]+)$/.exec(line)?.slice(1))
  if (!text.endsWith('\n') || pairs.includes(undefined)) return null
  return new Map(pairs.map(([sum, name]) => [name, sum]))
}
