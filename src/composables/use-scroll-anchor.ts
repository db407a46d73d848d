// Scroll anchoring: whatever changes the layout, the lit item stays where it was on the screen.
import { nextTick, onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { currentIndex, scrollTo } from '#core/reading/reading-position'
import { useEditionStore } from '../stores/edition.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useViewStore, type Jump, type ScrollAnchor } from '../stores/view.ts'
import { createFilteredPlace } from './filtered-place.ts'
import { focusItem } from './focus-region.ts'
import { anchorAt, measurePage, wantedOffset, type MeasuredPage } from './measure-page.ts'
import { useReadItems } from './use-read-items.ts'
import { lineHeightOf, useSavedPosition } from './use-saved-position.ts'
import { useScrolledByFocus } from './use-scrolled-by-focus.ts'

type Target = Pick<Jump, 'item' | 'offset' | 'height'> & Pick<ScrollAnchor, 'sticky'>
/** A layout of the page in which the anchor was put in its place. */
interface KnownLayout {
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
 * @returns `save` writes the reading position at once, and not when scrolling has ended
 */
export function useScrollAnchor(
  page: Ref<HTMLElement | null>,
  sheet: Ref<HTMLElement | null>,
  isWhole: Ref<boolean>,
  staged: Readonly<Ref<unknown>>,
): { save: () => Promise<void> } {
  const view = useViewStore()
  const draft = useNoteDraftStore()
  const editions = useEditionStore()
  const saved = useSavedPosition(sheet)
  const readItems = useReadItems()
  const filtered = createFilteredPlace()
  const isScrolledByFocus = useScrolledByFocus()

  /** The layout at the last scroll or change. In any other one the anchor is put back first. */
  let known: KnownLayout | null = null
  let roomAfter = 0
  /** Where this code scrolled to last: until the reader scrolls away from it, the anchor and the lit item stay. */
  let settledTop = 0
  let observer: ResizeObserver | null = null

  function frameOf({ clientWidth, clientHeight }: HTMLElement): string {
    return [clientWidth, clientHeight, view.view].join(' ')
  }

  function isKnown(scrolled: HTMLElement, text: HTMLElement): boolean {
    return known?.frame === frameOf(scrolled) && known.length === text.offsetHeight
  }

  /** Measures the layout, which is known from now on. */
  function measure(scrolled: HTMLElement, text: HTMLElement): MeasuredPage {
    const measured = measurePage(scrolled, text)
    known = { frame: frameOf(scrolled), length: text.offsetHeight, measured }
    return measured
  }

  function measureIfChanged(scrolled: HTMLElement, text: HTMLElement): MeasuredPage {
    return known !== null && isKnown(scrolled, text) ? known.measured : measure(scrolled, text)
  }

  function setRoomAfter(height: number): void {
    roomAfter = height
    // No custom property: each change of one is a change of style for all that is in it.
    if (sheet.value !== null)
      sheet.value.style.paddingBottom = `calc(var(--s12) + ${String(height)}px)`
  }

  /** The index of a anchor's item, or of the first one shown after it when a filter hides it. */
  function indexOf(item: string, { items }: MeasuredPage): number {
    const number = editions.itemById.get(item)?.number ?? 0
    return items.findIndex(
      (shown) => (editions.itemById.get(shown.dataset.item ?? '')?.number ?? 0) >= number,
    )
  }

  /** Scrolls an item to where it should stand. With `exact` there is room below the text for that; above the title there is none. */
  function scrollToTarget(wanted: Target, exact: boolean): ScrollAnchor {
    const { item } = wanted
    setRoomAfter(0)
    const scrolled = page.value
    const text = sheet.value
    if (scrolled === null || text === null) return { item, offset: 0, height: null }
    const measured = measure(scrolled, text)
    const index = item === null ? -1 : indexOf(item, measured)
    const top = index === -1 ? undefined : measured.topOf(index)
    if (item === null || top === undefined) {
      scrolled.scrollTop = 0
    } else {
      const offset = wantedOffset(wanted, measured, index, lineHeightOf(text))
      const target = scrollTo(top, offset, text.offsetHeight, scrolled.clientHeight)
      if (exact) setRoomAfter(target.after)
      scrolled.scrollTop = target.top
    }
    known = { frame: frameOf(scrolled), length: text.offsetHeight, measured }
    settledTop = scrolled.scrollTop
    readItems.checkWhenIdle(measured, scrolled)
    if (top === undefined) return { item: null, offset: 0, height: null }
    const height = measured.endOf(index) - top
    return { item, offset: top - scrolled.scrollTop, height, sticky: measured.sticky }
  }

  /** After a change of layout; the anchor stays what it was, so that a change back comes back to the pixel. */
  function restoreAnchor(): void {
    scrollToTarget(view.anchor, true)
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
      restoreAnchor() // the layout changed under the text: this scroll is not the reader's
      return
    }
    if (Math.abs(scrolled.scrollTop - settledTop) < 1) return
    settledTop = -1
    const measured = measureIfChanged(scrolled, text)
    if (draft.key === null && !isScrolledByFocus()) light(scrolled, measured)
    view.anchor = anchorAt(view.currentItem, measured, scrolled.scrollTop)
    readItems.onScroll(measured, scrolled)
    if (roomAfter > 0) dropRoomOutOfSight(scrolled, text)
    saved.saveSoon()
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
    if (isGrowingNote(scrolled)) measure(scrolled, text)
    else restoreAnchor()
  }

  /** A note that is being written grows below the lit item's first line, and its editor keeps its last line in view. */
  function isGrowingNote(scrolled: HTMLElement): boolean {
    return draft.key !== null && known?.frame === frameOf(scrolled)
  }

  watch(
    () => view.jump,
    async (jump) => {
      if (jump === null) return
      readItems.markActive()
      isWhole.value = true
      await nextTick()
      view.currentItem = jump.lit ?? jump.item ?? editions.items[0]?.item.id ?? null
      const reached = scrollToTarget(jump, jump.offset !== 'rest')
      view.anchor =
        jump.offset === 'rest'
          ? reached
          : { item: jump.item, offset: jump.offset, height: jump.height ?? null }
      lightWhatIsShown()
      if (jump.focus) focusItem(jump.item, page.value, sheet.value)
      saved.saveSoon()
    },
  )

  watch(
    () => view.view,
    async () => {
      isWhole.value = true
      await nextTick()
      restoreAnchor()
      await saved.save()
    },
  )
  /** Among fewer items the lit one comes below the bar that says so; without the filter it is back where it was. */
  watch(
    () => view.source,
    async (source) => {
      isWhole.value = true
      await nextTick()
      view.anchor = filtered.before(view.anchor)
      const { item } = view.anchor
      if (source === null || item === null) restoreAnchor()
      else view.anchor = filtered.put(view.anchor, scrollToTarget({ item, offset: 'rest' }, false))
      lightWhatIsShown()
      await saved.save()
    },
  )

  /** What the reader clicked on or came to with a key is lit, and from now on that is what keeps its place. */
  watch(
    () => view.currentItem,
    (_item, before) => {
      const scrolled = page.value
      const text = sheet.value
      if (scrolled === null || text === null || known === null || view.anchor.item === null) return
      const isFiltered = !known.measured.items.some((item) => item.dataset.item === before)
      if (!isFiltered && isKnown(scrolled, text))
        view.anchor = anchorAt(view.currentItem, known.measured, scrolled.scrollTop)
    },
    { flush: 'sync' },
  )

  watch([isWhole, staged], onLayout, { flush: 'post' })

  onMounted(() => {
    page.value?.addEventListener('scroll', onScroll, { passive: true })
    observer = new ResizeObserver(onLayout)
    for (const one of [page.value, sheet.value]) if (one !== null) observer.observe(one)
    saved.restore()
    restoreAnchor()
  })
  onBeforeUnmount(() => {
    observer?.disconnect()
  })

  /** The page may not have been told yet that it was scrolled. */
  function save(): Promise<void> {
    onScroll()
    return saved.save()
  }

  return { save }
}
