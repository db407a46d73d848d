// What each action does, whoever asks for it: a key, a button, the context menu or the mouse.
import { useI18n } from 'vue-i18n'
import { bareName } from '#core/digest/sources/bare-name'
import { goBack, goForward } from '#core/reading/history'
import type { Bookmark } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import type { View } from '#core/reader-data/reader-record'
import { useEditionStore, type PlacedItem } from '../stores/edition.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useOpenedNoteStore } from '../stores/opened-note.ts'
import { useProofStore } from '../stores/proof.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useSearchStore } from '../stores/search.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useSystemStore } from '../stores/system.ts'
import { useViewStore, type Panel } from '../stores/view.ts'
import { flushAll } from './flush-all.ts'
import { actionFor, type Action } from './keymap.ts'
import { focusRegion } from './focus-region.ts'
import { selectEdition } from './selected-text.ts'
import { useCitations } from './use-citations.ts'
import { useHistory } from './use-history.ts'
import { useMatchSteps } from './use-match-steps.ts'
import { useReadMarks } from './use-read-marks.ts'
import { useTransfer } from './use-transfer.ts'

type ProofAction = Extract<Action, 'nextQuestion' | 'previousQuestion' | 'addEdition' | 'closeAny'>
let actOnProof: ((action: ProofAction) => void) | null = null

/** The proof on the screen takes what is asked of it; the answer ends that. */
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
  const { t } = useI18n()
  const view = useViewStore()
  const transfer = useTransfer()
  const editions = useEditionStore()
  const reader = useReaderDataStore()
  const messages = useMessagesStore()
  const draft = useNoteDraftStore()
  const openedNote = useOpenedNoteStore()
  const proof = useProofStore()
  const search = useSearchStore()
  const settings = useSettingsStore()
  const system = useSystemStore()
  const stepToMatch = useMatchSteps()
  const { cite } = useCitations()
  const { toggleRead, toggleReadAll } = useReadMarks()
  const walkHistory = useHistory()

  /** To the next or previous item: the title comes before the first. Reading on is no step to take back. */
  function walkTo(step: 1 | -1): void {
    const next = view.neighbour(step)
    if (next !== null) view.goToItem(next, { focus: true, isStep: false })
    else if (step === -1) view.goToTitle({ focus: true, isStep: false })
    else document.querySelector<HTMLElement>('[data-end] button')?.focus()
  }

  function show(next: View): void {
    if (editions.edition !== null) view.view = next
  }

  function toggleBookmark(placed: PlacedItem): void {
    const bookmark = reader.bookmarkOf(placed.item.id)
    const n = placed.number
    if (bookmark === undefined) {
      void reader.addBookmark(placed)
      messages.announce(t('kept.addedBookmark', { n }))
    } else {
      void removeBookmark(bookmark, n)
    }
  }

  async function removeBookmark(bookmark: Bookmark, n: number): Promise<void> {
    const removed = await reader.remove(annotationKey(bookmark))
    if (removed)
      messages.show(t('annotation.bookmark.removed', { n }), () => void reader.put(bookmark))
  }

  function togglePanel(panel: Panel): void {
    view.togglePanel(panel)
  }

  /** The search field takes the focus, before the next key comes; on a narrow window it takes it when the panel is there. */
  function openSearch(): void {
    view.panel = 'search'
    const field = document.querySelector<HTMLInputElement>('[data-search-field]')
    field?.focus()
    field?.select()
  }

  /** What Escape closes, the nearest thing first. */
  function closeNearest(): void {
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
    else if (view.screen === 'proof') {
      if (!isTyping(document.activeElement)) actOnProof?.('closeAny')
    } else search.opened = null
  }

  /** The place in the text is written first: the text goes, and comes back there. */
  async function toggleLibrary(): Promise<void> {
    const next = view.screen === 'library' ? 'edition' : 'library'
    await flushAll()
    view.goToScreen(next)
  }

  function focusPage(): void {
    const current = document.querySelector<HTMLElement>('[data-item][aria-current="true"]')
    const target = current ?? document.querySelector<HTMLElement>('main')
    target?.focus({ preventScroll: true })
  }

  function run(action: Action): void {
    if (view.screen !== 'edition' && needsText.has(action)) return
    // What is being kept, or was kept just now, can no longer be lost.
    const isKept = proof.isKeeping || proof.proof === null
    const mayLeave = isKept && action === 'library'
    if (view.screen === 'proof' && leavesProof.has(action) && !mayLeave) return
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
      case 'bookmark':
        if (current !== null) toggleBookmark(current)
        return
      case 'note':
        if (current !== null) draft.open(current)
        return
      case 'cite':
        void cite()
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
        else messages.undo()
        return
      case 'nextQuestion':
      case 'previousQuestion':
      case 'addEdition':
        actOnProof?.(action)
        return
      case 'kept':
      case 'appearance':
      case 'settings':
        togglePanel(action)
        return
      case 'exportMarkdown':
        void transfer.exportTo('markdown')
        return
      case 'exportJson':
        void transfer.exportTo('json')
        return
      case 'importData':
        void transfer.importFrom()
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
        view.findShown = true
        document.querySelector<HTMLInputElement>('[data-find-field]')?.select()
        return
      case 'nextMatch':
        void stepToMatch(1)
        return
      case 'previousMatch':
        void stepToMatch(-1)
        return
      case 'contents':
        view.toggleContents()
        return
      case 'library':
        void toggleLibrary()
        return
      case 'bigger':
        settings.stepTextSize(1)
        return
      case 'smaller':
        settings.stepTextSize(-1)
        return
      case 'normalSize':
        settings.change({ textSize: 19 })
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
        closeNearest()
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
    if (view.screen !== 'proof' && ofTheProof.has(action)) return
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

/** What still works while a dialog lies over all. */
const besideDialog: ReadonlySet<Action> = new Set(['closeAny', 'fullScreen'])

/** In a field these keys belong to what is typed: undo, all of it, and on a Mac Alt and an arrow walk by words. */
const ofTheField: ReadonlySet<Action> = new Set(['undo', 'selectText', 'back', 'forward'])

/** What acts on the text, which is out of reach while an overlay lies over it. */
const ofTheText: ReadonlySet<Action> = new Set([
  'nextItem',
  'previousItem',
  'bookmark',
  'note',
  'read',
  'readAll',
  'cite',
  'find',
])

/** The same for a proof; on other screens these keys do what they do anyhow. */
const ofTheProof: ReadonlySet<Action> = new Set(['nextQuestion', 'previousQuestion', 'addEdition'])

/** What has no meaning while another screen hides the text. */
const needsText: ReadonlySet<Action> = new Set([
  ...ofTheText,
  'selectText',
  'original',
  'notes',
  'sideBySide',
  'filter',
  'nextMatch',
  'previousMatch',
  'contents',
  'print',
])

/** A proof is left by its own buttons alone, so that no key loses what was mended. */
const leavesProof: ReadonlySet<Action> = new Set(['library', 'search', 'kept'])

/** Whether what is typed or pasted there belongs to a text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  )
}
