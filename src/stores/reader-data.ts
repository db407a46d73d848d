// What the reader made: shown at once, written right after, and put back when writing fails.
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { aboutItem } from '#core/annotations/about-item'
import type { AboutItem, Annotation, Bookmark, Highlight, Note } from '#core/annotations/annotation'
import { byKind, descriptionOf, isAnnotation } from '#core/annotations/kinds'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { PlacedItem } from '#core/edition/placed-item'
import { recordKey, type ReaderRecord, type ReadingPosition } from '#core/reader-data/reader-record'
import { removedKey } from '#core/reader-data/removed-record'
import { desktop } from '../desktop.ts'
import { useEditionStore } from './edition.ts'
import { useMessagesStore } from './messages.ts'
import { createNoteVersions } from './note-versions.ts'
import { createNoteWriting } from './note-writing.ts'
import { createReaderRecords } from './reader-records.ts'
import { createRemovedRecords } from './removed-records.ts'
import { createRestOfRecords } from './rest-of-records.ts'
import { patience } from '../patience.ts'

/** What is done with a record that cannot be written. What the program writes by itself is not worth a sentence. */
function whenUnwritten(record: ReaderRecord): 'withdraw' | 'retry' | 'let-go' {
  if (isAnnotation(record)) return descriptionOf(record).whenUnwritten(record)
  if (record.kind === 'question' || record.kind === 'removed') return 'withdraw'
  return record.kind === 'settings' ? 'retry' : 'let-go'
}

