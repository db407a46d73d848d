// What the machine and the program are; fixed for as long as the window lives.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Command, FollowedLink, LicencesOutcome, OfflineProof } from '#core/desktop-api'
import type { Notice, Session } from '#core/desktop/session'
import type {
  ExportFormat,
  ExportOutcome,
  ImportOutcome,
  PrintedSheet,
  PrintOutcome,
} from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import { desktop } from '../desktop.ts'
import { useNoteDraftStore } from './note-draft.ts'
import { useReaderDataStore } from './reader-data.ts'

export const useSystemStore = defineStore('system', () => {
  const session = shallowRef<Session | null>(null)
  const isMac = computed(() => session.value?.platform === 'mac')
  const version = computed(() => session.value?.version ?? '')
  const developmentRuntime = computed(() => session.value?.developmentRuntime ?? null)
  const organisation = computed(() => session.value?.organisation ?? null)
  const dataFolder = computed(() => session.value?.dataFolder ?? '')

  function load(started: Session): void {
    session.value = started
  }

  async function copy(text: string): Promise<boolean> {
    try {
      await desktop.clipboard.write(text)
      return true
    } catch {
      return false
    }
  }

  async function exportTo(format: ExportFormat): Promise<ExportOutcome> {
    return desktop.reader.exportTo(format)
  }

  async function toggleFullScreen(): Promise<void> {
    await desktop.frame.toggleFullScreen()
  }

  /** Makes all of the window so many times as large as it is made. */
  async function scale(factor: number): Promise<void> {
    await desktop.frame.scale(factor)
  }

  async function savePdf(sheet: PrintedSheet): Promise<ExportOutcome> {
    return desktop.printing.savePdf(sheet)
  }

  async function print(): Promise<PrintOutcome> {
    return desktop.printing.print()
  }

  /** Merges a file of the reader's choice into what is kept; what was there stays. */
  async function importFrom(): Promise<ImportOutcome> {
    const draft = useNoteDraftStore()
    await draft.save()
    const outcome = await desktop.reader.importFrom()
    if (!outcome.ok) return outcome
    useReaderDataStore().load(outcome.records)
    draft.follow()
    return outcome
  }

  /** Where a file that was dropped on the window lies; empty when it lies nowhere. */
  function pathOf(file: File): string {
    return desktop.pathOf(file)
  }

  async function offlineProof(): Promise<OfflineProof> {
    return desktop.offline.proof()
  }

  async function licences(): Promise<LicencesOutcome> {
    return desktop.about.licences()
  }

  /** Tells the main process that everything is written and the window may close. */
  async function finish(): Promise<void> {
    await desktop.session.finish()
  }

  const onCommand = (listener: (command: Command) => void) => desktop.on('command', listener)
  const onNotice = (listener: (notice: Notice) => void) => desktop.on('notice', listener)
  const onOpened = (listener: (bundle: EditionBundle) => void) => desktop.on('opened', listener)
  const onLink = (listener: (link: FollowedLink) => void) => desktop.on('link', listener)

  return {
    finish,
    onCommand,
    onNotice,
    onOpened,
    onLink,
    isMac,
    version,
    developmentRuntime,
    dataFolder,
    organisation,
    load,
    copy,
    exportTo,
    savePdf,
    print,
    toggleFullScreen,
    scale,
    importFrom,
    offlineProof,
    licences,
    pathOf,
  }
})
