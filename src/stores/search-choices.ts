// What the hits are narrowed by, and how they are ordered.
import { computed, ref, shallowRef } from 'vue'
import type { Facet } from '#core/search/facets'
import type { Relaxation, SearchAnswer, SearchRequest } from '#core/search/search-types'

/** Where the search looks: everywhere, in the open edition, or in the reader's notes. */
export type SearchPlace = keyof SearchAnswer['places']

export function createSearchChoices() {
  const refine = shallowRef<SearchRequest['refine']>({})
  const here = ref(false)
  const order = ref<SearchRequest['order']>('relevance')

  /** Chooses a value of a facet; null lets go of the choice. */
  function choose(facet: Facet, value: string | null): void {
    const others = Object.entries(refine.value).filter(([name]) => name !== facet)
    refine.value = Object.fromEntries(value === null ? others : [...others, [facet, value]])
  }

  /** Drops all choices, or all but these; the order stays. */
  function reset(chosen: SearchRequest['refine'] = {}): void {
    refine.value = chosen
    here.value = false
  }

  return {
    refine,
    place: computed<SearchPlace>(() => {
      if (here.value) return 'here'
      return refine.value.kind === 'note' ? 'notes' : 'everywhere'
    }),
    order,
    isNarrowed: computed(() => here.value || Object.keys(refine.value).length > 0),
    /** As they go into a request. */
    asRequest: computed(() => ({ refine: refine.value, here: here.value, order: order.value })),
    choose,
    lookIn(place: SearchPlace): void {
      here.value = place === 'here'
      if (place === 'notes') choose('kind', 'note')
      else if (refine.value.kind === 'note') choose('kind', null)
    },
    /** Drops what a relaxation drops. */
    drop(relaxed: Relaxation['refine']): void {
      if (relaxed === 'all' || relaxed === 'spelling') reset()
      else if (relaxed === 'here') here.value = false
      else if (relaxed !== null) choose(relaxed, null)
    },
    reset,
  }
}
