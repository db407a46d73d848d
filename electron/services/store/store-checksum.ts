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
