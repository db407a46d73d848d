// The first paint waits only for the items that it shows. The rest comes when the window has nothing else to do.
import { onBeforeUnmount, ref, type Ref } from 'vue'
import { textsOnScreen } from '#core/reading/reading-position'
import type { PlacedItem } from '#core/edition/placed-item'
import { useEditionStore } from '../stores/edition.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { leadings, measures, useSettingsStore } from '../stores/settings.ts'
import { useViewStore } from '../stores/view.ts'
import { afterFirstPaint } from './after-first-paint.ts'
import { useListeners } from './use-listeners.ts'
import { patience } from '../patience.ts'

/** What an opening takes at the least beside its lede, in lines of text; the lede is set larger than the text (tokens.css). */
const openingLines = 5
const ledeSize = 1.13
/** Side by side the letters are smaller, and the columns seldom narrower than that makes up for. */
const besideSize = 0.75

/** @returns which items are to be shown now, and whether that is all of them */
export function useFirstItems(): { isWhole: Ref<boolean>; has: (id: string) => boolean } {
  const editions = useEditionStore()
  const first = new Set(itemsOnScreen())
  const isWhole = ref(first.size === editions.items.length)
  function complete(): void {
    isWhole.value = true
  }
  useListeners(
    document,
    { keydown: complete, wheel: complete, pointerdown: complete },
    { capture: true, passive: true },
  )
  onBeforeUnmount(afterFirstPaint(complete, patience.restOfItems))
  return { isWhole, has: (id) => isWhole.value || first.has(id) }
}

/** The ids of the items that fill the page: from the opening on, or around the place where the reader left off. */
export function itemsOnScreen(): readonly string[] {
  const { items, itemById, edition } = useEditionStore()
  const { settings, shownTextSize } = useSettingsStore()
  const { leading, measure } = settings
  const { position } = useReaderDataStore()
  const lines = window.innerHeight / (shownTextSize * leadings[leading])
  const lineLength = measures[measure]
  const lengths = items.map(shownLength)
  // Where the item is gone, the first one takes its place.
  const kept = position?.item == null ? undefined : (itemById.get(position.item) ?? items[0])
  if (kept === undefined || position === null) {
    const opening = openingLines * lineLength + (edition?.lede ?? '').length * ledeSize
    const count = textsOnScreen([opening, ...lengths], { lines, lineLength }) - 1
    return items.slice(0, count).map((placed) => placed.item.id)
  }
  // Of an item that begins above the page nothing but its end may show; of one that begins below its top, those above it show.
  const whole = position.line > 0 ? kept.number : kept.number - 1
  const below = { lines: lines + Math.min(0, position.line), lineLength }
  const above = { lines: Math.max(0, -position.line), lineLength }
  const end = Math.max(kept.number, whole + textsOnScreen(lengths.slice(whole), below))
  const before = textsOnScreen(lengths.slice(0, kept.number - 1).toReversed(), above)
  return items.slice(kept.number - 1 - before, end).map((placed) => placed.item.id)
}

/**
 * Which items around one of them fill a page, wherever on it that one stands: the indices of the first and the last.
 * @param index of the one
 */
export function itemsAround(index: number): readonly [first: number, last: number] {
  const { items } = useEditionStore()
  const { settings, shownTextSize } = useSettingsStore()
  const lines = window.innerHeight / (shownTextSize * leadings[settings.leading])
  const screen = { lines, lineLength: measures[settings.measure] }
  const lengths = items.map(shownLength)
  const before = textsOnScreen(lengths.slice(0, index).toReversed(), screen)
  return [index - before, index + textsOnScreen(lengths.slice(index), screen)]
}

/** As many characters of an item as there are at the least, in the size of the text. */
function shownLength({ item, notes }: PlacedItem): number {
  switch (useViewStore().view) {
    case 'original':
      return item.text.length
    case 'side-by-side':
      return item.text.length * besideSize
    case 'notes':
      return notes?.gist.length ?? 0
  }
}
