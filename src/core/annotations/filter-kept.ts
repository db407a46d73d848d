// Filters what the reader kept by the words that they type.
import type { KeptEdition } from './group-kept.ts'
import { aboutEdition, hasWords, soughtWords } from './find-kept.ts'

/**
 * The groups with the rows in which every typed word occurs. Searched are the record, the title, series and date of its edition, and
 * the item with its sources where its text is open.
 * @param months their names, as the reader types them
 */
export function filterKept(
  groups: readonly KeptEdition[],
  typed: string,
  months: readonly string[],
): readonly KeptEdition[] {
  const sought = soughtWords(typed)
  if (sought.length === 0) return groups
  return groups.flatMap((group) => {
    const about = aboutEdition(group, months)
    const rows = group.rows.filter(({ record, heading }) => {
      const words = group.known?.words.get(record.item)
      return hasWords([record], [about, heading, words].join(' '), sought)
    })
    return rows.length === 0 ? [] : [{ ...group, rows }]
  })
}
