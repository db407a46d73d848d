// An item as it is quoted elsewhere: its text, and a line that says exactly where it comes from.
import { namesOnce } from '../digest/sources/bare-name.ts'
import type { Edition, Item, Section } from '../edition/edition.ts'

/** The words of a citation; passed in, because the interface has two languages. */
export interface CitationWords {
  readonly section: string
  readonly item: string
  readonly source: string
  readonly sources: string
  readonly inferred: string
  readonly months: readonly string[]
}

export const dutchCitation: CitationWords = {
  section: 'rubriek',
  item: 'bericht',
  source: 'Bron',
  sources: 'Bronnen',
  inferred: 'datum afgeleid',
  months:
    'januari februari maart april mei juni juli augustus september oktober november december'.split(
      ' ',
    ),
}

export const englishCitation: CitationWords = {
  section: 'section',
  item: 'item',
  source: 'Source',
  sources: 'Sources',
  inferred: 'date inferred',
  months:
    'January February March April May June July August September October November December'.split(
      ' ',
    ),
}

/** A date as it is written in running text: `5 juli 2024`, `juli 2024` or `2024`. */
export function writtenDate(value: string, months: readonly string[]): string {
  const [year = '', month, day] = value.split('-')
  const name = month === undefined ? undefined : months[Number(month) - 1]
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ')
}

/**
 * The item's text and, after a blank line, series, edition, date, section, number and sources.
 * @param number the item's number in the edition, from 1
 */
export function citeItem(
  edition: Edition,
  section: Section,
  item: Item,
  number: number,
  words: CitationWords,
): string {
  const date = edition.date
  const written = date === null ? null : writtenDate(date.value, words.months)
  const place = [
    edition.series,
    `‘${bare(edition.title)}’`,
    written !== null && date?.inferred === true ? `${written} (${words.inferred})` : written,
    section.heading === null ? null : `${words.section} ‘${bare(section.heading)}’`,
    `${words.item} ${String(number)}`,
  ].filter((part) => part !== null)
  const names = namesOnce(item.sources)
  const label = names.length === 1 ? words.source : words.sources
  const sources = names.length === 0 ? '' : ` ${label}: ${names.join(', ')}.`
  return `${item.text.trim()}\n\n${place.join(', ')}.${sources}`
}

/** A title without quotation marks around the whole of it, so that the citation's own do not double them. */
function bare(title: string): string {
  return /^‘[^‘’]*’$/u.test(title) ? title.slice(1, -1) : title
}
