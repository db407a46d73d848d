// `npm run test:fuzz [-- ROUNDS]`: the property tests with cases that are drawn anew each round; `npm test` has the same ones each time.
import fs from 'node:fs'
import path from 'node:path'
import { ensurePackages } from './packages.mjs'
import { projectNode, root, run, runMain, SetupError, tell } from './steps.mjs'

function propertyTests() {
  const folder = path.join(root, 'tests/unit')
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => fs.readFileSync(file, 'utf8').includes("from 'fast-check'"))
}

await runMain(async () => {
  const rounds = Number(process.argv[2] ?? 10)
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new SetupError('usage: npm run test:fuzz [-- ROUNDS]')
  await ensurePackages()
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', ...propertyTests(), '--testTimeout=600000']
  let failed = 0
  for (let round = 1; round <= rounds; round++) {
    tell(`property tests, round ${round} of ${rounds}`)
    const { code } = await run(projectNode(), args, {
      env: { ...process.env, LEESLAMP_FUZZ: 'on' },
    })
    if (code !== 0) failed += 1
  }
  tell(`${rounds - failed} of ${rounds} rounds passed`)
  return failed === 0 ? 0 : 1
})
