// What the reader kept as tables of values with commas (RFC 4180).
import { stringify } from 'csv-stringify/sync'
import type { Annotation, KeptWord } from '#core/annotations/annotation'
import { tableColumns, tableRows } from '#core/annotations/annotation-table'
import { exportedWord, wordColumns } from '#core/annotations/export-words'
import type { EditionBundle } from '#core/edition/edition'

/**
 * With a byte order mark, by which spreadsheets know UTF-8. What a spreadsheet would take for a formula gets an apostrophe before it.
 */
const options = {
  ...{ bom: true, header: true, escape_formulas: true },
  record_delimiter: 'windows',
} as const

export function wordsCsv(words: readonly KeptWord[]): string {
  const rows = words
    .map(exportedWord)
    .map((word) => ({ ...word, sentence: word.sentence.join('') }))
  return stringify(rows, { ...options, columns: [...wordColumns] })
}

/** @param bundles the editions that are here; of others, a row has what its record remembers */
export function annotationsCsv(
  annotations: readonly Annotation[],
  bundles: readonly EditionBundle[],
  language: 'nl' | 'en',
): string {
  const rows = tableRows(annotations, bundles, language)
  return stringify([...rows], { ...options, columns: [...tableColumns(language)] })
}
