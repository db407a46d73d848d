import { createHash } from 'node:crypto'

/** Hexadecimal digits of a checksum as it stands in the store's files. */
export const checksumLength = 16

/**
 * The first 64 bits of SHA-256, in lower-case hexadecimal: against damage, not against an attacker.
 * `context` is hashed first, so that the same bytes found in another place do not pass.
 */
export function checksum(bytes: Uint8Array, context = ''): string {
  return createHash('sha256').update(context).update(bytes).digest('hex').slice(0, checksumLength)
}

const lineLength = '\n#'.length + checksumLength + '\n'.length

/** The bytes of a file whose last line, `#9f86d081884c7d65`, tells whether what stands before it is whole. */
export function withChecksumLine(body: Uint8Array): Buffer {
  return Buffer.concat([body, Buffer.from(`\n#${checksum(body)}\n`)])
}

/** What stands before the checksum line; null when a byte of either is not what was written. */
export function checkedBody(bytes: Buffer): Buffer | null {
  const body = bytes.subarray(0, Math.max(0, bytes.byteLength - lineLength))
  return bytes.toString('latin1', body.byteLength) === `\n#${checksum(body)}\n` ? body : null
}
