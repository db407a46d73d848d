// Where the lit item stood before a filter, so that a reader who went nowhere since comes back to the pixel.
import type { ScrollAnchor } from '../stores/view.ts'

export interface FilteredPlace {
  /** The place to come back to: that before the filter, or `now` where the reader has left the place that the filter gave. */
  readonly before: (now: ScrollAnchor) => ScrollAnchor
  /** Remembers where the filter put what stood at `before`; returns it. */
  readonly put: (before: ScrollAnchor, reached: ScrollAnchor) => ScrollAnchor
}

export function createFilteredPlace(): FilteredPlace {
  let last: { readonly before: ScrollAnchor; readonly reached: ScrollAnchor } | null = null
  return {
    before: (now) => (last?.reached === now ? last.before : now),
    put(before, reached) {
      last = { before, reached }
      return reached
    },
  }
}
