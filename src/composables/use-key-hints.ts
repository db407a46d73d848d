// Keys as the reader sees them: behind a name in a tooltip, or as tiles.
import { useI18n } from 'vue-i18n'
import { nl, type Messages } from '../i18n/nl.ts'
import { en } from '../i18n/en.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useSystemStore } from '../stores/system.ts'
import { bindings, chordsOf, shownKeys, type Action } from './keymap.ts'

export interface KeyHints {
  /** The keys of an action, the shortest first; each is a list of key names. */
  readonly keysOf: (action: Action) => string[][]
  /** Keys of a part of the window, which are no action's. */
  readonly namesOf: (chords: readonly string[]) => string[][]
  /** A name with its key behind it, for a tooltip: `Bladwijzer (B)`. */
  readonly withKey: (name: string, action: Action) => string
}

export function useKeyHints(): KeyHints {
  const { locale } = useI18n()
  const settings = useSettingsStore()
  const system = useSystemStore()

  function words(): Messages['key'] {
    return locale.value === 'en' ? en.key : nl.key
  }

  function keysOf(action: Action): string[][] {
    const binding = bindings.find((other) => other.action === action)
    if (binding === undefined) return []
    const single =
      binding.single !== undefined && settings.settings.singleKeys
        ? [shownKeys(binding.single, system.isMac, words())]
        : []
    return [...single, ...namesOf(chordsOf(binding, system.isMac))]
  }

  function namesOf(chords: readonly string[]): string[][] {
    return chords.map((chord) => shownKeys(chord, system.isMac, words()))
  }

  function withKey(name: string, action: Action): string {
    const [keys] = keysOf(action)
    return keys === undefined ? name : `${name} (${keys.join(system.isMac ? '' : '+')})`
  }

  return { keysOf, namesOf, withKey }
}
