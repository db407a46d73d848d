// The search: what was typed, what was found, and which hit is at hand.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { IndexProgress } from '#core/desktop-api'
import type { Facet } from '#core/search/facets'
import {
  hitsPerPage,
  type Relaxation,
  type SearchAnswer,
  type SearchHit,
  type SearchRequest,
} from '#core/search/search-types'
import { desktop } from '../desktop.ts'
import { useEditionStore } from './edition.ts'
import { groupHits, type Asked, type HitEdition, type Order } from './group-hits.ts'
import { useNoteDraftStore } from './note-draft.ts'

/** Where is looked: everywhere, in the open edition, or in the reader's notes. */
export type SearchPlace = keyof SearchAnswer['places']

export const useSearchStore = defineStore('search', () => {
  const editions = useEditionStore()
  const draft = useNoteDraftStore()
  const text = ref('')
  const answer = shallowRef<SearchAnswer | null>(null)
  /** The hits as they came in; what comes later stands below, so that nothing in the list moves. */
  const pages = shallowRef<readonly (readonly SearchHit[])[]>([])
  /** What the hits are narrowed by, and how they are ordered. */
  const refine = shallowRef<SearchRequest['refine']>({})
  const here = ref(false)
  const order = ref<Order>('relevance')
  /** The hit that the arrow keys are at; null before the first arrow. */
  const selected = ref<number | null>(null)
  /** The hit whose words are marked in the text, and from which side the reader came to it. */
  const opened = shallowRef<SearchHit | null>(null)
  const openedAt = ref<'start' | 'end'>('start')
  const failed = ref(false)
  /** The hits stand, and more of them could not be had. */
  const moreFailed = ref(false)
  /** What the answer is an answer to: the field may say more by now. */
  const answered = ref('')
  /** While editions are taken into the search. */
  const indexing = shallowRef<IndexProgress | null>(null)
  let lastId = 0
  /** The edition that was open when this was asked: the list stays as it is when a hit leads to another one. */
  const asked = shallowRef<Asked>({
    edition: null,
    sections: [],
    itemById: new Map(),
    order: 'relevance',
  })
  /** How many hits of others were asked for by now. */
  let given = 0
  let askingMore: Promise<void> | null = null
  /** More came in while the question at hand was being answered. */
  let isOutdated = false

  const known = computed(
    () => new Map(answer.value?.editions.map((edition) => [edition.id, edition])),
  )
  const groups = computed<readonly HitEdition[]>(() =>
    pages.value
      .flatMap((page) => groupHits(page, asked.value, known.value))
      .map((group, index) => {
        const isOnTop = index === 0 && group.edition?.id === editions.edition?.id
        return isOnTop ? { ...group, edition: null } : group
      }),
  )
  /** The hits in the order in which they are shown. */
  const hits = computed(() =>
    groups.value.flatMap(({ sections }) => sections.flatMap((section) => section.hits)),
  )
  const hasMore = computed(() => (answer.value?.total ?? 0) > hits.value.length)
  const place = computed<SearchPlace>(() => {
    if (here.value) return 'here'
    return refine.value.kind === 'note' ? 'notes' : 'everywhere'
  })
  const isNarrowed = computed(() => here.value || Object.keys(refine.value).length > 0)
  /** How many hits there are in each place; unknown in the open edition when another was open at the question. */
  const placeCounts = computed<Readonly<Record<SearchPlace, number | null>>>(() => {
    const counts = answer.value?.places ?? { everywhere: 0, here: 0, notes: 0 }
    return asked.value.edition === (editions.edition?.id ?? null)
      ? counts
      : { ...counts, here: null }
  })

  /** What is being written in a note is written first, so that it is found; null when something newer was asked. */
  async function send(
    question: Omit<SearchRequest, 'id'>,
    hasFailed = failed,
  ): Promise<SearchAnswer | null> {
    const id = ++lastId
    if (draft.state === 'saving') {
      await draft.save()
      if (id !== lastId) return null
    }
    const outcome = await desktop.search.ask({ id, ...question })
    if (id !== lastId) return null
    hasFailed.value = !outcome.ok
    return outcome.ok ? outcome.answer : null
  }

  /**
   * The hit that is at hand when the answer comes stays the one that it is.
   * @param limit how many hits of other editions are wanted
   */
  async function request(typed: string, limit = hitsPerPage): Promise<void> {
    const { sections, itemById } = editions
    const edition = editions.edition?.id ?? null
    const choices = { refine: refine.value, here: here.value, order: order.value }
    const found = await send({ text: typed, edition, limit, skip: 0, ...choices })
    if (found === null) return
    const atHand = selected.value === null ? undefined : hits.value[selected.value]
    asked.value = { edition, sections, itemById, order: choices.order }
    pages.value = [found.hits]
    answer.value = found
    answered.value = typed
    given = limit
    moreFailed.value = false
    if (atHand !== undefined) select(atHand)
    if (isOutdated) {
      isOutdated = false
      await renew()
    } else if (!found.isComplete) void renew()
  }

  async function ask(typed: string): Promise<void> {
    text.value = typed
    selected.value = null
    // The marks in the text belong to the question before.
    if (typed !== answered.value) opened.value = null
    if (typed.trim() !== '') return request(typed)
    lastId++
    isOutdated = false
    answer.value = null
    pages.value = []
    answered.value = ''
    opened.value = null
    failed.value = false
    moreFailed.value = false
    refine.value = {}
    here.value = false
  }

  /** Chooses a value of a facet, or lets go of it with null. */
  function choose(facet: Facet, value: string | null): Promise<void> {
    const others = Object.entries(refine.value).filter(([name]) => name !== facet)
    refine.value = Object.fromEntries(value === null ? others : [...others, [facet, value]])
    return ask(text.value)
  }

  function lookIn(wanted: SearchPlace): Promise<void> {
    here.value = wanted === 'here'
    const wasNotes = refine.value.kind === 'note'
    if (wanted === 'notes') return choose('kind', 'note')
    return wasNotes ? choose('kind', null) : ask(text.value)
  }

  function orderBy(wanted: Order): Promise<void> {
    order.value = wanted
    return ask(text.value)
  }

  /** Lets go of what narrows the question too far. */
  function relax({ refine: facet, text: without }: Relaxation): Promise<void> {
    const isAll = facet === 'all' || facet === 'spelling'
    if (isAll || facet === 'here') here.value = false
    if (isAll) refine.value = {}
    return facet === null || isAll || facet === 'here' ? ask(without) : choose(facet, null)
  }

  /** Asks for more of the hits, when all are counted, there are more, and nothing newer is being asked. */
  function askMore(): Promise<void> {
    const before = answer.value
    if (before?.isComplete !== true || !hasMore.value || answered.value !== text.value)
      return Promise.resolve()
    askingMore ??= addPage(before).finally(() => (askingMore = null))
    return askingMore
  }

  async function addPage(before: SearchAnswer): Promise<void> {
    const question = {
      text: answered.value,
      edition: asked.value.edition,
      limit: given + hitsPerPage,
      skip: given,
      refine: refine.value,
      here: here.value,
      order: order.value,
    }
    const found = await send(question, moreFailed)
    if (found === null || answer.value !== before) return
    given += hitsPerPage
    const more = found.editions.filter(({ id }) => !known.value.has(id))
    answer.value = { ...found, editions: [...before.editions, ...more] }
    pages.value = [...pages.value, found.hits]
    if (!found.isComplete) void renew()
  }

  /** Where a hit stands in the list now, from 0; null when it is not there. */
  function placeOf(hit: SearchHit): number | null {
    const index = hits.value.findIndex(
      ({ edition, item, where }) =>
        edition === hit.edition && item === hit.item && where === hit.where,
    )
    return index < 0 ? null : index
  }

  /** Says which hit is at hand, wherever it stands in the list now. */
  function select(hit: SearchHit): void {
    selected.value = placeOf(hit)
  }

  /** Along the hits, and no further than their ends. */
  function move(step: number): void {
    const count = hits.value.length
    if (count === 0) return
    const from = selected.value ?? (step > 0 ? -1 : count)
    selected.value = Math.max(0, Math.min(count - 1, from + step))
    if (selected.value === count - 1) void askMore()
  }

  function clear(): void {
    void ask('')
  }

  /** Asks the same again. */
  function renew(): Promise<void> {
    return request(text.value, Math.max(hitsPerPage, given))
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
    refine,
    order,
    place,
    placeCounts,
    isNarrowed,
    selected,
    opened,
    openedAt,
    failed,
    moreFailed,
    indexing,
    groups,
    hits,
    hasMore,
    ask,
    askMore,
    choose,
    lookIn,
    orderBy,
    relax,
    placeOf,
    select,
    move,
    clear,
    follow,
  }
})
