// `npm run dist`: makes the installers. `--target deb,rpm` makes some of them, `--quick` packs them less tightly, and
// `--out DIR` makes them elsewhere than in dist/.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuild } from './build.mjs'
import { makeAppImage } from './dist/appimage.mjs'
import { makeDeb } from './dist/deb.mjs'
import { finishRelease } from './dist/finish-release.mjs'
import { alone } from './dist/lock.mjs'
import { makeProgramFolder, runBuilder } from './dist/program-folder.mjs'
import { makeRpm } from './dist/rpm.mjs'
import { sourceDate } from './dist/source-date.mjs'
import { makeTarball } from './dist/tarball.mjs'
import { requireTools } from './dist/tools.mjs'
import { makeWhole, mustBeOurs } from './dist/work-folder.mjs'
import { electronRuntime, officialElectron } from './electron-runtime.mjs'
import { ensurePackages } from './packages.mjs'
import { withBuilderEnvironment } from './release/builder-signing.mjs'
import { prepareOrganisation } from './release/organisation.mjs'
import { withSigners } from './release/sign.mjs'
import { nameElectron } from './release/third-party.mjs'
import { root, runMain, SetupError, step, tell } from './steps.mjs'

const makers = { deb: makeDeb, rpm: makeRpm, AppImage: makeAppImage, 'tar.gz': makeTarball }

/** The targets by the system that makes them, as files are named. */
const targetsOf = {
  linux: Object.keys(makers),
  win32: ['nsis', 'msi'],
  darwin: ['dmg', 'zip'],
}

const summary = 'offline reader for weekly news digests'
const text = [
  'Leeslamp shows a weekly digest as a well-set page beside a quiet list of',
  'contents, with the reading notes of the edition one key away. It finds any',
  'word in any form, keeps bookmarks and notes on this machine, and never asks',
  'a network for anything.',
]

function chooseTargets(asked) {
  const known = targetsOf[process.platform] ?? []
  const chosen = asked ?? known
  const unknown = chosen.filter((target) => !known.includes(target))
  if (unknown.length > 0)
    throw new SetupError(
      `${unknown.join(', ')} cannot be made on this system, nothing was made. Here there are: ${known.join(', ')}.`,
    )
  return chosen
}

async function chooseRuntime(allowDevelopmentRuntime) {
  const installed = officialElectron()
  if (installed !== undefined) return installed
  if (allowDevelopmentRuntime) return electronRuntime()
  throw new SetupError(
    process.env.ELECTRON_EXEC_PATH
      ? 'nothing shows that the Electron of ELECTRON_EXEC_PATH is the official one, nothing was made. Unset it, or make installers that are not for handing out with --allow-development-runtime.'
      : 'the official Electron is not here, nothing was made. Fetch it with: node scripts/electron-runtime.mjs (ELECTRON_MIRROR names a mirror), or make installers that are not for handing out with --allow-development-runtime.',
  )
}

/** What all artefacts of one run bear. */
function describeRelease(runtime, isQuick) {
  const { version, author } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  const mark = runtime.official ? '' : '-development-runtime'
  return {
    version,
    author,
    // A released package takes the place of one on a development runtime: `~` sorts before the end.
    packageVersion: runtime.official ? version : `${version}~development`,
    name: `leeslamp-${version}${mark}-linux-${process.arch}`,
    architecture: process.arch,
    isQuick,
    date: sourceDate(),
    description: { summary, text },
  }
}

async function makeForLinux(work, runtime, release, targets) {
  const program = await step('making the program', () => makeProgramFolder(work, runtime))
  for (const target of targets) {
    const file = path.join(work.result, `${release.name}.${target}`)
    await step(`making ${target}`, () => makers[target]({ work, program, release, file }))
  }
}

