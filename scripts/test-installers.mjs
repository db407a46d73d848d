// `npm run test:installers`: makes the installers, installs them in a clean Debian, and tries there what readers and attackers do.
// As root under Debian, missing tools are installed; it takes some ten minutes on two cores.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { forgetBuild } from './build.mjs'
import { makeArtefacts } from './dist.mjs'
import { neededTools } from './dist/tools.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { ensurePackages } from './packages.mjs'
import { projectNode, root, run, runMain, SetupError, step, tell } from './steps.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

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
  const cache = path.join(process.env.LEESLAMP_CACHE ?? '/var/cache/leeslamp', 'roots')
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

await runMain(async () => {
  if (process.platform !== 'linux' || process.getuid() !== 0)
    throw new SetupError('the tests of the installers install and remove, and need root on Debian.')
  await ensurePackages()
  const runtime = await electronRuntime()
  await ensureSystemLibraries(runtime.path, { ...neededTools(targets), ...tools })
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-installers-'))
  fs.chmodSync(folder, 0o755)
  const options = { targets, allowDevelopmentRuntime: true, isQuick: true }
  try {
    const first = await makeArtefacts({ ...options, out: path.join(folder, 'first') })
    // Built anew from the sources as well: what is the same then is the same for everybody.
    forgetBuild()
    await makeArtefacts({ ...options, out: path.join(folder, 'second') })
    const deb = first.find(({ target }) => target === 'deb').file
    const env = {
      ...process.env,
      LEESLAMP_INSTALLERS: folder,
      LEESLAMP_ROOT: await cleanRoot(folder, deb),
    }
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
    const report = path.join(folder, 'report.json')
    const args = ['run', '--config', 'tests/installers/vitest.config.ts']
    const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile=${report}`]
    const { code } = await run(projectNode(), [vitest, ...args, ...reporters], { env })
    const { numPassedTests, numTotalTests } = JSON.parse(fs.readFileSync(report, 'utf8'))
    const failed = Math.max(numTotalTests - numPassedTests, code === 0 ? 0 : 1)
    process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`)
    return failed === 0 ? 0 : 1
  } finally {
    const { code } = await run('rm', ['-rf', '--one-file-system', folder])
    if (code !== 0) tell(`${folder} could not be removed.`)
  }
})
