// The passage that the keys are at: what is selected, the open highlight, or what is lit.
import type { Passage } from '#core/reading/passage'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore } from '../stores/highlights.ts'
import { useSentenceStore } from '../stores/sentence.ts'
import { selectedPassage } from './selected-passage.ts'

/** Null where only the item is at hand. What is selected does not count any more when the reader has gone on to another item. */
export function usePassageAtHand(): () => Passage | null {
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const sentence = useSentenceStore()

  return () => {
    const selected = selectedPassage(editions.textAndTitle)
    const focused = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item
    const isOfSelected = selected !== 'several' && [undefined, selected?.item].includes(focused)
    if (selected !== null && selected !== 'several' && isOfSelected) return selected
    return highlights.current ?? sentence.chosen
  }
}
