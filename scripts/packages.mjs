// Installs the packages of the lock file when what is installed is older than it.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root, runNpm, SetupError, step } from './steps.mjs'

const stamp = path.join(root, 'node_modules/.leeslamp-installed')

function wanted() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`
}

/** Makes `node_modules` what the lock file says; does nothing when it already is. */
export async function ensurePackages() {
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted()) return
  await step('installing packages', async () => {
    // `ci` empties node_modules first, which Windows refuses while the Node in it runs this script.
    const verb = fs.existsSync(path.join(root, 'node_modules')) ? 'install' : 'ci'
    const { code, output } = await runNpm([verb, '--no-audit', '--no-fund', '--loglevel=error'], {
      quiet: true,
    })
    if (code !== 0)
      throw new SetupError(
        `the packages could not be installed; nothing else was changed. Check the connection to the npm registry and try again. npm said:\n${output.trim()}`,
      )
  })
  fs.writeFileSync(stamp, wanted())
}
