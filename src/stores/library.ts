// All editions on this machine, and which of them the reader looks at.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import {
  countBySeries,
  filterEntries,
  findEntries,
  groupByMonth,
  sortEntries,
  wordsOf,
  type EntryFilter,
} from '#core/library/arrange-entries'
import type { DamagedEdition, LibraryEntry } from '#core/library/library-entry'
import { nextUnread } from '#core/library/next-unread'
import { countRecords, stateOf, type ReadingState } from '#core/library/reading-state'
import { twinsAmong } from '#core/library/twins'
import type { AddedEdition, TakenBack } from '#core/desktop/adding'
import type { OpenOutcome } from '#core/desktop-api'
import type { Maker } from '#core/desktop/session'
import type { PackageOutcome, WriteOutcome } from '#core/desktop/transfer'
import { desktop } from '../desktop.ts'
import { useReaderDataStore } from './reader-data.ts'

/** Which editions of the library are shown; `removed`: those that are not in it any more. */
export type LibraryFilter = 'all' | 'unread' | 'annotated' | 'questions' | 'removed'
export type Order = 'date' | 'title'

export const useLibraryStore = defineStore('library', () => {
  const reader = useReaderDataStore()
  const entries = shallowRef<readonly LibraryEntry[]>([])
  /** In the library, and not to be shown. */
  const damaged = shallowRef<readonly DamagedEdition[]>([])
  /** The folder of a library that was there, and was gone when the program started. */
  const gone = ref<string | null>(null)
  /** How many removed editions can be put back. */
  const removedCount = ref(0)
  const filter = ref<LibraryFilter>('all')
  const series = ref<string | null>(null)
  const order = ref<Order>('date')
  /** By id, since the program started; some may be there again. */
  const removed = new Set<string>()
  /** What the reader looks for in titles, series and publishers. */
  const sought = ref('')

  const counts = computed(() => countRecords(reader.records))
  const seriesCounts = computed(() => countBySeries(entries.value))
  const words = computed(() => wordsOf(entries.value))
  const twins = computed(() => twinsAmong(entries.value))
  const shown = computed(() => {
    const wanted = entryFilter(filter.value, series.value)
    const found = findEntries(entries.value, words.value, sought.value)
    return filterEntries(found, wanted, counts.value)
  })
  /** One group without a month when the list is by title. */
  const groups = computed(() => {
    if (order.value === 'date') return groupByMonth(shown.value)
    const entries = sortEntries(shown.value, 'title')
    return entries.length === 0 ? [] : [{ month: null, entries }]
  })

  /** Editions that came in while the reader looked at a part of the library, by id. */
  const arrived = shallowRef<ReadonlySet<string>>(new Set())
  /** How many of them that part does not show. */
  const hiddenArrivals = computed(() => {
    const inView = new Set(shown.value.map(({ id }) => id))
    return entries.value.filter(({ id }) => arrived.value.has(id) && !inView.has(id)).length
  })
  // Who looks for something else by now knows what they look at.
  watch([filter, series, sought], () => (arrived.value = new Set()))

  function entryFilter(on: LibraryFilter, only: string | null): EntryFilter {
    return {
      series: only,
      unread: on === 'unread',
      annotated: on === 'annotated',
      questioned: on === 'questions',
    }
  }

  function count(on: LibraryFilter): number {
    if (on === 'removed') return removedCount.value
    return filterEntries(entries.value, entryFilter(on, null), counts.value).length
  }

  function readingState(entry: LibraryEntry): ReadingState {
    return stateOf(entry, counts.value)
  }

  /** The edition of the same series to go on with; null when there is none, or before the list is loaded. */
  function nextAfter(ended: Pick<LibraryEntry, 'id' | 'series' | 'date'>): LibraryEntry | null {
    return nextUnread(entries.value, counts.value, ended)
  }

  /** Shows a group whole: the number at its name is that of its list. */
  function show(on: LibraryFilter, only: string | null = null): void {
    sought.value = ''
    filter.value = on
    series.value = only
  }

  function showAll(): void {
    show('all')
  }

  /** Nothing arrives in a library that was not there yet, and what is mended or brought back is not new. */
  function noteArrivals(before: readonly LibraryEntry[], now: readonly LibraryEntry[]): void {
    if (before.length === 0) return
    const known = new Set(before.map(({ id }) => id))
    const fresh = now.map(({ id }) => id).filter((id) => !known.has(id) && !removed.has(id))
    if (fresh.length > 0) arrived.value = new Set([...arrived.value, ...fresh])
  }

  async function load(): Promise<void> {
    const listing = await desktop.library.list()
    noteArrivals(entries.value, listing.entries)
    entries.value = listing.entries
    damaged.value = listing.damaged
    gone.value = listing.gone
    removedCount.value = listing.removed
    if (!seriesCounts.value.some((one) => one.series === series.value)) series.value = null
    // Its button is gone when the last one is looked over, or put back.
    const isPassing = filter.value === 'questions' || filter.value === 'removed'
    if (isPassing && count(filter.value) === 0) filter.value = 'all'
  }

  /** The edition itself, or why it cannot be opened. */
  async function open(edition: string): Promise<OpenOutcome> {
    return desktop.library.open(edition)
  }

  /** Who made the edition that is open; null for a file that is only read and not kept. */
  async function maker(): Promise<Maker | null> {
    return desktop.library.maker()
  }

  async function remove(edition: string): Promise<WriteOutcome> {
    const outcome = await desktop.library.remove(edition)
    if (outcome.ok) removed.add(edition)
    await load()
    return outcome
  }

  /** Takes what came in out of the library again, or what is there as if its reader removed it. */
  async function takeBack(added: readonly AddedEdition[]): Promise<TakenBack> {
    for (const { id, replaced } of added) if (replaced === null) removed.add(id)
    const taken = await desktop.imports.takeBack(added)
    await load()
    return taken
  }

  /** Whether the reader removed it: it may still be the one that is open. */
  function isRemoved(edition: string): boolean {
    return entries.value.every(({ id }) => id !== edition) && removed.has(edition)
  }

  async function restore(edition: string): Promise<WriteOutcome> {
    const outcome = await desktop.library.restore(edition)
    await load()
    return outcome
  }

  async function exportPackage(edition: string): Promise<PackageOutcome> {
    return desktop.library.exportPackage(edition)
  }

  return {
    entries,
    damaged,
    gone,
    removedCount,
    filter,
    series,
    order,
    sought,
    readingState,
    nextAfter,
    seriesCounts,
    twins,
    groups,
    shown,
    count,
    hiddenArrivals,
    show,
    showAll,
    load,
    open,
    maker,
    remove,
    takeBack,
    isRemoved,
    restore,
    exportPackage,
  }
})
