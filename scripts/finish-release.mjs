// `node scripts/finish-release.mjs DIR`: finishes a release whose artefacts were made on several systems, on Linux.
import fs from 'node:fs'
import path from 'node:path'
import { finishRelease } from './dist/finish-release.mjs'
import { ensurePackages } from './packages.mjs'
import { runMain, SetupError } from './steps.mjs'

await runMain(async () => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined || !fs.existsSync(folder))
    throw new SetupError('name the folder of the artefacts: node scripts/finish-release.mjs DIR')
  if (process.platform !== 'linux')
    throw new SetupError(
      'a release is finished on Linux, whose tools open artefacts of every system; nothing was changed.',
    )
  await ensurePackages()
  await finishRelease(path.resolve(folder))
})
