// What the reader looked for and used, so that it can be asked again: a record of the reader's data, which never leaves the
// machine, not even in an export.
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { longestSearch, mostSearches, type Searches } from '#core/reader-data/reader-record'
import { useReaderDataStore } from './reader-data.ts'
import { useSettingsStore } from './settings.ts'

export const useSearchHistoryStore = defineStore('search-history', () => {
  const reader = useReaderDataStore()
  const settings = useSettingsStore()

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

  return { texts, add, remove, clear, keep }
})
