// A signature inside a deb, as debsigs writes it: one more member of the archive, over the contents of those before it.
import fs from 'node:fs'

const magic = '!<arch>\n'
const signatureName = '_gpgorigin'

/**
 * The members of an `ar` archive, in their order.
 * @param {Buffer} bytes
 * @returns {{ name: string, data: Buffer, at: number }[] | null} null for what is no such archive, to the last byte
 */
function readMembers(bytes) {
  if (bytes.subarray(0, magic.length).toString('latin1') !== magic) return null
  const members = []
  let at = magic.length
  while (at < bytes.length) {
    const header = bytes.subarray(at, at + 60).toString('latin1')
    const [, name, size] = /^(\S{1,16}) *[\d ]{32}(?<=^.{48})(\d+) *`\n$/.exec(header) ?? []
    if (name === undefined) return null
    const end = at + 60 + Number(size)
    if (end > bytes.length) return null
    members.push({ name: name.replace(/\/$/, ''), data: bytes.subarray(at + 60, end), at })
    at = end + (end % 2)
  }
  return members
}

/**
 * What a deb says and what it is signed with.
 * @param {string} file
 * @returns {{ signed: Buffer, signature: Buffer | null, end: number } | null} end: of what is signed, in the file; null for what is no deb
 */
export function readDebSignature(file) {
  const bytes = fs.readFileSync(file)
  const members = readMembers(bytes)
  if (members?.[0]?.name !== 'debian-binary') return null
  const last = members.at(-1)
  const isSigned = last.name === signatureName
  const contents = isSigned ? members.slice(0, -1) : members
  return {
    signed: Buffer.concat(contents.map(({ data }) => data)),
    signature: isSigned ? last.data : null,
    end: isSigned ? last.at : bytes.length,
  }
}

/** Writes a signature of `readDebSignature(file).signed` into a deb; one that it had makes room. */
export function setDebSignature(file, signature) {
  const header = `${signatureName.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(signature.length).padEnd(10)}\`\n`
  const padding = signature.length % 2 === 0 ? '' : '\n'
  fs.truncateSync(file, readDebSignature(file).end)
  fs.appendFileSync(file, Buffer.concat([Buffer.from(header), signature, Buffer.from(padding)]))
}
