// What the panel of kept things shows. It lives here so that the panel comes back as it was left.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Annotation } from '#core/annotations/annotation'
import { filterKept } from '#core/annotations/filter-kept'
import {
  groupKept,
  knownEdition,
  knownEntry,
  type KeptEdition,
  type KeptOrder,
} from '#core/annotations/group-kept'
import { listedKinds, type ListedKind } from '#core/annotations/kinds'
import { dutchCitation, englishCitation } from '#core/citation/cite-item'
import { useEditionStore } from './edition.ts'
import { useLibraryStore } from './library.ts'
import { useHighlightsStore } from './highlights.ts'
import { useReaderDataStore } from './reader-data.ts'
import { useSettingsStore } from './settings.ts'

export type KeptScope = 'here' | 'all'

export const useKeptListStore = defineStore('kept-list', () => {
  const editions = useEditionStore()
  const library = useLibraryStore()
  const highlights = useHighlightsStore()
  const reader = useReaderDataStore()
  const settings = useSettingsStore()
  const tab = ref<ListedKind>('bookmark')
  /** Everything that is kept has the desk; here the reader sees what belongs to the text beside it, until they ask for more. */
  const scope = ref<KeptScope>('here')
  const order = ref<KeptOrder>('newest')
  /** Words to narrow the list to. */
  const typed = ref('')
  const folded = shallowRef<ReadonlySet<string>>(new Set())
  /** Whether it is known which editions are in the library: until then none can be said to be missing. */
  const isListed = ref(false)

  const all = computed(() => ofTab(tab.value))
  const here = computed(() => editions.edition?.id ?? null)
  const known = computed(() => {
    const kept = listedKinds.flatMap((kind): readonly Annotation[] => reader.annotations[kind])
    const wanted = new Set(kept.map(({ edition }) => edition))
    const entries = library.entries.filter(({ id }) => wanted.has(id) && id !== here.value)
    const open = editions.edition === null ? [] : [knownEdition(editions.edition)]
    return [...open, ...entries.map(knownEntry)]
  })
  const groups = computed(() => groupsOf(all.value))
  const count = computed(() => rowsIn(groups.value))
  /** Which of the other tabs have rows with what is typed, and how many. */
  const inOtherTabs = computed(() =>
    listedKinds
      .filter((kind) => kind !== tab.value)
      .map((kind) => ({
        kind,
        count: rowsIn(groupsOf(ofTab(kind))),
      }))
      .filter(({ count }) => count > 0),
  )

  /** What is listed under a kind: notes are also those that were written at highlights. */
  function ofTab(kind: ListedKind): readonly Annotation[] {
    if (kind !== 'note') return reader.annotations[kind]
    return [...reader.kept.values()].filter(
      (record) =>
        record.kind === 'note' || (record.kind === 'highlight' && record.note !== undefined),
    )
  }

  function inScope(kept: readonly Annotation[]): readonly Annotation[] {
    const isAll = scope.value === 'all' || here.value === null
    return isAll ? kept : kept.filter(({ edition }) => edition === here.value)
  }

  function groupsOf(kept: readonly Annotation[]): readonly KeptEdition[] {
    const { months } = settings.language === 'en' ? englishCitation : dutchCitation
    return filterKept(
      groupKept(inScope(kept), order.value, known.value, highlights.itemOf),
      typed.value,
      months,
    )
  }

  /** How many are listed under a kind, whatever is typed. */
  function countOf(kind: ListedKind): number {
    return inScope(ofTab(kind)).length
  }

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
    ...{ tab, scope, order, typed, isListed, all, here, groups, count, inOtherTabs },
    ...{ countOf, isFolded, fold, isMissing, refresh },
  }
})

function rowsIn(groups: readonly KeptEdition[]): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0)
}
