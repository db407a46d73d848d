// Which of the design's five widths the window has now (design: Grid).
import { onScopeDispose, readonly, shallowRef, type ShallowRef } from 'vue'

const queries = {
  contentsBeside: '(min-width: 900px)',
  wordsInBar: '(min-width: 960px)',
  twoColumns: '(min-width: 1100px)',
  outerMargin: '(min-width: 1240px)',
} as const

export type Layout = Readonly<Record<keyof typeof queries, Readonly<ShallowRef<boolean>>>>

/** Whether the page is laid out for paper just now: that says nothing of the window. */
export function isForPaper(): boolean {
  return window.matchMedia('print').matches
}

/** True as long as the window matches a media query; follows it until the component goes. */
export function useMedia(query: string): Readonly<ShallowRef<boolean>> {
  const media = window.matchMedia(query)
  const matches = shallowRef(media.matches)
  const follow = (): void => {
    if (!isForPaper()) matches.value = media.matches
  }
  media.addEventListener('change', follow)
  onScopeDispose(() => {
    media.removeEventListener('change', follow)
  })
  return readonly(matches)
}

export function useLayout(): Layout {
  return {
    contentsBeside: useMedia(queries.contentsBeside),
    wordsInBar: useMedia(queries.wordsInBar),
    twoColumns: useMedia(queries.twoColumns),
    outerMargin: useMedia(queries.outerMargin),
  }
}
