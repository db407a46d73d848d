// `npm test`: set-up, then every check, and one closing line. With a word behind it, one part of that, or the long tests: see `usage`.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuild } from './build.mjs'
import { startVirtualDisplay } from './display.mjs'
import { isRoot, launcher, ordinaryFolder } from './ordinary-user.mjs'
import { ensurePackages } from './packages.mjs'
import { sandboxObstacle } from './sandbox.mjs'
import { setUp } from './setup.mjs'
import { projectNode, root, run, runMain, tell } from './steps.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { playwrightRun } from './testing/run-playwright.mjs'
import { vitestRun } from './testing/run-vitest.mjs'
import { runWithSecondLook, tellOutcome, wholeOutcome } from './testing/second-look.mjs'
import { unstableNames } from './testing/unstable-names.mjs'

const bin = (file) => path.join(root, 'node_modules', file)
/** What the tests of releases make, sign and open them with. */
const releaseNeeds = {
  '7z': '7zip',
  cpio: 'cpio',
  gpg: 'gnupg',
  makensis: 'nsis',
  minisign: 'minisign',
  msiextract: 'msitools',
  mksquashfs: 'squashfs-tools',
  openssl: 'openssl',
  osslsigncode: 'osslsigncode',
  rpm2cpio: 'rpm2cpio',
  rpmbuild: 'rpm',
  wixl: 'wixl',
}
/** The tests on the window run on a display of their own; one watches the program's system calls, and some read a PDF. */
const windowNeeds = {
  display: 'virtual',
  programs: {
    ...{ strace: 'strace', ps: 'procps', pdftotext: 'poppler-utils' },
    // Voices to read aloud with.
    '/usr/bin/speech-dispatcher': 'speech-dispatcher',
    '/usr/lib/speech-dispatcher-modules/sd_espeak-ng': 'speech-dispatcher-espeak-ng',
  },
}
const allNeeds = { ...windowNeeds, programs: { ...windowNeeds.programs, ...releaseNeeds } }
const usage = `npm test                       everything but the long tests
npm test -- PART               one part: types, lint, layers, cycles, docs, format, unused; check: all but the window
npm test -- long               what takes long, or must have the machine for itself (npm run test:long); walk: all cells of the walk
npm test -- unit [FILTER …]    the unit tests, or those of the files whose path has FILTER in it, long ones too
npm test -- window [FILTER …]  the tests on the window, or those of such files; -g TEXT: those of such a name
npm test -- lint [PATH …]      one check for these files only; format takes them too
npm test -- watch [FILTER …]   the unit tests again and again, as files change
`
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-reports-'))

/** Checks that pass or fail as a whole: each counts as one. */
const wholeChecks = [
  {
    name: 'lint',
    file: bin('eslint/bin/eslint.js'),
    args: ['--max-warnings', '0'],
    takesPaths: true,
  },
  { name: 'types', file: bin('vue-tsc/bin/vue-tsc.js'), args: ['-b'] },
  { name: 'layers', file: path.join(root, 'scripts/check-layers.mjs'), args: [] },
  { name: 'cycles', file: path.join(root, 'scripts/check-cycles.mjs'), args: [] },
  { name: 'docs', file: path.join(root, 'scripts/check-docs.mjs'), args: [] },
  {
    name: 'format',
    file: bin('prettier/bin/prettier.cjs'),
    args: ['--check', '--log-level', 'warn'],
    takesPaths: true,
  },
  { name: 'unused', file: bin('knip/bin/knip.js'), args: ['--no-progress'] },
]

