// What the machine and the program are; fixed for as long as the window lives.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Command, FollowedLink, LicencesOutcome, OfflineProof } from '#core/desktop-api'
import type { Notice, Session } from '#core/desktop/session'
import type { ExportOutcome, PrintedSheet, PrintOutcome } from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import { desktop } from '../desktop.ts'

export const useSystemStore = defineStore('system', () => {
  const session = shallowRef<Session | null>(null)
  const platform = computed(() => session.value?.platform ?? 'linux')
  const isMac = computed(() => platform.value === 'mac')
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
    platform,
    isMac,
    version,
    developmentRuntime,
    dataFolder,
    organisation,
    load,
    copy,
    savePdf,
    print,
    toggleFullScreen,
    scale,
    offlineProof,
    licences,
    pathOf,
  }
})
