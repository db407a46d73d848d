// Keeps the reader's place: whatever changes the layout, the lit item stays where it was on the screen.
import { nextTick, onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { currentIndex, scrollTo } from '#core/reading/reading-position'
import { useEditionStore } from '../stores/edition.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useViewStore, type Jump, type Spot } from '../stores/view.ts'
import { measurePage, restOffset, type MeasuredPage } from './measure-page.ts'
import { useReadItems } from './use-read-items.ts'

/** How long after the last scroll the place is written, in milliseconds. */
const settleTime = 300
/** So many lines of an item stay in view at the least when its text gets shorter above the page's top. */
const leastLines = 2

type Target = Pick<Jump, 'item' | 'offset' | 'height'>

interface Known {
  /** The size of the page, and the view. */
  readonly frame: string
  /** The height of the text. */
  readonly length: number
  readonly measured: MeasuredPage
}

/**
 * @param page the element that scrolls
 * @param sheet its only child, which holds the text and takes added room as padding at its end
 * @param isWhole whether all items are in the sheet; becomes true when a jump may lead to any of them
 * @param staged another value whenever items out of sight follow a switch
 * @returns `save` writes the place now instead of when scrolling has settled
 */
export function useReadingPlace(
  page: Ref<HTMLElement | null>,
  sheet: Ref<HTMLElement | null>,
  isWhole: Ref<boolean>,
  staged: Readonly<Ref<unknown>>,
): { save: () => Promise<void> } {
  const view = useViewStore()
  const draft = useNoteDraftStore()
  const editions = useEditionStore()
  const reader = useReaderDataStore()
  const readItems = useReadItems()

  /** The page in the layout that it was last put right in; in any other one the spot is put back first. */
  let known: Known | null = null
  let roomAfter = 0
  /** Where this code scrolled to last: until the reader scrolls away from it, the spot and the lit item stay. */
  let settledTop = 0
  let saveTimer = 0
  let observer: ResizeObserver | null = null

  function frameOf({ clientWidth, clientHeight }: HTMLElement): string {
    return [clientWidth, clientHeight, view.view].join(' ')
  }

  function isKnown(scrolled: HTMLElement, text: HTMLElement): boolean {
    return known?.frame === frameOf(scrolled) && known.length === text.offsetHeight
  }

  /** Takes the layout as it is now for known. */
  function learn(scrolled: HTMLElement, text: HTMLElement): MeasuredPage {
    const measured = measurePage(scrolled, text)
    known = { frame: frameOf(scrolled), length: text.offsetHeight, measured }
    return measured
  }

  function learnt(scrolled: HTMLElement, text: HTMLElement): MeasuredPage {
    return known !== null && isKnown(scrolled, text) ? known.measured : learn(scrolled, text)
  }

  function setRoomAfter(height: number): void {
    roomAfter = height
    // No custom property: each change of one is a change of style for all that is in it.
    if (sheet.value !== null)
      sheet.value.style.paddingBottom = `calc(var(--s12) + ${String(height)}px)`
  }

  /** The index of a spot's item, or of the first one shown after it when a filter hides it. */
  function indexOf(item: string, { items }: MeasuredPage): number {
    const number = editions.itemById.get(item)?.number ?? 0
    return items.findIndex(
      (shown) => (editions.itemById.get(shown.dataset.item ?? '')?.number ?? 0) >= number,
    )
  }

  /**
   * Scrolls an item to where it should stand, with room below the text when `exact` asks for it. Above the title there is never room:
   * near the top the line moves.
   */
  function bring({ item, offset, height = null }: Target, exact: boolean): Spot {
    setRoomAfter(0)
    const scrolled = page.value
    const text = sheet.value
    if (scrolled === null || text === null) return { item, offset: 0, height: null }
    const measured = learn(scrolled, text)
    const index = item === null ? -1 : indexOf(item, measured)
    const top = index === -1 ? undefined : measured.topOf(index)
    if (item === null || top === undefined) {
      scrolled.scrollTop = 0
    } else {
      const wanted =
        offset === 'rest'
          ? restOffset(measured, index)
          : sameLine({ offset, height }, measured, index)
      const target = scrollTo(top, wanted, text.offsetHeight, scrolled.clientHeight)
      if (exact) setRoomAfter(target.after)
      scrolled.scrollTop = target.top
    }
    known = { frame: frameOf(scrolled), length: text.offsetHeight, measured }
    settledTop = scrolled.scrollTop
    readItems.lookSoon(measured, scrolled)
    if (top === undefined) return { item: null, offset: 0, height: null }
    return { item, offset: top - scrolled.scrollTop, height: measured.endOf(index) - top }
  }

  /**
   * Where the first line of an item comes to stand in another layout: where it stood. When it was above the page, the line at the
   * page's top is as far into the text as it was. An item that would end above the page stays in sight by its last lines.
   */
  function sameLine(
    { offset, height }: { readonly offset: number; readonly height: number | null },
    { topOf, endOf }: MeasuredPage,
    index: number,
  ): number {
    if (offset >= 0) return offset
    const now = endOf(index) - topOf(index)
    const wanted = height === null || height <= 0 ? offset : (offset * now) / height
    const least = leastLines * lineHeightOf(sheet.value)
    return wanted + now < least ? Math.min(0, least - now) : wanted
  }

  /** After a change of layout; the spot stays what it was, so that a change back comes back to the pixel. */
  function putBack(): void {
    bring(view.spot, true)
    lightWhatIsShown()
  }

  /** An item that went out of the page cannot stay lit. */
  function lightWhatIsShown(): void {
    const items = known?.measured.items ?? []
    if (items.some((item) => item.dataset.item === view.currentItem)) return
    view.currentItem = items[0]?.dataset.item ?? null
  }

  function onScroll(): void {
    const scrolled = page.value
    const text = sheet.value
    if (scrolled === null || text === null) return
    if (!isKnown(scrolled, text) && !isGrowingNote(scrolled)) {
      putBack() // the layout changed under the text: this scroll is not the reader's
      return
    }
    if (Math.abs(scrolled.scrollTop - settledTop) < 1) return
    settledTop = -1
    const measured = learnt(scrolled, text)
    if (draft.item === null) light(scrolled, measured)
    view.spot = spotAt(scrolled, measured)
    readItems.look(measured, scrolled)
    if (roomAfter > 0) dropRoomOutOfSight(scrolled, text)
    window.clearTimeout(saveTimer)
    saveTimer = window.setTimeout(() => void save(), settleTime)
  }

  /** The lit item and where it stands; at the top of the text it is the title that stands. */
  function spotAt(scrolled: HTMLElement, measured: MeasuredPage): Spot {
    const index = measured.items.findIndex((item) => item.dataset.item === view.currentItem)
    const top = measured.tops()[index]
    if (scrolled.scrollTop <= 0 || top === undefined) return { item: null, offset: 0, height: null }
    const height = measured.endOf(index) - measured.topOf(index)
    return { item: view.currentItem, offset: top - scrolled.scrollTop, height }
  }

  /** Lights the item at hand in the contents and in the text. */
  function light(scrolled: HTMLElement, { items, tops }: MeasuredPage): void {
    const index = currentIndex(tops(), {
      top: scrolled.scrollTop,
      height: scrolled.clientHeight,
      end: scrolled.scrollHeight - roomAfter,
    })
    view.currentItem = items[index]?.dataset.item ?? null
  }

  function dropRoomOutOfSight(scrolled: HTMLElement, text: HTMLElement): void {
    const end = text.offsetHeight - roomAfter
    if (scrolled.scrollTop + scrolled.clientHeight > end) return
    setRoomAfter(0)
    if (known !== null) known = { ...known, length: text.offsetHeight }
  }

  function onLayout(): void {
    const scrolled = page.value
    const text = sheet.value
    if (scrolled === null || text === null || isKnown(scrolled, text)) return
    if (isGrowingNote(scrolled)) learn(scrolled, text)
    else putBack()
  }

  /** A note that is being written grows below the lit item's first line, and its editor keeps its last line in view. */
  function isGrowingNote(scrolled: HTMLElement): boolean {
    return draft.item !== null && known?.frame === frameOf(scrolled)
  }

  /** Writes the place: the item, and how many of its lines lie above the top of the page. */
  async function save(): Promise<void> {
    window.clearTimeout(saveTimer)
    const edition = editions.edition
    if (edition === null) return
    const { item, offset } = view.spot
    const line = item === null ? 0 : -offset / lineHeightOf(sheet.value)
    const last = reader.place
    if (last?.item === item && Math.abs(last.line - line) < 0.02 && last.view === view.view) return
    await reader.put({ kind: 'place', edition: edition.id, item, line, view: view.view })
  }

  watch(
    () => view.jump,
    async (jump) => {
      if (jump === null) return
      readItems.begin()
      isWhole.value = true
      await nextTick()
      view.currentItem = jump.lit ?? jump.item ?? editions.items[0]?.item.id ?? null
      const reached = bring(jump, jump.offset !== 'rest')
      view.spot =
        jump.offset === 'rest'
          ? reached
          : { item: jump.item, offset: jump.offset, height: jump.height ?? null }
      lightWhatIsShown()
      if (jump.focus) focusOn(jump.item)
      window.clearTimeout(saveTimer)
      saveTimer = window.setTimeout(() => void save(), settleTime)
    },
  )

  function focusOn(item: string | null): void {
    const target = known?.measured.items.find((shown) => shown.dataset.item === item)
    const focused = target ?? page.value
    focused?.focus({ preventScroll: true })
  }

  watch(
    () => view.view,
    async () => {
      isWhole.value = true
      await nextTick()
      putBack()
      await save()
    },
  )
  /** Among fewer items the lit one comes below the bar that says so; without the filter it is back where it was. */
  watch(
    () => view.source,
    async (source) => {
      isWhole.value = true
      await nextTick()
      if (source === null || view.spot.item === null) putBack()
      else bring({ item: view.spot.item, offset: 'rest' }, false)
      lightWhatIsShown()
      await save()
    },
  )

  /** What the reader clicked on or came to with a key is lit, and from now on that is what keeps its place. */
  watch(
    () => view.currentItem,
    (_item, before) => {
      const scrolled = page.value
      const text = sheet.value
      if (scrolled === null || text === null || known === null || view.spot.item === null) return
      const isFiltered = !known.measured.items.some((item) => item.dataset.item === before)
      if (!isFiltered && isKnown(scrolled, text)) view.spot = spotAt(scrolled, known.measured)
    },
    { flush: 'sync' },
  )

  watch([isWhole, staged], onLayout, { flush: 'post' })

  onMounted(() => {
    page.value?.addEventListener('scroll', onScroll, { passive: true })
    observer = new ResizeObserver(onLayout)
    if (page.value !== null) observer.observe(page.value)
    if (sheet.value !== null) observer.observe(sheet.value)
    const { place } = reader
    if (place !== null && place.item !== null) {
      const isHere = editions.itemById.has(place.item)
      const item = isHere ? place.item : (editions.items[0]?.item.id ?? null)
      view.spot = { item, offset: -place.line * lineHeightOf(sheet.value), height: null }
      view.currentItem = item
    }
    putBack()
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
