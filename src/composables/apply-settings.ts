// Writes the reader's settings to the page: the theme, and the few custom properties of tokens.css that are theirs.
import { ref, watchEffect, type Ref } from 'vue'
import { i18n } from '../i18n/index.ts'
import {
  leadings,
  letterWidths,
  measures,
  useSettingsStore,
  type Theme,
} from '../stores/settings.ts'
import { isForPaper } from './use-layout.ts'
import { useListeners } from './use-listeners.ts'

/** Applies the settings now and whenever they, or the system's own, change. */
export function applySettings(): void {
  const store = useSettingsStore()
  followSystemTheme((theme) => {
    store.systemTheme = theme
  })
  const isForced = followForcedColours()
  watchEffect(() => {
    const { settings } = store
    const root = document.documentElement
    root.dataset.theme = isForced.value ? 'contrast' : store.theme
    root.classList.toggle('less-motion', settings.lessMotion)
    root.lang = store.language
    i18n.global.locale.value = store.language
    const property = (name: string, value: string): void => {
      root.style.setProperty(name, value)
    }
    property('--reader-face', `var(--face-${settings.face === 'serif' ? 'text' : 'ui'})`)
    property('--reader-letter', String(letterWidths[settings.face]))
    property('--reader-size', `${String(store.shownTextSize / 16)}rem`)
    property('--reader-rem', `${String(1 / store.shownScale)}rem`)
    property('--reader-leading', String(leadings[settings.leading]))
    property('--reader-measure', String(measures[settings.measure]))
  })
}

/** A contrast theme of the system brings colours of its own (tokens.css), in the shapes of ours. */
function followForcedColours(): Readonly<Ref<boolean>> {
  const forced = window.matchMedia('(forced-colors: active)')
  const isForced = ref(forced.matches)
  useListeners(forced, { change: () => (isForced.value = forced.matches) })
  return isForced
}

function followSystemTheme(tell: (theme: Theme) => void): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const contrast = window.matchMedia('(prefers-contrast: more)')
  const follow = (): void => {
    if (isForPaper()) return
    tell(contrast.matches ? 'contrast' : dark.matches ? 'lamp-uit' : 'papier')
  }
  useListeners(dark, { change: follow })
  useListeners(contrast, { change: follow })
  follow()
}
