// The searches that the reader used, so that they can be repeated. This record never leaves the machine, not even in an export.
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { longestSearch, mostSearches, type Searches } from '#core/reader-data/reader-record'
import { useReaderDataStore } from './reader-data.ts'
import { useSearchStore } from './search.ts'
import { useSettingsStore } from './settings.ts'

/** A question that stood so long was read, in milliseconds; in less somebody is still typing. */
const readAfter = 3_000

export const useSearchHistoryStore = defineStore('search-history', () => {
  const reader = useReaderDataStore()
  const search = useSearchStore()
  const settings = useSettingsStore()
  let asked = performance.now()

  const record = computed<Searches | null>(() => {
    const kept = reader.records.get('searches')
    return kept?.kind === 'searches' ? kept : null
  })
  /** The last one first. */
  const texts = computed(() => record.value?.texts ?? [])

  /** A question was used: a hit of it was opened. It comes first, and nothing is written when it already was. */
  function add(text: string): void {
    const used = text.trim()
    if (!settings.settings.keepSearches || used === '' || used.length > longestSearch) return
    if (used === texts.value[0]) return
    const others = texts.value.filter((other) => other !== used)
    put([used, ...others].slice(0, mostSearches))
  }

  /** The reader goes on to something else: what they read the answer of was used, also when that was that nothing is found. */
  function leave(text = search.text): void {
    const isAnswered = search.answered === text && search.answer?.problem === null
    if (isAnswered && performance.now() - asked >= readAfter) add(text)
  }

  // At once: the answer is still that of the question before.
  watch(
    () => search.text,
    (next, before) => {
      // Who types on asks the same question.
      if (!next.startsWith(before)) leave(before)
      asked = performance.now()
    },
    { flush: 'sync' },
  )

  function remove(text: string): void {
    put(texts.value.filter((other) => other !== text))
  }

  /** Forgets all; the answer brings it back. */
  function clear(): () => void {
    const before = record.value
    void reader.remove('searches')
    return () => {
      if (before !== null) void reader.put(before)
    }
  }

  /** Whether anything is remembered from now on; with `false` all goes. */
  function keep(wanted: boolean): void {
    settings.change({ keepSearches: wanted })
    if (!wanted) clear()
  }

  function put(next: readonly string[]): void {
    if (next.length === 0) clear()
    else void reader.put({ kind: 'searches', texts: [...next] })
  }

  return { texts, add, leave, remove, clear, keep }
})
