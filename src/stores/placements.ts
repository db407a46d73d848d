// What became of the highlights of the open edition whose text was corrected.
import { computed, shallowRef, watch } from 'vue'
import type { Highlight } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import type { Placement } from '#core/annotations/place-passage'
import { isInPlace } from '#core/reading/passage'
import { useEditionStore } from './edition.ts'

/** @param highlights those of the open edition */
export function usePlacements(highlights: () => readonly Highlight[]) {
  const editions = useEditionStore()
  /** What became of them, by their keys. */
  const placements = shallowRef<ReadonlyMap<string, Placement>>(new Map())
  /** For which of them that is known. */
  const placedLast = shallowRef<readonly Highlight[]>([])

  const misplaced = computed(() =>
    highlights().filter(
      ({ item, anchor }) => !isInPlace(editions.textOf(item, anchor.part), anchor),
    ),
  )

  watch(misplaced, placeAgain, { immediate: true })

  /** What places them is not loaded before it is needed. */
  async function placeAgain(all: readonly Highlight[]): Promise<void> {
    if (all.length === 0) {
      takePlacements(all, [])
      return
    }
    const { createPassagePlacer } = await import('#core/annotations/place-passage')
    // Another edition or another list may have come meanwhile.
    if (all !== misplaced.value) return
    const place = createPassagePlacer(editions.texts)
    takePlacements(
      all,
      all.map((one) => [annotationKey(one), place(one.anchor, one.item)]),
    )
  }

  function takePlacements(
    of: readonly Highlight[],
    found: readonly (readonly [string, Placement])[],
  ): void {
    placements.value = new Map(found)
    placedLast.value = of
  }

  /** What became of them in the text that is open now; null until all of them were sought in it. */
  const settled = computed(() => (placedLast.value === misplaced.value ? placements.value : null))

  return { misplaced, placements, settled }
}
