// An item as it is quoted elsewhere: its text, and a line that says exactly where it comes from.
import { namesOnce } from '../sources/bare-name.ts'
import type { Edition, Item, Section } from '../edition/edition.ts'

/** The words of a citation; passed in, because the interface has two languages. */
export interface CitationWords {
  readonly section: string
  readonly item: string
  readonly source: string
  readonly sources: string
  readonly months: readonly string[]
}

export const dutchCitation: CitationWords = {
  section: 'rubriek',
  item: 'bericht',
  source: 'Bron',
  sources: 'Bronnen',
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

/** A date beside the title of an edition: null when the title has it already. Both as `writtenDate` gives them. */
export function dateBeside(title: string, written: string): string | null {
  const at = title.toLowerCase().indexOf(written.toLowerCase())
  const isThere = at !== -1 && !/\d/u.test(title.charAt(at - 1))
  return isThere ? null : written
}

/** Where an item stands. What is not known of it is left out of its citation. */
export interface CitedPlace {
  readonly series: string | null
  readonly title: string
  /** As the edition has it: `2024-07-05`, `2024-07` or `2024`. */
  readonly date: string | null
  readonly heading: string | null
  /** The item's number in the edition, from 1. */
  readonly number: number | null
  readonly sources: readonly string[]
}

/** The place of an item in its edition, as it is cited. */
export function citedPlace(
  edition: Edition,
  section: Section,
  item: Item,
  number: number,
): CitedPlace {
  const { series, title, date } = edition
  const { heading } = section
  return { series, title, date: date?.value ?? null, heading, number, sources: item.sources }
}

/** The edition itself, as its opening is cited. */
export function citedEdition({ series, title, date }: Edition): CitedPlace {
  return { series, title, date: date?.value ?? null, heading: null, number: null, sources: [] }
}

/** Series, edition, date, section, number and sources in one line. */
export function citationLine(place: CitedPlace, words: CitationWords): string {
  const { series, title, date, heading, number } = place
  const parts = [
    series,
    `‘${bare(title)}’`,
    date === null ? null : writtenDate(date, words.months),
    heading === null ? null : `${words.section} ‘${bare(heading)}’`,
    number === null ? null : `${words.item} ${String(number)}`,
  ].filter((part) => part !== null)
  const names = namesOnce(place.sources)
  const label = names.length === 1 ? words.source : words.sources
  const sources = names.length === 0 ? '' : ` ${label}: ${names.join(', ')}.`
  return `${parts.join(', ')}.${sources}`
}

/** A text of an item, or a part of it, and after a blank line where it comes from. */
export function citeText(text: string, place: CitedPlace, words: CitationWords): string {
  return `${text.trim()}\n\n${citationLine(place, words)}`
}

/** A title without quotation marks around the whole of it, so that the citation's own do not double them. */
function bare(title: string): string {
  return /^‘[^‘’]*’$/u.test(title) ? title.slice(1, -1) : title
}
