// What is being printed; null when nothing is.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface PrintJob {
  readonly to: 'pdf' | 'paper'
  readonly ownNotes: boolean
  readonly editorsNotes: boolean
}

export const usePrintingStore = defineStore('printing', () => {
  const job = shallowRef<PrintJob | null>(null)
  return { job }
})
