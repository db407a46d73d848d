// Exports what the reader made to a file, and imports it from one: all of it or nothing.
import fs from 'node:fs/promises'
import { isAnnotation } from '#core/annotations/kinds'
import { exportMarkdown } from '#core/annotations/markdown-export'
import type { ExportFormat, ExportOutcome, ImportOutcome } from '#core/desktop/transfer'
import type { Edition } from '#core/edition/edition'
import { readExportFile, writeExportFile } from '#core/reader-data/export-file'
import { mergeReaderData } from '#core/reader-data/merge-reader-data'
import type { ReaderData } from './reader-data.ts'
import { writeWhole } from '../program/write-whole.ts'

/** In bytes; a longer file is no export of ours. */
const maxImportBytes = 50 * 1024 * 1024

/** Exports everything but the reader's searches, which stay on this machine. */
export async function exportReaderData(
  data: ReaderData,
  options: {
    file: string
    format: ExportFormat
    /** Null for an edition that is no longer here. */
    findEdition: (id: string) => Promise<Edition | null>
    language: 'nl' | 'en'
    now: Date
  },
): Promise<ExportOutcome> {
  const { file, format, findEdition, language, now } = options
  const records = data.records().filter(({ kind }) => kind !== 'searches')
  if (format === 'json') return writeWhole(file, writeExportFile(records, now))
  const annotations = records.filter((record) => isAnnotation(record))
  const ids = new Set(annotations.map(({ edition }) => edition))
  const editions = await Promise.all([...ids].map(findEdition))
  const found = editions.filter((edition) => edition !== null)
  return writeWhole(file, exportMarkdown(annotations, { editions: found, language }))
}

/** Merges the records of an export with those that are here. Loses none of these, and a second import changes nothing. */
export async function importReaderData(data: ReaderData, file: string): Promise<ImportOutcome> {
  let text: string
  try {
    const found = await fs.stat(file)
    if (!found.isFile()) return { ok: false, reason: 'not-permitted' }
    if (found.size > maxImportBytes) return { ok: false, reason: 'too-large' }
    text = await fs.readFile(file, 'utf8')
  } catch {
    return { ok: false, reason: 'not-permitted' }
  }
  const read = readExportFile(text)
  if (!read.ok) {
    if (read.reason === 'newer-version') return { ok: false, reason: 'newer-version' }
    if (read.reason === 'too-large') return { ok: false, reason: 'too-large' }
    return { ok: false, reason: read.reason === 'not-ours' ? 'not-ours' : 'damaged' }
  }
  const { writes, added, merged, unchanged, tooLong } = mergeReaderData(
    data.records(),
    read.records,
  )
  const outcome = writes.length === 0 ? ({ ok: true } as const) : data.putAll(writes)
  return outcome.ok
    ? { ok: true, added, merged, unchanged, tooLong: tooLong.length, records: data.records() }
    : outcome
}
