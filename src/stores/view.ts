// What is on the screen: which text, which panel, which item is being read, and which source is filtered by.
import { defineStore } from 'pinia'
import { computed, nextTick, ref, shallowRef } from 'vue'
import { bareName } from '#core/sources/bare-name'
import { emptyHistory, leave, type History } from '#core/reading/history'
import { layOutPage } from '#core/reading/page-layout'
import type { View } from '#core/reader-data/reader-record'
import { useEditionStore } from './edition.ts'
import { measures, useSettingsStore } from './settings.ts'

/** What fills the window. A report is of the open edition, a proof of one that is not kept yet, a choice is among many. */
export type Screen = 'edition' | 'report' | 'library' | 'desk' | 'proof' | 'choice'
export type Panel = 'search' | 'kept' | 'context' | 'appearance' | 'settings'
/** What lies over all, and takes every key. */
export type Dialog = 'keys' | 'licences' | 'print' | 'picture' | 'export' | 'import'

/** The top of an edition, where its title stands. */
const atTitle: ScrollAnchor = { item: null, offset: 0, height: null }

/** What keeps its place on the screen: an item whose first line stands `offset` pixels below the page's top. */
export interface ScrollAnchor {
  /** Null for the title, at the top of the text. */
  readonly item: string | null
  readonly offset: number
  /** How tall the item's text was then, in pixels; null when it is not known. */
  readonly height: number | null
  /** How tall what stuck to the page's top was then, in pixels; without it nothing did. */
  readonly sticky?: number
}

/** Where a reader was, to come back to. Another view of the same text makes no new entry. */
export interface HistoryEntry {
  readonly screen: Screen
  /** Null when no edition was open. */
  readonly edition: string | null
  readonly view: View
  /** Of the filter; null without one. */
  readonly source: string | null
  readonly anchor: ScrollAnchor
}

/** A request to the page to go somewhere; a new object each time, so that asking twice works. */
export interface Jump {
  /** Null for the title. */
  readonly item: string | null
  /** Where its first line comes to stand, in pixels below the page's top; `rest`: in view, with the heading above it. */
  readonly offset: number | 'rest'
  /** How tall the item's text was when it stood there. */
  readonly height?: number | null
  /** The item that is lit there, when it is another one. */
  readonly lit?: string | null
  /** The item takes the focus. */
  readonly focus: boolean
}

