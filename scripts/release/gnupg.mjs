// GnuPG in a home of its own: no key of the user is read, and none stays behind.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runTool } from './tool.mjs'

/**
 * Gives `action` a GnuPG home that holds one key, and takes it away afterwards.
 * @template Result
 * @param {string | Buffer} key armoured or not, public or secret
 * @param {(gnupg: { home: string, fingerprint: string | null, run: (args: string[], input?: string | Buffer) => ReturnType<typeof runTool> }) => Promise<Result>} action
 *   fingerprint: null when that is no key
 * @returns {Promise<Result>}
 */
export async function withKey(key, action) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-gpg-'))
  const env = { GNUPGHOME: home }
  const run = (args, input) => runTool('gpg', ['--batch', '--no-tty', ...args], { input, env })
  try {
    await run(['--import'], key)
    const { output } = await run(['--with-colons', '--list-keys'])
    const [, fingerprint] = /^fpr:+([0-9A-F]{40}):/m.exec(output) ?? []
    return await action({ home, fingerprint: fingerprint ?? null, run })
  } finally {
    await runTool('gpgconf', ['--kill', 'gpg-agent'], { env })
    fs.rmSync(home, { recursive: true, force: true })
  }
}
