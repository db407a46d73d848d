// What the reader kept, narrowed to the words that they type.
import { fold } from '../dutch/fold.ts'
import type { KeptEdition, KeptRow } from './group-kept.ts'

/**
 * The groups with the rows that have every word of what was typed, in any part of a word: in the first words of the item, the
 * reader's note, or the titles above it.
 */
export function filterKept(groups: readonly KeptEdition[], typed: string): readonly KeptEdition[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return groups
  return groups.flatMap((group) => {
    const titles = `${group.title} ${group.known?.series ?? ''}`
    const rows = group.rows.filter((row) => {
      const text = fold(`${titles} ${wordsOf(row)}`)
      return words.every((word) => text.includes(word))
    })
    return rows.length === 0 ? [] : [{ ...group, rows }]
  })
}

function wordsOf({ record, heading }: KeptRow): string {
  const note = record.kind === 'note' ? record.text : ''
  return `${heading ?? ''} ${record.quote} ${note}`
}
