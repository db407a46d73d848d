// Filters what the reader kept by the words that they type.
import { writtenDate } from '../citation/cite-item.ts'
import { fold } from '../dutch/fold.ts'
import { descriptionOf } from './kinds.ts'
import type { KeptEdition, KeptRow } from './group-kept.ts'

/**
 * The groups with the rows in which every typed word occurs, also inside longer words. Searched are the record, the title,
 * series and date of its edition, and the item with its sources where its text is open.
 * @param months their names, as the reader types them
 */
export function filterKept(
  groups: readonly KeptEdition[],
  typed: string,
  months: readonly string[],
): readonly KeptEdition[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return groups
  return groups.flatMap((group) => {
    const { title, known } = group
    const date = known?.date == null ? '' : writtenDate(known.date.value, months)
    const about = [title, known?.series, date].join(' ')
    const rows = group.rows.filter((row) => {
      const text = fold(`${about} ${wordsOf(row)} ${known?.words.get(row.record.item) ?? ''}`)
      return words.every((word) => text.includes(word))
    })
    return rows.length === 0 ? [] : [{ ...group, rows }]
  })
}

function wordsOf({ record, heading }: KeptRow): string {
  const { quote, context } = record
  const own = descriptionOf(record).ownText(record)
  return [heading, context?.title, context?.section, context?.item, quote, own].join(' ')
}
