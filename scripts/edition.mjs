// `npm run -s edition -- <verb>`: the edition command, on the project's own Node.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensurePackages } from './packages.mjs'
import { projectNode, root, runMain } from './steps.mjs'

await runMain(async () => {
  await ensurePackages()
  const tool = path.join(root, 'electron/tools/edition.ts')
  const args = ['--disable-warning=ExperimentalWarning', tool, ...process.argv.slice(2)]
  const { status } = spawnSync(projectNode(), args, {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  })
  return status ?? 1
})
