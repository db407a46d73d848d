// Keeps the reader's place: whatever changes the layout, the line that was at hand stays where it was on the screen.
import { nextTick, onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { anchorIndex, currentIndex, scrollTo } from '#core/reading/reading-position'
import { useEditionStore } from '../stores/edition.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useViewStore, type Spot } from '../stores/view.ts'

/** How long after the last scroll the place is written, in milliseconds. */
const settleTime = 300
/** How long an item must have been at hand before moving on counts as having read it, in milliseconds. */
const readingTime = 1_000

interface Measured {
  readonly page: HTMLElement
  readonly sheet: HTMLElement
  readonly items: readonly HTMLElement[]
  /** Where each item starts in the page's scrolled content, added room included. */
  readonly tops: readonly number[]
}

/**
 * @param page the element that scrolls
 * @param sheet its only child, which holds the text and takes added room as padding (--room-before, --room-after)
 * @param isWhole whether all items are in the sheet; becomes true when a jump may lead to any of them
 * @returns `save` writes the place now instead of when scrolling has settled
 */
export function useReadingPlace(
  page: Ref<HTMLElement | null>,
  sheet: Ref<HTMLElement | null>,
  isWhole: Ref<boolean>,
): { save: () => Promise<void> } {
  const view = useViewStore()
  const editions = useEditionStore()
  const reader = useReaderDataStore()

  /** The layout that `view.spot` was measured in; in any other one the spot is put back first. */
  let known = ''
  let room = { before: 0, after: 0 }
  /** Where this code scrolled to last: until the reader scrolls away from it, nothing is measured anew. */
  let settledTop = 0
  /** An item that was jumped to stays lit until the reader scrolls. */
  let chosen = false
  let saveTimer = 0
  let currentSince = 0
  let observer: ResizeObserver | null = null

  function measure(): Measured | null {
    if (page.value === null || sheet.value === null) return null
    const items = [...sheet.value.querySelectorAll<HTMLElement>('[data-item]')]
    const origin = page.value.getBoundingClientRect().top - page.value.scrollTop
    const tops = items.map((item) => item.getBoundingClientRect().top - origin)
    return { page: page.value, sheet: sheet.value, items, tops }
  }

  function layoutOf({ page: scrolled, sheet: text }: Measured): string {
    return [scrolled.clientWidth, scrolled.clientHeight, text.offsetHeight, view.view].join(' ')
  }

  function setRoom(text: HTMLElement, next: { before: number; after: number }): void {
    room = next
    text.style.setProperty('--room-before', `${String(next.before)}px`)
    text.style.setProperty('--room-after', `${String(next.after)}px`)
  }

  /** The item that lies nearest the top, and where it stands. */
  function spotAt(measured: Measured): Spot {
    const index = anchorIndex(measured.tops, measured.page.scrollTop)
    const top = measured.tops[index]
    if (top === undefined) return { item: null, offset: 0 }
    return {
      item: measured.items[index]?.dataset.item ?? null,
      offset: top - measured.page.scrollTop,
    }
  }

  /** The index of a spot's item, or of the first one shown after it when a filter hides it. */
  function indexOf(spot: Spot, items: readonly HTMLElement[]): number {
    const number = spot.item === null ? 0 : (editions.itemById.get(spot.item)?.number ?? 0)
    return items.findIndex(
      (item) => (editions.itemById.get(item.dataset.item ?? '')?.number ?? 0) >= number,
    )
  }

  /** Scrolls a spot to where it was; `exact` adds room where the text is too short for that. */
  function putBack(spot: Spot, exact: boolean): void {
    if (sheet.value !== null) setRoom(sheet.value, { before: 0, after: 0 })
    const measured = measure()
    if (measured === null) return
    const { page: scrolled, sheet: text } = measured
    const line = measured.tops[indexOf(spot, measured.items)] ?? 0
    const target = scrollTo(line, spot.offset, text.offsetHeight, scrolled.clientHeight)
    if (exact) setRoom(text, target)
    scrolled.scrollTop = target.top
    settle(spot)
  }

  /** Takes the layout as it is now for known; a spot that is still the nearest keeps its exact offset, so nothing drifts. */
  function settle(spot: Spot): void {
    const measured = measure()
    if (measured === null) return
    const nearest = spotAt(measured)
    view.spot =
      nearest.item === spot.item && Math.abs(nearest.offset - spot.offset) < 1 ? spot : nearest
    settledTop = measured.page.scrollTop
    known = layoutOf(measured)
    if (!chosen) light(measured)
  }

  /** Lights the item at hand in the contents and in the text. */
  function light({ page: scrolled, items, tops }: Measured): void {
    const index = currentIndex(tops, {
      top: scrolled.scrollTop,
      height: scrolled.clientHeight,
      end: scrolled.scrollHeight,
    })
    setCurrent(items[index]?.dataset.item ?? null)
  }

  function setCurrent(item: string | null): void {
    const previous = view.current
    if (previous?.item.id === item) return
    const next = item === null ? undefined : editions.itemById.get(item)
    const movedOn = previous !== null && next !== undefined && next.number > previous.number
    if (movedOn && Date.now() - currentSince >= readingTime)
      void reader.markRead([previous.item.id])
    currentSince = Date.now()
    view.currentItem = item
  }

  function onScroll(): void {
    const measured = measure()
    if (measured === null) return
    if (layoutOf(measured) !== known) {
      putBack(view.spot, true) // the layout changed under the text: this scroll is not the reader's
      return
    }
    if (Math.abs(measured.page.scrollTop - settledTop) < 1) return
    settledTop = -1
    chosen = false
    view.spot = spotAt(measured)
    light(measured)
    if (room.before > 0 && measured.page.scrollTop >= room.before) dropRoomBefore(measured)
    window.clearTimeout(saveTimer)
    saveTimer = window.setTimeout(() => void save(), settleTime)
  }

  /** Room above the text is taken away as soon as it is out of sight. */
  function dropRoomBefore(measured: Measured): void {
    const top = measured.page.scrollTop - room.before
    setRoom(measured.sheet, { ...room, before: 0 })
    measured.page.scrollTop = top
    known = layoutOf(measured)
  }

  function onLayout(): void {
    const measured = measure()
    if (measured === null || layoutOf(measured) === known) return
    const atTop = settledTop === 0 || measured.page.scrollTop === 0
    const sameView = known.endsWith(` ${view.view}`)
    // A reader who sees the title goes on seeing it when the window or the letter changes size.
    if (atTop && sameView && room.before === 0) settle(view.spot)
    else putBack(view.spot, true)
  }

  /** Writes the place: the item, and how many of its lines lie above the top of the page. */
  async function save(): Promise<void> {
    window.clearTimeout(saveTimer)
    const edition = editions.edition
    if (edition === null) return
    markEndRead()
    const { item, offset } = view.spot
    const line = -offset / lineHeightOf(sheet.value)
    const last = reader.place
    if (last?.item === item && Math.abs(last.line - line) < 0.02 && last.view === view.view) return
    await reader.put({ kind: 'place', edition: edition.id, item, line, view: view.view })
  }

  /** The last item is read when the reader has come to the end of the text. */
  function markEndRead(): void {
    const last = editions.items.at(-1)
    const measured = measure()
    if (measured === null || last === undefined || view.currentItem !== last.item.id) return
    const { page: scrolled } = measured
    const end = scrolled.scrollTop + scrolled.clientHeight >= scrolled.scrollHeight - 1
    if (end) void reader.markRead([last.item.id])
  }

  watch(
    () => view.jump,
    async (jump) => {
      if (jump === null) return
      isWhole.value = true
      await nextTick()
      chosen = jump.spot.item !== null && !jump.exact
      if (chosen) setCurrent(jump.spot.item)
      putBack(jump.spot, jump.exact)
      const target = measure()?.items.find((item) => item.dataset.item === jump.spot.item)
      if (jump.focus) target?.focus({ preventScroll: true })
      window.clearTimeout(saveTimer)
      saveTimer = window.setTimeout(() => void save(), settleTime)
    },
  )

  watch(
    () => [view.view, view.source],
    async () => {
      isWhole.value = true
      await nextTick()
      putBack(view.spot, true)
      await save()
    },
  )

  /** In another window the opening may be shorter than it was: then the title stands at the top, without room above it. */
  function dropStartingRoom(): void {
    if (room.before === 0 || sheet.value === null) return
    setRoom(sheet.value, { ...room, before: 0 })
    settle(view.spot)
  }

  watch(
    isWhole,
    () => {
      onLayout()
      dropStartingRoom()
    },
    { flush: 'post' },
  )

  onMounted(() => {
    currentSince = Date.now()
    page.value?.addEventListener('scroll', onScroll, { passive: true })
    observer = new ResizeObserver(onLayout)
    if (page.value !== null) observer.observe(page.value)
    if (sheet.value !== null) observer.observe(sheet.value)
    const place = reader.place
    if (place === null) settle({ item: null, offset: 0 })
    else putBack({ item: place.item, offset: -place.line * lineHeightOf(sheet.value) }, true)
    // With the opening on the screen all that comes later comes below it.
    const opensWith = measure()?.items[0]?.dataset.item
    if (isWhole.value || opensWith === editions.items[0]?.item.id) dropStartingRoom()
  })
  onBeforeUnmount(() => {
    observer?.disconnect()
    window.clearTimeout(saveTimer)
  })

  return { save }
}

/** The height of a line of the text at hand, in pixels: a place is kept in lines, so that it survives another text size. */
function lineHeightOf(sheet: HTMLElement | null): number {
  const text = sheet?.querySelector('[data-item] .reading-line') ?? null
  const height = text === null ? NaN : Number.parseFloat(getComputedStyle(text).lineHeight)
  return Number.isFinite(height) && height > 0 ? height : 30
}
