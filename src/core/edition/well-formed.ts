/**
 * Whether every text in a value of JSON can be stored, shown and compared: without NUL, and without half of a pair of surrogates.
 */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return !/\p{Cs}/u.test(value) && !value.includes('\0')
  return typeof value !== 'object' || value === null || Object.values(value).every(isWellFormed)
}
