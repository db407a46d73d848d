// What was removed from the library and can be put back: as many rows as the reader asked for.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { PutBackOutcome, RemovedEdition } from '#core/library/removed-edition'
import { desktop } from '../desktop.ts'
import { useLibraryStore } from './library.ts'

/** So many rows are read at a time. */
const step = 50

export const useRemovedEditionsStore = defineStore('removed-editions', () => {
  const library = useLibraryStore()
  const rows = shallowRef<readonly RemovedEdition[]>([])
  /** How many there are, shown or not. */
  const all = ref(0)
  let wanted = step

  async function load(): Promise<void> {
    const listing = await desktop.library.removed(wanted)
    rows.value = listing.rows
    all.value = listing.all
  }

  async function showMore(): Promise<void> {
    wanted += step
    await load()
  }

  async function putBack(file: string): Promise<PutBackOutcome> {
    const outcome = await desktop.library.putBack(file)
    await Promise.all([load(), library.load()])
    return outcome
  }

  return { rows, all, load, showMore, putBack }
})
