// An act that is seen at once and needs no sentence: Ctrl Z takes it back, and says what it took back.
import { useI18n } from 'vue-i18n'
import { useMessagesStore } from '../stores/messages.ts'

export function useUndoStep(): (what: string, takeBack: () => void) => void {
  const { t } = useI18n()
  const messages = useMessagesStore()
  return (what, takeBack) => {
    messages.rememberUndo(() => {
      takeBack()
      messages.show(t('kept.undone', { what }))
    })
  }
}
