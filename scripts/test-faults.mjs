// `npm run test:faults`: the faults that the reader's data must survive, at full size (a tenth of it runs in npm run test:long).
import path from 'node:path'
import { ensurePackages } from './packages.mjs'
import { projectNode, root, run, runMain } from './steps.mjs'

await runMain(async () => {
  await ensurePackages()
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', 'tests/unit/electron/faults', '--testTimeout=3600000']
  const { code } = await run(projectNode(), args, {
    env: { ...process.env, LEESLAMP_FAULTS: 'full' },
  })
  return code
})