/** On Windows and macOS electron-builder makes the artefacts itself. */
async function makeElsewhere(work, runtime, targets) {
  const out = path.join(work.folder, 'builder')
  const system = process.platform === 'darwin' ? '--mac' : '--win'
  const names = targets.map((target) => `${target}:${process.arch}`)
  tell(
    `what electron-builder packs ${targets.join(' and ')} with is fetched from github.com where ELECTRON_BUILDER_CACHE does not have it (docs/installing.md)`,
  )
  await step(`making ${targets.join(', ')}`, () =>
    withBuilderEnvironment(process.env, (env) =>
      runBuilder(work, runtime, out, [system, ...names], env),
    ),
  )
  for (const name of fs.readdirSync(out))
    if (/^leeslamp-.*\.(?:exe|msi|dmg|zip)$/.test(name))
      fs.renameSync(path.join(out, name), path.join(work.result, name))
}

/**
 * Makes installers, all or none of them.
 * @param {{ targets?: string[], allowDevelopmentRuntime?: boolean, isQuick?: boolean, organisation?: string, out?: string }} options `targets`: all that this system can
 *   make when it is left out; `isQuick`: packed less tightly, which takes a fraction of the time; `organisation`: its file, when they are for one; `out`: the folder whose place they take
 * @returns {Promise<{ target: string, file: string }[]>}
 * @throws {SetupError} one sentence, when something is missing or goes wrong
 */
export function makeArtefacts(options = {}) {
  return alone(() => make({ out: path.join(root, 'dist'), ...options }))
}

async function make({ allowDevelopmentRuntime = false, isQuick = false, out, ...options }) {
  const targets = chooseTargets(options.targets)
  mustBeOurs(out)
  // What is missing or wrong is said before anything is fetched.
  requireTools(targets, process.env)
  await withSigners(process.env, () => Promise.resolve())
  await ensurePackages()
  if (options.organisation !== undefined) await prepareOrganisation(options.organisation)
  const runtime = await chooseRuntime(allowDevelopmentRuntime)
  const release = describeRelease(runtime, isQuick)
  await ensureBuild()
  nameElectron(runtime.version)
  await makeWhole(out, async (work) => {
    if (process.platform === 'linux') await makeForLinux(work, runtime, release, targets)
    else await makeElsewhere(work, runtime, targets)
    await finishRelease(work.result)
  })
  const endings = { nsis: 'exe' }
  return fs
    .readdirSync(out)
    .map((name) => ({
      target: targets.find((target) => name.endsWith(`.${endings[target] ?? target}`)),
      file: path.join(out, name),
    }))
    .filter(({ target }) => target !== undefined)
}

const usage = `usage: npm run dist -- [OPTION]…

  --target NAMES      only these, with commas: ${Object.values(targetsOf).flat().join(', ')}
  --organisation FILE for an organisation: its leeslamp.organisation.json (docs/organisations.md)
  --out FOLDER        somewhere else than in dist/
  --quick             packed less tightly, in a fraction of the time
  --allow-development-runtime
                      also with the Electron that is for development alone
  --help              these lines

What it signs with stands in the environment: docs/releasing.md.`

function readArguments() {
  try {
    return parseArgs({
      options: {
        target: { type: 'string', multiple: true },
        'allow-development-runtime': { type: 'boolean' },
        quick: { type: 'boolean' },
        out: { type: 'string' },
        organisation: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new SetupError(`${error.message.split('. ', 1)[0]}; nothing was made.`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const values = readArguments()
    if (values.help === true) {
      process.stdout.write(`${usage}\n`)
      return
    }
    const targets = values.target?.flatMap((names) => names.split(','))
    const from = process.env.INIT_CWD ?? process.cwd()
    const made = await makeArtefacts({
      ...(targets === undefined ? {} : { targets }),
      ...(values.organisation === undefined
        ? {}
        : { organisation: path.resolve(from, values.organisation) }),
      ...(values.out === undefined ? {} : { out: path.resolve(from, values.out) }),
      allowDevelopmentRuntime: values['allow-development-runtime'] === true,
      isQuick: values.quick === true,
    })
    for (const { file } of made)
      tell(`${file} (${(fs.statSync(file).size / 1024 / 1024).toFixed(1)} MB)`)
  })
}
