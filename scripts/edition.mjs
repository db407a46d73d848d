// `npm run -s edition -- <verb>`: the edition command, on the project's own Node.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { buildEditions } from './build.mjs'
import { ensurePackages } from './packages.mjs'
import { projectNode, root, runMain, step } from './steps.mjs'

await runMain(async () => {
  await ensurePackages()
  // Without the word list what is indexed now would not be found by the parts of its compounds.
  const needsWords = ['import', 'search', 'notes', 'lookup', 'words'].includes(process.argv[2])
  if (needsWords && !fs.existsSync(path.join(root, 'out/editions/dutch-words.bin')))
    await step('making the word list', buildEditions)
  const tool = path.join(root, 'electron/tools/edition.ts')
  const args = ['--disable-warning=ExperimentalWarning', tool, ...process.argv.slice(2)]
  const { status } = spawnSync(projectNode(), args, {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  })
  return status ?? 1
})
