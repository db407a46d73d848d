// What is on the screen: which text, which panel, which item is being read, and which source is filtered by.
import { defineStore } from 'pinia'
import { computed, nextTick, ref, shallowRef } from 'vue'
import { bareName } from '#core/digest/sources/bare-name'
import { emptyHistory, leave, type History, type Step } from '#core/reading/history'
import type { View } from '#core/reader-data/reader-record'
import { useEditionStore } from './edition.ts'

/** What fills the window: the open edition, the library, or the proof of an edition that is not kept yet. */
export type Screen = 'edition' | 'library' | 'proof'
export type Panel = 'search' | 'kept' | 'appearance' | 'settings'
/** What lies over all, and takes every key. */
export type Dialog = 'keys' | 'licences' | 'print'

/** A place in the text: an item (null: the opening) whose first line stands `offset` pixels below the page's top. */
export interface Spot {
  readonly item: string | null
  readonly offset: number
}

/** A request to the page to go somewhere; a new object each time, so that asking twice works. */
export interface Jump {
  readonly spot: Spot
  /** Exactly there, with added room if need be; else as near as the end of the text allows. */
  readonly exact: boolean
  /** The item takes the focus. */
  readonly focus: boolean
}

export const useViewStore = defineStore('view', () => {
  const editions = useEditionStore()
  const screen = ref<Screen>('edition')
  const view = ref<View>('original')
  const panel = ref<Panel | null>(null)
  const contentsOpen = ref(true)
  const dialog = ref<Dialog | null>(null)
  const findShown = ref(false)
  /** The name of a source without notes: items that have it are shown alone. */
  const source = ref<string | null>(null)
  const currentItem = ref<string | null>(null)
  /** Whether contents and panel lie over the page and hold the focus: the window is narrow. */
  const overlays = ref(false)
  const spot = shallowRef<Spot>({ item: null, offset: 0 })
  const jump = shallowRef<Jump | null>(null)
  const history = shallowRef<History<Spot>>(emptyHistory)

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
    if (overlays.value) contentsOpen.value = false
    // A panel would lie over the buttons of the library or a proof.
    if (next !== 'edition') panel.value = null
    screen.value = next
  }

  /** Goes to a place and remembers the one that is left; an item that the filter hides is shown again. */
  function goTo(target: Spot, options: { focus?: boolean } = {}): void {
    const hidden =
      target.item !== null && !visibleItems.value.some((placed) => placed.item.id === target.item)
    if (hidden) source.value = null
    history.value = leave(history.value, spot.value)
    const next = { spot: target, exact: false, focus: options.focus ?? false }
    if (screen.value === 'edition') jump.value = next
    else {
      // The text comes back first, at its own place.
      showScreen('edition')
      void nextTick(() => (jump.value = next))
    }
  }

  function goToItem(item: string, options: { focus?: boolean } = {}): void {
    goTo({ item, offset: restingOffset }, options)
  }

  /** Goes to the title: farther down than any first item stands, so that the page is at its top. */
  function goToOpening(): void {
    goTo({ item: null, offset: 1_000_000 })
  }

  /** Goes along the history; `step` says which way (goBack or goForward). */
  function walk(step: (history: History<Spot>, here: Spot) => Step<Spot> | null): void {
    const walked = step(history.value, spot.value)
    if (walked === null) return
    history.value = walked.history
    jump.value = { spot: walked.to, exact: true, focus: false }
  }

  /** The next or previous item in reading order, from the one being read. */
  function neighbour(step: 1 | -1): string | null {
    const items = visibleItems.value
    const index = items.findIndex((placed) => placed.item.id === currentItem.value)
    return items[index + step]?.item.id ?? null
  }

  /** Whether an overlay holds the focus, so that what lies behind it is out of reach. */
  const isCovered = computed(() => overlays.value && (contentsOpen.value || panel.value !== null))

  function togglePanel(name: Panel): void {
    panel.value = panel.value === name ? null : name
  }

  /** Opens or closes the contents; as an overlay they take the place of a panel. */
  function toggleContents(): void {
    contentsOpen.value = !contentsOpen.value
    if (overlays.value && contentsOpen.value) panel.value = null
  }

  /** Another edition is open: nothing of the last one's places holds any more. */
  function start(startView: View): void {
    view.value = startView
    history.value = emptyHistory
    source.value = null
    jump.value = null
    findShown.value = false
    currentItem.value = editions.items[0]?.item.id ?? null
  }

  return {
    screen,
    view,
    panel,
    contentsOpen,
    dialog,
    findShown,
    source,
    currentItem,
    current,
    overlays,
    spot,
    jump,
    history,
    visibleItems,
    goTo,
    showScreen,
    goToItem,
    goToOpening,
    walk,
    neighbour,
    isCovered,
    togglePanel,
    toggleContents,
    start,
  }
})

/** Where the first line of an item comes to stand after a jump, in pixels below the page's top (--s9). */
export const restingOffset = 45
