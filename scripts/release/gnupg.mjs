// GnuPG in a home of its own: no key of the user is read, and none stays behind.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runTool } from './tool.mjs'

/**
 * The fingerprints in a listing of GnuPG (its doc/DETAILS): of the first key, and of all its parts that may sign today. Parts
 * that are revoked, expired, disabled or not bound to the key may not.
 */
function readListing(output) {
  const [, first = ''] = output.split(/^pub:/m)
  const records = `pub:${first}`.split('\n').map((line) => line.split(':'))
  const parts = records.filter(([kind]) => /^(?:pub|sub|fpr)$/.test(kind))
  const fingerprintAt = (at) => parts[at + 1]?.[9]
  return {
    fingerprint: fingerprintAt(0) ?? null,
    signers: [...parts.entries()]
      .filter(([, [kind, validity]]) => kind !== 'fpr' && !/[deir]/.test(validity))
      .filter(([, part]) => part[11]?.includes('s'))
      .map(([at]) => fingerprintAt(at)),
  }
}

/**
 * Gives `action` a GnuPG home that holds one key, and takes it away afterwards.
 * @template Result
 * @param {string | Buffer} key armoured or not, public or secret
 * @param {(gnupg: { home: string, fingerprint: string | null, signers: string[], run: (args: string[], input?: string | Buffer) => ReturnType<typeof runTool> }) => Promise<Result>} action
 *   fingerprint: null when that is no key; signers: of what signs for it today, itself or parts of it
 * @returns {Promise<Result>}
 */
export async function withKey(key, action) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-gpg-'))
  const env = { GNUPGHOME: home }
  const run = (args, input) => runTool('gpg', ['--batch', '--no-tty', ...args], { input, env })
  try {
    await run(['--import'], key)
    const { stdout } = await run(['--with-colons', '--list-keys'])
    return await action({ home, run, ...readListing(stdout.toString()) })
  } finally {
    await runTool('gpgconf', ['--kill', 'gpg-agent'], { env })
    fs.rmSync(home, { recursive: true, force: true })
  }
}
