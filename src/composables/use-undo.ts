// Ctrl Z: takes back the last act. One that is still being written is the last too, and is waited for.
import { useI18n } from 'vue-i18n'
import { useMessagesStore } from '../stores/messages.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'

export function useUndo(): () => Promise<void> {
  const { t } = useI18n()
  const messages = useMessagesStore()
  const reader = useReaderDataStore()
  return async () => {
    await reader.settled()
    if (!messages.undo()) messages.show(t('kept.nothingToUndo'))
  }
}
