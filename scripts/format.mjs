// `npm run format`: every file as Prettier has it.
import path from 'node:path'
import { ensurePackages } from './packages.mjs'
import { projectNode, root, run, runMain } from './steps.mjs'

await runMain(async () => {
  await ensurePackages()
  const prettier = path.join(root, 'node_modules/prettier/bin/prettier.cjs')
  const { code } = await run(projectNode(), [prettier, '--write', '--log-level', 'warn', '.'])
  return code
})