async function runWholeCheck({ name, file, args, takesPaths = false }, paths = ['.']) {
  const start = Date.now()
  const all = [file, ...args, ...(takesPaths ? paths : [])]
  const { code, output } = await run(projectNode(), all, { quiet: true })
  tell(`${name}: ${code === 0 ? 'ok' : 'FAILED'} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  if (code !== 0) process.stderr.write(`${output}\n`)
  return code === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [name] }
}

function runUnitTests(args) {
  return runWithSecondLook('unit tests', vitestRun({ folder: reports, args }))
}

/** So many programs are tested at once: a test waits half of its time, for frames and for pauses of the program. */
const windowWorkers = os.availableParallelism() + 1

async function runWindowTests(runtime, args) {
  const home = isRoot()
    ? ordinaryFolder('leeslamp-e2e-')
    : fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-e2e-'))
  const { executable, program } = launcher(runtime.path, home)
  // Two programs on one display would share its clipboard, its focus and its pointer.
  const displays =
    process.platform === 'linux'
      ? await Promise.all(Array.from({ length: windowWorkers }, startVirtualDisplay))
      : []
  const env = {
    ...process.env,
    ...(displays.length === 0
      ? {}
      : { LEESLAMP_DISPLAYS: displays.map(({ display }) => display).join(' ') }),
    LEESLAMP_ELECTRON: executable,
    LEESLAMP_PROGRAM: program,
    LEESLAMP_HOME: home,
  }
  try {
    const window = playwrightRun({ folder: reports, args, env })
    const outcome = await runWithSecondLook('window tests', window)
    const obstacle = outcome.failed.length === 0 ? null : sandboxObstacle(runtime.path)
    if (obstacle !== null) tell(obstacle)
    return outcome
  } finally {
    for (const { stop } of displays) stop()
    fs.rmSync(home, { recursive: true, force: true })
  }
}

/** Two at a time, the longest first. */
async function runWholeChecks() {
  const waiting = [...wholeChecks]
  const results = []
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      results.push(await runWholeCheck(check))
  }
  await Promise.all([lane(), lane()])
  return results
}

/** Everything; without the window it needs no display, and none of what only that takes. */
async function runAll(withWindow) {
  const runtime = withWindow ? await setUp(allNeeds) : undefined
  if (!withWindow) await setUpChecks()
  const results = await runWholeChecks()
  results.push(await runUnitTests(['--project=!long']))
  if (runtime !== undefined) results.push(await runWindowTests(runtime, ['--project=window']))
  return results
}

async function runLong() {
  const runtime = await setUp(allNeeds)
  const units = await runUnitTests(['--project=long'])
  return [units, await runWindowTests(runtime, ['--project=long'])]
}

async function setUpChecks() {
  await ensurePackages()
  await ensureSystemLibraries(null, releaseNeeds)
  await ensureBuild()
}

async function watchUnitTests(filters) {
  await setUpChecks()
  await run(projectNode(), [bin('vitest/vitest.mjs'), 'watch', ...filters])
  return []
}

async function runWalk() {
  process.env.LEESLAMP_WALK = 'all'
  return [await runWindowTests(await setUp(windowNeeds), ['tests/e2e/walk/walk.test.ts'])]
}

/** What a part of the tests runs; undefined for what is none. */
function partOf(name, filters) {
  const check = wholeChecks.find((one) => one.name === name)
  const takesFilters = ['unit', 'window', 'watch'].includes(name) || check?.takesPaths === true
  if (filters.length > 0 && !takesFilters) return undefined
  if (check !== undefined)
    return async () => {
      await ensurePackages()
      return [await runWholeCheck(check, filters.length > 0 ? filters : undefined)]
    }
  const parts = {
    all: () => runAll(true),
    check: () => runAll(false),
    long: runLong,
    walk: runWalk,
    watch: () => watchUnitTests(filters),
    unit: async () => {
      await setUpChecks()
      return [await runUnitTests(filters)]
    },
    window: async () => [await runWindowTests(await setUp(windowNeeds), filters)],
  }
  return Object.hasOwn(parts, name) ? parts[name] : undefined
}

await runMain(async () => {
  const [name = 'all', ...filters] = process.argv.slice(2)
  const part = partOf(name, filters)
  if (part === undefined) {
    const isAsked = ['help', '--help'].includes(name)
    const said = isAsked ? '' : `There are no such tests: ${process.argv.slice(2).join(' ')}\n\n`
    process.stderr.write(said + usage)
    fs.rmSync(reports, { recursive: true })
    return isAsked ? 0 : 2
  }
  const results = await part()
  fs.rmSync(reports, { recursive: true, force: true })
  const isWhole = name === 'all' || name === 'long'
  const record = unstableNames(name)
  const outcome = wholeOutcome(results, isWhole ? record.before : [])
  if (isWhole) record.remember(results.flatMap(({ unstable = [] }) => unstable))
  return tellOutcome(outcome)
})
