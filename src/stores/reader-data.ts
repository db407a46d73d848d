// What the reader made: shown at once, written right after, and put back when writing fails.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { WriteOutcome } from '#core/desktop-api'
import { firstWords } from '#core/edition/edition'
import {
  recordKey,
  type Bookmark,
  type Note,
  type Place,
  type ReaderRecord,
} from '#core/reader-data/reader-record'
import { desktop } from '../desktop.ts'
import { useEditionStore, type PlacedItem } from './edition.ts'
import { useMessagesStore } from './messages.ts'

export const useReaderDataStore = defineStore('reader-data', () => {
  const editions = useEditionStore()
  const messages = useMessagesStore()
  /** In the order in which the records were first made. */
  const records = shallowRef<ReadonlyMap<string, ReaderRecord>>(new Map())
  const writing = new Set<Promise<unknown>>()

  const bookmarks = computed(() => ofKind('bookmark'))
  const notes = computed(() => ofKind('note'))
  const openEdition = computed(() => editions.edition?.id ?? '')

  const readItems = computed<ReadonlySet<string>>(() => {
    const record = records.value.get(`read:${openEdition.value}`)
    return new Set(record?.kind === 'read' ? record.items : [])
  })

  const place = computed<Place | null>(() => {
    const record = records.value.get(`place:${openEdition.value}`)
    return record?.kind === 'place' ? record : null
  })

  function ofKind<Kind extends ReaderRecord['kind']>(
    kind: Kind,
  ): readonly Extract<ReaderRecord, { kind: Kind }>[] {
    return [...records.value.values()].filter(
      (record): record is Extract<ReaderRecord, { kind: Kind }> => record.kind === kind,
    )
  }

  function load(loaded: readonly ReaderRecord[]): void {
    records.value = new Map(loaded.map((record) => [recordKey(record), record]))
  }

  /** Replaces one record in memory; undefined removes it. */
  function replace(key: string, record: ReaderRecord | undefined): void {
    const next = new Map(records.value)
    if (record === undefined) next.delete(key)
    else next.set(key, record)
    records.value = next
  }

  /** Writes a change; when that fails the reader is told, and what they typed stays on the screen. */
  async function write(outcome: Promise<WriteOutcome>): Promise<boolean> {
    writing.add(outcome)
    const result = await outcome.catch((): WriteOutcome => ({ ok: false, reason: 'failed' }))
    writing.delete(outcome)
    messages.wrote(result)
    return result.ok
  }

  async function put(record: ReaderRecord): Promise<boolean> {
    const key = recordKey(record)
    const before = records.value.get(key)
    replace(key, record)
    const ok = await write(desktop.reader.put(record))
    // A note that could not be written stays in view, so that it can be copied; a bookmark would look kept.
    if (!ok && record.kind === 'bookmark') replace(key, before)
    return ok
  }

  async function remove(key: string): Promise<boolean> {
    const before = records.value.get(key)
    if (before === undefined) return true
    replace(key, undefined)
    const ok = await write(desktop.reader.remove(key))
    if (!ok) replace(key, before)
    return ok
  }

  function about(placed: PlacedItem) {
    return {
      edition: openEdition.value,
      item: placed.item.id,
      quote: firstWords(placed.item.text, 24, ' …').slice(0, 400),
      context: {
        title: editions.edition?.title ?? '',
        section: placed.section.heading,
        number: placed.number,
      },
    }
  }

  function bookmarkOf(item: string): Bookmark | undefined {
    const record = records.value.get(`bookmark:${openEdition.value}/${item}`)
    return record?.kind === 'bookmark' ? record : undefined
  }

  function noteOf(item: string): Note | undefined {
    const record = records.value.get(`note:${openEdition.value}/${item}`)
    return record?.kind === 'note' ? record : undefined
  }

  async function addBookmark(placed: PlacedItem): Promise<void> {
    await put({ kind: 'bookmark', ...about(placed), created: now() })
  }

  /** Keeps what was typed, also when it was emptied: the note goes when its editor closes. */
  async function writeNote(placed: PlacedItem, text: string): Promise<boolean> {
    const before = noteOf(placed.item.id)
    if (before?.text === text || (before === undefined && text.trim() === '')) return true
    return put({
      kind: 'note',
      ...about(placed),
      ...before,
      text,
      created: before?.created ?? now(),
      changed: now(),
    })
  }

  /** A note that was emptied goes when its editor closes. */
  async function dropEmptyNote(item: string): Promise<void> {
    const note = noteOf(item)
    if (note?.text.trim() === '') await remove(recordKey(note))
  }

  async function markRead(items: readonly string[]): Promise<void> {
    const fresh = items.filter((item) => !readItems.value.has(item))
    if (fresh.length === 0 || openEdition.value === '') return
    await put({ kind: 'read', edition: openEdition.value, items: [...readItems.value, ...fresh] })
  }

  async function settled(): Promise<void> {
    await Promise.allSettled([...writing])
  }

  return {
    records,
    bookmarks,
    notes,
    readItems,
    place,
    load,
    put,
    remove,
    bookmarkOf,
    noteOf,
    addBookmark,
    writeNote,
    dropEmptyNote,
    markRead,
    settled,
  }
})

function now(): string {
  return new Date().toISOString()
}
