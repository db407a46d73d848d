import { createHash } from 'node:crypto'
import { allAtOnce, type Steps } from '#core/steps'

/** Hexadecimal digits of a checksum as it stands in the store's files. */
export const checksumLength = 16

/**
 * The first 64 bits of SHA-256 in lower-case hexadecimal: enough to find damage, not to stop an attacker.
 * @param context hashed first, so that the same bytes in another place have another checksum
 */
export function checksum(bytes: Uint8Array, context = ''): string {
  return createHash('sha256').update(context).update(bytes).digest('hex').slice(0, checksumLength)
}

const lineLength = '\n#'.length + checksumLength + '\n'.length

/** The parts of a body one after the other, and a last line with its checksum, such as `#9f86d081884c7d65`. */
export function withChecksumLine(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat([...parts, allAtOnce(checksumLineSteps(parts))])
}

/** The last line of a file with these parts, in steps. */
export function* checksumLineSteps(parts: readonly Uint8Array[]): Steps<Buffer> {
  const hash = createHash('sha256')
  for (const part of parts) {
    hash.update(part)
    yield part.byteLength
  }
  return Buffer.from(`\n#${hash.digest('hex').slice(0, checksumLength)}\n`)
}

/** The body without the checksum line; null when they do not agree. */
export function checkedBody(bytes: Buffer): Buffer | null {
  const body = bytes.subarray(0, Math.max(0, bytes.byteLength - lineLength))
  return bytes.toString('latin1', body.byteLength) === `\n#${checksum(body)}\n` ? body : null
}
