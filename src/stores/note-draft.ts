// The note that is being written, at an item or at a highlight. It lives here and not in its editor, which comes and goes with the
// view. What is typed is written soon, and at once when the note is closed.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AboutItem, Highlight, Note, Tagged } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import { uniteTags } from '#core/annotations/tags'
import type { PlacedItem } from '#core/edition/placed-item'
import { withVersion } from '#core/reader-data/note-versions'
import type { ReaderRecord } from '#core/reader-data/reader-record'
import { i18n } from '../i18n/index.ts'
import { useMessagesStore } from './messages.ts'
import { useReaderDataStore } from './reader-data.ts'
import { patience } from '../patience.ts'

/** What a note is written at, fixed when it was opened: another edition may be open by now. */
interface DraftTarget {
  /** Of the record that holds the note. */
  readonly key: string
  /** The item beside which its editor stands; null for the note of a highlight. */
  readonly item: string | null
  /** As it is kept now; null when it is gone. */
  readonly kept: () => string | null
  readonly write: (text: string) => Promise<boolean>
  /** Whether its record was made to write at: who takes back what they wrote wants none. */
  readonly isMade: boolean
  /** Takes an emptied note away. Answers with the record that brings it back, when there was one. */
  readonly clear: () => Promise<Note | Highlight | null>
}

export const useNoteDraftStore = defineStore('note-draft', () => {
  const messages = useMessagesStore()
  const reader = useReaderDataStore()
  const target = shallowRef<DraftTarget | null>(null)
  const text = ref('')
  const state = ref<'kept' | 'saving' | 'failed'>('kept')
  /** Another number whenever the note that is open already is asked for again: its field takes the focus. */
  const asked = ref(0)
  const item = computed(() => target.value?.item ?? null)
  const key = computed(() => target.value?.key ?? null)
  let isDirty = false
  /** What the note said before it is written on; null once that is kept as an earlier version. */
  let replaced: string | null = null
  /** The record as it was when the writing began; undefined where there was none. */
  let before: ReaderRecord | undefined
  let timer = 0
  let waitingSince = 0

  function open(placed: PlacedItem): void {
    beginUnlessOpen(itemTarget(reader.about(placed)))
  }

  /** At the item of what is kept, or at its passage. */
  function openAtRecord(record: Tagged): void {
    if (record.kind === 'highlight') {
      openAtHighlight(record)
      return
    }
    const { edition, item, quote, context } = record
    beginUnlessOpen(
      itemTarget({ edition, item, quote, ...(context === undefined ? {} : { context }) }),
    )
  }

  /** @param isMade whether it was made to write at: it goes again when nothing is written */
  function openAtHighlight(highlight: Highlight, isMade = false): void {
    beginUnlessOpen(highlightTarget(highlight, isMade))
  }

  function beginUnlessOpen(next: DraftTarget): void {
    if (key.value === next.key) asked.value += 1
    else begin(next)
  }

  function begin(next: DraftTarget): void {
    void close()
    target.value = next
    before = next.isMade ? undefined : reader.kept.get(next.key)
    text.value = next.kept() ?? ''
    replaced = text.value
    state.value = 'kept'
    isDirty = false
  }

  function itemTarget(about: AboutItem): DraftTarget {
    const key = annotationKey({ ...about, kind: 'note', text: '', created: '', changed: '' })
    const before = reader.noteByKey(key) ?? null
    return {
      ...{ key, isMade: false },
      item: about.item,
      kept: () => reader.noteByKey(key)?.text ?? null,
      write: (written) => reader.putNote(about, written),
      clear: async () => {
        await keepTags(about, reader.noteByKey(key)?.tags)
        // It is empty by now: what it said is what can be had back.
        return (await reader.remove(key, before)) ? before : null
      },
    }
  }

  /** The tags of an emptied note stay with its item, at a bookmark. */
  async function keepTags(about: AboutItem, tags: readonly string[] | undefined): Promise<void> {
    if (tags === undefined) return
    const created = new Date().toISOString()
    const bookmark = reader.bookmarkOf(about.item, about.edition)
    const united = uniteTags(bookmark?.tags, tags)
    if (united !== null)
      await reader.put({ ...(bookmark ?? { kind: 'bookmark', ...about, created }), tags: united })
  }

  function highlightTarget(before: Highlight, isMade: boolean): DraftTarget {
    const key = annotationKey(before)
    return {
      ...{ key, isMade },
      item: null,
      kept: () => {
        const now = reader.highlightByKey(key)
        return now === undefined ? null : (now.note ?? '')
      },
      write: (written) => reader.putHighlightNote(key, written),
      clear: async () => {
        const isTagged = reader.highlightByKey(key)?.tags !== undefined
        if (isMade && !isTagged) {
          await reader.remove(key, null)
          return null
        }
        const isCleared = await reader.putHighlightNote(key, '')
        return isCleared && before.note !== undefined ? before : null
      },
    }
  }

  function type(typed: string): void {
    text.value = typed
    state.value = 'saving'
    isDirty = true
    if (timer === 0) waitingSince = Date.now()
    window.clearTimeout(timer)
    const left = Math.max(0, waitingSince + patience.longestUnwritten - Date.now())
    timer = window.setTimeout(() => void save(), Math.min(patience.typingPause, left))
  }

  /** Writes what was typed since the last time; nothing when nothing was. */
  async function save(): Promise<void> {
    window.clearTimeout(timer)
    timer = 0
    if (target.value === null || !isDirty) return
    isDirty = false
    const written = text.value
    keepReplaced(target.value.key, written)
    const ok = await target.value.write(written)
    if (text.value !== written) return // more was typed meanwhile, and will be written
    state.value = ok ? 'kept' : 'failed'
  }

  /** Before the first letter of a writing is on the disk: a version is there whatever happens then. */
  function keepReplaced(of: string, written: string): void {
    if (replaced === null || replaced === written) return
    if (replaced.trim() !== '') keepVersion(of, replaced)
    replaced = null
  }

  function keepVersion(of: string, version: string): void {
    const now = new Date().toISOString()
    void reader.put(withVersion(reader.versionsOf(of), of, version, now))
  }

  /** Puts an earlier version in the place of what the note says now, which becomes one too. */
  function restore(version: string): void {
    if (target.value === null) return
    if (text.value.trim() !== '' && text.value !== replaced)
      keepVersion(target.value.key, text.value)
    type(version)
  }

  /** Ends the writing; an emptied note is removed. Answers with the record that brings it back. */
  async function close(): Promise<Note | Highlight | null> {
    const closed = target.value
    if (closed === null) return null
    const saved = save()
    const started = before
    const isEmptied = text.value.trim() === ''
    target.value = null
    await saved
    if (isEmptied) return closed.clear()
    rememberUndo(closed.key, started)
    return null
  }

  /** Only what was written anew; an emptied note has a toast of its own. */
  function rememberUndo(key: string, started: ReaderRecord | undefined): void {
    if (reader.kept.get(key) === started) return
    messages.rememberUndo(() => {
      void (started === undefined ? reader.remove(key) : reader.put(started))
      messages.show(i18n.global.t('notes.undone'))
    })
  }

  /** What is kept has changed elsewhere (an import, a removal): the editor follows, as nothing unsaved is in it. */
  function follow(): void {
    if (target.value === null || isDirty) return
    const kept = target.value.kept()
    if (kept === null) target.value = null
    else {
      text.value = kept
      replaced = kept
    }
  }

  return {
    ...{ item, key, text, state, open, openAtHighlight, openAtRecord, type, save, close, follow },
    ...{ asked, restore },
  }
})
