// The reader's note that stands whole beside the original, where others show how they begin.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useEditionStore } from './edition.ts'

export const useOpenedNoteStore = defineStore('opened-note', () => {
  const editions = useEditionStore()
  /** Of which item, in which edition: two editions may have items of one name. */
  const opened = ref<string | null>(null)

  const isAnyOpen = computed(() => opened.value?.startsWith(keyOf('')) === true)

  function keyOf(item: string): string {
    return `${editions.edition?.id ?? ''}/${item}`
  }

  function isOpen(item: string): boolean {
    return opened.value === keyOf(item)
  }

  function open(item: string): void {
    opened.value = keyOf(item)
  }

  function close(): void {
    opened.value = null
  }

  return { isAnyOpen, isOpen, open, close }
})
