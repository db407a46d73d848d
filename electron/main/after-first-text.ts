// What can wait until the first text is painted, so that it does not slow that down.
import type { ReaderDataStore } from '../services/reader-data/reader-data-store.ts'
import type { Drawing } from './drawing.ts'
import type { Services } from './compose-services.ts'

/** In milliseconds after the first text. */
const delays = {
  searchWorker: 500,
  /** By then it is certain how the window is drawn. */
  drawing: 500,
  watchedFolder: 2_000,
  /** Reads as much as there is of older generations and backups. */
  spareFiles: 3_000,
} as const

export function startAfterFirstText(
  { search, watch }: Services,
  store: ReaderDataStore,
  drawing: Drawing,
): void {
  setTimeout(() => void search.warmUp(), delays.searchWorker)
  setTimeout(watch.start, delays.watchedFolder)
  setTimeout(drawing.remember, delays.drawing)
  setTimeout(() => void store.checkSpares(), delays.spareFiles)
}
