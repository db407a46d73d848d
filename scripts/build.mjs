// Builds the program into out/ when anything it is made of has changed since the last build.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages } from './packages.mjs'
import { addOrganisation, checkOrganisation, organisationInputs } from './release/organisation.mjs'
import { writeThirdParty } from './release/third-party.mjs'
import { projectNode, root, run, runMain, SetupError, step } from './steps.mjs'

const inputs = [
  'src',
  'electron',
  'resources',
  'scripts/release/third-party.mjs',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
]
const stamp = path.join(root, 'out/.built-from')

function fingerprint() {
  const hash = createHash('sha256')
  const add = (file) => {
    if (fs.statSync(file).isDirectory())
      for (const name of fs.readdirSync(file).sort()) add(path.join(file, name))
    else
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
  }
  for (const input of inputs) add(path.join(root, input))
  for (const input of organisationInputs()) add(input)
  return hash.digest('hex')
}

async function must(sentence, command, args) {
  const { code, output } = await run(command, args, { quiet: true })
  if (code !== 0) throw new SetupError(`${sentence}\n${output.trim()}`)
}

/** Compiles the bundled editions into a folder: what `dev` needs too. */
export async function buildEditions() {
  const tool = path.join(root, 'electron/tools/build-editions.ts')
  await must('the editions could not be built; nothing was written.', projectNode(), [
    '--disable-warning=ExperimentalWarning',
    tool,
    '--out',
    path.join(root, 'out/editions'),
  ])
}

/** The next `ensureBuild` builds anew: what lies in `out/` now comes from elsewhere. */
export function forgetBuild() {
  fs.rmSync(stamp, { force: true })
}

/** Makes `out/` what the sources say; does nothing when it already is. */
export async function ensureBuild() {
  await checkOrganisation()
  const wanted = fingerprint()
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  forgetBuild()
  await step('building', async () => {
    await buildEditions()
    const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    await must('the program could not be built.', projectNode(), [vite, 'build'])
    writeThirdParty()
    await addOrganisation()
  })
  fs.writeFileSync(stamp, wanted)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await ensurePackages()
    await ensureBuild()
  })
}
