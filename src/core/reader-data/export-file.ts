// The file in which a reader takes their data along, as JSON. It is read back strictly: anyone may have written it by then.
import * as v from 'valibot'
import { hangTexts, takeTexts } from './exported-texts.ts'
import { readerRecordSchema, type ReaderRecord } from './reader-record.ts'

export type ExportFileReading =
  | { readonly ok: true; readonly exported: string; readonly records: readonly ReaderRecord[] }
  | {
      readonly ok: false
      readonly reason: 'too-large' | 'not-ours' | 'web-annotations' | 'too-deep'
    }
  /** It begins as an export does, but the rest is no JSON: it was cut off or overwritten. */
  | { readonly ok: false; readonly reason: 'damaged' }
  | { readonly ok: false; readonly reason: 'newer-version'; readonly version: number }
  /** `index`: which of the records, counted from 0. */
  | { readonly ok: false; readonly reason: 'damaged-record'; readonly index: number }

const formatName = 'leeslamp-reader-data'
/** The newest that is read. */
const formatVersion = 2
/** Of a file without forms of series, so that a program which knows none reads it. */
const versionWithoutForms = 1
const maxLength = 50 * 1024 * 1024
const maxDepth = 32

/** How an export begins, as it is written here. */
const exportBeginning = /^\s*\{\s*"format":\s*"leeslamp-reader-data"/

const headSchema = v.object({
  format: v.literal(formatName),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

const fileSchema = v.strictObject({
  format: v.literal(formatName),
  version: v.picklist([versionWithoutForms, formatVersion]),
  exported: v.pipe(v.string(), v.isoTimestamp()),
  records: v.array(v.unknown()),
})

/** The text of an export file, in UTF-8 to be written as it is. */
export function writeExportFile(records: readonly ReaderRecord[], exported: Date): string {
  const file: v.InferOutput<typeof fileSchema> = {
    format: formatName,
    version: records.some(({ kind }) => kind === 'form') ? formatVersion : versionWithoutForms,
    exported: exported.toISOString(),
    records: [...hangTexts(records)],
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads an export file. Text of more than 50 million characters or 32 levels is refused before it is taken apart. */
export function readExportFile(text: string): ExportFileReading {
  if (text.length > maxLength) return { ok: false, reason: 'too-large' }
  if (isDeeperThan(text, maxDepth)) return { ok: false, reason: 'too-deep' }
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, reason: exportBeginning.test(text) ? 'damaged' : 'not-ours' }
  }
  const head = v.safeParse(headSchema, content)
  if (!head.success)
    return { ok: false, reason: isWebAnnotations(content) ? 'web-annotations' : 'not-ours' }
  const { version } = head.output
  if (version > formatVersion) return { ok: false, reason: 'newer-version', version }
  const file = v.safeParse(fileSchema, content)
  if (!file.success) return { ok: false, reason: 'not-ours' }
  const records: ReaderRecord[] = []
  for (const [index, record] of file.output.records.entries()) {
    const read = v.safeParse(readerRecordSchema, record)
    if (!read.success) return { ok: false, reason: 'damaged-record', index }
    records.push(read.output)
  }
  return { ok: true, exported: file.output.exported, records: takeTexts(records) }
}

/** Whether it names the vocabulary of W3C Web Annotations, which other programs write. */
function isWebAnnotations(content: unknown): boolean {
  const named = v.safeParse(v.looseObject({ '@context': v.unknown() }), content)
  const contexts = named.success ? [named.output['@context']].flat() : []
  return contexts.some((one) => /^https?:\/\/www\.w3\.org\/ns\/anno\.jsonld$/u.test(String(one)))
}

/** Counts brackets outside strings, without a call a level; for text that is no JSON the answer is of no consequence. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let isInString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (isInString) {
      if (character === '\\') index += 1
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth > limit) return true
  }
  return false
}
