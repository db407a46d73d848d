// `npm run verify-release DIR`: is what lies there what was made, and by whom? One table; exit code 1 when anything is wrong.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePackages } from './packages.mjs'
import { runMain, SetupError } from './steps.mjs'

const usage =
  'npm run verify-release DIR -- [--gpg-key FILE] [--minisign-key FILE] [--certificate FILE]'

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'gpg-key': { type: 'string' },
        'minisign-key': { type: 'string' },
        certificate: { type: 'string' },
      },
    })
    if (positionals.length === 1) return { values, folder: positionals[0] }
  } catch {
    // The line below says it for both.
  }
  throw new SetupError(`name one folder to look at: ${usage}`)
}

await runMain(async () => {
  const { values, folder } = readArguments()
  const from = process.env.INIT_CWD ?? process.cwd()
  const at = (name) => (name === undefined ? undefined : path.resolve(from, name))
  for (const name of [folder, ...Object.values(values)])
    if (!fs.existsSync(at(name))) throw new SetupError(`${name} is not there; nothing was checked.`)
  await ensurePackages()
  const { isGood, tableOf, verifyRelease } = await import('./release/verify.mjs')
  const rows = await verifyRelease(at(folder), {
    gpgKey: at(values['gpg-key']),
    minisignKey: at(values['minisign-key']),
    certificate: at(values.certificate),
  })
  process.stdout.write(tableOf(rows))
  return isGood(rows) ? 0 : 1
})
