// Where the reader was in the text before they wrote a note: they come back there.
import { watch } from 'vue'
import { useViewStore } from '../stores/view.ts'

/** @param isEditing whether the note is being written. @returns brings them back */
export function usePlaceBeforeWriting(isEditing: () => boolean): () => void {
  const view = useViewStore()
  let anchor = view.anchor
  watch(
    isEditing,
    (now) => {
      if (now) anchor = view.anchor
    },
    { flush: 'sync', immediate: true },
  )
  return () => (view.jump = { ...anchor, lit: view.currentItem, focus: false })
}
