// Ctrl Z: takes back the last act. One that is still being written is the last too, and is waited for.
import { useMessagesStore } from '../stores/messages.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'

export function useUndo(): () => Promise<void> {
  const messages = useMessagesStore()
  const reader = useReaderDataStore()
  return async () => {
    await reader.settled()
    messages.undo()
  }
}
