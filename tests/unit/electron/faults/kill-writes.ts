// The writes of the processes that are killed: each follows from its number, so that the test knows them too.
import type { Write } from './reference-store.ts'

/** A new day, and with it a backup, after so many writes. */
export const killWritesPerDay = 25

export function killWrite(number: number): Write {
  const key = (step: number): string => `note:${(number * 7 + step) % 60}`
  const value = { kind: 'note', number, text: 'notitie '.repeat(number % 40) }
  if (number % 11 === 5) return { kind: 'remove', key: key(0) }
  if (number % 13 !== 7) return { kind: 'put', key: key(0), value }
  return { kind: 'putAll', entries: [0, 1, 2, 3].map((step) => [key(step), { ...value, step }]) }
}
