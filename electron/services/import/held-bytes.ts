// About how much memory a value takes.

/** Of a field, an entry of a list, or a number. */
const slotBytes = 16

/**
 * About how many bytes a value takes that has no circles: two for a letter, since one ‘quote’ makes the whole text so, and one for
 * each byte of a picture. What stands there twice counts twice.
 */
export function heldBytes(value: unknown): number {
  if (typeof value === 'string') return slotBytes + 2 * value.length
  if (value instanceof Uint8Array) return slotBytes + value.byteLength
  if (typeof value !== 'object' || value === null) return slotBytes
  let sum = slotBytes
  for (const one of Object.values(value)) sum += heldBytes(one)
  return sum
}
