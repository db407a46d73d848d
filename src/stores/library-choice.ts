// Editions of the library that are chosen, to do one thing with all of them.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { isRemovable } from '#core/library/entry-facts'
import type { LibraryEntry } from '#core/library/library-entry'
import type { MovedEditions, TakenBack } from '#core/desktop/adding'
import type { WriteFault } from '#core/desktop/transfer'
import { desktop } from '../desktop.ts'
import { useLibraryStore } from './library.ts'

export const useLibraryChoiceStore = defineStore('library-choice', () => {
  const library = useLibraryStore()
  const chosen = shallowRef<ReadonlySet<string>>(new Set())
  const shown = computed(() => library.groups.flatMap(({ entries }) => entries))
  /** Those in sight, in the order of the list: nothing is done with what a filter hides. */
  const entries = computed(() =>
    chosen.value.size === 0 ? [] : shown.value.filter(({ id }) => chosen.value.has(id)),
  )

  /** The program's own edition cannot be chosen: nothing of this could be done with it. */
  function choose(entry: LibraryEntry, isChosen = !chosen.value.has(entry.id)): void {
    if (!isRemovable(entry)) return
    const next = new Set(chosen.value)
    if (isChosen) next.add(entry.id)
    else next.delete(entry.id)
    chosen.value = next
  }

  function chooseAll(): void {
    chosen.value = new Set(shown.value.filter(isRemovable).map(({ id }) => id))
  }

  function chooseNone(): void {
    chosen.value = new Set()
  }

  /** Removes those that are chosen; gives those that went, and how it ended. */
  async function remove(): Promise<{ gone: readonly LibraryEntry[]; taken: TakenBack }> {
    const those = entries.value
    chooseNone()
    const taken = await library.takeBack(
      those.map(({ id, revision }) => ({ id, revision, replaced: null })),
    )
    const here = new Set(library.entries.map(({ id }) => id))
    return { gone: those.filter(({ id }) => !here.has(id)), taken }
  }

  /** Brings back what was removed; gives how many could not be brought back, and why the last of these could not. */
  async function restore(
    gone: readonly LibraryEntry[],
  ): Promise<{ failed: number; fault: WriteFault | null }> {
    let failed = 0
    let fault: WriteFault | null = null
    for (const { id } of gone) {
      const outcome = await desktop.library.restore(id)
      if (outcome.ok) continue
      failed += 1
      fault = outcome.reason
    }
    await library.load()
    return { failed, fault }
  }

  /** @param series null for none */
  async function move(series: string | null): Promise<MovedEditions> {
    const those = entries.value.map(({ id }) => id)
    chooseNone()
    const moved = await desktop.imports.moveToSeries(those, series)
    await library.load()
    return moved
  }

  return {
    ...{ chosen, entries, choose, chooseAll, chooseNone },
    ...{ remove, restore, move },
  }
})
