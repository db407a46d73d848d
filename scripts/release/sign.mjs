// Signs a release with what the environment names, and with nothing else. Passwords go to the tools by standard input.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createSecureContext } from 'node:tls'
import { SetupError } from '../steps.mjs'
import { readDebSignature, setDebSignature } from './deb-signature.mjs'
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

const signsNothing = {
  signs: () => false,
  sign: () => Promise.resolve(),
  signList: () => Promise.resolve(),
  writePublicKey: () => Promise.resolve(),
}

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
      if (read === null) throw new SetupError(`${path.basename(file)} is no deb; ${outcome}.`)
      const made = await run(detach, read.signed)
      must(made, file)
      setDebSignature(file, made.stdout)
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
    // It asks for the password, which nothing before the last signature would.
    await minisign(['-R', '-s', key, '-p', `${key}.pub`], 'the release')
    await action({
      ...signsNothing,
      name: 'SHA256SUMS with minisign',
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

/** What holds the certificate, and its password; null when there is none. */
function certificateNames(env, platform) {
  if (env.WIN_CSC_LINK && platform !== 'darwin') return ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']
  return env.CSC_LINK ? ['CSC_LINK', 'CSC_KEY_PASSWORD'] : null
}

/**
 * Reads a certificate (PKCS#12) and tries its password.
 * @param {NodeJS.ProcessEnv} env
 * @param {[string, string]} variables
 * @returns {{ bytes: Buffer, password: string, names: string }}
 */
export function openCertificate(env, [link, secret]) {
  const value = env[link].replace(/^file:\/\//, '')
  // electron-builder takes the same variables: the name of a file, or the file itself in base 64.
  const bytes =
    value.length > 1_000 ? Buffer.from(value, 'base64') : keyBytes(link, value, () => false)
  const password = env[secret] ?? ''
  const names = `${link} and ${secret}`
  try {
    createSecureContext({ pfx: bytes, passphrase: password })
  } catch (error) {
    // Node does not read the oldest form; its password is tried by what signs with it.
    const isWrong = error.code !== 'ERR_CRYPTO_UNSUPPORTED_OPERATION'
    mustWork({ code: Number(isWrong) }, 'the release', names)
  }
  return { bytes, password, names }
}

/**
 * Signs a program or an installer for Windows, on Linux or on Windows itself.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env names a certificate
 * @throws {SetupError} one sentence without a secret; the file is then as it was
 */
async function signForWindows(file, env) {
  const { bytes, password, names } = openCertificate(env, certificateNames(env))
  await withKeyFile(bytes, async (key) => {
    const sign = process.platform === 'win32' ? signWithPowerShell : signWithOsslsigncode
    const made = await sign(file, key, env.LEESLAMP_TIMESTAMP_SERVER || null, `${password}\n`)
    mustWork(made, path.basename(file), names)
  })
}

async function signWithOsslsigncode(file, key, timestamps, input) {
  const signed = `${file}.signed`
  const made = await runTool(
    'osslsigncode',
    [
      ...['sign', '-pkcs12', key, '-readpass', '-', '-h', 'sha256'],
      ...(timestamps === null ? [] : ['-ts', timestamps]),
      ...['-in', file, '-out', signed],
    ],
    { input },
  )
  if (made.code === 0) fs.renameSync(signed, file)
  else fs.rmSync(signed, { force: true })
  return made
}

/** signtool wants the password on its command line; this reads it as the others do. */
const powerShell = `
$ErrorActionPreference = 'Stop'
$password = [Console]::In.ReadLine()
$certificate = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2($env:LEESLAMP_KEY_FILE, $password)
$more = @{}
if ($env:LEESLAMP_TIMESTAMPS) { $more.TimestampServer = $env:LEESLAMP_TIMESTAMPS }
$made = Set-AuthenticodeSignature -FilePath $env:LEESLAMP_TO_SIGN -Certificate $certificate -HashAlgorithm SHA256 -IncludeChain NotRoot @more
if ($null -eq $made.SignerCertificate) { exit 1 }
`

function signWithPowerShell(file, key, timestamps, input) {
  const args = ['-NoProfile', '-NonInteractive', '-Command', powerShell]
  const env = {
    LEESLAMP_KEY_FILE: key,
    LEESLAMP_TIMESTAMPS: timestamps ?? '',
    LEESLAMP_TO_SIGN: file,
  }
  return runTool('powershell.exe', args, { input, env })
}

/**
 * What electron-builder calls on Windows for each file that it packs (`win.signtoolOptions.sign`).
 * @param {{ path: string }} configuration
 */
export default async function signWhilePacking({ path: file }) {
  if (certificateNames(process.env) !== null) await signForWindows(file, process.env)
}

/** @type {typeof withGpg} */
async function withCertificate(env, action) {
  openCertificate(env, certificateNames(env))
  await action({
    ...signsNothing,
    name: 'exe and msi with a certificate',
    signs: (file) => /\.(?:exe|msi)$/.test(file),
    sign: (file) => signForWindows(file, env),
  })
}

/** @type {(env: NodeJS.ProcessEnv, action: (signer: Signer) => Promise<void>, platform: string) => Promise<void>} */
async function withWhatPacked(env, action, platform) {
  const names = certificateNames(env, platform)
  if (names !== null) openCertificate(env, names)
  await action({ ...signsNothing, name: 'what was packed, with a certificate' })
}

/** By which variables a certificate is asked for, on each system. */
const certificateAsked = {
  linux: ['WIN_CSC_LINK', 'CSC_LINK'],
  win32: ['WIN_CSC_LINK', 'CSC_LINK'],
  darwin: ['CSC_LINK', 'CSC_NAME', 'CSC_KEYCHAIN'],
}

/** What may sign, and the tools that it needs on Linux; Windows and macOS have signed already, while they packed. */
const kindsOn = (platform) => [
  {
    asked: ['LEESLAMP_GPG_KEY'],
    open: withGpg,
    tools: { gpg: 'gnupg', gpgconf: 'gnupg' },
  },
  { asked: ['LEESLAMP_MINISIGN_KEY'], open: withMinisign, tools: { minisign: 'minisign' } },
  {
    asked: certificateAsked[platform] ?? [],
    open: platform === 'linux' ? withCertificate : withWhatPacked,
    tools: {},
  },
]

const wantedBy = (env, platform) =>
  kindsOn(platform).filter(({ asked }) => asked.some((name) => env[name]))

/**
 * The Debian packages by tool, of what opens the keys that the environment names.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
export function signingTools(env) {
  return Object.assign({}, ...wantedBy(env, process.platform).map(({ tools }) => tools))
}

/**
 * Runs `action` with all that the environment asks to sign with; without any, with nothing.
 * @param {NodeJS.ProcessEnv} env
 * @param {(signers: readonly Signer[]) => Promise<void>} action
 * @param {string} [platform] the system on which what is signed was packed
 * @throws {SetupError} one sentence without a secret, when a key or a password is wrong
 */
export async function withSigners(env, action, platform = process.platform) {
  const open = ([first, ...rest], signers) =>
    first === undefined
      ? action(signers)
      : first.open(env, (signer) => open(rest, [...signers, signer]), platform)
  await open(wantedBy(env, platform), [])
}
