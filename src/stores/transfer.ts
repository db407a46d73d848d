// What the reader takes along of what they kept, and the file that they are about to bring in.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type {
  ExportFormat,
  ExportOutcome,
  ExportCounts,
  ImportPreview,
  ImportReading,
  MergeOutcome,
} from '#core/desktop/transfer'
import { desktop } from '../desktop.ts'
import { useNoteDraftStore } from './note-draft.ts'
import { useReaderDataStore } from './reader-data.ts'

export const useTransferStore = defineStore('transfer', () => {
  /** How far the export is; null while none goes on that takes long. */
  const progress = shallowRef<ExportCounts | null>(null)
  /** The export that was told of last. */
  let run = 0
  /** Whether the reader ended the export that goes on. */
  const isStopped = ref(false)
  /** What the file that was read last would bring; null while none waits. */
  const preview = shallowRef<ImportPreview | null>(null)

  /** @param keys of the annotations that go along; null for all that the store holds */
  async function exportTo(
    wanted: ExportFormat,
    keys: readonly string[] | null,
  ): Promise<ExportOutcome> {
    // The last letters of a note that is being written go along.
    await useNoteDraftStore().save()
    isStopped.value = false
    return desktop.reader.exportTo(wanted, keys)
  }

  async function stop(): Promise<void> {
    isStopped.value = true
    await desktop.reader.cancelExport(run)
  }

  /** Returns a function that ends it. */
  function follow(): () => void {
    return desktop.on('exporting', (now) => {
      run = now.run
      progress.value = now.counts
    })
  }

  async function readImport(): Promise<ImportReading> {
    await useNoteDraftStore().save()
    const reading = await desktop.reader.readImport()
    preview.value = reading.ok ? reading.preview : null
    return reading
  }

  /** Merges the file that was read into what is kept; what was there stays. */
  async function mergeImport(): Promise<MergeOutcome> {
    const outcome = await desktop.reader.mergeImport()
    if (!outcome.ok) return outcome
    useReaderDataStore().load(outcome.records)
    useNoteDraftStore().follow()
    return outcome
  }

  return { progress, isStopped, preview, stop, follow, exportTo, readImport, mergeImport }
})
