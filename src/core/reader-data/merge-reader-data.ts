// An import brings records of another place or time into what is here. Nothing the reader wrote is given up for it, and the
// same file a second time changes nothing.
import type { Annotation } from '../annotations/annotation.ts'
import {
  countAnnotations,
  descriptionOf,
  isAnnotation,
  isTagged,
  type AnnotationCounts,
} from '../annotations/kinds.ts'
import { countTags } from '../annotations/tags.ts'
import { mergeItemTexts } from './item-text.ts'
import { mergeQuestions } from './kept-question.ts'
import { mostForms, type SeriesForm } from '../series/series-form.ts'
import { mostReadItems, recordKey, type ReaderRecord, type ReadItems } from './reader-record.ts'

export interface ImportCounts {
  readonly annotations: AnnotationCounts
  /** Highlights with a note of the reader's. */
  readonly passageNotes: number
  /** Different tags of all annotations. */
  readonly tags: number
  /** Editions of which items were read. */
  readonly read: number
  /** Questions that were kept. */
  readonly questions: number
  /** Series of which something was learnt. */
  readonly series: number
}

export interface ReaderDataMerge {
  /** The records to put; what is not among them stays as it is. */
  readonly writes: readonly ReaderRecord[]
  readonly added: ImportCounts
  /** Records that are now more than they were. */
  readonly merged: ImportCounts
  readonly unchanged: ImportCounts
  /** Imported annotations that would be too long together with those that are here, which stay as they are. */
  readonly tooLong: readonly Annotation[]
}

/**
 * Merges imported records into existing ones: annotations and questions as their kind says, and read items as one set. Of two texts
 * of an item the longer stays, and of what was learnt of a series the newest. Reading positions, settings and searches of an
 * import are another machine's business and are ignored.
 */
export function mergeReaderData(
  existing: Iterable<ReaderRecord>,
  imported: Iterable<ReaderRecord>,
): ReaderDataMerge {
  const before = new Map(Array.from(existing, (record) => [recordKey(record), record]))
  const after = new Map<string, ReaderRecord>()
  const tooLong: Annotation[] = []
  for (const record of imported) {
    const key = recordKey(record)
    const present = after.get(key) ?? before.get(key)
    if (isAnnotation(record)) {
      const merged =
        present !== undefined && isAnnotation(present)
          ? descriptionOf(present).merge(present, record)
          : record
      if (merged === 'too-long') tooLong.push(record)
      else after.set(key, merged)
    } else if (record.kind === 'read')
      after.set(key, present?.kind === 'read' ? uniteItems(present, record) : record)
    else if (record.kind === 'question')
      after.set(key, present?.kind === 'question' ? mergeQuestions(present, record) : record)
    else if (record.kind === 'form')
      after.set(key, present?.kind === 'form' ? newestOf(present, record) : record)
    else if (record.kind === 'text')
      after.set(key, present?.kind === 'text' ? mergeItemTexts(present, record) : record)
  }
  keepFormsWithin(before, after)
  const all = [...after]
  const changed = all.filter(([key, record]) => record !== before.get(key))
  return {
    writes: changed.map(([, record]) => record),
    added: countRecords(changed.filter(([key]) => !before.has(key))),
    merged: countRecords(changed.filter(([key]) => before.has(key))),
    unchanged: countRecords(all.filter(([key, record]) => record === before.get(key))),
    tooLong,
  }
}

function countRecords(entries: readonly (readonly [string, ReaderRecord])[]): ImportCounts {
  const records = entries.map(([, record]) => record)
  const annotations = records.filter((record) => isAnnotation(record))
  return {
    annotations: countAnnotations(annotations),
    passageNotes: annotations.filter((one) => one.kind === 'highlight' && one.note !== undefined)
      .length,
    tags: countTags(annotations.filter(isTagged)).length,
    read: records.filter(({ kind }) => kind === 'read').length,
    questions: records.filter(({ kind }) => kind === 'question').length,
    series: records.filter(({ kind }) => kind === 'form').length,
  }
}

/** Of forms of further series only the newest come in, as many as there is room for: none that is here gives way. */
function keepFormsWithin(
  before: ReadonlyMap<string, ReaderRecord>,
  after: Map<string, ReaderRecord>,
): void {
  const present = [...before.values()].filter(({ kind }) => kind === 'form').length
  const added = [...after]
    .flatMap(([key, record]) => (record.kind === 'form' && !before.has(key) ? [record] : []))
    .sort((one, other) => Date.parse(other.changed) - Date.parse(one.changed))
  for (const form of added.slice(Math.max(0, mostForms - present))) after.delete(recordKey(form))
}

/** What was learnt last; of what was learnt at once always the same one, whichever came first. */
function newestOf(present: SeriesForm, imported: SeriesForm): SeriesForm {
  const later = Date.parse(imported.changed) - Date.parse(present.changed)
  if (later !== 0) return later > 0 ? imported : present
  return JSON.stringify(imported) > JSON.stringify(present) ? imported : present
}

/** Gives `present` itself when nothing is to be added to it. */
function uniteItems(present: ReadItems, imported: ReadItems): ReadItems {
  const items = [...new Set([...present.items, ...imported.items])].slice(0, mostReadItems)
  return items.length > present.items.length ? { ...imported, ...present, items } : present
}
