// What is added when all artefacts are made: a list of their sums.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Writes SHA256SUMS over all files of a folder, sorted by name, as `sha256sum --check` reads it. */
export function finishRelease(folder) {
  const lines = fs
    .readdirSync(folder)
    .sort()
    .map((name) => {
      const sum = createHash('sha256').update(fs.readFileSync(path.join(folder, name)))
      return `${sum.digest('hex')}  ${name}\n`
    })
  fs.writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''))
}
