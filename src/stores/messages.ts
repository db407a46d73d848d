// What the program has to say: notices that stay until they are closed, and one toast at a time that can be undone.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Notice } from '#core/desktop/session'
import type { WriteFault, WriteOutcome } from '#core/desktop/transfer'

export interface Toast {
  readonly text: string
  readonly undo: (() => void) | null
}

/** How long a plain sentence stays at least, and one that can be undone; and a longer one for each of its words. In milliseconds. */
const leastStay = 4_000
const undoStay = 10_000
const wordStay = 350

/** How long a toast stays, in milliseconds: until it can have been read, and what can be undone longer. */
export function stayOf({ text, undo }: Toast): number {
  const reading = text.split(/\s+/u).length * wordStay
  return Math.max(undo === null ? leastStay : undoStay, reading)
}

/** So many removals can be taken back, the last one first. */
const mostUndos = 50

export const useMessagesStore = defineStore('messages', () => {
  const notices = shallowRef<readonly Notice[]>([])
  const toast = shallowRef<Toast | null>(null)
  /** Why the last change could not be written; null as soon as writing works again. */
  const writeFault = ref<WriteFault | null>(null)
  let undos: readonly (() => void)[] = []
  /** Said to a screen reader and shown nowhere. */
  const announcement = ref('')

  function addNotice(notice: Notice): void {
    const same = (other: Notice) => JSON.stringify(other) === JSON.stringify(notice)
    if (!notices.value.some(same)) notices.value = [...notices.value, notice]
  }

  function closeNotice(notice: Notice): void {
    notices.value = notices.value.filter((other) => other !== notice)
  }

  function show(text: string, undo: (() => void) | null = null): void {
    toast.value = { text, undo }
    if (undo !== null) undos = [...undos, undo].slice(-mostUndos)
  }

  /** What can be taken back no longer is not offered any more. */
  function forget(undo: () => void): void {
    undos = undos.filter((other) => other !== undo)
    if (toast.value?.undo === undo) toast.value = null
  }

  function closeToast(): void {
    toast.value = null
  }

  /** Takes back the last removal that was not taken back yet; false when there is none. */
  function undo(): boolean {
    const action = undos.at(-1)
    if (action === undefined) return false
    undos = undos.slice(0, -1)
    toast.value = null
    action()
    return true
  }

  function announce(text: string): void {
    // Words that are already there are not said again: they have to go first.
    announcement.value = ''
    setTimeout(() => {
      announcement.value = text
    }, 20)
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
    forget,
    closeToast,
    undo,
    announce,
    showWriteOutcome,
  }
})
