// Measures the notes of highlights in the outer margin, and says where each of them stands.
import {
  computed,
  onBeforeUnmount,
  onMounted,
  shallowReactive,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'
import { placeInMargin, type PlaceInMargin } from '#core/reading/margin-places'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore, type PlacedHighlight } from '../stores/highlights.ts'
import { rangeOfPassage } from './passage-elements.ts'

/** So many lines of a note show at most, and so many when its item has too many notes. */
const lines = { whole: 6, brief: 2 } as const
/** In pixels, between two notes. */
const gap = 20
/** What else stands in the margin: captions, pictures and the note of an item. */
const takers =
  '.in-margin:not(.passage-note), .has-margin:not(.is-covered), .has-caption:not(.is-covered) > .words'

/** What stands in the margin now, by the keys of the highlights. */
const elements = shallowReactive(new Map<string, HTMLElement>())
const places = shallowRef<ReadonlyMap<string, PlaceInMargin>>(new Map())

/**
 * The place of the note of a highlight, as long as its component lives.
 * @param element null while it does not stand in the margin
 */
export function usePlaceInMargin(
  key: string,
  element: Readonly<Ref<HTMLElement | null>>,
): ComputedRef<PlaceInMargin | null> {
  watch(
    element,
    (now) => {
      if (now === null) elements.delete(key)
      else elements.set(key, now)
    },
    { immediate: true, flush: 'post' },
  )
  onBeforeUnmount(() => elements.delete(key))
  return computed(() => places.value.get(key) ?? null)
}

/** Places all notes of the page anew when it, or one of them, has another size. */
export function useMarginPlaces(sheet: Readonly<Ref<HTMLElement | null>>): void {
  const editions = useEditionStore()
  const highlights = useHighlightsStore()

  function place(): void {
    const corner = sheet.value?.getBoundingClientRect().top
    const shown = highlights.placed.filter(({ key }) => elements.has(key))
    if (corner === undefined || sheet.value === null || shown.length === 0) return
    const notes = shown.map((one) => measure(one, corner))
    const taken = [...sheet.value.querySelectorAll(takers)].map((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return { top: top - corner, bottom: bottom - corner }
    })
    const text = sheet.value.querySelector('[data-text="item"]') ?? sheet.value
    const lineHeight = Number.parseFloat(getComputedStyle(text).lineHeight)
    const found = placeInMargin(notes, { taken, lineHeight, gap })
    places.value = new Map(
      shown.flatMap(({ key }, index) => {
        const at = found[index]
        const origin = originOf(elements.get(key)) - corner
        return at === undefined ? [] : [[key, { ...at, top: at.top - origin }] as const]
      }),
    )
  }

  function measure(one: PlacedHighlight, corner: number) {
    const element = elements.get(one.key)
    const title = editions.textAndTitle(one.item)?.title ?? null
    const [first] = rangeOfPassage(one, title)?.getClientRects() ?? []
    const words = element?.querySelector<HTMLElement>('[data-clamped]') ?? null
    const line = (first?.top ?? corner) - corner
    const whole = element?.offsetHeight ?? 0
    if (words === null) return { item: one.item, line, height: whole, briefHeight: whole }
    const around = whole - words.offsetHeight
    const lineOfNote = Number.parseFloat(getComputedStyle(words).lineHeight)
    const upTo = (count: number): number =>
      around + Math.min(words.scrollHeight, Math.ceil(count * lineOfNote))
    return { item: one.item, line, height: upTo(lines.whole), briefHeight: upTo(lines.brief) }
  }

  const observer = new ResizeObserver(place)
  function observe(): void {
    observer.disconnect()
    if (sheet.value !== null && elements.size > 0) observer.observe(sheet.value)
    for (const element of elements.values()) observer.observe(element)
  }

  onMounted(observe)
  watch(
    [elements, () => highlights.placed],
    () => {
      observe()
      place()
    },
    { flush: 'post' },
  )
  onBeforeUnmount(() => observer.disconnect())
}

/** Where the block begins in which an element has its place, in pixels from the top of the window. */
function originOf(element: HTMLElement | undefined): number {
  return element?.offsetParent?.getBoundingClientRect().top ?? 0
}
