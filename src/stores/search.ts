// The search: what was typed, what was found, and which hit is at hand.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { SearchAnswer, SearchHit } from '#core/search/search-types'
import { desktop } from '../desktop.ts'
import { useEditionStore, type PlacedSection } from './edition.ts'

export interface HitGroup {
  readonly place: PlacedSection | 'opening' | 'elsewhere'
  readonly hits: readonly SearchHit[]
}

export const useSearchStore = defineStore('search', () => {
  const editions = useEditionStore()
  const text = ref('')
  const answer = shallowRef<SearchAnswer | null>(null)
  /** The hit that the arrow keys are at; null before the first arrow. */
  const selected = ref<number | null>(null)
  /** The hit whose words are marked in the text. */
  const opened = shallowRef<SearchHit | null>(null)
  const failed = ref(false)
  /** What the answer is an answer to: the field may say more by now. */
  const answered = ref('')
  let lastId = 0

  /** Hits by section in reading order, best first within a section; notes in other editions come last. */
  const groups = computed<readonly HitGroup[]>(() => {
    const all = answer.value?.hits ?? []
    const here = all.filter((hit) => hit.edition === editions.edition?.id)
    const sectionOf = (hit: SearchHit) => editions.itemById.get(hit.item)?.section.id
    const groupsOfSections = editions.sections.map((section) => ({
      place: section,
      hits: here.filter((hit) => sectionOf(hit) === section.section.id),
    }))
    const opening = {
      place: 'opening' as const,
      hits: here.filter((hit) => sectionOf(hit) === undefined),
    }
    const elsewhere = {
      place: 'elsewhere' as const,
      hits: all.filter((hit) => !here.includes(hit)),
    }
    return [opening, ...groupsOfSections, elsewhere].filter((group) => group.hits.length > 0)
  })
  /** The hits in the order in which they are shown. */
  const hits = computed(() => groups.value.flatMap((group) => group.hits))

  async function ask(typed: string): Promise<void> {
    text.value = typed
    selected.value = null
    const id = ++lastId
    if (typed.trim() === '') {
      answer.value = null
      answered.value = ''
      opened.value = null
      failed.value = false
      return
    }
    const outcome = await desktop.search.ask({ id, text: typed })
    if (id !== lastId) return
    failed.value = !outcome.ok
    if (!outcome.ok || outcome.answer === null) return
    answer.value = outcome.answer
    answered.value = typed
  }

  function move(step: 1 | -1): void {
    const count = hits.value.length
    if (count === 0) return
    const from = selected.value ?? (step === 1 ? -1 : count)
    selected.value = Math.max(0, Math.min(count - 1, from + step))
  }

  function clear(): void {
    void ask('')
  }

  return { text, answer, answered, selected, opened, failed, groups, hits, ask, move, clear }
})
