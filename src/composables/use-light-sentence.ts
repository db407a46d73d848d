// Lights a sentence of an item: the one under the pointer, else the first. A second time puts the light out.
import { useEditionStore } from '../stores/edition.ts'
import { useLookUpStore } from '../stores/look-up.ts'
import { useSentenceStore } from '../stores/sentence.ts'
import { offsetInItem } from './offset-in-item.ts'

let pointer: { readonly x: number; readonly y: number } | null = null
document.addEventListener('pointermove', ({ clientX: x, clientY: y }) => (pointer = { x, y }), {
  passive: true,
})
// Who reads on by key does not mean the pointer, which rests somewhere.
document.addEventListener('keydown', ({ key }) => /^[mo]$/iu.test(key) || (pointer = null), {
  capture: true,
})

/** @returns takes whether a word of the sentence is looked for */
export function useLightSentence(): (isForWord: boolean) => void {
  const editions = useEditionStore()
  const lookUp = useLookUpStore()
  const sentence = useSentenceStore()
  return (isForWord) => {
    if (sentence.item !== null && !isForWord) {
      sentence.close()
      return
    }
    const at = pointer === null ? null : offsetInItem(pointer.x, pointer.y, editions.textAndTitle)
    const item = at?.item ?? sentence.firstText()
    if (item === null) return
    if (!isForWord) sentence.light(item, at?.offset)
    else {
      const last = lookUp.last?.item === item ? lookUp.last.start : 0
      sentence.lightWord(item, at?.offset ?? last)
    }
  }
}
