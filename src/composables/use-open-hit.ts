// Opens a search hit: goes to its item, in another edition if need be, and marks its words there.
import { nextTick, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { openingItem } from '#core/edition/edition'
import type { SearchHit } from '#core/search/search-types'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useOpenedNoteStore } from '../stores/opened-note.ts'
import { useSearchStore } from '../stores/search.ts'
import { useSearchHistoryStore } from '../stores/search-history.ts'
import { useShelfStore } from '../stores/shelf.ts'
import { useViewStore } from '../stores/view.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useScreenSteps } from './use-screen-steps.ts'
import { useSentences } from './use-sentences.ts'

/** `left`: the reader went elsewhere meanwhile. */
type Opened = 'opened' | 'left' | 'failed'

export interface OpenHit {
  /**
   * @param options.at which of its matches is at hand then: the first, or the last for who comes from behind
   * @param options.focus whether its item takes the focus, also from the list; in the text it goes along all the same
   */
  readonly openHit: (
    hit: SearchHit | undefined,
    options?: { readonly at?: 'start' | 'end'; readonly focus?: boolean },
  ) => Promise<Opened>
  /**
   * Arrows move through the hits, and Home and End too within the list. Enter goes to the current hit, or the first one; with Ctrl (⌘)
   * it is shown, and the keys stay where they are.
   */
  readonly onHitKeydown: (event: KeyboardEvent) => void
}

export function useOpenHit(): OpenHit {
  const { t } = useI18n()
  const { ofOpenFault } = useSentences()
  const editions = useEditionStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const openedNote = useOpenedNoteStore()
  const search = useSearchStore()
  const history = useSearchHistoryStore()
  const shelf = useShelfStore()
  const view = useViewStore()
  const { showShelf } = useScreenSteps()
  const openEdition = useOpenEdition()

  async function openHit(
    hit: SearchHit | undefined,
    { at = 'start', focus = false }: { at?: 'start' | 'end'; focus?: boolean } = {},
  ): Promise<Opened> {
    if (hit === undefined) return 'failed'
    history.add(search.answered)
    // Asked now: with an edition that goes, the item that has the focus goes.
    const isFromText = document.activeElement?.closest('main') != null
    if (hit.edition === editions.edition?.id) view.pushHistory()
    const chosen = view.view
    const shown = await showEditionOf(hit)
    if (shown !== 'opened') return shown
    search.select(hit)
    if (hit.where === 'note' && !hasItem(hit)) return showOnDesk(hit)
    // The words stand in the original, or in the reader's note, which every view has.
    if (hit.where === 'item' && view.view === 'notes') view.view = 'original'
    if (hit.where === 'note') {
      view.view = chosen
      openedNote.open(hit.item)
    }
    // On a narrow window the list lies over the text that the reader wants to see; the search itself stays.
    const isCovered = view.panelOverlay && view.panel === 'search'
    if (isCovered) view.panel = null
    const how = { focus: focus || isCovered || isFromText, isStep: false }
    if (editions.itemById.has(hit.item)) view.goToItem(hit.item, how)
    else view.goToTitle(how)
    search.openedAt = at
    search.opened = hit
    return 'opened'
  }

  function hasItem({ item }: SearchHit): boolean {
    return item === openingItem || editions.itemById.has(item)
  }

  /** A note at an item that its edition has no more is whole there. */
  async function showOnDesk({ edition, item }: SearchHit): Promise<Opened> {
    messages.show(t('kept.itemGone'))
    shelf.asked = `note:${edition}/${item}`
    await showShelf({ kind: 'all' })
    return 'left'
  }

  /** An edition that cannot be opened is told of. */
  async function showEditionOf(hit: SearchHit): Promise<Opened> {
    if (hit.edition === editions.edition?.id) return 'opened'
    const from = view.screen
    const outcome = await library.open(hit.edition)
    if (!outcome.ok) {
      const title = search.answer?.editions.find(({ id }) => id === hit.edition)?.title
      messages.show(title === undefined ? t('search.gone') : ofOpenFault(outcome.reason, title))
      return 'failed'
    }
    await openEdition(outcome.bundle, { keepSearch: true, from })
    // Its text comes into the page first.
    await nextTick()
    return view.screen === 'edition' ? 'opened' : 'left'
  }

  function onHitKeydown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') search.move(1)
    else if (event.key === 'ArrowUp') search.move(-1)
    else if (event.key === 'Enter') void openAtHand(!event.ctrlKey && !event.metaKey)
    // In a field these move the cursor.
    else if (event.key === 'Home' && isInList(event)) search.move(-Infinity)
    else if (event.key === 'End' && isInList(event)) search.move(Infinity)
    else return
    event.preventDefault()
  }

  function isInList({ target }: KeyboardEvent): boolean {
    return target instanceof HTMLElement && target.matches('[role="listbox"]')
  }

  /** What is typed is asked again when its answer is not there yet: Enter never opens a hit of an older question. */
  async function openAtHand(focus: boolean): Promise<void> {
    const asked = search.text
    const from = view.screen
    history.add(asked)
    if (search.answered !== asked) await search.ask(asked)
    await somethingFound(asked)
    if (search.answered !== asked || view.screen !== from) return
    await openHit(search.hits[search.selected ?? 0], { focus })
  }

  /** While texts are still looked through for a phrase, its first hit may yet come. */
  async function somethingFound(asked: string): Promise<void> {
    const isWaiting = (): boolean =>
      search.answered === asked &&
      search.text === asked &&
      search.hits.length === 0 &&
      search.answer?.isComplete === false &&
      !search.failed
    if (!isWaiting()) return
    await new Promise<void>((resolve) => {
      const stop = watch(isWaiting, () => {
        stop()
        resolve()
      })
    })
  }

  return { openHit, onHitKeydown }
}
