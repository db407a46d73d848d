// The questions that the reader kept, and how many hits they have by now.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { later } from '#core/annotations/moments'
import {
  newEditions,
  questionKey,
  type AskedQuestion,
  type KeptQuestion,
} from '#core/reader-data/kept-question'
import type { HitCount } from '#core/search/search-types'
import { desktop } from '../desktop.ts'
import { useLibraryStore } from './library.ts'
import { useReaderDataStore } from './reader-data.ts'

const byText = new Intl.Collator('nl', { numeric: true })

export const useKeptQuestionsStore = defineStore('kept-questions', () => {
  const library = useLibraryStore()
  const reader = useReaderDataStore()
  /** By key; those that were counted. */
  const counts = shallowRef<ReadonlyMap<string, HitCount>>(new Map())
  let lastCount = 0

  /** In the order of their words. The same list while only other records change. */
  const all = computed<readonly KeptQuestion[]>((before) => {
    const now = [...reader.remembered.values()]
      .filter((record) => record.kind === 'question')
      .toSorted((one, other) => byText.compare(one.text, other.text))
    const isSame = now.length === before?.length && now.every((one, at) => one === before[at])
    return isSame ? before : now
  })

  function find(key: string): KeptQuestion | null {
    return all.value.find((question) => questionKey(question) === key) ?? null
  }

  function newIn(question: KeptQuestion): string[] {
    return newEditions(question, library.entries)
  }

  /**
   * Asks all of them again. Of several calls the last one counts; an earlier one does where nothing is known yet, so that what comes in
   * next is news.
   */
  async function count(): Promise<void> {
    const turn = ++lastCount
    await reader.whole()
    if (all.value.length === 0) return
    await library.load()
    const asked = all.value
    const found = await desktop.search.count(
      asked.map((question) => ({
        ...{ text: question.text, refine: question.refine },
        editions: newIn(question),
      })),
    )
    if (found === null) return
    const counted = asked.flatMap((question, index) => {
      const own = found[index]
      return own === undefined ? [] : [[questionKey(question), own] as const]
    })
    counts.value = new Map([...counted, ...(turn === lastCount ? [] : counts.value)])
  }

  /** @returns its key */
  function keep({ text, refine }: AskedQuestion): string {
    const [asked, now] = [{ text: text.trim(), refine }, new Date().toISOString()]
    void reader.put({ kind: 'question', ...asked, created: now, seen: now }).then(count)
    return questionKey(asked)
  }

  /**
   * Asks it in other words from now on; what was seen stays seen.
   * @returns its key, and a function that takes the change back; null for a question that is gone
   */
  function change(key: string, text: string): { key: string; takeBack: () => void } | null {
    const before = find(key)
    if (before === null) return null
    const now = { ...before, text: text.trim() }
    const changed = questionKey(now)
    // Another one with these words stays as it is.
    const isThere = changed !== key && find(changed) !== null
    void replace(before, isThere ? null : now)
    return { key: changed, takeBack: () => void replace(isThere ? null : now, before) }
  }

  /** The new one comes first, so that nothing is lost between the two. */
  async function replace(before: KeptQuestion | null, now: KeptQuestion | null): Promise<void> {
    if (now !== null && !(await reader.put(now))) return
    const isOther = now === null || before === null || questionKey(now) !== questionKey(before)
    if (before !== null && isOther) await reader.remove(questionKey(before))
    await count()
  }

  /** Returns a function that brings it back. */
  function remove(key: string): () => void {
    const question = find(key)
    void reader.remove(key)
    return () => {
      if (question !== null) void reader.put(question).then(count)
    }
  }

  /** Of what is there now nothing is new any more. */
  function markSeen(key: string): void {
    const question = find(key)
    const counted = counts.value.get(key)
    if (question === null) return
    // A clock that was put back leaves nothing new for ever.
    const seen = library.entries.reduce(
      (last, { added }) => later(last, added),
      new Date().toISOString(),
    )
    void reader.put({ ...question, seen, before: question.seen })
    if (counted !== undefined)
      counts.value = new Map(counts.value).set(key, { ...counted, inEditions: 0 })
  }

  /** Counts again when the search knows other texts. Returns a function that stops it. */
  function follow(): () => void {
    return desktop.on('indexing', (progress) => {
      if (progress === null && all.value.length > 0) void count()
    })
  }

  return { all, counts, find, newIn, count, keep, change, remove, markSeen, follow }
})
