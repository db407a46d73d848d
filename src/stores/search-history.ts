// The searches that the reader used, so that they can be repeated. This record never leaves the machine, not even in an export.
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { longestSearch, mostSearches, type Searches } from '#core/reader-data/reader-record'
import { useReaderDataStore } from './reader-data.ts'
import { useSearchStore } from './search.ts'
import { useSettingsStore } from './settings.ts'
import { patience } from '../patience.ts'

export const useSearchHistoryStore = defineStore('search-history', () => {
  const reader = useReaderDataStore()
  const search = useSearchStore()
  const settings = useSettingsStore()
  let asked = performance.now()

  const record = computed<Searches | null>(() => {
    const known = reader.remembered.get('searches')
    return known?.kind === 'searches' ? known : null
  })
  /** The latest first. */
  const texts = computed(() => record.value?.texts ?? [])

  /** Puts a question that was used first. Nothing is written if it already was. */
  function add(text: string): void {
    const used = text.trim()
    if (!settings.settings.keepSearches || used === '' || used.length > longestSearch) return
    if (used === texts.value[0]) return
    const others = texts.value.filter((other) => other !== used)
    put([used, ...others].slice(0, mostSearches))
  }

  /** The reader goes on to something else. The question was used if its answer was read, even one without hits. */
  function leave(text = search.text): void {
    const isAnswered = search.answered === text && search.answer?.problem === null
    if (isAnswered && performance.now() - asked >= patience.answerRead) add(text)
  }

  // Synchronous, because later the answer would be that of the new question.
  watch(
    () => search.text,
    (next, before) => {
      // Typing on goes on with the same question.
      if (!next.startsWith(before)) leave(before)
      asked = performance.now()
    },
    { flush: 'sync' },
  )

  function remove(text: string): void {
    put(texts.value.filter((other) => other !== text))
  }

  /** Forgets all questions. Returns a function that brings them back. */
  function clear(): () => void {
    const before = record.value
    void reader.remove('searches')
    return () => {
      if (before !== null) void reader.put(before)
    }
  }

  /** Whether questions are remembered from now on; `false` forgets all. */
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
