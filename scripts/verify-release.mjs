// `npm run verify-release DIR`: is what lies there what was made, and by whom? One table; exit code 1 when anything is wrong.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePackages } from './packages.mjs'
import { runMain, SetupError } from './steps.mjs'

const usage =
  'npm run verify-release DIR -- [--gpg-key FILE] [--minisign-key FILE] [--certificate FILE] [--mac-signatures only|elsewhere]'

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'gpg-key': { type: 'string' },
        'minisign-key': { type: 'string' },
        certificate: { type: 'string' },
        'mac-signatures': { type: 'string' },
      },
    })
    const { 'mac-signatures': macSignatures, ...files } = values
    const isKnown = [undefined, 'only', 'elsewhere'].includes(macSignatures)
    if (positionals.length === 1 && isKnown) return { files, macSignatures, folder: positionals[0] }
  } catch {
    // The line below says it for both.
  }
  throw new SetupError(`name one folder to look at: ${usage}`)
}

await runMain(async () => {
  const { files, macSignatures, folder } = readArguments()
  const from = process.env.INIT_CWD ?? process.cwd()
  const at = (name) => (name === undefined ? undefined : path.resolve(from, name))
  for (const name of [folder, ...Object.values(files)])
    if (!fs.existsSync(at(name))) throw new SetupError(`${name} is not there; nothing was checked.`)
  await ensurePackages()
  const { isGood, tableOf, verifyRelease } = await import('./release/verify.mjs')
  const rows = await verifyRelease(at(folder), {
    gpgKey: at(files['gpg-key']),
    minisignKey: at(files['minisign-key']),
    certificate: at(files.certificate),
    macSignatures,
  })
  process.stdout.write(tableOf(rows))
  return isGood(rows) ? 0 : 1
})
