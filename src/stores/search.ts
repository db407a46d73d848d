// The search: the question, what was found, and which hit is selected.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { IndexProgress } from '#core/desktop-api'
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
import { createSearchChoices, type SearchPlace } from './search-choices.ts'

export const useSearchStore = defineStore('search', () => {
  const editions = useEditionStore()
  const draft = useNoteDraftStore()
  const { choose, lookIn, drop, reset, ...choices } = createSearchChoices()
  /** As it is in the field. */
  const text = ref('')
  const answer = shallowRef<SearchAnswer | null>(null)
  /** Hits by answer. Those that come later stand below, so that nothing in the list moves. */
  const pages = shallowRef<readonly (readonly SearchHit[])[]>([])
  /** The place in the list of the hit that the arrow keys are at; null before the first arrow. */
  const selected = ref<number | null>(null)
  /** The hit whose words are marked in the text. */
  const opened = shallowRef<SearchHit | null>(null)
  /** Whether the reader came to it from above or from below. */
  const openedAt = ref<'start' | 'end'>('start')
  const failed = ref(false)
  /** More hits could not be fetched; those in the list stay. */
  const moreFailed = ref(false)
  /** The question of the answer; the field may have another by now. */
  const answered = ref('')
  /** Not null while editions are being indexed. */
  const indexing = shallowRef<IndexProgress | null>(null)
  let lastId = 0
  /** How the list was asked for. It stays as it is when a hit opens another edition. */
  const asked = shallowRef<Asked>({
    edition: null,
    sections: [],
    itemById: new Map(),
    order: 'relevance',
  })
  /** The limit of the last request: how many hits of other editions were asked for. */
  let given = 0
  let askingMore: Promise<void> | null = null
  /** More was indexed while an answer was on its way. */
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
  /** How many hits there are in each place; null for the open edition if another was open at the question. */
  const placeCounts = computed<Readonly<Record<SearchPlace, number | null>>>(() => {
    const counts = answer.value?.places ?? { everywhere: 0, here: 0, notes: 0 }
    return asked.value.edition === (editions.edition?.id ?? null)
      ? counts
      : { ...counts, here: null }
  })

  /** Saves a note that is being written first, so that it is found. Null when something newer was asked meanwhile. */
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
   * The hit that is selected when the answer comes stays selected.
   * @param limit how many hits of other editions are wanted
   */
  async function request(typed: string, limit = hitsPerPage): Promise<void> {
    const { sections, itemById } = editions
    const edition = editions.edition?.id ?? null
    const chosen = choices.asRequest.value
    const found = await send({ text: typed, edition, limit, skip: 0, ...chosen })
    if (found === null) return
    const selectedHit = selected.value === null ? undefined : hits.value[selected.value]
    asked.value = { edition, sections, itemById, order: chosen.order }
    pages.value = [found.hits]
    answer.value = found
    answered.value = typed
    given = limit
    moreFailed.value = false
    if (selectedHit !== undefined) select(selectedHit)
    if (isOutdated) {
      isOutdated = false
      await renew()
    } else if (!found.isComplete) void renew()
  }

  async function ask(typed: string): Promise<void> {
    text.value = typed
    selected.value = null
    // The marks in the text belong to the last question.
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
    reset()
  }

  /** Changes the choices, and asks again with them. */
  function askAfter<Args extends readonly unknown[]>(
    change: (...args: Args) => void,
  ): (...args: Args) => Promise<void> {
    return (...args) => {
      change(...args)
      return ask(text.value)
    }
  }

  function relax({ refine, text: relaxed }: Relaxation): Promise<void> {
    drop(refine)
    const isTyped = refine === null || refine === 'all' || refine === 'spelling'
    return ask(isTyped || refine === 'here' ? relaxed : text.value)
  }

  /** Asks for more hits, if the answer is complete, has more, and nothing newer was asked. */
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
      ...choices.asRequest.value,
    }
    const found = await send(question, moreFailed)
    if (found === null || answer.value !== before) return
    given += hitsPerPage
    const more = found.editions.filter(({ id }) => !known.value.has(id))
    answer.value = { ...found, editions: [...before.editions, ...more] }
    pages.value = [...pages.value, found.hits]
    if (!found.isComplete) void renew()
  }

  /** The place of a hit in the list, from 0; null when it is not there. */
  function placeOf(hit: SearchHit): number | null {
    const index = hits.value.findIndex(
      ({ edition, item, where }) =>
        edition === hit.edition && item === hit.item && where === hit.where,
    )
    return index < 0 ? null : index
  }

  function select(hit: SearchHit): void {
    selected.value = placeOf(hit)
  }

  /** Moves the selection along the hits, and not beyond their ends. */
  function move(step: number): void {
    const count = hits.value.length
    if (count === 0) return
    const from = selected.value ?? (step > 0 ? -1 : count)
    selected.value = Math.max(0, Math.min(count - 1, from + step))
    if (selected.value === count - 1) void askMore()
  }

  /** Asks the same again. */
  function renew(): Promise<void> {
    return request(text.value, Math.max(hitsPerPage, given))
  }

  /** Follows the progress of indexing. Returns a function that stops it. */
  function follow(): () => void {
    return desktop.on('indexing', (progress) => {
      indexing.value = progress
      // What was indexed may be what is searched for, and an answer that is on its way may not have it yet.
      if (progress !== null || text.value.trim() === '') return
      if (answered.value === text.value) void renew()
      else isOutdated = true
    })
  }

  return {
    text,
    answer,
    answered,
    refine: choices.refine,
    order: choices.order,
    place: choices.place,
    placeCounts,
    isNarrowed: choices.isNarrowed,
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
    choose: askAfter(choose),
    lookIn: askAfter(lookIn),
    orderBy: askAfter((order: Order) => (choices.order.value = order)),
    askKept: askAfter((question: Pick<SearchRequest, 'text' | 'refine' | 'order'>) => {
      reset(question.refine)
      choices.order.value = question.order
      text.value = question.text
    }),
    relax,
    placeOf,
    select,
    move,
    clear: () => void ask(''),
    follow,
  }
})
