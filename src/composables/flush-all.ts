// What must be written before the window closes, or another edition or screen takes its place.
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'

type Flush = () => Promise<void>
const flushes = new Set<Flush>()

/** Registers what must be written before the window closes; the answer takes it back. */
export function onFlush(flush: Flush): () => void {
  flushes.add(flush)
  return () => flushes.delete(flush)
}

/** Writes everything that is pending. */
export async function flushAll(): Promise<void> {
  await useNoteDraftStore().save()
  await Promise.allSettled([...flushes].map((flush) => flush()))
  await useReaderDataStore().flush()
}
