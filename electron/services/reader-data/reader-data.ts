// The reader's records in the store. A stored value that does not fit the schema is not read, and never deleted.
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as v from 'valibot'
import type { Annotation } from '#core/annotations/annotation'
import { isAnnotation, keyBeginnings } from '#core/annotations/kinds'
import type { Notice } from '#core/desktop/session'
import type { WriteOutcome } from '#core/desktop/transfer'
import { itemTextBeginning, itemTextKey, type ItemText } from '#core/reader-data/item-text'
import { versionsKey } from '#core/reader-data/note-versions'
import {
  readerRecordSchema,
  recordKey,
  type ReaderRecord,
  type Settings,
  defaultSettings,
} from '#core/reader-data/reader-record'
import type { StoreFinding } from '#core/reader-data/store-findings'
import type { ReaderDataStore } from './reader-data-store.ts'

export interface ReaderData {
  /** All but the texts of items, in the order in which they were first made. */
  records(): ReaderRecord[]
  /**
   * The same, read in steps of a few milliseconds, so that others have their turns: there may be ten thousand.
   * @param now the time in milliseconds
   */
  recordsInTurns(now?: () => number): Promise<ReaderRecord[]>
  /** What the first text of an edition needs: what is kept of it, and what is of no edition. In the same order. */
  recordsToStart(edition: string | null): ReaderRecord[]
  /** The ids of all editions of which there is an annotation or a read item. */
  editions(): readonly string[]
  /** Of one edition. */
  annotationsOf(edition: string): Annotation[]
  /** The texts of items of which something is kept, or was. */
  texts(): ItemText[]
  /** Null where none is kept. */
  textOf(edition: string, item: string): string | null
  settings(): Settings
  /** What the reader must know of the state in which the data was found. */
  notices(): Notice[]
  put(record: ReaderRecord): WriteOutcome
  /** All of them or, also when the power fails meanwhile, none. */
  putAll(records: readonly ReaderRecord[]): WriteOutcome
  remove(key: string): WriteOutcome
  close(): void
}

/** In milliseconds. */
const stepLength = 8

export function createReaderData(store: ReaderDataStore): ReaderData {
  /** What a stored value was read as, null where it fits no schema: ten thousand are not checked at each question. */
  const read = new WeakMap<object, ReaderRecord | null>()

  function readRecord(key: string, value: unknown): ReaderRecord | null {
    if (typeof value !== 'object' || value === null) return null
    const known = read.get(value)
    if (known !== undefined) return known
    const checked = v.safeParse(readerRecordSchema, value)
    const record = checked.success && recordKey(checked.output) === key ? checked.output : null
    read.set(value, record)
    return record
  }

  /** @param isWanted selects by key, before the value is parsed and checked */
  function readRecords(isWanted = isNoText): ReaderRecord[] {
    const entries = store.entries()
    return [...entries.keys()]
      .filter(isWanted)
      .flatMap((key) => readRecord(key, entries.get(key)) ?? [])
  }

  async function recordsInTurns(now = () => performance.now()): Promise<ReaderRecord[]> {
    const entries = store.entries()
    let began = now()
    for (const key of [...entries.keys()].filter(isNoText)) {
      readRecord(key, entries.get(key))
      if (now() - began < stepLength) continue
      await nextTurn()
      began = now()
    }
    // What was read is remembered, and what changed meanwhile is little.
    return readRecords()
  }

  function recordsToStart(edition: string | null): ReaderRecord[] {
    const keys = new Set([
      'settings',
      'searches',
      `place:${edition ?? ''}`,
      `read:${edition ?? ''}`,
    ])
    const annotations = edition === null ? [] : keyBeginnings(edition)
    const beginnings = annotations.flatMap((beginning) => [beginning, versionsKey(beginning)])
    return readRecords(
      (key) => keys.has(key) || beginnings.some((beginning) => key.startsWith(beginning)),
    )
  }

  function settings(): Settings | null {
    const record = readRecord('settings', store.entries().get('settings'))
    return record?.kind === 'settings' ? record : null
  }

  function annotationsOf(edition: string): Annotation[] {
    const beginnings = keyBeginnings(edition)
    return readRecords((key) => beginnings.some((beginning) => key.startsWith(beginning))).filter(
      (record) => isAnnotation(record),
    )
  }

  function texts(): ItemText[] {
    return readRecords((key) => !isNoText(key)).filter((record) => record.kind === 'text')
  }

  function textOf(edition: string, item: string): string | null {
    const key = itemTextKey({ edition, item })
    const record = readRecord(key, store.entries().get(key))
    return record?.kind === 'text' ? record.text : null
  }

  function editions(): readonly string[] {
    const named = readRecords().flatMap((record) =>
      isAnnotation(record) || record.kind === 'read' ? record.edition : [],
    )
    return [...new Set(named)]
  }

  function notices(): Notice[] {
    const broken = store.entries().has('settings') && settings() === null
    return [
      ...noticesOf(store.startFindings),
      ...(broken ? [{ kind: 'settings-unreadable' } as const] : []),
    ]
  }

  return {
    records: () => readRecords(),
    recordsInTurns,
    recordsToStart,
    editions,
    annotationsOf,
    texts,
    textOf,
    settings: () => settings() ?? defaultSettings,
    notices,
    put: (record) => toWriteOutcome(store.put(recordKey(record), record)),
    putAll: (records) =>
      toWriteOutcome(store.putAll(records.map((record) => [recordKey(record), record]))),
    remove: (key) => toWriteOutcome(store.remove(key)),
    close: () => store.close(),
  }
}

function isNoText(key: string): boolean {
  return !key.startsWith(itemTextBeginning)
}

/** Leaves out the detail, which is for logs. */
export function toWriteOutcome(outcome: ReturnType<ReaderDataStore['put']>): WriteOutcome {
  return outcome.ok ? outcome : { ok: false, reason: outcome.reason }
}

/** The findings as notices: one for all damaged files, and one for each other finding that matters to the reader. */
export function noticesOf(findings: readonly StoreFinding[]): Notice[] {
  const damaged: string[] = []
  const notices: Notice[] = []
  for (const finding of findings) {
    switch (finding.kind) {
      case 'damaged-journal-tail':
      case 'damaged-journal-lines':
      case 'damaged-snapshot':
      case 'damaged-backup':
      case 'unreadable-file':
        if (finding.isNew && finding.loss !== 'none') damaged.push(finding.file)
        break
      case 'missing-records':
        if (finding.loss !== 'none') damaged.push(finding.file)
        break
      case 'restored-from-backup':
        notices.push({ kind: 'data-restored-from-backup', files: [finding.file] })
        break
      case 'newer-format':
        notices.push({ kind: 'data-read-only', cause: 'newer-program' })
        break
      case 'locked-by-other':
        notices.push({ kind: 'data-read-only', cause: 'in-use' })
        break
      case 'read-only-folder':
      case 'folder-missing':
      case 'no-permission':
      case 'folder-unreadable':
        notices.push({ kind: 'data-read-only', cause: 'folder' })
    }
  }
  return damaged.length === 0 ? notices : [{ kind: 'data-damaged', files: damaged }, ...notices]
}
