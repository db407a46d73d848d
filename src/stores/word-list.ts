// The words that the reader looked up and kept, as their list shows them.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { fold } from '#core/dutch/fold'
import { useReaderDataStore } from './reader-data.ts'

export type WordOrder = 'newest' | 'alphabet'

export const useWordListStore = defineStore('word-list', () => {
  const reader = useReaderDataStore()
  const order = ref<WordOrder>('newest')
  /** Letters of the words that are shown alone. */
  const sought = ref('')

  const all = computed(() => reader.annotations.word)
  const editions = computed(() => new Set(all.value.map(({ edition }) => edition)).size)
  const shown = computed(() => {
    const letters = fold(sought.value.trim())
    const found = all.value.filter(({ headword, glosses, sentence }) =>
      fold([headword, ...glosses, sentence].join(' ')).includes(letters),
    )
    return order.value === 'alphabet'
      ? found.toSorted((one, other) => one.headword.localeCompare(other.headword, 'nl'))
      : found.toSorted((one, other) => other.created.localeCompare(one.created))
  })

  return { order, sought, all, editions, shown }
})
