// The search: what was typed, what was found, and which hit is at hand.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { IndexProgress } from '#core/desktop-api'
import {
  everything,
  openingItem,
  type FoundEdition,
  type SearchAnswer,
  type SearchHit,
  type SearchRequest,
} from '#core/search/search-types'
import { desktop } from '../desktop.ts'
import { useEditionStore } from './edition.ts'

/** The hits of one edition, by section. */
export interface HitEdition {
  /** Null for the edition that is open. */
  readonly edition: FoundEdition | null
  readonly sections: readonly HitSection[]
}

export interface HitSection {
  /** `opening`: title, lede and caption; `notes`: of an edition that is not here any more. */
  readonly kind: 'opening' | 'section' | 'notes'
  readonly heading: string | null
  readonly hits: readonly SearchHit[]
}

/** How many hits of other editions are asked for at first, and how many more each time the end of the list is reached. */
const page = 40

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
  /** While editions are taken into the search. */
  const indexing = shallowRef<IndexProgress | null>(null)
  let lastId = 0
  /** The edition that was open when this was asked, and how many hits of others were asked for by now. */
  let askedIn: string | null = null
  let given = 0
  let isAskingMore = false
  /** More came in while the question at hand was being answered. */
  let isOutdated = false

  /** The open edition first, in reading order; then the others, that with the best hit first. */
  const groups = computed<readonly HitEdition[]>(() => {
    const all = answer.value?.hits ?? []
    const here = all.filter((hit) => hit.edition === editions.edition?.id)
    const others = all.filter((hit) => hit.edition !== editions.edition?.id)
    const known = new Map(answer.value?.editions.map((edition) => [edition.id, edition]))
    const ids = [...new Set(others.map((hit) => hit.edition))]
    const found = ids.flatMap((id) => known.get(id) ?? [])
    const groupsOfOthers = found.map((edition) => ({
      edition,
      sections: sectionsOf(others.filter((hit) => hit.edition === edition.id)),
    }))
    const gone = others.filter((hit) => !known.has(hit.edition))
    const groupOfGone = {
      edition: null,
      sections: gone.length === 0 ? [] : [{ kind: 'notes' as const, heading: null, hits: gone }],
    }
    return [{ edition: null, sections: sectionsHere(here) }, ...groupsOfOthers, groupOfGone].filter(
      ({ sections }) => sections.length > 0,
    )
  })
  /** The hits in the order in which they are shown. */
  const hits = computed(() =>
    groups.value.flatMap(({ sections }) => sections.flatMap((section) => section.hits)),
  )
  const hasMore = computed(() => (answer.value?.total ?? 0) > hits.value.length)

  /** Those of the open edition by its own sections, best first in each; a note stands where its item does. */
  function sectionsHere(found: readonly SearchHit[]): readonly HitSection[] {
    const sectionOf = (hit: SearchHit) => editions.itemById.get(hit.item)?.section.id
    const sections = editions.sections.map(({ section }) => ({
      kind: 'section' as const,
      heading: section.heading,
      hits: found.filter((hit) => sectionOf(hit) === section.id),
    }))
    const opening = {
      kind: 'opening' as const,
      heading: null,
      hits: found.filter((hit) => sectionOf(hit) === undefined),
    }
    return [opening, ...sections].filter((section) => section.hits.length > 0)
  }

  /** What is asked for, and for which edition all hits come: also when the reader goes on in another one. */
  async function send(
    asked: Pick<SearchRequest, 'text' | 'edition' | 'limit' | 'skip'>,
  ): Promise<SearchAnswer | null> {
    const id = ++lastId
    const outcome = await desktop.search.ask({ id, ...asked, ...everything })
    if (id !== lastId) return null
    failed.value = !outcome.ok
    return outcome.ok ? outcome.answer : null
  }

  async function request(typed: string): Promise<void> {
    const edition = editions.edition?.id ?? null
    const found = await send({ text: typed, edition, limit: page, skip: 0 })
    if (found === null) return
    answer.value = found
    answered.value = typed
    askedIn = edition
    given = page
    if (isOutdated) {
      isOutdated = false
      await renew()
    }
  }

  async function ask(typed: string): Promise<void> {
    text.value = typed
    selected.value = null
    if (typed.trim() !== '') return request(typed)
    lastId++
    isOutdated = false
    answer.value = null
    answered.value = ''
    opened.value = null
    failed.value = false
  }

  /** Asks for more of the hits, when there are more and nothing newer is being asked. */
  async function askMore(): Promise<void> {
    const before = answer.value
    if (before === null || !hasMore.value || isAskingMore || answered.value !== text.value) return
    isAskingMore = true
    const more = { text: answered.value, edition: askedIn, limit: given + page, skip: given }
    const found = await send(more).finally(() => (isAskingMore = false))
    if (found === null || answer.value !== before) return
    given += page
    const known = new Set(before.editions.map(({ id }) => id))
    const atHand = selected.value === null ? undefined : hits.value[selected.value]
    answer.value = {
      ...found,
      hits: [...before.hits, ...found.hits],
      editions: [...before.editions, ...found.editions.filter(({ id }) => !known.has(id))],
    }
    if (atHand !== undefined) select(atHand)
  }

  /** Says which hit is at hand, wherever it stands in the list now. */
  function select(hit: SearchHit): void {
    const index = hits.value.findIndex(
      ({ edition, item, where }) =>
        edition === hit.edition && item === hit.item && where === hit.where,
    )
    selected.value = index < 0 ? null : index
  }

  function move(step: 1 | -1): void {
    const count = hits.value.length
    if (count === 0) return
    const from = selected.value ?? (step === 1 ? -1 : count)
    selected.value = Math.max(0, Math.min(count - 1, from + step))
    if (selected.value === count - 1) void askMore()
  }

  function clear(): void {
    void ask('')
  }

  /** Asks the same again; the hit at hand stays the one that it is. */
  async function renew(): Promise<void> {
    const atHand = selected.value === null ? undefined : hits.value[selected.value]
    await request(text.value)
    if (atHand !== undefined) select(atHand)
  }

  /** Follows how far the indexing of editions is; the answer stops it. */
  function follow(): () => void {
    return desktop.on('indexing', (progress) => {
      indexing.value = progress
      // What came in meanwhile may be what is looked for; an answer that is on its way may not know it yet.
      if (progress !== null || text.value.trim() === '') return
      if (answered.value === text.value) void renew()
      else isOutdated = true
    })
  }

  return {
    text,
    answer,
    answered,
    selected,
    opened,
    failed,
    indexing,
    groups,
    hits,
    hasMore,
    ask,
    askMore,
    select,
    move,
    clear,
    follow,
  }
})

/** Those of another edition by its sections, in the order of its items. */
function sectionsOf(hits: readonly SearchHit[]): readonly HitSection[] {
  const sections: { kind: HitSection['kind']; heading: string | null; hits: SearchHit[] }[] = []
  for (const hit of hits.toSorted((one, other) => one.number - other.number)) {
    const kind = hit.where === 'note' ? 'notes' : hit.item === openingItem ? 'opening' : 'section'
    const last = sections.at(-1)
    if (last?.kind === kind && last.heading === hit.heading) last.hits.push(hit)
    else sections.push({ kind, heading: hit.heading, hits: [hit] })
  }
  return sections
}
