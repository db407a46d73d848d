// What the reader made: shown at once, written right after, and put back when writing fails.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { quoteOf, type Bookmark, type Note } from '#core/annotations/annotation'
import { descriptionOf, isAnnotation, ofEachKind } from '#core/annotations/kinds'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { PlacedItem } from '#core/edition/placed-item'
import { recordKey, type ReaderRecord, type ReadingPosition } from '#core/reader-data/reader-record'
import { desktop } from '../desktop.ts'
import { useEditionStore } from './edition.ts'
import { useMessagesStore } from './messages.ts'

/** How often what could not be written is tried again, in milliseconds. */
const retryEvery = 3_000
/** What is done with a record that cannot be written. What the program writes by itself is not worth a sentence. */
function whenUnwritten(record: ReaderRecord): 'withdraw' | 'retry' | 'let-go' {
  if (isAnnotation(record)) return descriptionOf(record).whenUnwritten
  return record.kind === 'settings' ? 'retry' : 'let-go'
}

export const useReaderDataStore = defineStore('reader-data', () => {
  const editions = useEditionStore()
  const messages = useMessagesStore()
  /** In the order in which the records were first made. */
  const records = shallowRef<ReadonlyMap<string, ReaderRecord>>(new Map())
  const writing = new Set<Promise<unknown>>()
  /** Where a removed record stood: that very record comes back there, and a new one of its item goes last. */
  const removedFrom = new WeakMap<ReaderRecord, number>()
  /** Keys of what is shown but could not be written yet. */
  const unwritten = new Set<string>()
  let retryTimer: number | undefined

  const annotations = computed(() => {
    const all = [...records.value.values()].filter((record) => isAnnotation(record))
    return ofEachKind((kind) => all.filter((one) => one.kind === kind))
  })
  const openEdition = computed(() => editions.edition?.id ?? '')

  const readItems = computed<ReadonlySet<string>>(() => readOf(openEdition.value))

  function readOf(edition: string): ReadonlySet<string> {
    const record = records.value.get(`read:${edition}`)
    return new Set(record?.kind === 'read' ? record.items : [])
  }

  const position = computed<ReadingPosition | null>(() => {
    const record = records.value.get(`place:${openEdition.value}`)
    return record?.kind === 'place' ? record : null
  })

  /** Takes what the store holds; what could not be written yet stays. */
  function load(loaded: readonly ReaderRecord[]): void {
    const waiting = [...records.value].filter(([key]) => unwritten.has(key))
    records.value = new Map([
      ...loaded.map((record) => [recordKey(record), record] as const),
      ...waiting,
    ])
  }

  /** Replaces one record in memory; undefined removes it. */
  function replace(key: string, record: ReaderRecord | undefined): void {
    const before = records.value.get(key)
    const next = new Map(records.value)
    if (record !== undefined) {
      const index = before === undefined ? removedFrom.get(record) : undefined
      if (index === undefined) next.set(key, record)
      else {
        records.value = new Map([...next].toSpliced(index, 0, [key, record]))
        return
      }
    } else if (before !== undefined) {
      removedFrom.set(before, [...next.keys()].indexOf(key))
      next.delete(key)
    }
    records.value = next
  }

  /** Waits for a write and says how it ended. */
  async function outcomeOf(outcome: Promise<WriteOutcome>): Promise<WriteOutcome> {
    writing.add(outcome)
    const result = await outcome.catch((): WriteOutcome => ({ ok: false, reason: 'failed' }))
    writing.delete(outcome)
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
    const before = records.value.get(key)
    replace(key, record)
    const result = await outcomeOf(desktop.reader.put(record))
    const fallback = whenUnwritten(record)
    if (fallback === 'let-go') return result.ok
    if (result.ok) unwritten.delete(key)
    else if (fallback === 'withdraw') replace(key, before)
    else waitToWrite(key)
    reportWrite(result)
    return result.ok
  }

  function waitToWrite(key: string): void {
    unwritten.add(key)
    retryTimer ??= window.setInterval(() => void retryUnwritten(), retryEvery)
  }

  /** Tries again what could not be written, as it is by now. */
  async function retryUnwritten(): Promise<void> {
    for (const key of unwritten) {
      const record = records.value.get(key)
      const result =
        record === undefined ? ({ ok: true } as const) : await outcomeOf(desktop.reader.put(record))
      if (!result.ok) return
      unwritten.delete(key)
    }
    window.clearInterval(retryTimer)
    retryTimer = undefined
    messages.showWriteOutcome({ ok: true })
  }

  async function remove(key: string): Promise<boolean> {
    const before = records.value.get(key)
    if (before === undefined) return true
    replace(key, undefined)
    unwritten.delete(key)
    const result = await outcomeOf(desktop.reader.remove(key))
    if (!result.ok) replace(key, before)
    reportWrite(result)
    return result.ok
  }

  /** What an annotation remembers of its item. */
  function about(placed: PlacedItem) {
    return {
      edition: openEdition.value,
      item: placed.item.id,
      quote: quoteOf(placed.item.text),
      context: {
        title: editions.edition?.title ?? '',
        section: placed.section.heading,
        number: placed.number,
        ...(placed.item.title === null ? {} : { item: placed.item.title }),
      },
    }
  }

  function bookmarkOf(item: string): Bookmark | undefined {
    const record = records.value.get(`bookmark:${openEdition.value}/${item}`)
    return record?.kind === 'bookmark' ? record : undefined
  }

  function noteOf(item: string): Note | undefined {
    return noteByKey(`note:${openEdition.value}/${item}`)
  }

  async function addBookmark(placed: PlacedItem): Promise<void> {
    await put({ kind: 'bookmark', ...about(placed), created: now() })
  }

  function noteByKey(key: string): Note | undefined {
    const record = records.value.get(key)
    return record?.kind === 'note' ? record : undefined
  }

  /** Keeps what was typed, also when that is nothing: the note goes when its editor closes. */
  async function putNote(of: ReturnType<typeof about>, text: string): Promise<boolean> {
    const before = noteByKey(`note:${of.edition}/${of.item}`)
    if (before === undefined && text.trim() === '') return true
    const created = before?.created ?? now()
    return put({ ...before, kind: 'note', ...of, text, created, changed: now() })
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
    await Promise.allSettled([...writing])
  }

  return {
    records,
    annotations,
    readItems,
    position,
    load,
    put,
    remove,
    about,
    bookmarkOf,
    noteOf,
    noteByKey,
    addBookmark,
    putNote,
    markRead,
    markUnread,
    flush,
  }
})

function now(): string {
  return new Date().toISOString()
}
