// The certificate for a Mac in a keychain that lasts as long as a build. electron-builder would give its password to `security`
// on the command line, where every user of the machine can read it; this gives it by standard input.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { SetupError } from '../steps.mjs'
import { openCertificate } from './sign.mjs'
import { runTool } from './tool.mjs'

/** One command for `security -i`, which takes words apart as a shell does. */
export function commandLine(...words) {
  const quoted = (word) => word.replace(/[^\w./\u{80}-\u{10ffff}-]/gu, String.raw`\$&`) || "''"
  return `${words.map(quoted).join(' ')}\n`
}

/** The keychains that are looked through. */
async function searched() {
  const { output } = await runTool('security', ['list-keychains', '-d', 'user'])
  return [...output.matchAll(/"(.*)"/g)].map(([, file]) => file)
}

const search = (files) => runTool('security', ['list-keychains', '-d', 'user', '-s', ...files])

/**
 * Runs `action` with the name of a keychain that holds the certificate of CSC_LINK, and takes it away afterwards.
 * @template Result
 * @param {NodeJS.ProcessEnv} env
 * @param {(keychain: string) => Promise<Result>} action
 * @returns {Promise<Result>}
 * @throws {SetupError} one sentence, when a password is wrong or no certificate comes in
 */
export async function withKeychain(env, action) {
  const { bytes, password } = openCertificate(env, ['CSC_LINK', 'CSC_KEY_PASSWORD'])
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-keychain-'))
  const [keychain, certificate] = ['signing.keychain', 'key.p12'].map((name) =>
    path.join(folder, name),
  )
  const own = randomBytes(32).toString('hex')
  const before = await searched()
  try {
    fs.writeFileSync(certificate, bytes, { mode: 0o600 })
    const input = [
      commandLine('create-keychain', '-p', own, keychain),
      commandLine('unlock-keychain', '-p', own, keychain),
      commandLine('set-keychain-settings', keychain),
      commandLine('import', certificate, '-k', keychain, '-T', '/usr/bin/codesign', '-P', password),
      commandLine('set-key-partition-list', '-S', 'apple-tool:,apple:', '-s', '-k', own, keychain),
    ].join('')
    await runTool('security', ['-i'], { input })
    await search([keychain, ...before])
    const { output } = await runTool('security', ['find-identity', '-p', 'codesigning', keychain])
    if (!/^\s*1\) /m.test(output))
      throw new SetupError('no certificate of CSC_LINK came into a keychain; nothing was made.')
    return await action(keychain)
  } finally {
    await search(before)
    await runTool('security', ['delete-keychain', keychain])
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
