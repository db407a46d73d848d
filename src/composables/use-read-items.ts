// Which items were read, by what is on the screen and for how long.
import { onBeforeUnmount, watch } from 'vue'
import { createReadingClock, shownParts, type ShownItems } from '#core/reading/reading-clock'
import { useEditionStore } from '../stores/edition.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useViewStore } from '../stores/view.ts'
import type { MeasuredPage } from './measure-page.ts'
import { patience } from '../patience.ts'

export interface ReadItems {
  /** The reader did something: from now on what stays on the screen counts. */
  readonly markActive: () => void
  /** The reader scrolled: checks what is on the screen now. */
  readonly onScroll: (measured: MeasuredPage, page: HTMLElement) => void
  /** Checks when the page has nothing else to do. Another check before that takes its place. */
  readonly checkWhenIdle: (measured: MeasuredPage, page: HTMLElement) => void
}

/**
 * For a page of one edition: what is counted as the page goes is still of that one, whichever is open by then.
 * @param now the time in milliseconds
 */
export function useReadItems(now: () => number = Date.now): ReadItems {
  const reader = useReaderDataStore()
  const view = useViewStore()
  const edition = useEditionStore().edition?.id
  const clock = createReadingClock()
  const words = new WeakMap<Element, number>()
  const opened = now()
  /** Read before the reader did anything. */
  let unmarked: readonly string[] = []
  let timer = 0
  /** The check that waits for the page to have nothing else to do; null for none. */
  let waiting: number | null = null
  let checkAgain: (() => void) | null = null
  /** A window that was opened and left alone has read nothing. */
  let hasActed = false

  function markActive(): void {
    hasActed = true
  }

  function onScroll(measured: MeasuredPage, page: HTMLElement): void {
    markActive()
    checkScreen(measured, page)
  }

  function checkScreen(measured: MeasuredPage, page: HTMLElement): void {
    stopWaiting()
    checkAgain = () => {
      checkScreen(measured, page)
    }
    mark(clock.show(shownOn(measured, page), now()))
    markNext()
  }

  function shownOn({ items, tops, ends }: MeasuredPage, page: HTMLElement): ShownItems {
    const screen = { top: page.scrollTop, height: page.clientHeight }
    const shown = shownParts(tops(), ends(), screen).flatMap(({ index, ...part }) => {
      const item = items[index]
      // What the program found of an item is not the item.
      const text = item?.querySelector('[data-text="item"], [data-text="gist"]')
      const id = item?.dataset.item
      return text == null || id === undefined ? [] : [{ id, words: wordsIn(text), ...part }]
    })
    return { lit: view.currentItem, items: shown }
  }

  /** A text is long, and each scroll asks. */
  function wordsIn(text: Element): number {
    const count = words.get(text) ?? text.textContent.split(/\s+/u).filter(Boolean).length
    words.set(text, count)
    return count
  }

  function mark(read: readonly string[]): void {
    unmarked = [...unmarked, ...read]
    if (!hasActed || unmarked.length === 0) return
    void reader.markRead(unmarked, edition)
    unmarked = []
  }

  /** As soon as the next one will have been read. */
  function markNext(): void {
    window.clearTimeout(timer)
    const wait = clock.nextIn()
    if (wait === null) return
    timer = window.setTimeout(() => {
      mark(clock.passTo(now()))
      markNext()
    }, wait)
  }

  function stopWaiting(): void {
    if (waiting !== null) cancelIdleCallback(waiting)
    waiting = null
  }

  function checkWhenIdle(measured: MeasuredPage, page: HTMLElement): void {
    stopWaiting()
    waiting = requestIdleCallback(() => {
      checkScreen(measured, page)
    })
  }

  watch(
    () => view.currentItem,
    () => {
      // The check that waits knows the page as it is now.
      if (waiting === null) checkAgain?.()
    },
  )

  onBeforeUnmount(() => {
    if (now() - opened >= patience.glance) markActive()
    mark(clock.passTo(now()))
    window.clearTimeout(timer)
    stopWaiting()
  })
  return { markActive, onScroll, checkWhenIdle }
}
