// Signs a release with what the environment names, and with nothing else. Passwords go to the tools by standard input.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { SetupError } from '../steps.mjs'
import { addDebSignature, readDebSignature } from './deb-signature.mjs'
import { withKey } from './gnupg.mjs'
import { runTool } from './tool.mjs'

/** What stands above a signature of minisign; it is not signed itself, so it has to be this. */
export const minisignComment = 'signature of SHA256SUMS'

/** The files that hold the public keys, beside what they signed. */
export const publicKeys = { gpg: 'signing-key.asc', minisign: 'signing-key.pub' }

const outcome = 'nothing was signed and nothing was kept'

/**
 * Signs with one key.
 * @typedef {object} Signer
 * @property {string} name what it signs and how, in words
 * @property {(file: string) => boolean} signs whether the file gets a signature in itself
 * @property {(file: string) => Promise<void>} sign
 * @property {(list: string) => Promise<void>} signList writes a signature beside SHA256SUMS
 * @property {(folder: string) => Promise<void>} writePublicKey
 */

/** A key is given as itself or as the name of its file. */
function keyBytes(name, value, isKey) {
  if (isKey(value)) return Buffer.from(value)
  try {
    return fs.readFileSync(value)
  } catch {
    throw new SetupError(`the file that ${name} names cannot be read; ${outcome}.`)
  }
}

/** What a tool says is not repeated: it may quote what it was given. */
function mustWork({ code }, what, names) {
  if (code !== 0)
    throw new SetupError(
      `${what} could not be signed; ${outcome}. Look whether ${names} belong together.`,
    )
}

/** Runs `action` with a file that only this user can read, for keys that a tool wants as a file. */
async function withKeyFile(bytes, action) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-key-'))
  const file = path.join(folder, 'key')
  try {
    fs.writeFileSync(file, bytes, { mode: 0o600 })
    return await action(file)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** @type {(env: NodeJS.ProcessEnv, action: (signer: Signer) => Promise<void>) => Promise<void>} */
async function withGpg(env, action) {
  const names = 'LEESLAMP_GPG_KEY and LEESLAMP_GPG_PASSPHRASE'
  const isKey = (value) => value.startsWith('-----BEGIN PGP')
  const key = keyBytes('LEESLAMP_GPG_KEY', env.LEESLAMP_GPG_KEY, isKey)
  await withKey(key, async ({ home, fingerprint, run }) => {
    const must = (made, file) => mustWork(made, path.basename(file), names)
    const detach = ['--pinentry-mode', 'error', '--detach-sign']
    // The agent remembers the passphrase of this signature for those that follow, which need none.
    const unlock = ['--pinentry-mode', 'loopback', '--passphrase-fd', '0', '--detach-sign']
    const unlocked = path.join(home, 'unlocked')
    fs.writeFileSync(unlocked, '')
    must(await run([...unlock, unlocked], `${env.LEESLAMP_GPG_PASSPHRASE ?? ''}\n`), 'the release')

    async function signDeb(file) {
      const read = readDebSignature(file)
      if (read === null || read.signature !== null)
        throw new SetupError(`${path.basename(file)} is no unsigned deb; ${outcome}.`)
      const made = await run(detach, read.signed)
      must(made, file)
      addDebSignature(file, made.stdout)
    }

    async function signRpm(file) {
      const args = ['--define', `_gpg_name ${fingerprint}`, '--addsign', file]
      must(await runTool('rpmsign', args, { env: { GNUPGHOME: home } }), file)
    }

    await action({
      name: 'deb, rpm and SHA256SUMS with GnuPG',
      signs: (file) => /\.(?:deb|rpm)$/.test(file),
      sign: (file) => (file.endsWith('.deb') ? signDeb(file) : signRpm(file)),
      async signList(list) {
        must(await run([...detach, '--armor', '--output', `${list}.asc`, list]), list)
      },
      async writePublicKey(folder) {
        const file = path.join(folder, publicKeys.gpg)
        must(await run(['--armor', '--output', file, '--export', fingerprint]), file)
      },
    })
  })
}

/** @type {typeof withGpg} */
async function withMinisign(env, action) {
  const names = 'LEESLAMP_MINISIGN_KEY and LEESLAMP_MINISIGN_PASSWORD'
  const isKey = (value) => value.startsWith('untrusted comment:')
  const bytes = keyBytes('LEESLAMP_MINISIGN_KEY', env.LEESLAMP_MINISIGN_KEY, isKey)
  await withKeyFile(bytes, async (key) => {
    const input = `${env.LEESLAMP_MINISIGN_PASSWORD ?? ''}\n`
    const minisign = async (args, file) =>
      mustWork(await runTool('minisign', args, { input }), path.basename(file), names)
    await action({
      name: 'SHA256SUMS with minisign',
      signs: () => false,
      sign: () => Promise.resolve(),
      // Its own comment would be the moment.
      signList: (list) =>
        minisign(
          ['-S', '-s', key, '-m', list, '-c', minisignComment, '-t', path.basename(list)],
          list,
        ),
      writePublicKey(folder) {
        const file = path.join(folder, publicKeys.minisign)
        return minisign(['-R', '-s', key, '-p', file], file)
      },
    })
  })
}

/** @type {typeof withGpg} */
async function withCertificate(env, action) {
  const [link, password] = env.WIN_CSC_LINK
    ? ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']
    : ['CSC_LINK', 'CSC_KEY_PASSWORD']
  const value = env[link].replace(/^file:\/\//, '')
  // electron-builder takes the same variables: the name of a file, or the file itself in base 64.
  const bytes =
    value.length > 1_000 ? Buffer.from(value, 'base64') : keyBytes(link, value, () => false)
  await withKeyFile(bytes, async (key) => {
    await action({
      name: 'exe and msi with a certificate',
      signs: (file) => /\.(?:exe|msi)$/.test(file),
      async sign(file) {
        const signed = `${file}.signed`
        const args = ['sign', '-pkcs12', key, '-readpass', '-', '-h', 'sha256']
        const made = await runTool('osslsigncode', [...args, '-in', file, '-out', signed], {
          input: `${env[password] ?? ''}\n`,
        })
        mustWork(made, path.basename(file), `${link} and ${password}`)
        fs.renameSync(signed, file)
      },
      signList: () => Promise.resolve(),
      writePublicKey: () => Promise.resolve(),
    })
  })
}

/** What may sign, by the variables that ask for it; on Windows electron-builder has signed already. */
const kinds = [
  { asked: ['LEESLAMP_GPG_KEY'], open: withGpg },
  { asked: ['LEESLAMP_MINISIGN_KEY'], open: withMinisign },
  ...(process.platform === 'linux'
    ? [{ asked: ['WIN_CSC_LINK', 'CSC_LINK'], open: withCertificate }]
    : []),
]

/**
 * Runs `action` with all that the environment asks to sign with; without any, with nothing.
 * @param {NodeJS.ProcessEnv} env
 * @param {(signers: readonly Signer[]) => Promise<void>} action
 * @throws {SetupError} one sentence without a secret, when a key or a password is wrong
 */
export async function withSigners(env, action) {
  const wanted = kinds.filter(({ asked }) => asked.some((name) => env[name]))
  const open = ([first, ...rest], signers) =>
    first === undefined
      ? action(signers)
      : first.open(env, (signer) => open(rest, [...signers, signer]))
  await open(wanted, [])
}
