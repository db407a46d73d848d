// Checks of signatures, each by the tool that others would use. A check gives a row of the table without its subject.
import { X509Certificate } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readDebSignature } from './deb-signature.mjs'
import { withKey } from './gnupg.mjs'
import { minisignComment, publicKeys } from './sign.mjs'
import { runTool } from './tool.mjs'

/**
 * The keys to check with. One that is not given may lie beside the files; then a signature only shows that the files
 * belong together, and whoever asks compares the fingerprint.
 * @param {string} folder
 * @param {{ gpgKey?: string, minisignKey?: string, certificate?: string, macSignatures?: string }} given names of files;
 *   macSignatures: `elsewhere` when a Mac looks at them
 */
export function findKeys(folder, { gpgKey, minisignKey, certificate, macSignatures }) {
  const key = (file, name) => {
    const beside = path.join(folder, name)
    if (file !== undefined) return { file, isBeside: false }
    return fs.existsSync(beside) ? { file: beside, isBeside: true } : null
  }
  return {
    gpg: key(gpgKey, publicKeys.gpg),
    minisign: key(minisignKey, publicKeys.minisign),
    certificate: certificate === undefined ? null : { file: certificate, isBeside: false },
    isMacElsewhere: macSignatures === 'elsewhere',
  }
}

/** What there is to say where a signature or its key is missing; null when both are there. */
function incomplete(isSigned, key) {
  if (!isSigned && key === null) return { state: 'unsigned', detail: '' }
  if (!isSigned) return { state: 'bad', detail: 'not signed, and there is a key' }
  if (key === null) return { state: 'bad', detail: 'signed, and no key was given to check it with' }
  return null
}

/** What there is to say of a key that may sign nothing any more, or never could. */
function unusable(signers) {
  return signers.length > 0
    ? null
    : { state: 'bad', detail: 'the key is no key, or is revoked or expired' }
}

function verdict(isGood, key, whose) {
  if (!isGood) return { state: 'bad', detail: 'the signature does not belong to it' }
  const beside = key.isBeside ? ' (the key lies beside it: compare this with what you know)' : ''
  return { state: 'ok', detail: `${whose}${beside}` }
}

async function verifyWithGpg(signed, signature, key) {
  return withKey(fs.readFileSync(key.file), async ({ home, fingerprint, signers, run }) => {
    const file = path.join(home, 'signature')
    fs.writeFileSync(file, signature)
    const { code, stdout } = await run(['--status-fd', '1', '--verify', file, '-'], signed)
    const valid = [...stdout.toString().matchAll(/^\[GNUPG:\] VALIDSIG (\S+) /gm)]
    const isGood =
      code === 0 && valid.length > 0 && valid.every(([, signer]) => signers.includes(signer))
    return unusable(signers) ?? verdict(isGood, key, fingerprint)
  })
}

/** Whether a text in base 64 is written in the one way in which its bytes are written. */
function isCanonical(text) {
  return Buffer.from(text, 'base64').toString('base64') === text
}

/** Whether an armoured signature is written as gpg writes it, so that no byte of it is idle. */
function isArmour(text) {
  const [, body, sum] =
    /^-----BEGIN PGP SIGNATURE-----\n\n((?:[\w+/]{64}\n)*[\w+/]{1,64}={0,2}\n)=([\w+/]{4})\n-----END PGP SIGNATURE-----\n$/.exec(
      text,
    ) ?? []
  return sum !== undefined && isCanonical(body.replaceAll('\n', '')) && isCanonical(sum)
}

/** The same for minisign, whose first line nobody signs. */
function isMinisignFile(text) {
  const [comment, signature, , ofComment, ...rest] = text.split('\n')
  return (
    comment === `untrusted comment: ${minisignComment}` &&
    isCanonical(signature ?? '') &&
    isCanonical(ofComment ?? '') &&
    rest.join() === ''
  )
}

/** SHA256SUMS by GnuPG. */
export async function checkListByGpg(list, { gpg }) {
  const file = `${list}.asc`
  const isSigned = fs.existsSync(file)
  const missing = incomplete(isSigned, gpg)
  if (missing !== null) return missing
  const signature = fs.readFileSync(file)
  return isArmour(signature.toString('latin1'))
    ? verifyWithGpg(fs.readFileSync(list), signature, gpg)
    : verdict(false, gpg)
}

/** SHA256SUMS by minisign. */
export async function checkListByMinisign(list, { minisign }) {
  const file = `${list}.minisig`
  const missing = incomplete(fs.existsSync(file), minisign)
  if (missing !== null) return missing
  const { code } = await runTool('minisign', ['-V', '-m', list, '-x', file, '-p', minisign.file])
  const isOurs = isMinisignFile(fs.readFileSync(file, 'latin1'))
  const [, key] = fs.readFileSync(minisign.file, 'utf8').split('\n')
  return verdict(code === 0 && isOurs, minisign, key)
}

async function checkDeb(file, { gpg }) {
  const read = readDebSignature(file)
  if (read === null) return { state: 'bad', detail: 'no deb' }
  return incomplete(read.signature !== null, gpg) ?? verifyWithGpg(read.signed, read.signature, gpg)
}

