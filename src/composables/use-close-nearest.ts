// What Escape closes: the nearest thing first.
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useOpenedNoteStore } from '../stores/opened-note.ts'
import { usePassageStore } from '../stores/passage.ts'
import { useSearchStore } from '../stores/search.ts'
import { useViewStore } from '../stores/view.ts'
import { isSheet, type ProofAction } from './action-scopes.ts'
import { isTyping } from './is-typing.ts'

/** @returns closes one thing; a proof or a choice on the screen is closed by `actOnProof` */
export function useCloseNearest(): (actOnProof: ((action: ProofAction) => void) | null) => void {
  const view = useViewStore()
  const library = useLibraryStore()
  const passage = usePassageStore()
  const search = useSearchStore()
  const messages = useMessagesStore()
  const openedNote = useOpenedNoteStore()

  function focusPage(): void {
    const atHand =
      view.screen === 'desk'
        ? 'main :is([data-row], [data-stop]) .go[tabindex="0"]'
        : '[data-item][aria-current="true"]'
    const current = document.querySelector<HTMLElement>(atHand)
    const target = current ?? document.querySelector<HTMLElement>('main')
    target?.focus({ preventScroll: true })
  }

  return (actOnProof) => {
    if (view.dialog !== null) view.dialog = null
    else if (view.contentsOverlay) {
      view.contentsAsked = false
      focusPage()
    } else if (view.findShown) view.findShown = false
    else if (view.panel !== null) {
      if (view.panel === 'search') search.clear()
      view.panel = null
      focusPage()
    } else if (openedNote.isAnyOpen && view.view === 'original') openedNote.close()
    else if (view.source !== null) view.source = null
    else if (messages.toast !== null) messages.closeToast()
    else if (view.screen === 'library') library.sought = ''
    else if (view.screen === 'report') view.goToScreen('edition')
    else if (isSheet(view.screen)) {
      if (!isTyping(document.activeElement)) actOnProof?.('closeAny')
    } else {
      search.opened = null
      passage.lit = null
    }
  }
}
