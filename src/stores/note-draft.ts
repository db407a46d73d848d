// The note that is being written. It lives here and not in its editor, which comes and goes with the view. What is typed is
// written soon, and at once when the note is closed.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Note } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import type { PlacedItem } from '#core/edition/placed-item'
import { useReaderDataStore } from './reader-data.ts'

/** What belongs to the item and its edition, fixed when the note was opened: another edition may be open by now. */
type About = ReturnType<ReturnType<typeof useReaderDataStore>['about']>

/**
 * A pause in typing of this many milliseconds writes the note, so that the search knows it within 200. Without a pause it is
 * written after `longestWait`.
 */
const saveDelay = 120
const longestWait = 500

export const useNoteDraftStore = defineStore('note-draft', () => {
  const reader = useReaderDataStore()
  const about = shallowRef<About | null>(null)
  const text = ref('')
  const state = ref<'kept' | 'saving' | 'failed'>('kept')
  /** The note as it was when it was opened; what undo brings back when it is emptied. */
  const opened = shallowRef<Note | null>(null)
  const item = computed(() => about.value?.item ?? null)
  let isDirty = false
  let timer = 0
  let waitingSince = 0

  function open(placed: PlacedItem): void {
    if (item.value === placed.item.id) return
    void close()
    about.value = reader.about(placed)
    opened.value = reader.noteOf(placed.item.id) ?? null
    text.value = opened.value?.text ?? ''
    state.value = 'kept'
    isDirty = false
  }

  function type(typed: string): void {
    text.value = typed
    state.value = 'saving'
    isDirty = true
    if (timer === 0) waitingSince = Date.now()
    window.clearTimeout(timer)
    const left = Math.max(0, waitingSince + longestWait - Date.now())
    timer = window.setTimeout(() => void save(), Math.min(saveDelay, left))
  }

  /** Writes what was typed since the last time; nothing when nothing was. */
  async function save(): Promise<void> {
    window.clearTimeout(timer)
    timer = 0
    if (about.value === null || !isDirty) return
    isDirty = false
    const written = text.value
    const ok = await reader.putNote(about.value, written)
    if (text.value !== written) return // more was typed meanwhile, and will be written
    state.value = ok ? 'kept' : 'failed'
  }

  /** Ends the writing; an emptied note is removed. Answers with the note that went, so that it can be brought back. */
  async function close(): Promise<Note | null> {
    if (about.value === null) return null
    const saved = save()
    const closed = about.value
    const emptied = text.value.trim() === ''
    const before = opened.value
    about.value = null
    await saved
    if (!emptied) return null
    const removed = await reader.remove(
      annotationKey({ ...closed, kind: 'note', text: '', created: '', changed: '' }),
    )
    return removed ? before : null
  }

  /** What is kept has changed elsewhere (an import, a removal): the editor follows, as nothing unsaved is in it. */
  function follow(): void {
    if (about.value === null || isDirty) return
    const kept = reader.noteByKey(`note:${about.value.edition}/${about.value.item}`)
    if (kept === undefined) about.value = null
    else text.value = kept.text
  }

  return { item, text, state, open, type, save, close, follow }
})
