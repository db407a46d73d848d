// Which items were read: their last line was on the screen for as long as it takes to skim them.
import { onBeforeUnmount } from 'vue'
import { readingTime, withEndInView } from '#core/reading/reading-position'
import { useEditionStore } from '../stores/edition.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
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

/** For a page of one edition: what is counted as the page goes is still of that one, whichever is open by then. */
export function useReadItems(): ReadItems {
  const reader = useReaderDataStore()
  const edition = useEditionStore().edition?.id
  /** When each item whose last line is on the screen will have been read. Null when it was counted: once until it goes. */
  const readAt = new Map<string, number | null>()
  let timer = 0
  let waiting = 0
  /** A window that was opened and left alone has read nothing. */
  let hasActed = false

  function markActive(): void {
    hasActed = true
  }

  function onScroll(measured: MeasuredPage, page: HTMLElement): void {
    markActive()
    checkScreen(measured, page)
  }

  function checkScreen({ items, ends }: MeasuredPage, page: HTMLElement): void {
    cancelIdleCallback(waiting)
    const shown = withEndInView(ends(), { top: page.scrollTop, height: page.clientHeight })
    // What the program found of an item is not the item.
    const seen = new Map(
      shown.flatMap((index) => {
        const text = items[index]?.querySelector('[data-text="item"], [data-text="gist"]')
        return text == null ? [] : [[items[index]?.dataset.item ?? '', text.textContent.length]]
      }),
    )
    countRead()
    for (const id of readAt.keys()) if (!seen.has(id)) readAt.delete(id)
    for (const [id, letters] of seen)
      if (!readAt.has(id)) readAt.set(id, Date.now() + readingTime(letters))
    countReadLater()
  }

  function countRead(): void {
    if (hasActed) countReadBy(Date.now())
  }

  /** Counts what had been read by then. */
  function countReadBy(now: number): void {
    const read = [...readAt].filter(([, at]) => at !== null && at <= now)
    for (const [id] of read) readAt.set(id, null)
    if (read.length > 0)
      void reader.markRead(
        read.map(([id]) => id),
        edition,
      )
  }

  /** When the next of them will have been read. */
  function countReadLater(): void {
    window.clearTimeout(timer)
    const now = Date.now()
    const later = [...readAt.values()].flatMap((at) => (at === null || at <= now ? [] : [at]))
    if (later.length === 0) return
    timer = window.setTimeout(
      () => {
        countRead()
        countReadLater()
      },
      Math.min(...later) - now,
    )
  }

  function checkWhenIdle(measured: MeasuredPage, page: HTMLElement): void {
    cancelIdleCallback(waiting)
    waiting = requestIdleCallback(() => {
      checkScreen(measured, page)
    })
  }

  onBeforeUnmount(() => {
    if (hasActed) countRead()
    else countReadBy(Date.now() - patience.glance)
    window.clearTimeout(timer)
    cancelIdleCallback(waiting)
  })
  return { markActive, onScroll, checkWhenIdle }
}
