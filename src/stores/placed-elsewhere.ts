// What became of highlights in revised editions that are not open. Of the open one, the highlights themselves tell.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Placements } from '#core/annotations/placements-in'
import { desktop } from '../desktop.ts'

export const usePlacedElsewhereStore = defineStore('placed-elsewhere', () => {
  const placements = shallowRef<Placements>(new Map())

  async function load(): Promise<void> {
    const now = await desktop.reader.placements()
    // The same answer must not have the lists made anew.
    if (JSON.stringify([...now]) !== JSON.stringify([...placements.value])) placements.value = now
  }

  return { placements, load }
})
