// Finds the entries that a form may belong to.
import { formsOfEntry, type FormName } from './inflect.ts'
import type { WordEntry } from './word-entry.ts'

export interface FoundEntry {
  readonly entry: WordEntry
  /** Its place in the list, which is in the order of commonness in news; from 0. */
  readonly rank: number
  readonly name: FormName
  readonly isApart: boolean
}

export interface Dictionary {
  readonly size: number
  /** The entries with this form, as it is written; the most common first. */
  find(form: string): readonly FoundEntry[]
}

/**
 * Every form of every entry stands in one table. An entry of the table is a number, or a list of numbers where several entries share the
 * form: a place in `entries`. What the form is of its entry is worked out again when it is asked for.
 */
export function createDictionary(entries: readonly WordEntry[]): Dictionary {
  const table = new Map<string, number | number[]>()
  for (const [rank, entry] of entries.entries()) {
    for (const { form } of formsOfEntry(entry)) {
      const known = table.get(form)
      if (known === undefined) table.set(form, rank)
      else if (typeof known === 'number') table.set(form, [known, rank])
      else known.push(rank)
    }
  }
  function foundAt(rank: number, form: string): readonly FoundEntry[] {
    const entry = entries[rank]
    const inflected = entry && formsOfEntry(entry).find((one) => one.form === form)
    if (entry === undefined || inflected === undefined) return []
    const { name, isApart } = inflected
    return [{ entry, rank, name, isApart }]
  }
  return {
    size: entries.length,
    find: (form) => [table.get(form) ?? []].flat().flatMap((rank) => foundAt(rank, form)),
  }
}
