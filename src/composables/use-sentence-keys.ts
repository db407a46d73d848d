// The keys of a lit sentence, which come before those of the window.
import type { HighlightColour } from '#core/annotations/annotation'
import { useAloudStore } from '../stores/aloud.ts'
import { useLookUpStore } from '../stores/look-up.ts'
import { useSentenceStore } from '../stores/sentence.ts'
import { useViewStore } from '../stores/view.ts'
import { isOnPage } from './is-on-page.ts'
import { isTyping } from './is-typing.ts'
import { useListeners } from './use-listeners.ts'
import { colourOfKey } from './use-passage-keys.ts'

export interface SentenceActions {
  readonly step: (by: 1 | -1) => void
  readonly stepSentence: (by: 1 | -1) => void
  readonly stretch: (by: 1 | -1, unit: 'sentence' | 'word') => void
  readonly mark: (colour: HighlightColour) => void
  readonly write: () => void
  readonly lookUp: () => void
  readonly readAloud: () => void
  readonly close: () => void
}

/** Listens for as long as the component lives. */
export function useSentenceKeys(actions: SentenceActions): void {
  const aloud = useAloudStore()
  const lookUp = useLookUpStore()
  const sentence = useSentenceStore()
  const view = useViewStore()

  function onKeydown(event: KeyboardEvent): void {
    const isOther = event.altKey || ((event.ctrlKey || event.metaKey) && !event.shiftKey)
    if (isOther || sentence.item === null || lookUp.asked !== null) return
    if (isTyping(event.target) || !isOnPage(event.target)) return
    if (view.dialog !== null || view.isCovered) return
    const act = event.shiftKey ? stretchOf(event) : actionOf(event)
    if (act === null) return
    act()
    event.preventDefault()
    event.stopPropagation()
  }

  /** With Shift an arrow makes what is chosen longer or shorter: by sentences, or with Ctrl as well by words. */
  function stretchOf(event: KeyboardEvent): (() => void) | null {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    const isByWord = event.ctrlKey || event.metaKey
    if (by !== null) return () => actions.stretch(by, isByWord ? 'word' : 'sentence')
    return isByWord ? null : actionOf(event)
  }

  function actionOf({ key, target }: KeyboardEvent): (() => void) | null {
    const isOnButton = target instanceof HTMLElement && target.closest('button, a, input') !== null
    const colour = colourOfKey(key)
    if (colour !== undefined) return () => actions.mark(colour)
    switch (key) {
      case 'ArrowLeft':
        return () => actions.step(-1)
      case 'ArrowRight':
        return () => actions.step(1)
      case 'ArrowUp':
        return () => actions.stepSentence(-1)
      case 'ArrowDown':
        return () => actions.stepSentence(1)
      case 'n':
        return actions.write
      case 'o':
        return actions.lookUp
      case 'v':
        return actions.readAloud
      case ' ':
        return aloud.isOn && !isOnButton ? aloud.toggle : null
      case '+':
      case '=':
        return aloud.isOn ? () => aloud.changeRate(1) : null
      case '-':
        return aloud.isOn ? () => aloud.changeRate(-1) : null
      case 'Enter':
        return sentence.word === null || isOnButton ? null : actions.lookUp
      case 'Escape':
        return actions.close
      default:
        return null
    }
  }

  useListeners(document, { keydown: onKeydown }, { capture: true })
}
