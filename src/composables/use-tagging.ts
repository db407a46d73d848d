// Opens the field for tags at what is at hand.
import { annotationKey } from '#core/annotations/kinds'
import type { Passage } from '#core/reading/passage'
import { useHighlightsStore } from '../stores/highlights.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useSentenceStore } from '../stores/sentence.ts'
import { useTagsStore } from '../stores/tags.ts'
import { useViewStore } from '../stores/view.ts'
import { usePassageAtHand } from './use-passage-at-hand.ts'

/** A passage that is not highlighted yet gets a highlight for its tags, and an item of which nothing is kept a bookmark. */
export function useTagging(): () => void {
  const draft = useNoteDraftStore()
  const highlights = useHighlightsStore()
  const sentence = useSentenceStore()
  const tags = useTagsStore()
  const view = useViewStore()
  const passageAtHand = usePassageAtHand()

  function tagPassage(passage: Passage): void {
    const known = highlights.highlightOver(passage)
    const highlight = known ?? highlights.mark(passage, highlights.lastColour)
    if (highlight === null) return
    document.getSelection()?.removeAllRanges()
    sentence.close()
    tags.openAtRecord(annotationKey(highlight), known === null)
    // Where a panel covers the margin, the field stands in the bar of its highlight.
    if (view.view === 'original' && view.layout.isMarginCovered)
      highlights.open(annotationKey(highlight))
    else highlights.close()
  }

  return () => {
    void draft.close()
    const passage = highlights.marked ?? passageAtHand()
    if (passage !== null) tagPassage(passage)
    else if (view.current !== null) void tags.openAtItem(view.current)
  }
}
