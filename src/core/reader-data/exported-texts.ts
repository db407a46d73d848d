// Texts of items in an export file. There each hangs on the first annotation of its item, as a field `text` of its context: a program
// that knows no texts keeps it there, and would refuse a record of a kind that it does not know.
import * as v from 'valibot'
import { isAnnotation } from '../annotations/kinds.ts'
import { heldTextSchema, itemTextKey } from './item-text.ts'
import type { ReaderRecord } from './reader-record.ts'

/** So many characters of texts go out in one file, which must not become too long to be read back. */
const mostLetters = 15_000_000

/** A text of which no annotation goes along stays here. */
export function hangTexts(records: readonly ReaderRecord[]): readonly ReaderRecord[] {
  const texts = new Map<string, string>()
  for (const record of records)
    if (record.kind === 'text') texts.set(itemTextKey(record), record.text)
  let letters = 0
  return records.flatMap((record) => {
    if (record.kind === 'text') return []
    if (!isAnnotation(record) || record.context === undefined) return record
    const key = itemTextKey(record)
    const text = texts.get(key)
    if (text === undefined || letters + text.length > mostLetters) return record
    letters += text.length
    texts.delete(key)
    return { ...record, context: { ...record.context, text } }
  })
}

/** The reverse: texts are records of their own again. */
export function takeTexts(records: readonly ReaderRecord[]): readonly ReaderRecord[] {
  return records.flatMap((record) => {
    if (!isAnnotation(record) || record.context === undefined) return record
    const { text, ...context } = record.context
    if (!v.is(heldTextSchema, text)) return record
    const { edition, item } = record
    return [
      { ...record, context },
      { kind: 'text', edition, item, text },
    ]
  })
}
