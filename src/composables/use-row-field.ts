// The one field that can be open in a row of a proof: its words, its sources, or the place where it is cut.
import { ref } from 'vue'
import type { RowMending } from './use-row-mending.ts'

export type RowField = 'words' | 'cut' | 'sources'

/** @param focusRow gives the focus back to the row when its field closes */
export function useRowField(mending: RowMending, focusRow: () => void) {
  const open = ref<RowField | null>(null)

  function show(field: RowField): void {
    open.value = open.value === field ? null : field
  }

  function close(): void {
    if (open.value === null) return
    open.value = null
    focusRow()
  }

  /** What is typed belongs to the proof only while its field is open. */
  function takeWords(typed: string): void {
    if (open.value === 'words') mending.takeWords(typed)
  }

  function takeSources(typed: string): void {
    if (open.value === 'sources') mending.takeSources(typed)
  }

  function cut(at: number): void {
    mending.cut(at)
    close()
  }

  return { open, show, close, takeWords, takeSources, cut }
}