export const useViewStore = defineStore('view', () => {
  const editions = useEditionStore()
  const settings = useSettingsStore()
  const screen = ref<Screen>('edition')
  const view = ref<View>('original')
  const panel = ref<Panel | null>(null)
  /** Whether the reader wants the contents beside the text; they may have to make room for a panel all the same. */
  const contentsWanted = ref(true)
  /** Whether they lie over the text, where they have no room beside it: only as long as they are asked for. */
  const contentsAsked = ref(false)
  const dialog = ref<Dialog | null>(null)
  const findShown = ref(false)
  /** The name of a source without notes: items that have it are shown alone. */
  const source = ref<string | null>(null)
  const currentItem = ref<string | null>(null)
  /** The width of the window, in CSS pixels. */
  const width = ref(0)
  const anchor = shallowRef<ScrollAnchor>(atTitle)
  const jump = shallowRef<Jump | null>(null)
  const history = shallowRef<History<HistoryEntry>>(emptyHistory)

  const layout = computed(() =>
    layOutPage({
      width: width.value,
      view: view.value,
      textSize: settings.shownTextSize,
      letter: settings.letter,
      characters: measures[settings.settings.measure],
      wantsContents: contentsWanted.value && editions.edition !== null,
      hasPanel: panel.value !== null,
    }),
  )
  const contentsShown = computed(() => {
    const { contents } = layout.value
    if (editions.edition === null || screen.value !== 'edition' || contents === 'away') return false
    return contents === 'beside' ? contentsWanted.value : contentsAsked.value
  })
  /** On a narrow window contents and panel lie over the page, one at a time, and hold the focus. */
  const contentsOverlay = computed(() => contentsShown.value && layout.value.contents === 'overlay')
  const panelOverlay = computed(() => panel.value !== null && layout.value.panel === 'over')
  const isCovered = computed(() => contentsOverlay.value || panelOverlay.value)

  const visibleItems = computed(() => {
    const wanted = source.value
    return wanted === null
      ? editions.items
      : editions.items.filter(({ item }) => item.sources.map(bareName).includes(wanted))
  })
  const current = computed(() =>
    currentItem.value === null ? null : (editions.itemById.get(currentItem.value) ?? null),
  )

  /** What fills the window; nothing lies over it at first. */
  function showScreen(next: Screen): void {
    contentsAsked.value = false
    // A panel would lie over the buttons of the library or a proof.
    if (next !== 'edition') panel.value = null
    screen.value = next
  }

  function currentEntry(): HistoryEntry {
    const edition = editions.edition?.id ?? null
    return {
      ...{ screen: screen.value, edition, view: view.value },
      ...{ source: source.value, anchor: anchor.value },
    }
  }

  /** Remembers where the reader is, before they go elsewhere. */
  function pushHistory(): void {
    history.value = leave(history.value, currentEntry())
  }

  /** Another screen fills the window, and the way back leads to this one. */
  function goToScreen(next: Screen): void {
    pushHistory()
    showScreen(next)
  }

  /**
   * Goes to an item, or to the title; an item that the filter hides is shown again.
   * @param isStep whether back leads to the place that is left
   */
  function goTo(target: Jump, isStep: boolean): void {
    const { item } = target
    if (isStep) pushHistory()
    const hidden = item !== null && !visibleItems.value.some((placed) => placed.item.id === item)
    if (hidden) source.value = null
    if (screen.value === 'edition') jump.value = target
    else {
      // The text comes back first, at its own place.
      showScreen('edition')
      void nextTick(() => (jump.value = target))
    }
  }

  function goToItem(item: string, { focus = false, isStep = true } = {}): void {
    goTo({ item, offset: 'rest', focus }, isStep)
  }

  function goToTitle({ focus = false, isStep = true } = {}): void {
    goTo({ item: null, offset: 0, focus }, isStep)
  }

  /** The next or previous item in reading order, from the one being read: from the title the first one, and before that the title. */
  function neighbour(step: 1 | -1): string | null {
    const items = visibleItems.value
    if (anchor.value.item === null) return step === 1 ? (items[0]?.item.id ?? null) : null
    const index = items.findIndex((placed) => placed.item.id === currentItem.value)
    return items[index + step]?.item.id ?? null
  }

  function togglePanel(name: Panel): void {
    panel.value = panel.value === name ? null : name
  }

  /** Opens or closes the contents; where there is room for one only they take the place of a panel. */
  function toggleContents(): void {
    const isWanted = !contentsShown.value
    if (layout.value.contents === 'overlay') contentsAsked.value = isWanted
    else contentsWanted.value = isWanted
    if (isWanted && layout.value.contents !== 'beside') panel.value = null
  }

  /** Another edition is open, with its own view, at its title until its page says otherwise. */
  function start(startView: View): void {
    view.value = startView
    source.value = null
    jump.value = null
    findShown.value = false
    anchor.value = atTitle
    currentItem.value = editions.items[0]?.item.id ?? null
  }

  return {
    screen,
    view,
    panel,
    contentsAsked,
    contentsShown,
    contentsOverlay,
    panelOverlay,
    layout,
    width,
    dialog,
    findShown,
    source,
    currentItem,
    current,
    anchor,
    jump,
    history,
    visibleItems,
    currentEntry,
    pushHistory,
    goTo,
    goToScreen,
    showScreen,
    goToItem,
    goToTitle,
    neighbour,
    isCovered,
    togglePanel,
    toggleContents,
    start,
  }
})
