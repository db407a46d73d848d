// What the hits are narrowed by, in the reader's words.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { facetNames, type DocumentKind, type Facet } from '#core/search/facets'
import type { AskedQuestion } from '#core/reader-data/kept-question'
import { useSearchStore } from '../stores/search.ts'

export function useFacetNames(): {
  readonly nameOfValue: (facet: Facet, value: string) => string
  /** What was chosen, one after the other; empty when nothing was. */
  readonly chosenNames: ComputedRef<readonly string[]>
  /** A question that was kept: its words, and what it is narrowed by. */
  readonly nameOfQuestion: (question: AskedQuestion) => string
} {
  const { t } = useI18n()
  const search = useSearchStore()

  /** A heading or a name is its own name; the kinds have one in each language. */
  function nameOfValue(facet: Facet, value: string): string {
    return facet === 'kind' ? t(`search.kind.${value as DocumentKind}`) : value
  }

  function namesOf(refine: AskedQuestion['refine']): string[] {
    return facetNames.flatMap((facet) => {
      const value = refine[facet]
      return value === undefined ? [] : [nameOfValue(facet, value)]
    })
  }

  const chosenNames = computed(() => [
    ...(search.place === 'here' ? [t('search.place.here')] : []),
    ...namesOf(search.refine),
  ])

  return {
    nameOfValue,
    chosenNames,
    nameOfQuestion: ({ text, refine }) => [text, ...namesOf(refine)].join(', '),
  }
}
