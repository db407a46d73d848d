// Exports what the reader made to a file, and imports it from one: all of it or nothing.
import fs from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { exportAnki } from '#core/annotations/export-words'
import { byKind, isAnnotation } from '#core/annotations/kinds'
import { exportMarkdown } from '#core/annotations/markdown-export'
import { exportMarkdownFolder } from '#core/annotations/markdown-folder'
import { exportWebAnnotations } from '#core/annotations/web-annotations'
import type {
  ExportFormat,
  ExportOutcome,
  ExportCounts,
  ImportReading,
  MergeOutcome,
} from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import type { ReasonOf } from '#core/outcome'
import { readExportFile, writeExportFile } from '#core/reader-data/export-file'
import { itemTextKey } from '#core/reader-data/item-text'
import { mergeReaderData } from '#core/reader-data/merge-reader-data'
import { recordKey, type ReaderRecord } from '#core/reader-data/reader-record'
import type { ReaderData } from './reader-data.ts'
import { annotationsCsv, wordsCsv } from './csv-tables.ts'
import { writeMarkdownFiles } from './markdown-files.ts'
import { writeWhole } from '../program/write-whole.ts'

/** In bytes; a longer file is no export of ours. */
const maxImportBytes = 50 * 1024 * 1024

/** What stays on this machine: what was looked for, what notes said before, and what was removed. */
const staying: ReadonlySet<string> = new Set([
  'searches',
  'versions',
  'removed',
] satisfies ReaderRecord['kind'][])

export interface ExportOptions {
  /** The folder, where the export is one. */
  readonly file: string
  readonly format: ExportFormat
  /** Of the annotations that go along; null for all that is there. */
  readonly keys: readonly string[] | null
  /** Null for an edition that is no longer here. */
  readonly findEdition: (id: string) => Promise<EditionBundle | null>
  readonly language: 'nl' | 'en'
  readonly now: Date
  readonly report: (progress: ExportCounts) => void
  /** Ends it before anything is in place. */
  readonly signal: AbortSignal
}

/** Exports everything but what stays on this machine. */
export async function exportReaderData(
  data: ReaderData,
  options: ExportOptions,
): Promise<ExportOutcome> {
  const { file, format, language, now, report, signal } = options
  const keys = options.keys === null ? null : new Set(options.keys)
  const records = data
    .records()
    .filter((record) => !staying.has(record.kind) && (keys?.has(recordKey(record)) ?? true))
  if (format === 'json')
    return writeWhole(file, writeExportFile([...records, ...data.texts()], now), signal)
  const annotations = records.filter((record) => isAnnotation(record))
  const words = byKind(annotations).word
  if (format === 'anki') return writeWhole(file, exportAnki(words), signal)
  if (format === 'words-csv') return writeWhole(file, wordsCsv(words), signal)
  if (format === 'web-annotations')
    return writeWhole(file, exportWebAnnotations(annotations), signal)
  const ids = new Set(annotations.map(({ edition }) => edition))
  const found = await readEditions([...ids], options)
  if (signal.aborted) return { ok: false, reason: 'cancelled' }
  if (format === 'csv')
    return writeWhole(file, annotationsCsv(annotations, found, language), signal)
  const texts = new Map(data.texts().map((one) => [itemTextKey(one), one.text]))
  const markdown = { bundles: found, texts, language }
  if (format === 'markdown-folder') {
    // A file that is there already holds all that is kept of its edition: a choice must not take the rest out of it.
    const whole = [...ids].flatMap((id) => data.annotationsOf(id))
    return writeMarkdownFiles(file, exportMarkdownFolder(whole, markdown), {
      report,
      signal,
    })
  }
  return writeWhole(file, exportMarkdown(annotations, markdown), signal)
}

/** One after the other, and with turns for the window between them. */
async function readEditions(
  ids: readonly string[],
  { findEdition, report, signal }: Pick<ExportOptions, 'findEdition' | 'report' | 'signal'>,
): Promise<readonly EditionBundle[]> {
  const found: EditionBundle[] = []
  for (const [done, id] of ids.entries()) {
    if (signal.aborted) return found
    report({ done, all: ids.length, of: 'editions' })
    const edition = await findEdition(id)
    if (edition !== null) found.push(edition)
    await nextTurn()
  }
  return found
}

function allOf(data: ReaderData): readonly ReaderRecord[] {
  return [...data.records(), ...data.texts()]
}

/** What a file of an export holds, and what it would bring; nothing is written. */
export async function readImport(
  data: ReaderData,
  file: string,
): Promise<{ readonly reading: ImportReading; readonly records: readonly ReaderRecord[] }> {
  const refused = (reason: ReasonOf<ImportReading>) =>
    ({ reading: { ok: false, reason }, records: [] }) as const
  let text: string
  try {
    const found = await fs.stat(file)
    if (!found.isFile()) return refused('not-permitted')
    if (found.size > maxImportBytes) return refused('too-large')
    text = await fs.readFile(file, 'utf8')
  } catch {
    return refused('not-permitted')
  }
  const read = readExportFile(text)
  if (!read.ok)
    return refused(
      read.reason === 'damaged-record' || read.reason === 'too-deep' ? 'damaged' : read.reason,
    )
  const { exported, records } = read
  const { added, merged, unchanged, tooLong } = mergeReaderData(allOf(data), records)
  const preview = {
    ...{ name: path.basename(file), exported, added, merged, unchanged },
    tooLong: tooLong.length,
  }
  return { reading: { ok: true, preview }, records }
}

/** Merges records with those that are here. Loses none of these, and the same a second time changes nothing. */
export function mergeImport(data: ReaderData, records: readonly ReaderRecord[]): MergeOutcome {
  const { writes } = mergeReaderData(allOf(data), records)
  const outcome = writes.length === 0 ? ({ ok: true } as const) : data.putAll(writes)
  return outcome.ok ? { ok: true, records: data.records() } : outcome
}
