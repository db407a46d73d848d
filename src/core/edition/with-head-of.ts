import type { Edition } from './edition.ts'

/** With series, number and date of the edition that it corrects, where it has none of its own; itself when that changes nothing. */
export function withHeadOf(edition: Edition, older: Edition): Edition {
  const series = edition.series ?? older.series
  const number = edition.number ?? older.number
  const date = edition.date ?? older.date
  const isSame = series === edition.series && number === edition.number && date === edition.date
  if (isSame) return edition
  return { ...edition, series, date, ...(number === undefined ? {} : { number }) }
}