async function checkRpm(file, { gpg }) {
  // Without a key in its database rpmkeys says of every signature that there is none for it.
  const isSigned = /Signature, key ID|OpenPGP.*signature/i.test(
    (await runTool('rpmkeys', ['-Kv', file])).output,
  )
  const missing = incomplete(isSigned, gpg)
  if (missing !== null) return missing
  return withKey(fs.readFileSync(gpg.file), async ({ home, fingerprint, signers, run }) => {
    const key = path.join(home, 'key.asc')
    await run(['--armor', '--output', key, '--export', fingerprint ?? ''])
    const database = ['--define', `_dbpath ${path.join(home, 'rpm')}`]
    const args = [...database, '--define', '_pkgverify_level all', '-Kv', file]
    await runTool('rpmkeys', [...database, '--import', key])
    const { code, output } = await runTool('rpmkeys', args)
    // It says who signed by a fingerprint or by the end of one, and does not mind a part of the key that may not sign.
    const named = [...output.matchAll(/, key (?:ID|fingerprint:) ([0-9a-f]+)/gi)]
    const areOurs = named.every(([, end]) =>
      signers.some((signer) => signer.endsWith(end.toUpperCase())),
    )
    return unusable(signers) ?? verdict(code === 0 && named.length > 0 && areOurs, gpg, fingerprint)
  })
}

/** The first certificate in the file has to be the signer's own; the others are the authorities that vouch for it. */
async function checkWindows(file, { certificate }) {
  const args = ['verify', '-in', file]
  const found = await runTool('osslsigncode', args)
  const missing = incomplete(!/no signature/i.test(found.output), certificate)
  if (missing !== null) return missing
  const { fingerprint256 } = new X509Certificate(fs.readFileSync(certificate.file))
  const signer = ['-require-leaf-hash', `sha256:${fingerprint256.replaceAll(':', '')}`]
  const all = [...args, '-CAfile', certificate.file, ...signer]
  const { code, output } = await runTool('osslsigncode', all)
  if (/leaf hash match: failed/i.test(output))
    return { state: 'bad', detail: 'signed with another certificate than the first one given' }
  if (/self.signed certificate|unable to get .*issuer certificate/.test(output))
    return { state: 'bad', detail: 'the authority of the certificate is not in the file given' }
  return verdict(code === 0, certificate, 'by the certificate that was given')
}

/** What is signed of the programs in an unpacked installer for Windows; those of NSIS itself nobody signs. */
export async function checkProgramsInside(folder, keys) {
  const programs = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.exe$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('$PLUGINSDIR'))
  if (programs.length === 0) return { state: 'bad', detail: 'no program in it' }
  const withoutKey = await Promise.all(programs.map((file) => checkWindows(file, findKeys('', {}))))
  if (withoutKey.every(({ state }) => state === 'unsigned')) return withoutKey[0]
  for (const file of programs) {
    const found = await checkWindows(file, keys)
    if (found.state !== 'ok')
      return { state: 'bad', detail: `${path.basename(file)}: ${found.detail || 'not signed'}` }
  }
  return { state: 'ok', detail: 'by the certificate that was given' }
}

/** Takes the bundle out of a zip or dmg as a Mac does, so that what it was signed with is all there. */
async function withBundle(file, action) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-bundle-'))
  const isDisk = file.endsWith('.dmg')
  try {
    const made = isDisk
      ? await runTool('hdiutil', ['attach', '-nobrowse', '-readonly', '-mountpoint', folder, file])
      : await runTool('ditto', ['-x', '-k', file, folder])
    if (made.code !== 0) return { state: 'bad', detail: 'cannot be unpacked' }
    const name = fs.readdirSync(folder).find((one) => one.endsWith('.app'))
    return name === undefined
      ? { state: 'bad', detail: 'no program in it' }
      : await action(path.join(folder, name))
  } finally {
    if (isDisk) await runTool('hdiutil', ['detach', folder, '-force'])
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function checkBundle(bundle) {
  const { code, output } = await runTool('codesign', ['--verify', '--deep', '--strict', bundle])
  const unsigned = { state: 'unsigned', detail: '' }
  if (/not signed at all/.test(output)) return unsigned
  if (code !== 0) return { state: 'bad', detail: 'the signature does not belong to it' }
  const said = await runTool('codesign', ['--display', '--verbose=2', bundle])
  // A signature that names nobody, which a Mac with Apple silicon wants at least.
  if (/^Signature=adhoc$/m.test(said.output)) return unsigned
  const [, whose = ''] = /^Authority=(.*)$/m.exec(said.output) ?? []
  const stapled = await runTool('xcrun', ['stapler', 'validate', bundle])
  return stapled.code === 0
    ? { state: 'ok', detail: `${whose}, notarised (compare this with what you know)` }
    : { state: 'bad', detail: `by ${whose}, and not notarised: a Mac will not open it` }
}

function checkMac(file, { isMacElsewhere }) {
  if (process.platform === 'darwin') return withBundle(file, checkBundle)
  return isMacElsewhere
    ? { state: 'elsewhere', detail: 'left to a Mac, as asked' }
    : { state: 'not checked', detail: 'only a Mac can: there with --mac-signatures only' }
}

const ofMac = { check: 'signature (codesign, stapler)', run: checkMac }
const inFile = {
  '.deb': { check: 'signature (deb, gpg)', run: checkDeb },
  '.rpm': { check: 'signature (rpmkeys)', run: checkRpm },
  '.exe': { check: 'signature (osslsigncode)', run: checkWindows },
  '.msi': { check: 'signature (osslsigncode)', run: checkWindows },
  '.dmg': ofMac,
  '.zip': ofMac,
}

/** The check of the signature that an artefact bears in itself; undefined for kinds that bear none. */
export function signatureCheckOf(name) {
  return inFile[path.extname(name)]
}
