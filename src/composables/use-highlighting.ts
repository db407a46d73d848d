// Marks a passage, writes at it, gives its highlight another colour, and takes it away.
import { useI18n } from 'vue-i18n'
import type { Highlight, HighlightColour } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import type { Passage } from '#core/reading/passage'
import { useHighlightsStore, type PlacedHighlight } from '../stores/highlights.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useViewStore } from '../stores/view.ts'
import { useUndoStep } from './use-undo-step.ts'

export function useHighlighting() {
  const { t } = useI18n()
  const draft = useNoteDraftStore()
  const highlights = useHighlightsStore()
  const messages = useMessagesStore()
  const reader = useReaderDataStore()
  const view = useViewStore()
  const rememberStep = useUndoStep()

  function saidOf(colour: HighlightColour): string {
    return t('highlight.marked', { colour: t(`highlight.colour.${colour}`) })
  }

  /** @returns what a screen reader is told of it, alone or before what is lit next */
  function mark(passage: Passage, colour: HighlightColour): string {
    const before = highlights.highlightOver(passage)
    const made = highlights.mark(passage, colour)
    if (made !== null) highlights.markedKey = annotationKey(made)
    if (made !== null && made !== before) rememberUndo(annotationKey(made), before, colour)
    return saidOf(colour)
  }

  function recolour({ highlight }: PlacedHighlight, colour: HighlightColour): string {
    if (highlights.recolour(highlight, colour) !== highlight)
      rememberUndo(annotationKey(highlight), highlight, colour)
    return saidOf(colour)
  }

  /** @param before the highlight as it was; null where there was none */
  function rememberUndo(key: string, before: Highlight | null, colour: HighlightColour): void {
    rememberStep(saidOf(colour), () => {
      void (before === null ? reader.remove(key) : reader.put(before))
    })
  }

  /** Writes at a passage: its highlight is made where there is none. */
  function writeAt(passage: Passage): void {
    const known = highlights.highlightOver(passage)
    const highlight = known ?? highlights.mark(passage, highlights.lastColour)
    if (highlight !== null) openEditor(highlight, known === null)
  }

  function writeAtHighlight({ highlight }: PlacedHighlight): void {
    openEditor(highlight)
  }

  /** Where a panel covers the margin, the editor stands in the bar of its highlight. */
  function openEditor(highlight: Highlight, isMade = false): void {
    draft.openAtHighlight(highlight, isMade)
    if (view.view === 'original' && view.layout.isMarginCovered)
      highlights.open(annotationKey(highlight))
    else {
      highlights.close()
      // Who writes on after Escape writes at the same place.
      highlights.markedKey = annotationKey(highlight)
    }
  }

  /** The new words are what is marked; that can be undone. */
  function accept(placed: PlacedHighlight): void {
    highlights.acceptWords(placed.highlight, placed)
    messages.show(t('highlight.accepted'), () => void reader.put(placed.highlight))
  }

  async function remove({ key, highlight }: PlacedHighlight): Promise<void> {
    highlights.close()
    if (await reader.remove(key))
      messages.show(t('annotation.highlight.removedHere'), () => void reader.put(highlight))
  }

  return { accept, mark, recolour, writeAt, writeAtHighlight, remove }
}
