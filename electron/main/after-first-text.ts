// What can wait until the first text is painted, so that it does not slow that down.
import { clearRemoved } from '../services/reader-data/clear-removed.ts'
import type { ReaderDataStore } from '../services/reader-data/reader-data-store.ts'
import type { Drawing } from './drawing.ts'
import type { Services } from './compose-services.ts'
import { patience } from '../services/program/patience.ts'

export function startAfterFirstText(
  { data, now, search, watch, presence }: Services,
  store: ReaderDataStore,
  drawing: Drawing,
): void {
  setTimeout(() => void search.warmUp(), patience.searchWorker)
  setTimeout(watch.start, patience.watchedFolder)
  setTimeout(drawing.remember, patience.drawing)
  setTimeout(presence.remember, patience.hadEditions)
  setTimeout(() => void store.checkSpares(), patience.spareFiles)
  setTimeout(() => void clearRemoved(data, now()), patience.spareFiles)
}
