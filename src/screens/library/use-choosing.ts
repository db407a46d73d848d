// What the keys of the library list do with rows: with those that are chosen, else with the one at hand.
import { isRemovable } from '#core/library/entry-facts'
import type { LibraryEntry } from '#core/library/library-entry'
import { useChosenEditions } from '../../composables/use-chosen-editions.ts'
import { useLibraryChoiceStore } from '../../stores/library-choice.ts'
import { useLibraryStore } from '../../stores/library.ts'

/** By the ids of their editions. */
export interface Choosing {
  readonly remove: (row: string) => void
  readonly review: (row: string) => void
  /** Chooses a row, or no longer; without `isChosen` the other way round. */
  readonly choose: (row: string, isChosen?: boolean) => void
  readonly chooseAll: () => void
  /** False where nothing was chosen. */
  readonly chooseNone: () => boolean
}

/** @param one what is done with a single edition, where nothing is chosen */
export function useChoosing(one: {
  readonly remove: (entry: LibraryEntry) => void
  readonly review: (entry: LibraryEntry) => void
}): Choosing {
  const chosen = useChosenEditions()
  const choice = useLibraryChoiceStore()
  const library = useLibraryStore()

  function withEntry(id: string, act: (entry: LibraryEntry) => void): void {
    const entry = library.entries.find((other) => other.id === id)
    if (entry !== undefined && isRemovable(entry)) act(entry)
  }

  return {
    remove(id) {
      if (choice.entries.length > 0) void chosen.remove()
      else withEntry(id, one.remove)
    },
    review(id) {
      if (choice.entries.length > 0) void chosen.review()
      else withEntry(id, one.review)
    },
    choose(id, isChosen) {
      withEntry(id, (entry) => {
        choice.choose(entry, isChosen)
      })
    },
    chooseAll: choice.chooseAll,
    chooseNone() {
      if (choice.chosen.size === 0) return false
      choice.chooseNone()
      return true
    },
  }
}
