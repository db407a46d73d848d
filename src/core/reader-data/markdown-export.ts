// placeholder, to be replaced
import type { ReaderRecord } from './reader-record.ts'
import type { Edition } from '../edition/edition.ts'
export function exportMarkdown(records: readonly ReaderRecord[], _o: { editions: readonly Edition[]; language: 'nl'|'en' }): string { return String(records.length) }
