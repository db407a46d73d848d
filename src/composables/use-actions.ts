// What each action does, whoever asks for it: a key, a button, the context menu or the mouse.
import { bareName } from '#core/sources/bare-name'
import { goBack, goForward } from '#core/reading/history'
import type { View } from '#core/reader-data/reader-record'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore } from '../stores/highlights.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useProofStore } from '../stores/proof.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useSystemStore } from '../stores/system.ts'
import { useViewStore } from '../stores/view.ts'
import {
  besideDialog,
  isSheet,
  leavesSheet,
  needsText,
  ofTheField,
  ofTheProof,
  ofTheText,
  type ProofAction,
} from './action-scopes.ts'
import { isTyping } from './is-typing.ts'
import { actionFor, type Action } from './keymap.ts'
import { focusRegion } from './focus-region.ts'
import { selectEdition } from './selected-text.ts'
import { useBookmarkToggle } from './use-bookmark-toggle.ts'
import { useCitations } from './use-citations.ts'
import { useReadingHistory } from './use-reading-history.ts'
import { useCloseNearest } from './use-close-nearest.ts'
import { useMatchSteps } from './use-match-steps.ts'
import { useLightSentence } from './use-light-sentence.ts'
import { useHighlighting } from './use-highlighting.ts'
import { useHighlightSteps } from './use-highlight-steps.ts'
import { useReadAloud } from './use-read-aloud.ts'
import { useReadMarks } from './use-read-marks.ts'
import { useScreenSteps } from './use-screen-steps.ts'
import { useTagging } from './use-tagging.ts'
import { useTextSize } from './use-text-size.ts'
import { useTransfer } from './use-transfer.ts'
import { useUndo } from './use-undo.ts'

let actOnProof: ((action: ProofAction) => void) | null = null

/** The proof or the choice on the screen takes what is asked of it; the answer ends that. */
export function onProofAction(act: (action: ProofAction) => void): () => void {
  actOnProof = act
  return () => {
    if (actOnProof === act) actOnProof = null
  }
}

export interface Actions {
  readonly run: (action: Action) => void
  readonly onKeydown: (event: KeyboardEvent) => void
}

