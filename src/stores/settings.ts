// The reader's own settings, and what they come to on this system.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { defaultSettings, textSizes, type Settings } from '#core/reader-data/reader-record'
import { useReaderDataStore } from './reader-data.ts'

const themes: readonly Theme[] = ['papier', 'sepia', 'lamp-uit', 'contrast']
export type Theme = Exclude<Settings['theme'], 'system'>

/** Characters in a full line. */
export const measures: Readonly<Record<Settings['measure'], number>> = {
  narrow: 58,
  normal: 66,
  wide: 74,
}
/** The height of a line, in em. */
export const leadings: Readonly<Record<Settings['leading'], number>> = {
  tight: 1.45,
  normal: 1.58,
  wide: 1.75,
}
/** Mean letter width of each face in Dutch text, in em (design: Typography). */
export const letterWidths: Readonly<Record<Settings['face'], number>> = {
  serif: 0.482,
  sans: 0.423,
}

/** What is no look of the page: a reset of the appearance leaves it as it is. */
export const keptByReset = [
  'singleKeys',
  'language',
  'keepSearches',
  'printNotes',
  'showFound',
  'lookUpByDoubleClick',
  'keepLookedUp',
  'speechRate',
  'voice',
  'noteVoice',
  'author',
  'exportFormat',
] as const

export const useSettingsStore = defineStore('settings', () => {
  const reader = useReaderDataStore()
  const systemLanguage = ref<'nl' | 'en'>('nl')
  const systemTheme = ref<Theme>('papier')

  const settings = computed<Settings>(() => {
    const record = reader.remembered.get('settings')
    return record?.kind === 'settings' ? record : defaultSettings
  })
  const theme = computed<Theme>(() =>
    settings.value.theme === 'system' ? systemTheme.value : settings.value.theme,
  )
  const language = computed(() =>
    settings.value.language === 'system' ? systemLanguage.value : settings.value.language,
  )
  const sizeIndex = computed(() => textSizes.indexOf(settings.value.textSize))

  /** How many times as large as it was made the window is shown now. */
  const shownScale = ref(1)
  /** The size of the text in pixels of the page. Divided by the scale, so that only the window's own parts grow with it. */
  const shownTextSize = computed(() => settings.value.textSize / shownScale.value)

  /** The mean width of a letter of the text, in pixels of the page. */
  const letter = computed(() => shownTextSize.value * letterWidths[settings.value.face])

  function change(part: Partial<Settings>): void {
    void reader.put({ ...settings.value, ...part, kind: 'settings' })
  }

  /** The theme after the one that is seen now, around the four. */
  function nextTheme(): void {
    const next = themes[(themes.indexOf(theme.value) + 1) % themes.length]
    if (next !== undefined) change({ theme: next })
  }

  /** `steps` bigger or smaller, within the sizes there are. */
  function stepTextSize(steps: 1 | -1): void {
    const size = textSizes[sizeIndex.value + steps]
    if (size !== undefined) change({ textSize: size })
  }

  function resetAppearance(): void {
    const kept = Object.fromEntries(keptByReset.map((name) => [name, settings.value[name]]))
    change({ ...defaultSettings, ...kept })
  }

  return {
    settings,
    shownScale,
    shownTextSize,
    letter,
    theme,
    language,
    sizeIndex,
    systemLanguage,
    systemTheme,
    change,
    nextTheme,
    stepTextSize,
    resetAppearance,
  }
})
