// What may stand where the cursor is in the search field, and which of it is at hand.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Completion } from '#core/search/search-types'
import { desktop } from '../desktop.ts'

export const useCompletionStore = defineStore('completion', () => {
  const completion = shallowRef<Completion | null>(null)
  /** The option that the arrow keys are at; null before the first arrow. */
  const selected = ref<number | null>(null)
  /** What was asked about last: an older answer is dropped. */
  let asked = ''
  /** What the options complete: more may have been typed meanwhile. */
  let completed = ''

  /** Without what stands there already. */
  const options = computed(() => {
    if (completion.value === null) return []
    const { from, to, options: all } = completion.value
    return all.filter((option) => option.text !== completed.slice(from, to))
  })
  const isOpen = computed(() => options.value.length > 0)

  async function ask(text: string, cursor: number): Promise<void> {
    const question = `${String(cursor)}:${text}`
    asked = question
    const found = await desktop.search.complete({ text, cursor })
    if (asked !== question) return
    const { text: current } = options.value[selected.value ?? -1] ?? {}
    completed = text
    completion.value = found
    // The arrow may have been pressed before the answer to the last letter came.
    const index = options.value.findIndex((option) => option.text === current)
    selected.value = index === -1 ? null : index
  }

  function close(): void {
    asked = ''
    completion.value = null
    selected.value = null
  }

  /** Whether there was an option in that direction. */
  function move(step: 1 | -1): boolean {
    const next = (selected.value ?? (step === 1 ? -1 : options.value.length)) + step
    const isThere = options.value[next] !== undefined
    selected.value = isThere ? next : null
    return isThere
  }

  function isFor(text: string): boolean {
    return completed === text
  }

  /** What the field says when an option is taken, and where the cursor stands then. */
  function accept(text: string, index: number): { readonly text: string; readonly cursor: number } {
    const option = options.value[index]
    if (completion.value === null || option === undefined) return { text, cursor: text.length }
    const { from, to } = completion.value
    close()
    return {
      text: text.slice(0, from) + option.text + text.slice(to),
      cursor: from + option.text.length,
    }
  }

  return { options, selected, isOpen, ask, close, move, isFor, accept }
})
