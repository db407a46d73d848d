// The passage of an item that the reader was led to: it is lit until they go on.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Passage } from '#core/reading/passage'

export const usePassageStore = defineStore('passage', () => {
  const lit = shallowRef<Passage | null>(null)
  return { lit }
})
