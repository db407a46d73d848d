// Whether annotations want a look in the revision that is open, and whether the reader took one. What became of each of them the
// screen works out: core/annotations/revision-report.ts.
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { annotationKey, listedKinds } from '#core/annotations/kinds'
import type { ListedAnnotation } from '#core/annotations/revision-report'
import { openingItem } from '#core/edition/edition'
import { useEditionStore } from './edition.ts'
import { useHighlightsStore } from './highlights.ts'
import { useReaderDataStore } from './reader-data.ts'
import { useViewStore } from './view.ts'

export const useRevisionReportStore = defineStore('revision-report', () => {
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const reader = useReaderDataStore()
  const view = useViewStore()

  const ofEdition = computed(() =>
    listedKinds.flatMap((kind): readonly ListedAnnotation[] =>
      reader.annotations[kind].filter(({ edition }) => edition === editions.edition?.id),
    ),
  )
  const revision = computed(() => editions.edition?.revision ?? 1)

  /** How many wait for a decision: what is changed, and what is loose and not left so. Null until that is known. */
  const asking = computed(() => {
    const { settled } = highlights
    if (settled === null) return null
    return ofEdition.value.filter((one) => {
      const state = settled.get(annotationKey(one))?.state
      const isLeft = one.kind === 'highlight' && one.leftLoose === true
      return state === 'changed' || (state === 'loose' && !isLeft)
    }).length
  })
  /** Whether something is not as the reader left it: then there is a way to the report. */
  const isOffered = computed(() =>
    ofEdition.value.some((one) => {
      if (one.kind === 'highlight') return highlights.isLoose(one) || highlights.isChanged(one)
      return one.item !== openingItem && !editions.itemById.has(one.item)
    }),
  )
  const isSeen = computed(() => (reader.position?.seenRevision ?? 0) >= revision.value)

  /** The reader has the report of this revision before them: nothing tells of it any more. */
  function markSeen(): void {
    const { edition } = editions
    if (edition === null || isSeen.value) return
    const start = { item: null, line: 0, view: view.view }
    void reader.put({
      ...(reader.position ?? start),
      ...{ kind: 'place', edition: edition.id, seenRevision: revision.value },
    })
  }

  return { ofEdition, revision, asking, isOffered, isSeen, markSeen }
})
