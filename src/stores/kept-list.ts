// What the panel of kept things shows. It lives here so that the panel comes back as it was left.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { filterKept } from '#core/annotations/filter-kept'
import {
  groupKept,
  knownEdition,
  knownEntry,
  type Kept,
  type KeptOrder,
} from '#core/annotations/group-kept'
import { useEditionStore } from './edition.ts'
import { useLibraryStore } from './library.ts'
import { useReaderDataStore } from './reader-data.ts'

export type KeptTab = 'bookmarks' | 'notes'
export type KeptScope = 'here' | 'all'

export const useKeptListStore = defineStore('kept-list', () => {
  const editions = useEditionStore()
  const library = useLibraryStore()
  const reader = useReaderDataStore()
  const tab = ref<KeptTab>('bookmarks')
  const scope = ref<KeptScope>('all')
  const order = ref<KeptOrder>('newest')
  /** Words to narrow the list to. */
  const typed = ref('')
  const folded = shallowRef<ReadonlySet<string>>(new Set())
  /** Whether it is known which editions are in the library: until then none can be said to be missing. */
  const isListed = ref(false)

  const all = computed<readonly Kept[]>(() =>
    tab.value === 'bookmarks' ? reader.bookmarks : reader.notes,
  )
  const here = computed(() => editions.edition?.id ?? null)
  const inScope = computed(() =>
    scope.value === 'all' ? all.value : all.value.filter(({ edition }) => edition === here.value),
  )
  const known = computed(() => {
    const wanted = new Set(all.value.map(({ edition }) => edition))
    const entries = library.entries.filter(({ id }) => wanted.has(id) && id !== here.value)
    const open = editions.edition === null ? [] : [knownEdition(editions.edition)]
    return [...open, ...entries.map(knownEntry)]
  })
  const groups = computed(() =>
    filterKept(groupKept(inScope.value, order.value, known.value), typed.value),
  )

  /** What a filter finds is never folded away. */
  function isFolded(edition: string): boolean {
    return typed.value.trim() === '' && folded.value.has(edition)
  }

  function fold(edition: string, isToFold = !folded.value.has(edition)): void {
    const next = new Set(folded.value)
    if (isToFold) next.add(edition)
    else next.delete(edition)
    folded.value = next
  }

  /** Whether an edition is neither open nor in the library; one that is damaged is there. */
  function isMissing(edition: string): boolean {
    return (
      isListed.value &&
      !known.value.some(({ id }) => id === edition) &&
      !library.damaged.some(({ id }) => id === edition)
    )
  }

  async function refresh(): Promise<void> {
    await library.load()
    isListed.value = true
  }

  return {
    ...{ tab, scope, order, typed, isListed, all, here, groups },
    ...{ isFolded, fold, isMissing, refresh },
  }
})
