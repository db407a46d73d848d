// What the hits are narrowed by, and how they are ordered.
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Facet } from '#core/search/facets'
import type { Relaxation, SearchAnswer, SearchRequest } from '#core/search/search-types'

/** Where the search looks: everywhere, in the open edition, or in the reader's notes. */
export type SearchPlace = keyof SearchAnswer['places']

export interface SearchChoices {
  readonly refine: Readonly<ShallowRef<SearchRequest['refine']>>
  readonly place: ComputedRef<SearchPlace>
  readonly order: Ref<SearchRequest['order']>
  readonly isNarrowed: ComputedRef<boolean>
  /** As they go into a request. */
  readonly asRequest: ComputedRef<Pick<SearchRequest, 'refine' | 'here' | 'order'>>
  /** Chooses a value of a facet; null lets go of the choice. */
  choose(facet: Facet, value: string | null): void
  lookIn(place: SearchPlace): void
  /** Drops the choices that a relaxation drops. */
  drop(relaxed: Relaxation['refine']): void
  /** Drops all choices; the order stays. */
  reset(): void
}

export function createSearchChoices(): SearchChoices {
  const refine = shallowRef<SearchRequest['refine']>({})
  const here = ref(false)
  const order = ref<SearchRequest['order']>('relevance')

  function choose(facet: Facet, value: string | null): void {
    const others = Object.entries(refine.value).filter(([name]) => name !== facet)
    refine.value = Object.fromEntries(value === null ? others : [...others, [facet, value]])
  }

  function reset(): void {
    refine.value = {}
    here.value = false
  }

  return {
    refine,
    place: computed(() => {
      if (here.value) return 'here'
      return refine.value.kind === 'note' ? 'notes' : 'everywhere'
    }),
    order,
    isNarrowed: computed(() => here.value || Object.keys(refine.value).length > 0),
    asRequest: computed(() => ({ refine: refine.value, here: here.value, order: order.value })),
    choose,
    lookIn(place) {
      here.value = place === 'here'
      if (place === 'notes') choose('kind', 'note')
      else if (refine.value.kind === 'note') choose('kind', null)
    },
    drop(relaxed) {
      if (relaxed === 'all' || relaxed === 'spelling') reset()
      else if (relaxed === 'here') here.value = false
      else if (relaxed !== null) choose(relaxed, null)
    },
    reset,
  }
}
