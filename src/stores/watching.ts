// The folder from which editions come in by themselves.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AddSummary, WatchedFolder, WatchOutcome } from '#core/desktop/adding'
import { desktop } from '../desktop.ts'

export const useWatchingStore = defineStore('watching', () => {
  const folder = shallowRef<WatchedFolder | null>(null)

  function showFolder(outcome: WatchOutcome): WatchOutcome {
    if (outcome.ok) folder.value = outcome.folder
    return outcome
  }

  async function load(): Promise<void> {
    folder.value = await desktop.watching.current()
  }

  async function choose(): Promise<WatchOutcome> {
    return showFolder(await desktop.watching.choose())
  }

  async function stop(): Promise<WatchOutcome> {
    return showFolder(await desktop.watching.stop())
  }

  function follow(listener: (summary: AddSummary) => void): () => void {
    const stops = [
      desktop.on('watched', (now) => {
        folder.value = now
      }),
      desktop.on('taken', listener),
    ]
    return () => {
      for (const stopOne of stops) stopOne()
    }
  }

  return { folder, load, choose, stop, follow }
})
