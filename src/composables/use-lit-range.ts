// Lights what the keys are at: its ground with the Custom Highlight API, and where its half brackets stand. Nothing is put into the text.
import { computed, nextTick, onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import type { Passage } from '#core/reading/passage'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore } from '../stores/highlights.ts'
import { useLookUpStore } from '../stores/look-up.ts'
import { useSentenceStore } from '../stores/sentence.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useViewStore } from '../stores/view.ts'
import { rangeOfPassage } from './passage-elements.ts'

/** A box, in pixels from the corner of the layer that moves with the text. */
export interface LayerBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where the lit passage begins and ends. */
export interface LitPlace {
  readonly first: LayerBox
  readonly last: LayerBox
}

export function sheetOfPage(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main .sheet')
}

/** @param layer lies in the sheet of the page, and moves with its text */
export function useLitRange(layer: Readonly<Ref<HTMLElement | null>>) {
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const lookUp = useLookUpStore()
  const sentence = useSentenceStore()
  const settings = useSettingsStore()
  const view = useViewStore()
  const place = shallowRef<LitPlace | null>(null)

  /** An open highlight has its own ground, and gets the brackets alone. */
  const passage = computed<Passage | null>(
    () => lookUp.asked ?? highlights.current ?? sentence.chosen,
  )

  function currentRange(): Range | null {
    if (passage.value === null) return null
    const title = editions.textAndTitle(passage.value.item)?.title ?? null
    return rangeOfPassage(passage.value, title)
  }

  function draw(): void {
    const range = currentRange()
    const isLit = range !== null && passage.value !== highlights.current
    CSS.highlights.set('lit', new Highlight(...(isLit ? [range] : [])))
    place.value = placeOf(range, layer.value)
  }

  const observer = new ResizeObserver(draw)

  async function follow(): Promise<void> {
    // The text is shown anew first.
    await nextTick()
    draw()
    observer.disconnect()
    const sheet = sheetOfPage()
    if (passage.value !== null && sheet !== null) observer.observe(sheet)
  }

  watch([layer, passage, () => view.view, () => settings.settings.hyphenate], follow, {
    immediate: true,
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    CSS.highlights.delete('lit')
  })
  return { place, currentRange }
}

/** Where a range begins and ends on the layer; null when it is not shown. */
export function placeOf(range: Range | null, layer: HTMLElement | null): LitPlace | null {
  const boxes = [...(range?.getClientRects() ?? [])].filter(({ width }) => width > 0)
  const [first, last] = [boxes[0], boxes.at(-1)]
  const corner = layer?.getBoundingClientRect()
  if (first === undefined || last === undefined || corner === undefined) return null
  return { first: boxOn(first, corner), last: boxOn(last, corner) }
}

function boxOn(box: DOMRect, corner: DOMRect): LayerBox {
  return {
    left: box.left - corner.left,
    top: box.top - corner.top,
    right: box.right - corner.left,
    bottom: box.bottom - corner.top,
  }
}
