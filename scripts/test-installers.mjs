// `npm run test:installers`: makes the installers, installs them in a clean Debian, and tries there what readers and attackers do.
// As root under Debian, missing tools are installed; it takes some fifteen minutes on two cores.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { cacheFolder } from './cache-folder.mjs'
import { makeArtefacts } from './dist.mjs'
import { sourceDate } from './dist/source-date.mjs'
import { neededTools } from './dist/tools.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { ensurePackages } from './packages.mjs'
import { projectNode, root, run, runMain, SetupError, step, tell } from './steps.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { vitestRun } from './testing/run-vitest.mjs'
import { runWithSecondLook, tellOutcome, wholeOutcome } from './testing/second-look.mjs'
import { unstableNames } from './testing/unstable-names.mjs'

const targets = ['deb', 'rpm', 'AppImage', 'tar.gz']
const tools = {
  'desktop-file-validate': 'desktop-file-utils',
  appstreamcli: 'appstream',
  lintian: 'lintian',
  mmdebstrap: 'mmdebstrap',
  apparmor_parser: 'apparmor',
  rpm2cpio: 'rpm',
  cpio: 'cpio',
  Xvfb: 'xvfb',
  xwd: 'x11-apps',
  unsquashfs: 'squashfs-tools',
  minisign: 'minisign',
  gpg: 'gnupg',
  openssl: 'openssl',
  osslsigncode: 'osslsigncode',
  'debsig-verify': 'debsig-verify',
  fusermount3: 'fuse3',
}
/** What the clean system has beside what the package asks for: what a desktop brings, AppArmor, and a way to lay mounts. */
const added = ['apparmor', 'desktop-file-utils', 'mount', 'shared-mime-info']

/** A Debian of this suite with what the deb depends on, made once for each list of packages. */
async function cleanRoot(folder, deb) {
  const { output } = await run('dpkg-deb', ['--field', deb, 'Depends'], { quiet: true })
  const depends = output.split(',').map((one) =>
    one
      .split('|')[0]
      .replace(/\(.*\)/, '')
      .trim(),
  )
  const { VERSION_CODENAME: suite } = Object.fromEntries(
    fs
      .readFileSync('/etc/os-release', 'utf8')
      .split('\n')
      .map((line) => line.split('=')),
  )
  const packages = [...depends, ...added].join(',')
  const key = createHash('sha256').update(`${suite} ${packages}`).digest('hex').slice(0, 12)
  const cache = path.join(cacheFolder(), 'roots')
  const archive = path.join(cache, `${key}.tar`)
  if (!fs.existsSync(archive)) {
    fs.mkdirSync(cache, { recursive: true })
    await step(`making a clean Debian ${suite}`, async () => {
      const args = ['--variant=apt', '--quiet', `--include=${packages}`, suite, `${archive}.new`]
      const { code, output: said } = await run('mmdebstrap', ['--format=tar', ...args], {
        quiet: true,
      })
      if (code !== 0) throw new SetupError(`mmdebstrap could not make a clean Debian:\n${said}`)
      fs.renameSync(`${archive}.new`, archive)
    })
  }
  const home = path.join(folder, 'root')
  fs.mkdirSync(home)
  const { code } = await run('tar', ['-xf', archive, '-C', home, '--numeric-owner'])
  if (code !== 0) throw new SetupError('the clean Debian could not be unpacked.')
  return home
}

/**
 * Makes the artefacts again, from a copy of the sources in another folder: what is the same then is the same for everybody.
 * The copy is used for an organisation's build first, of which the second one must keep nothing.
 */
async function makeElsewhere(folder) {
  const copy = path.join(folder, 'elsewhere')
  fs.mkdirSync(copy)
  const names = fs.readdirSync(root).filter((name) => !['.git', 'out', 'dist'].includes(name))
  await must('cp', ['-a', ...names, copy])
  const dist = async (out, ...args) => {
    const all = ['--quick', '--allow-development-runtime', '--out', path.join(folder, out), ...args]
    await must(projectNode(), [path.join(copy, 'scripts/dist.mjs'), ...all], {
      env: {
        ...process.env,
        SOURCE_DATE_EPOCH: String(sourceDate()),
        TZ: 'Pacific/Kiritimati',
      },
    })
  }
  const organisation = path.join(copy, 'tests/fixtures/organisation/leeslamp.organisation.json')
  await dist('organisation', '--target', 'tar.gz', '--organisation', organisation)
  await dist('second')
  await must('rm', ['-rf', copy])
}

async function must(command, args, options) {
  const { code } = await run(command, args, options)
  if (code !== 0) throw new SetupError(`${command} failed.`)
}

await runMain(async () => {
  if (process.platform !== 'linux' || process.getuid() !== 0)
    throw new SetupError('the tests of the installers install and remove, and need root on Debian.')
  const started = Date.now()
  await ensurePackages()
  const runtime = await electronRuntime()
  await ensureSystemLibraries(runtime.path, { ...neededTools(targets), ...tools })
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-installers-'))
  fs.chmodSync(folder, 0o755)
  const options = { targets, allowDevelopmentRuntime: true, isQuick: true }
  try {
    // Both at once, each to its end: the folder is not removed below one that still runs.
    const builds = await Promise.allSettled([
      makeArtefacts({ ...options, out: path.join(folder, 'first') }),
      makeElsewhere(folder),
    ])
    const failure = builds.find(({ status }) => status === 'rejected')
    if (failure !== undefined) throw failure.reason
    const [{ value: first }] = builds
    const deb = first.find(({ target }) => target === 'deb').file
    const env = {
      ...process.env,
      LEESLAMP_INSTALLERS: folder,
      LEESLAMP_ROOT: await cleanRoot(folder, deb),
    }
    const args = ['--config=tests/installers/vitest.config.ts']
    const installers = vitestRun({ folder, args, env })
    const results = [await runWithSecondLook('installers', installers)]
    const record = unstableNames('installers')
    const outcome = wholeOutcome(results, record.before)
    record.remember(results.flatMap(({ unstable }) => unstable))
    tell(`${((Date.now() - started) / 60_000).toFixed(1)} minutes`)
    return tellOutcome(outcome)
  } finally {
    const { code } = await run('rm', ['-rf', '--one-file-system', folder])
    if (code !== 0) tell(`${folder} could not be removed.`)
  }
})
