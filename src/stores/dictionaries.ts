// The dictionaries that words are looked up in, and one that is being added.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type {
  DictionaryChoice,
  DictionarySample,
  DictionaryShelf,
  SampleOutcome,
  ShelfOutcome,
} from '#core/desktop/dictionaries'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { Rejection } from '#core/edition/rejection'
import { takeTurns } from '#core/take-turns'
import { desktop } from '../desktop.ts'

/** A file that is no dictionary, and why. */
export interface RefusedDictionary {
  readonly file: string
  readonly reason: Rejection
}

export const useDictionariesStore = defineStore('dictionaries', () => {
  const shelf = shallowRef<DictionaryShelf>({ dictionaries: [], installed: [] })
  /** What was read, and waits for the reader. */
  const sample = shallowRef<DictionarySample | null>(null)
  const refused = shallowRef<RefusedDictionary | null>(null)
  const isReading = ref(false)

  const choices = computed<readonly DictionaryChoice[]>(() =>
    shelf.value.dictionaries.map(({ id, isOn }) => ({ id, isOn })),
  )

  async function load(): Promise<void> {
    shelf.value = await desktop.dictionaries.list()
  }

  async function read(ask: () => Promise<SampleOutcome>): Promise<void> {
    sample.value = null
    refused.value = null
    isReading.value = true
    const outcome = await ask()
    isReading.value = false
    if (outcome.ok) sample.value = outcome.sample
    else if (outcome.reason !== 'nothing-chosen' && outcome.reason !== 'cancelled')
      refused.value = { file: outcome.file, reason: outcome.reason }
  }

  /** Shows the system's dialog, and reads what is chosen. */
  const choose = () => read(desktop.dictionaries.choose)
  const readInstalled = (name: string) => read(() => desktop.dictionaries.readInstalled(name))

  /** Ends a reading, and forgets what was read. */
  async function leave(): Promise<void> {
    sample.value = null
    refused.value = null
    await desktop.dictionaries.leave()
  }

  /** Changes are made one after another: each begins with what the one before it left. */
  const inTurn = takeTurns()
  const change = (make: () => Promise<ShelfOutcome>): Promise<WriteOutcome> =>
    inTurn(async () => {
      const outcome = await make()
      if (outcome.ok) shelf.value = outcome.shelf
      return outcome
    })

  const keep = (name: string) =>
    change(async () => {
      const outcome = await desktop.dictionaries.keep(name)
      if (outcome.ok) sample.value = null
      return outcome
    })

  const arrange = (changed: () => readonly DictionaryChoice[]) =>
    change(() => desktop.dictionaries.arrange(changed()))

  const without = (id: string) => choices.value.filter((one) => one.id !== id)

  const turn = (id: string, isOn: boolean) =>
    arrange(() => choices.value.map((one) => (one.id === id ? { id, isOn } : one)))

  /** One place up or down. */
  const move = (id: string, by: 1 | -1) =>
    arrange(() => {
      const from = choices.value.findIndex((one) => one.id === id)
      return without(id).toSpliced(from + by, 0, ...choices.value.slice(from, from + 1))
    })

  const remove = (id: string) => arrange(() => without(id))

  /** What was removed comes back to its place; what came since stays. */
  const putBack = (choice: DictionaryChoice, at: number) =>
    arrange(() => without(choice.id).toSpliced(at, 0, choice))

  return {
    ...{ shelf, sample, refused, isReading, choices },
    ...{ load, choose, readInstalled, leave, keep, turn, move, remove, putBack },
  }
})
