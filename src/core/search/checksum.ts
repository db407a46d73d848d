/**
 * A checksum against damage and mix-ups, not against intent: FNV-1a over UTF-16 units, in two lanes with different
 * starts, as 16 hexadecimal digits.
 */
export function checksum(text: string): string {
  let one = 0x811c9dc5
  let other = 0x050c5d1f
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    // The second lane also takes in where a unit stands.
    other = Math.imul(other ^ (unit + index), 0x01000193)
  }
  return hexadecimal(one) + hexadecimal(other)
}

function hexadecimal(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
