// The highlights of the open edition, and where they stand in its text as it is now.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { aboutText as aboutTextOf } from '#core/annotations/about-item'
import {
  mostBefore,
  type AboutItem,
  type Annotation,
  type Highlight,
  type HighlightColour,
} from '#core/annotations/annotation'
import { annotationKey, readAnnotationKey } from '#core/annotations/kinds'
import type { Placement } from '#core/annotations/place-passage'
import { groupBy } from '#core/group-by'
import { omit } from '#core/omit'
import { anchorOf, type ItemPart, type Passage } from '#core/reading/passage'
import { useEditionStore } from './edition.ts'
import { newHighlight } from './new-highlight.ts'
import { usePlacedElsewhereStore } from './placed-elsewhere.ts'
import { usePlacements } from './placements.ts'
import { useReaderDataStore } from './reader-data.ts'

/** A highlight with the passage that it marks now. */
export interface PlacedHighlight extends Passage {
  readonly key: string
  readonly highlight: Highlight
}

export const useHighlightsStore = defineStore('highlights', () => {
  const editions = useEditionStore()
  const elsewhere = usePlacedElsewhereStore()
  const reader = useReaderDataStore()
  /** The key of the highlight that the keys are at; null when they are at none. */
  const openKey = ref<string | null>(null)
  /** Where the keys were last: they go on from there while its item is at hand. */
  const left = shallowRef<Passage | null>(null)
  /** What a passage is marked in when the reader only writes at it. */
  const lastColour = ref<HighlightColour>('oker')
  /** The key of what the reader marked, or wrote at, just now, until they go elsewhere: what they write next is about it. */
  const markedKey = ref<string | null>(null)
  /** The key of a loose highlight that waits for the reader to point out its new words; null when none does. */
  const pointing = ref<string | null>(null)
  /** The same list while the reader's data changes elsewhere: what depends on it measures and paints. */
  const ofEdition = computed<readonly Highlight[]>((before) => {
    const id = editions.edition?.id
    const now = reader.annotations.highlight.filter(({ edition }) => edition === id)
    const isSame = before?.length === now.length && now.every((one, index) => one === before[index])
    return isSame ? before : now
  })
  const { misplaced, placements, settled } = usePlacements(() => ofEdition.value)

  /** Those that stand in the text, in the order in which they are read. */
  const placed = computed<readonly PlacedHighlight[]>(() => {
    const moved = new Set(misplaced.value)
    const all = ofEdition.value.flatMap((highlight): PlacedHighlight[] => {
      const key = annotationKey(highlight)
      if (!moved.has(highlight)) {
        const { part, start, end } = highlight.anchor
        return [{ key, highlight, item: highlight.item, part, start, end }]
      }
      const placement = placements.value.get(key)
      return placement === undefined || placement.state === 'loose'
        ? []
        : [{ key, highlight, ...placement.passage }]
    })
    return all.toSorted(inOrder)
  })

  /** As they are read. */
  function inOrder(one: Passage, other: Passage): number {
    const numberOf = ({ item }: Passage): number => editions.itemById.get(item)?.number ?? 0
    const partOf = ({ part }: Passage): number => (part === 'gist' ? 1 : 0)
    return (
      numberOf(one) - numberOf(other) ||
      partOf(one) - partOf(other) ||
      one.start - other.start ||
      one.end - other.end
    )
  }

  const byText = computed(() => groupBy(placed.value, textKey))
  const current = computed(() => placed.value.find(({ key }) => key === openKey.value) ?? null)
  const marked = computed(() => placed.value.find(({ key }) => key === markedKey.value) ?? null)

  function textKey({ item, part }: Pick<Passage, 'item' | 'part'>): string {
    return `${part} ${item}`
  }

  /** The highlights of one text. */
  function highlightsOf(item: string, part: ItemPart): readonly PlacedHighlight[] {
    return byText.value.get(textKey({ item, part })) ?? none
  }

  /** The shortest highlight over an offset of a text: what lies under another can still be reached. */
  function highlightAt(item: string, part: ItemPart, offset: number): PlacedHighlight | null {
    const over = highlightsOf(item, part).filter(
      ({ start, end }) => start <= offset && offset < end,
    )
    return over.toSorted((one, other) => one.end - one.start - (other.end - other.start))[0] ?? null
  }

  /** Whether some text of an item is highlighted. */
  function isHighlighted(item: string): boolean {
    return highlightsOf(item, 'item').length > 0 || highlightsOf(item, 'gist').length > 0
  }

  /** Whether something is written at a highlight of an item. */
  function hasNote(item: string): boolean {
    const all = [...highlightsOf(item, 'item'), ...highlightsOf(item, 'gist')]
    return all.some(({ highlight }) => highlight.note !== undefined)
  }

  /** What became of a highlight in its edition, open or not; null where it stands as it stood, or nothing is known. */
  function placementOf(highlight: Highlight): Placement | null {
    const isOfOpen = highlight.edition === editions.edition?.id
    const known = isOfOpen ? placements.value : elsewhere.placements
    return known.get(annotationKey(highlight)) ?? null
  }

  /** The items of passages that are no longer where they were, by the keys of their highlights; the same map while these are. */
  const itemsNow = computed<ReadonlyMap<string, string>>((before) => {
    const now = new Map<string, string>()
    const others = [...elsewhere.placements].filter(
      ([key]) => readAnnotationKey(key)?.edition !== editions.edition?.id,
    )
    for (const [key, placement] of [...others, ...placements.value])
      if (placement.state !== 'loose') now.set(key, placement.passage.item)
    const isSame =
      before?.size === now.size && [...now].every(([key, id]) => before.get(key) === id)
    return isSame ? before : now
  })

  /** The item where an annotation stands now. */
  function itemOf(record: Annotation): string {
    return itemsNow.value.get(annotationKey(record)) ?? record.item
  }

  /** Whether the words of a highlight stand no more in its text. */
  function isLoose(highlight: Highlight): boolean {
    return placementOf(highlight)?.state === 'loose'
  }

  /**
   * Marks a passage; one that is marked already takes the new colour.
   * @returns its highlight, which is shown at once and written right after; null in an edition without items
   */
  function mark(passage: Passage, colour: HighlightColour): Highlight | null {
    const same = highlightOver(passage)
    return same === null ? add(passage, colour) : recolour(same, colour)
  }

  /** The highlight that marks this very passage; null where none does. */
  function highlightOver({ item, part, start, end }: Passage): Highlight | null {
    const all = highlightsOf(item, part)
    return all.find((one) => one.start === start && one.end === end)?.highlight ?? null
  }

  function add(passage: Passage, colour: HighlightColour): Highlight | null {
    lastColour.value = colour
    const about = aboutText(passage.item)
    if (about === null) return null
    const anchor = anchorOf(editions.textOf(passage.item, passage.part), passage)
    const made = newHighlight(about, anchor, colour)
    void reader.put(made)
    return made
  }

  function aboutText(item: string): AboutItem | null {
    const { edition, items } = editions
    return edition === null ? null : aboutTextOf(edition, items, item, reader.author)
  }

  /** Whether a highlight stands at other words than those that were marked. */
  function isChanged(highlight: Highlight): boolean {
    return placementOf(highlight)?.state === 'changed'
  }

  /** Takes a passage for what it marks. The old words are kept. */
  function acceptWords(highlight: Highlight, passage: Passage): void {
    const { item, part, start, end } = passage
    const about = aboutText(item)
    if (about === null) return
    const anchor = { ...anchorOf(editions.textOf(item, part), { part, start, end }) }
    const before = [...(highlight.before ?? []), highlight.anchor.exact].slice(-mostBefore)
    const left = highlight.leftLoose === undefined ? {} : { leftLoose: false }
    const changed = new Date().toISOString()
    const where = omit(about, 'author')
    void reader.put({ ...highlight, ...where, ...left, anchor, before, changed })
  }

  function recolour(highlight: Highlight, colour: HighlightColour): Highlight {
    lastColour.value = colour
    if (highlight.colour === colour) return highlight
    const changed = { ...highlight, colour, changed: new Date().toISOString() }
    void reader.put(changed)
    return changed
  }

  function open(key: string): void {
    openKey.value = key
    markedKey.value = null
  }

  function close(): void {
    if (current.value !== null) left.value = current.value
    openKey.value = null
  }

  watch(() => editions.bundle, closeAll, { flush: 'sync' })

  function closeAll(): void {
    close()
    pointing.value = null
  }

  return {
    ...{
      openKey,
      lastColour,
      left,
      pointing,
      markedKey,
      settled,
      placed,
      inOrder,
      byText,
      current,
      marked,
    },
    ...{
      highlightsOf,
      highlightAt,
      highlightOver,
      isHighlighted,
      hasNote,
      placementOf,
      itemOf,
      isLoose,
      isChanged,
      acceptWords,
      mark,
      recolour,
      open,
      close,
    },
  }
})

const none: readonly PlacedHighlight[] = []
