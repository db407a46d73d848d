// The text around the row or the hit at hand on the desk: its item, in whatever edition.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { DeskRow } from '#core/annotations/desk'
import type { HighlightedRange } from '#core/annotations/highlighted-pieces'
import { openingItem, type EditionBundle } from '#core/edition/edition'
import { placeSections, type PlacedItem } from '#core/edition/placed-item'
import { isInPlace } from '#core/reading/passage'
import { desktop } from '../desktop.ts'
import { useDeskStore } from './desk.ts'
import { useEditionStore } from './edition.ts'
import { useHighlightsStore } from './highlights.ts'
import { isDeskShelf, useShelfStore, type ItemPlace } from './shelf.ts'

export const useDeskContextStore = defineStore('desk-context', () => {
  const desk = useDeskStore()
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const shelf = useShelfStore()
  /** The edition that was read last, when it is another than the open one. */
  const other = shallowRef<EditionBundle | null>(null)
  /** Why the text of the row at hand cannot be shown; null when it can, or is being read. */
  const fault = shallowRef<'missing' | 'damaged' | null>(null)

  const row = computed<DeskRow | null>(() =>
    isDeskShelf(shelf.shown)
      ? (desk.shownRows.find(({ key }) => key === desk.current) ?? null)
      : null,
  )
  const place = computed<ItemPlace | null>(() => {
    const own = row.value?.place
    return own === undefined ? shelf.hit : { edition: own.record.edition, item: own.item }
  })
  const edition = computed(() => place.value?.edition ?? null)
  const bundle = computed(() =>
    editions.edition?.id === edition.value ? editions.bundle : other.value,
  )

  const shownEdition = computed(() => {
    const shown = bundle.value?.edition
    return shown?.id === edition.value ? shown : null
  })

  /** Reads the edition of the row at hand, when it is not the open one. The panel asks for it. */
  async function read(id: string | null): Promise<void> {
    fault.value = null
    if (id === null || id === editions.edition?.id || id === other.value?.edition.id) return
    const outcome = await desktop.library.read(id)
    if (id !== edition.value) return
    other.value = outcome.ok ? outcome.bundle : null
    fault.value = outcome.ok ? null : outcome.reason
  }

  /** Its item as it stands in the edition; null for the introduction, for one that is gone, and while it is being read. */
  const placed = computed<PlacedItem | null>(() => {
    if (bundle.value === null || shownEdition.value === null) return null
    const all = placeSections(bundle.value).flatMap(({ items }) => items)
    return all.find(({ item }) => item.id === place.value?.item) ?? null
  })
  const ownText = computed(() => {
    const isOpening = place.value?.item === openingItem
    return (isOpening ? shownEdition.value?.lede : placed.value?.item.text) ?? null
  })
  /** The place at hand where its edition has no text of it, or cannot be read; else null. */
  const textless = computed<ItemPlace | null>(() => {
    const isRead = shownEdition.value !== null || fault.value !== null
    return isRead && ownText.value === null ? place.value : null
  })
  /** What was kept of the words of a place; null where none were. */
  const keptText = shallowRef<{ readonly of: ItemPlace; readonly text: string | null } | null>(null)
  const text = computed(() => {
    const kept = keptText.value?.of === textless.value ? keptText.value?.text : null
    return ownText.value ?? kept ?? null
  })

  /** Asks for what was kept of the words of a place. The panel does so. */
  async function readKept(of: ItemPlace | null): Promise<void> {
    if (of !== null) keptText.value = { of, text: await textOf(of) }
  }

  function textOf({ edition: id, item }: ItemPlace): Promise<string | null> {
    return desktop.reader.textOf(id, item)
  }

  /** What else was kept of the same item. */
  const others = computed(() => {
    const { edition: id, item } = place.value ?? {}
    const all = desk.all.find((one) => one.id === id)?.rows ?? []
    return all.filter((one) => one.place.item === item && one.key !== row.value?.key)
  })

  /** What is highlighted in the text, as far as it is known where it stands. */
  const ranges = computed<readonly HighlightedRange[]>(() => {
    const shown = text.value
    if (shown === null) return []
    const rows = row.value === null ? others.value : [row.value, ...others.value]
    const own = rows.flatMap(({ highlight }) => highlight ?? [])
    return own.flatMap((highlight) => {
      const { anchor, colour } = highlight
      const now = highlights.placementOf(highlight)
      if (now?.state === 'loose' || (now === null && !isInPlace(shown, anchor))) return []
      if (highlights.itemOf(highlight) !== place.value?.item) return []
      const { part, start, end } = now?.passage ?? anchor
      return part === 'gist' ? [] : [{ start, end, colour }]
    })
  })

  return {
    ...{ row, place, edition, shownEdition, placed, text, textless, others, ranges, fault },
    ...{ read, readKept, textOf },
  }
})
