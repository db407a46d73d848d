// The hits of one kept question: those in editions that are new to the reader, and the others.
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { questionKey, type KeptQuestion } from '#core/reader-data/kept-question'
import { hitsPerPage, type FoundEdition, type SearchAnswer } from '#core/search/search-types'
import { desktop } from '../desktop.ts'
import { useKeptQuestionsStore } from '../stores/kept-questions.ts'
import type { Order } from '../stores/group-hits.ts'
import { useShelfStore } from '../stores/shelf.ts'
import { patience } from '../patience.ts'

/** So many hits are shown at first, and more at each request: what is new nearly always whole. */
const pages = { fresh: 100, earlier: hitsPerPage } as const
export type HitPart = keyof typeof pages

const nothing: Pick<SearchAnswer, 'hits' | 'total' | 'editionCount' | 'editions'> = {
  ...{ hits: [], total: 0, editionCount: 0, editions: [] },
}

export function useQuestionHits(question: () => KeptQuestion | null) {
  const questions = useKeptQuestionsStore()
  const shelf = useShelfStore()
  const order = ref<Order>('date')
  /** Words that the hits must have too. */
  const typed = ref('')
  const fresh = shallowRef(nothing)
  const earlier = shallowRef(nothing)
  const editions = shallowRef<ReadonlyMap<string, FoundEdition>>(new Map())
  const isLoaded = ref(false)
  const hasFailed = ref(false)
  /**
   * Hits since then stand first: those that are new, or else the last ones that were. It stays while the question is on the screen, so
   * that seeing moves nothing.
   */
  const since = ref('')
  /** Whether some of what stands first is new to the reader. */
  const isUnseen = computed(() => (questions.counts.get(keyOf(question()))?.inEditions ?? 0) > 0)
  let limits: Record<HitPart, number> = { ...pages }
  let lastTurn = 0
  let timer: number | undefined

  /** Null when the search stopped. */
  async function ask(ids: readonly string[], part: HitPart): Promise<SearchAnswer | null> {
    const { text = '', refine = {} } = question() ?? {}
    const found = await desktop.search.askKept({
      ...{ id: 0, text, refine, edition: null, skip: 0, here: false, order: order.value },
      ...{ limit: limits[part], editions: { ids, areLeftOut: part === 'earlier' } },
      within: typed.value.trim(),
    })
    if (!found.ok || found.answer === null) return null
    // Texts that may have a phrase are read further.
    return found.answer.isComplete ? found.answer : ask(ids, part)
  }

  async function load(): Promise<void> {
    const turn = ++lastTurn
    const asked = question()
    if (asked === null) return
    const ids = questions.newIn({ ...asked, seen: since.value })
    const found = ids.length === 0 ? nothing : await ask(ids, 'fresh')
    const others = await ask(ids, 'earlier')
    if (turn !== lastTurn) return
    hasFailed.value = found === null || others === null
    if (found === null || others === null) return
    fresh.value = found
    earlier.value = others
    editions.value = new Map([...found.editions, ...others.editions].map((one) => [one.id, one]))
    isLoaded.value = true
    if (isUnseen.value) timer ??= window.setTimeout(see, patience.hitsSeen)
  }

  /** The reader saw what is new. */
  function see(): void {
    stopWaiting()
    const asked = question()
    if (asked !== null) questions.markSeen(questionKey(asked))
  }

  function stopWaiting(): void {
    window.clearTimeout(timer)
    timer = undefined
  }

  function more(part: HitPart): Promise<void> {
    limits[part] += pages[part]
    return load()
  }

  function newSince(): string {
    const { seen = '', before = seen } = question() ?? {}
    return isUnseen.value ? seen : before
  }

  watch(
    () => keyOf(question()),
    async () => {
      stopWaiting()
      isLoaded.value = false
      const { left } = shelf
      typed.value = left?.question === keyOf(question()) ? left.typed : ''
      limits = { ...pages }
      if (!questions.counts.has(keyOf(question()))) await questions.count()
      since.value = newSince()
      await load()
    },
    { immediate: true },
  )
  watch([order, typed], load)
  /** Editions came or went, maybe while the hits were on their way. */
  watch(
    () => [keyOf(question()), questions.counts.get(keyOf(question()))?.all] as const,
    ([key, now], [keyBefore, before]) => {
      if (key === keyBefore && before !== undefined && now !== before) void load()
    },
  )
  onBeforeUnmount(stopWaiting)

  return {
    ...{ order, typed, fresh, earlier, editions, isLoaded, isUnseen, hasFailed, since },
    ...{ see, more },
  }
}

function keyOf(asked: KeptQuestion | null): string {
  return asked === null ? '' : questionKey(asked)
}