export function useActions(): Actions {
  const view = useViewStore()
  const transfer = useTransfer()
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const draft = useNoteDraftStore()
  const proof = useProofStore()
  const settings = useSettingsStore()
  const system = useSystemStore()
  const stepToMatch = useMatchSteps()
  const closeNearest = useCloseNearest()
  const toggleBookmark = useBookmarkToggle()
  const { cite, copyLink } = useCitations()
  const { toggleRead, toggleReadAll } = useReadMarks()
  const walkHistory = useReadingHistory()
  const lightSentence = useLightSentence()
  const stepToHighlight = useHighlightSteps()
  const { writeAtHighlight } = useHighlighting()
  const tagAtHand = useTagging()
  const toggleAloud = useReadAloud()
  const { openSearch, find, toggleScreen } = useScreenSteps()
  const sizeText = useTextSize()
  const undo = useUndo()

  /** To the next or previous item, with the title before the first. Reading on leaves nothing to go back to. */
  function walkTo(step: 1 | -1): void {
    const next = view.neighbour(step)
    if (next !== null) view.goToItem(next, { focus: true, isStep: false })
    else if (step === -1) view.goToTitle({ focus: true, isStep: false })
    else document.querySelector<HTMLElement>('[data-end] button')?.focus()
  }

  function show(next: View): void {
    if (editions.edition !== null) view.view = next
  }

  function run(action: Action): void {
    if (view.screen !== 'edition' && needsText.has(action)) return
    // What is being kept, or was kept just now, can no longer be lost.
    const isKept = view.screen === 'proof' && (proof.isKeeping || proof.proof === null)
    const mayLeave = isKept && action === 'library'
    if (view.screen === 'choice' && (action === 'search' || action === 'find')) {
      actOnProof?.('find')
      return
    }
    if (isSheet(view.screen) && leavesSheet.has(action) && !mayLeave) return
    const current = view.current
    switch (action) {
      case 'nextItem':
        walkTo(1)
        return
      case 'previousItem':
        walkTo(-1)
        return
      case 'original':
      case 'notes':
        show(action)
        return
      case 'sideBySide':
        show('side-by-side')
        return
      case 'back':
        void walkHistory(goBack)
        return
      case 'forward':
        void walkHistory(goForward)
        return
      case 'sentence':
      case 'lookUp':
        lightSentence(action === 'lookUp')
        return
      case 'nextHighlight':
      case 'previousHighlight':
        stepToHighlight(action === 'nextHighlight' ? 1 : -1)
        return
      case 'aloud':
        void toggleAloud()
        return
      case 'bookmark':
        if (current !== null) void toggleBookmark(current)
        return
      case 'note':
        if (highlights.marked !== null) writeAtHighlight(highlights.marked)
        else if (current !== null) draft.open(current)
        return
      case 'tags':
        tagAtHand()
        return
      case 'cite':
        void cite()
        return
      case 'copyLink':
        void copyLink()
        return
      case 'selectText':
        selectEdition()
        return
      case 'read':
        if (current !== null) void toggleRead(current)
        return
      case 'readAll':
        if (editions.edition !== null) void toggleReadAll()
        return
      case 'nextRegion':
        focusRegion(1)
        return
      case 'previousRegion':
        focusRegion(-1)
        return
      case 'undo':
        if (view.screen === 'proof' && proof.canUndo) proof.undo()
        else void undo()
        return
      // The list of the library does it, with the row at hand.
      case 'review':
        return
      case 'nextQuestion':
      case 'previousQuestion':
      case 'nextImprovement':
      case 'previousImprovement':
      case 'addEdition':
        actOnProof?.(action)
        return
      case 'kept': // on the desk all is kept: there the panel shows the text that it is of
        view.togglePanel(view.screen === 'desk' ? 'context' : 'kept')
        return
      case 'appearance':
      case 'settings':
        view.togglePanel(action)
        return
      case 'export':
        view.dialog = 'export'
        return
      case 'importData':
        void transfer.startImport()
        return
      case 'filter':
        view.source = view.source === null ? (current?.item.sources.map(bareName)[0] ?? null) : null
        return
      case 'theme':
        settings.nextTheme()
        return
      case 'search':
        openSearch()
        return
      case 'find':
        find()
        return
      case 'nextMatch':
      case 'previousMatch':
        void stepToMatch(action === 'nextMatch' ? 1 : -1)
        return
      case 'contents':
        view.toggleContents()
        return
      case 'library':
      case 'desk':
        void toggleScreen(action)
        return
      case 'bigger':
      case 'smaller':
        sizeText(action === 'bigger' ? 1 : -1)
        return
      case 'normalSize':
        sizeText(0)
        return
      case 'print':
        if (editions.edition !== null) view.dialog = 'print'
        return
      case 'fullScreen':
        void system.toggleFullScreen()
        return
      case 'help':
        view.dialog = 'keys'
        return
      case 'closeAny':
        closeNearest(actOnProof)
    }
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    const typing = isTyping(event.target)
    const allowSingle = !typing && settings.settings.singleKeys
    const action = actionFor(event, { isMac: system.isMac, allowSingle })
    if (action === null || (view.dialog !== null && !besideDialog.has(action))) return
    if (typing && belongsToField(action, event)) return
    if (action === 'selectText' && view.screen !== 'edition') return
    if (view.isCovered && (ofTheText.has(action) || ofTheProof.has(action))) return
    if (!isSheet(view.screen) && ofTheProof.has(action)) return
    event.preventDefault()
    run(action)
  }

  /** Who looks for something goes through places: there Alt and an arrow walk along them, but on a Mac by words. */
  function belongsToField(action: Action, { target, altKey }: KeyboardEvent): boolean {
    const isWalk = action === 'back' || action === 'forward'
    const isSearch = target instanceof HTMLInputElement && target.type === 'search'
    return ofTheField.has(action) && !(isWalk && isSearch && !(system.isMac && altKey))
  }

  return { run, onKeydown }
}
