// Where what belongs to a passage stands: below it, or above it where there is more room. It never covers its passage.
import { computed, ref, watch, type Ref } from 'vue'
import type { LitPlace } from './use-lit-range.ts'

/** In pixels: room between it and the passage, and at the sides of the page. */
const gap = 8
const margin = 16
/** In pixels: a line of text always shows. */
const leastHeight = 80

export interface BesideOptions {
  /** Where the passage stands on the layer; null while it is not shown. */
  readonly place: () => LitPlace | null
  /** The layer that moves with the text. */
  readonly layer: () => HTMLElement | null
  readonly shown: Readonly<Ref<HTMLElement | null>>
  /** From the edge of what is shown to the edge of its words, in pixels: those stand under the words of the passage. */
  readonly indent: number
}

/** @returns the style of what is shown, and what measures it after it changed */
export function useBesidePlace({ place, layer, shown, indent }: BesideOptions) {
  const isAbove = ref(false)
  /** In pixels: how high it may be, and how wide it is. */
  const room = ref(0)
  const width = ref(0)

  function measure(): void {
    const now = place()
    const page = document.querySelector('main')?.getBoundingClientRect()
    const corner = layer()?.getBoundingClientRect()
    if (page === undefined || corner === undefined || now === null || shown.value === null) return
    const foot = document.querySelector<HTMLElement>('[data-foot]')?.offsetHeight ?? 0
    const below = page.bottom - foot - (corner.top + now.last.bottom) - 2 * gap
    const above = corner.top + now.first.top - page.top - 2 * gap
    isAbove.value = shown.value.scrollHeight > below && above > below
    room.value = isAbove.value ? above : below
    width.value = shown.value.offsetWidth
  }

  /** A new width moves the lines. */
  watch([place, shown], measure, { flush: 'post' })

  /** As far as the page goes. */
  const style = computed(() => {
    const now = place()
    if (now === null) return {}
    const corner = layer()?.getBoundingClientRect().left ?? 0
    const page = document.querySelector('main')?.getBoundingClientRect()
    const farthest = (page?.right ?? 0) - corner - width.value - margin
    const nearest = (page?.left ?? 0) - corner + margin
    const left = `${String(Math.max(nearest, Math.min(now.first.left - indent, farthest)))}px`
    const most = {
      '--most': `${String(Math.max(room.value, leastHeight))}px`,
      '--widest': `${String((page?.width ?? 0) - 2 * margin)}px`,
    }
    return isAbove.value
      ? { ...most, left, top: `${String(now.first.top - gap)}px`, transform: 'translateY(-100%)' }
      : { ...most, left, top: `${String(now.last.bottom + gap)}px` }
  })

  return { style, measure }
}
