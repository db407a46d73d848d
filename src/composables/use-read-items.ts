// Which items were read: their last line was on the screen for a second.
import { onBeforeUnmount } from 'vue'
import { withEndInView } from '#core/reading/reading-position'
import { useReaderDataStore } from '../stores/reader-data.ts'
import type { MeasuredPage } from './measure-page.ts'

/** How long a last line must have been on the screen, in milliseconds. */
const readingTime = 1_000

export interface ReadItems {
  /** The reader did something: from now on what stays on the screen counts. */
  readonly begin: () => void
  /** The reader scrolled: takes note of what is on the screen now. */
  readonly look: (measured: MeasuredPage, page: HTMLElement) => void
  /** Takes note when the page has nothing else to do, unless something else is looked at before. */
  readonly lookSoon: (measured: MeasuredPage, page: HTMLElement) => void
}

export function useReadItems(): ReadItems {
  const reader = useReaderDataStore()
  /** When the last line of each item came onto the screen; null when it was counted, which it is once until it goes. */
  const since = new Map<string, number | null>()
  let timer = 0
  let waiting = 0
  /** A window that was opened and left alone has read nothing. */
  let hasActed = false

  function begin(): void {
    hasActed = true
  }

  function look(measured: MeasuredPage, page: HTMLElement): void {
    begin()
    note(measured, page)
  }

  function note({ items, ends }: MeasuredPage, page: HTMLElement): void {
    cancelIdleCallback(waiting)
    const shown = withEndInView(ends(), { top: page.scrollTop, height: page.clientHeight })
    const ids = new Set(shown.map((index) => items[index]?.dataset.item ?? ''))
    count()
    for (const id of since.keys()) if (!ids.has(id)) since.delete(id)
    for (const id of ids) if (!since.has(id)) since.set(id, Date.now())
    window.clearTimeout(timer)
    timer = window.setTimeout(count, readingTime)
  }

  function count(): void {
    if (!hasActed) return
    const now = Date.now()
    const read = [...since].filter(([, from]) => from !== null && now - from >= readingTime)
    for (const [id] of read) since.set(id, null)
    if (read.length > 0) void reader.markRead(read.map(([id]) => id))
  }

  function lookSoon(measured: MeasuredPage, page: HTMLElement): void {
    cancelIdleCallback(waiting)
    waiting = requestIdleCallback(() => {
      note(measured, page)
    })
  }

  onBeforeUnmount(() => {
    begin()
    count()
    window.clearTimeout(timer)
    cancelIdleCallback(waiting)
  })
  return { begin, look, lookSoon }
}
