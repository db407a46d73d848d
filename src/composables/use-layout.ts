// Which of the design's five widths the window has now (design: Grid).
import { onScopeDispose, readonly, shallowRef, type ShallowRef } from 'vue'
import { useSystemStore } from '../stores/system.ts'
import { whenSized } from './when-sized.ts'

/** From how many CSS pixels on. */
const widths = {
  contentsBeside: 900,
  wordsInBar: 960,
  twoColumns: 1100,
  outerMargin: 1240,
} as const

export type Layout = Readonly<Record<keyof typeof widths, Readonly<ShallowRef<boolean>>>>

/**
 * True as long as the window matches a media query; follows it until the component goes.
 * @param before what it is as long as the page has no size, and media queries tell nothing
 */
export function useMedia(query: string, before = false): Readonly<ShallowRef<boolean>> {
  const media = window.matchMedia(query)
  const matches = shallowRef(before)
  const follow = (): void => {
    matches.value = media.matches
  }
  const stopWaiting = whenSized(follow)
  media.addEventListener('change', follow)
  onScopeDispose(() => {
    stopWaiting()
    media.removeEventListener('change', follow)
  })
  return readonly(matches)
}

export function useLayout(): Layout {
  const { width } = useSystemStore().pageSize()
  const isWide = (least: number): Readonly<ShallowRef<boolean>> =>
    useMedia(`(min-width: ${String(least)}px)`, width >= least)
  return {
    contentsBeside: isWide(widths.contentsBeside),
    wordsInBar: isWide(widths.wordsInBar),
    twoColumns: isWide(widths.twoColumns),
    outerMargin: isWide(widths.outerMargin),
  }
}