export const useReaderDataStore = defineStore('reader-data', () => {
  const editions = useEditionStore()
  const messages = useMessagesStore()
  const records = createReaderRecords()
  const { kept, remembered } = records
  const versions = createNoteVersions(records)
  const removed = createRemovedRecords(records)
  const rest = createRestOfRecords(records)
  const writes = new Set<Promise<unknown>>()
  /** Keys of what is shown but could not be written yet. */
  const unwritten = new Set<string>()
  let retryTimer: number | undefined

  const annotations = computed(() => byKind([...kept.value.values()]))
  const openEdition = computed(() => editions.edition?.id ?? '')

  const readItems = computed<ReadonlySet<string>>(() => readOf(openEdition.value))

  /** What the reader is called in what they keep from now on; empty for no name. */
  const author = computed(() => {
    const record = remembered.value.get('settings')
    return record?.kind === 'settings' ? record.author : ''
  })

  function readOf(edition: string): ReadonlySet<string> {
    const record = remembered.value.get(`read:${edition}`)
    return new Set(record?.kind === 'read' ? record.items : [])
  }

  const position = computed<ReadingPosition | null>(() => {
    const record = remembered.value.get(`place:${openEdition.value}`)
    return record?.kind === 'place' ? record : null
  })

  /** Takes what the store holds; what could not be written yet stays. */
  function load(loaded: readonly ReaderRecord[]): void {
    const waiting = records.all.value.filter((record) => unwritten.has(recordKey(record)))
    records.load([...loaded, ...waiting])
  }

  /** Waits for a write and says how it ended. */
  async function outcomeOf(outcome: Promise<WriteOutcome>): Promise<WriteOutcome> {
    writes.add(outcome)
    const result = await outcome.catch((): WriteOutcome => ({ ok: false, reason: 'failed' }))
    writes.delete(outcome)
    return result
  }

  /** Tells the reader how a change of theirs ended; all is well again only when nothing waits to be written. */
  function reportWrite(result: WriteOutcome): void {
    if (!result.ok || unwritten.size === 0) messages.showWriteOutcome(result)
    else void retryUnwritten()
  }

  /**
   * Shows a record at once and writes it.
   * @returns whether it was written
   */
  async function put(record: ReaderRecord): Promise<boolean> {
    const key = recordKey(record)
    const before = records.get(key)
    rest.touch(key)
    records.put(record)
    const back = versions.comeBack(key, record)
    if (back !== null) void put(back)
    const result = await outcomeOf(desktop.reader.put(record))
    const fallback = whenUnwritten(record)
    if (fallback === 'let-go') return result.ok
    if (result.ok) unwritten.delete(key)
    else if (fallback === 'retry') waitToWrite(key)
    else if (before === undefined) records.remove(key)
    else records.put(before)
    reportWrite(result)
    // Unless it was removed again meanwhile.
    if (result.ok && isAnnotation(record) && records.get(key) === record) void forget(key, record)
    return result.ok
  }

  function waitToWrite(key: string): void {
    unwritten.add(key)
    retryTimer ??= window.setInterval(() => void retryUnwritten(), patience.writingAgain)
  }

  /** Tries again what could not be written, as it is by now. */
  async function retryUnwritten(): Promise<void> {
    for (const key of unwritten) {
      const record = records.get(key)
      const result =
        record === undefined ? ({ ok: true } as const) : await outcomeOf(desktop.reader.put(record))
      if (!result.ok) return
      unwritten.delete(key)
    }
    window.clearInterval(retryTimer)
    retryTimer = undefined
    messages.showWriteOutcome({ ok: true })
  }

  /**
   * Removes a record, and keeps what the reader made aside for thirty days.
   * @param as what is kept aside, where that is not the record as it is by now; null for what the reader never meant to keep
   */
  async function remove(key: string, as?: Annotation | null): Promise<boolean> {
    const before = records.get(key)
    if (before === undefined) return true
    const aside = as === null ? null : removed.leave(key, as ?? before, versions.versionsOf(key))
    rest.touch(key)
    records.remove(key)
    unwritten.delete(key)
    const left = versions.leave(key, before)
    if (left !== null) void remove(left)
    // Written first: who is killed between has it twice, and never not at all.
    const isAside = aside === null || put(aside)
    const result = await outcomeOf(desktop.reader.remove(key))
    if (!result.ok) records.put(before)
    reportWrite(result)
    if (await isAside) return result.ok
    if (result.ok) void put(before)
    return false
  }

  /** What is back can be had back no more. */
  async function forget(key: string, record: Annotation): Promise<void> {
    const left = removed.without(key, record)
    if (left === undefined) return
    if (left === null) await remove(removedKey(key))
    else await put(left)
  }

  function about(placed: PlacedItem): AboutItem {
    if (editions.edition === null) throw new Error('an item is of an edition that is open')
    return aboutItem(editions.edition, placed, author.value)
  }

  function bookmarkOf(item: string, edition = openEdition.value): Bookmark | undefined {
    const record = kept.value.get(`bookmark:${edition}/${item}`)
    return record?.kind === 'bookmark' ? record : undefined
  }

  function noteOf(item: string): Note | undefined {
    return noteByKey(`note:${openEdition.value}/${item}`)
  }

  async function addBookmark(placed: PlacedItem, tags: readonly string[] = []): Promise<boolean> {
    const bare = { kind: 'bookmark', ...about(placed), created: now() } as const
    return put(tags.length === 0 ? bare : { ...bare, tags: [...tags] })
  }

  function noteByKey(key: string): Note | undefined {
    const record = kept.value.get(key)
    return record?.kind === 'note' ? record : undefined
  }

  function highlightByKey(key: string): Highlight | undefined {
    const record = kept.value.get(key)
    return record?.kind === 'highlight' ? record : undefined
  }

  /** @param edition that they are of: another one may be open by now */
  async function markRead(items: readonly string[], edition = openEdition.value): Promise<void> {
    const read = readOf(edition)
    const fresh = items.filter((item) => !read.has(item))
    if (fresh.length === 0 || edition === '') return
    await put({ kind: 'read', edition, items: [...read, ...fresh] })
  }

  /** As if they had never been on the screen. */
  async function markUnread(items: readonly string[]): Promise<void> {
    const left = [...readItems.value].filter((item) => !items.includes(item))
    if (left.length === readItems.value.size) return
    await put({ kind: 'read', edition: openEdition.value, items: left })
  }

  /** Writes what waits, as far as that is possible now. */
  async function flush(): Promise<void> {
    if (unwritten.size > 0) await retryUnwritten()
    await settled()
  }

  /** Waits until nothing is being written any more, and those who waited for it know. An act may write several records. */
  async function settled(): Promise<void> {
    while (writes.size > 0) {
      await Promise.allSettled([...writes])
      await new Promise((resolve) => setTimeout(resolve))
    }
  }

  const writing = createNoteWriting({ noteByKey, highlightByKey, put, author: () => author.value })

  return {
    /** All of them. */
    records: records.all,
    kept,
    remembered,
    annotations,
    author,
    readItems,
    position,
    load,
    whole: rest.whole,
    put,
    remove,
    forget,
    about,
    bookmarkOf,
    noteOf,
    noteByKey,
    highlightByKey,
    versionsOf: versions.versionsOf,
    ...writing,
    addBookmark,
    markRead,
    markUnread,
    flush,
    settled,
  }
})

function now(): string {
  return new Date().toISOString()
}
