// What the hits are narrowed by, in the reader's words.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { facetNames, type DocumentKind, type Facet } from '#core/search/facets'
import { useSearchStore } from '../stores/search.ts'

export function useFacetNames(): {
  readonly nameOfValue: (facet: Facet, value: string) => string
  /** What was chosen, one after the other; empty when nothing was. */
  readonly chosenNames: ComputedRef<readonly string[]>
} {
  const { t } = useI18n()
  const search = useSearchStore()

  /** A heading or a name is its own name; the kinds have one in each language. */
  function nameOfValue(facet: Facet, value: string): string {
    return facet === 'kind' ? t(`search.kind.${value as DocumentKind}`) : value
  }

  const chosenNames = computed(() => [
    ...(search.place === 'here' ? [t('search.place.here')] : []),
    ...facetNames.flatMap((facet) => {
      const value = search.refine[facet]
      return value === undefined ? [] : [nameOfValue(facet, value)]
    }),
  ])

  return { nameOfValue, chosenNames }
}
