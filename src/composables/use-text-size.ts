// Makes the text of editions bigger or smaller by a key. Where no text is seen to change, its size is said.
import { useI18n } from 'vue-i18n'
import { defaultSettings } from '#core/reader-data/reader-record'
import { useMessagesStore } from '../stores/messages.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useViewStore, type Screen } from '../stores/view.ts'

const showsText: ReadonlySet<Screen> = new Set(['edition', 'report'])

/** @returns a function that goes a step bigger (1) or smaller (-1), or back to the size it has at first (0) */
export function useTextSize(): (step: 1 | -1 | 0) => void {
  const { t } = useI18n()
  const messages = useMessagesStore()
  const settings = useSettingsStore()
  const view = useViewStore()
  return (step) => {
    if (step === 0) settings.change({ textSize: defaultSettings.textSize })
    else settings.stepTextSize(step)
    const size = String(settings.settings.textSize)
    if (!showsText.has(view.screen)) messages.show(t('appearance.sizeNow', { size }))
  }
}
