// Remembers which tests were unstable in the last whole run on this machine: what is so twice running has failed.
import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../cache-folder.mjs'

/**
 * @param {string} run its name: each whole run remembers for itself
 * @returns {{ before: readonly string[], remember: (names: readonly string[]) => void }} before: those of the last run
 */
export function unstableNames(run) {
  const file = path.join(cacheFolder(), `unstable-${run}.json`)
  return {
    before: fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [],
    remember(names) {
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, JSON.stringify(names))
    },
  }
}
