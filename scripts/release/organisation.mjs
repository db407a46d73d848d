// The build of an organisation: what its file says is checked before anything is built, and put into out/ afterwards.
import fs from 'node:fs'
import path from 'node:path'
import { projectNode, root, run, SetupError } from '../steps.mjs'

const variable = 'LEESLAMP_ORGANISATION'

/** The file of the organisation that this build is for; null for none. */
function organisationFile() {
  const file = process.env[variable]
  return file ? path.resolve(process.env.INIT_CWD ?? process.cwd(), file) : null
}

async function runTool(args) {
  const tool = path.join(root, 'electron/tools/build-organisation.ts')
  const all = ['--disable-warning=ExperimentalWarning', tool, ...args]
  const { code, output } = await run(projectNode(), all, { quiet: true })
  if (code !== 0)
    throw new SetupError(
      `the organisation's file is not right, and nothing was built:\n${output.trim()}`,
    )
}

/**
 * Says that the builds of this process are for an organisation.
 * @param {string} file its `leeslamp.organisation.json`
 * @throws {SetupError} with file, line and reason of all that is wrong with it
 */
export async function prepareOrganisation(file) {
  process.env[variable] = path.resolve(process.env.INIT_CWD ?? process.cwd(), file)
  await checkOrganisation()
}

/** Checks the file that the environment names, if it names one. */
export async function checkOrganisation() {
  const file = organisationFile()
  if (file !== null) await runTool([file])
}

/** The files that a build for the organisation depends on: its own, and all beside and below it that it names. */
export function organisationInputs() {
  const file = organisationFile()
  if (file === null) return []
  const said = JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''))
  const { logo, editions, dictionary, forms = {} } = said
  const named = [logo, editions, dictionary, ...Object.values(forms)].filter(
    (name) => name !== undefined,
  )
  return [file, ...named.map((name) => path.join(path.dirname(file), name))]
}

/** Puts the organisation into a program that has just been built; a program without one has nothing of the last. */
export async function addOrganisation() {
  const out = path.join(root, 'out')
  for (const name of ['organisation', 'organisation.json'])
    fs.rmSync(path.join(out, name), { recursive: true, force: true })
  const file = organisationFile()
  if (file !== null) await runTool([file, '--out', out])
}
