// Starts reading aloud, or stops it. Says what to do where there is no voice.
import { useI18n } from 'vue-i18n'
import { useAloudStore } from '../stores/aloud.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useSystemStore } from '../stores/system.ts'

export function useReadAloud(): () => Promise<void> {
  const { t } = useI18n()
  const aloud = useAloudStore()
  const messages = useMessagesStore()
  const system = useSystemStore()

  return async () => {
    if (aloud.isOn) {
      aloud.stop()
      return
    }
    const outcome = await aloud.start()
    if (outcome === 'no-voice') messages.show(t(`aloud.noVoice.${system.platform}`))
  }
}
