// What the program has to say: notices that stay until they are closed, and one toast at a time that can be undone.
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Notice, WriteOutcome } from '#core/desktop-api'

export interface Toast {
  readonly text: string
  readonly undo: (() => void) | null
}

export const useMessagesStore = defineStore('messages', () => {
  const notices = shallowRef<readonly Notice[]>([])
  const toast = shallowRef<Toast | null>(null)
  /** Why the last change could not be written; null as soon as writing works again. */
  const writeFault = ref<Extract<WriteOutcome, { ok: false }>['reason'] | null>(null)
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
  }

  function closeToast(): void {
    toast.value = null
  }

  function undo(): boolean {
    const action = toast.value?.undo
    if (!action) return false
    toast.value = null
    action()
    return true
  }

  function announce(text: string): void {
    announcement.value = text
  }

  function wrote(outcome: WriteOutcome): void {
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
    closeToast,
    undo,
    announce,
    wrote,
  }
})
