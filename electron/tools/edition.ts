// The `edition` command on Node: `npm run -s edition -- <verb>`.
import fs from 'node:fs'
import path from 'node:path'
import { wordListFileName } from '#core/dutch/word-list'
import { glossListName } from '#core/lookup/word-entry'
import { startCageChild } from '../services/import/cage-child.ts'
import { processUsage } from '../services/import/process-usage.ts'
import { runEdition } from './edition/run-edition.ts'

const root = path.join(import.meta.dirname, '../..')
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string
}

process.exitCode = await runEdition(process.argv.slice(2), {
  programVersion: version,
  // As the last build made it, if there was one.
  words: path.join(root, 'out/editions', wordListFileName),
  glosses: path.join(root, 'resources/words', glossListName),
  startCage: () => startCageChild(path.join(root, 'electron/services/import/import-cage.ts')),
  processUsage,
})
