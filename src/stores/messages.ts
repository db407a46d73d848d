// What the program has to say: notices that stay until they are closed, and one toast at a time that can be undone.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Notice } from '#core/desktop/session'
import type { WriteFault, WriteOutcome } from '#core/desktop/transfer'
import { i18n } from '../i18n/index.ts'
import { once } from '../once.ts'
import { patience } from '../patience.ts'

export interface Toast {
  readonly text: string
  readonly undo: (() => void) | null
  /** Where it leads to; null where it leads nowhere. */
  readonly action: ToastAction | null
}

export interface ToastAction {
  readonly name: string
  readonly run: () => void
}

/** The way back from an act, and the sentence that told of it; null where the way back has a sentence of its own. */
interface Undo {
  readonly run: () => void
  readonly said: string | null
  /** Of a record that was removed. */
  readonly removal?: Removal
}

interface Removal {
  readonly key: string
  readonly bringBack: () => Promise<unknown>
}

/** How long a toast stays, in milliseconds: until it can have been read, and with a button longer. */
export function stayOf({ text, undo, action }: Toast): number {
  const reading = text.split(/\s+/u).length * patience.toastWord
  return Math.max(
    undo === null && action === null ? patience.toast : patience.toastWithButton,
    reading,
  )
}

/** So many removals can be taken back, the last one first. */
const mostUndos = 50

export const useMessagesStore = defineStore('messages', () => {
  const notices = shallowRef<readonly Notice[]>([])
  const toast = shallowRef<Toast | null>(null)
  /** Why the last change could not be written; null as soon as writing works again. */
  const writeFault = ref<WriteFault | null>(null)
  let undos: readonly Undo[] = []
  /** Said to a screen reader and shown nowhere. */
  const announcement = ref('')

  function addNotice(notice: Notice): void {
    const same = (other: Notice) => JSON.stringify(other) === JSON.stringify(notice)
    if (!notices.value.some(same)) notices.value = [...notices.value, notice]
  }

  function closeNotice(notice: Notice): void {
    notices.value = notices.value.filter((other) => other !== notice)
  }

  function show(
    text: string,
    undo: (() => void) | null = null,
    action: ToastAction | null = null,
  ): void {
    toast.value = { text, undo, action }
    if (undo !== null) remember({ run: undo, said: text })
  }

  /** News waits until what is being told had its turn. */
  function inTurn(run: () => void): void {
    once(() => toast.value === null, run)
  }

  /** Says that a record is gone, which can be taken back, also by who sets it again. */
  function showRemoval(text: string, key: string, bringBack: () => Promise<unknown>): void {
    const run = (): void => void bringBack()
    toast.value = { text, undo: run, action: null }
    remember({ run, said: text, removal: { key, bringBack } })
  }

  /** The way back from the removal of a record that is set again, so that no one is told any more that it is gone; null without one. */
  function takeRemoval(key: string): (() => Promise<unknown>) | null {
    const taken = undos.findLast(({ removal }) => removal?.key === key)
    if (taken?.removal === undefined) return null
    forget(taken.run)
    return taken.removal.bringBack
  }

  function remember(undo: Undo): void {
    undos = [...undos, undo].slice(-mostUndos)
  }

  /** What is seen at once needs no sentence to be taken back. */
  const rememberUndo = (run: () => void): void => remember({ run, said: null })

  /** What can be taken back no longer is not offered any more. */
  function forget(undo: () => void): void {
    undos = undos.filter(({ run }) => run !== undo)
    if (toast.value?.undo === undo) toast.value = null
  }

  function closeToast(): void {
    toast.value = null
  }

  /** Takes back the last act that was not taken back yet, and says which; false when there is none. */
  function undo(): boolean {
    const last = undos.at(-1)
    if (last === undefined) return false
    undos = undos.slice(0, -1)
    toast.value = null
    last.run()
    // What the way back says itself comes before this.
    if (last.said !== null && toast.value === null)
      show(i18n.global.t('kept.undone', { what: last.said }))
    return true
  }

  function announce(text: string): void {
    // Words that are already there are not said again: they have to go first.
    announcement.value = ''
    setTimeout(() => {
      announcement.value = text
    }, patience.announcement)
  }

  function showWriteOutcome(outcome: WriteOutcome): void {
    writeFault.value = outcome.ok ? null : outcome.reason
  }

  return {
    notices,
    toast,
    writeFault,
    announcement,
    addNotice,
    closeNotice,
    show,
    inTurn,
    showRemoval,
    takeRemoval,
    forget,
    rememberUndo,
    closeToast,
    undo,
    announce,
    showWriteOutcome,
  }
})
