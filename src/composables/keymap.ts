// Every action of the window with its key. The tooltips, the key list and the handler all read this one table.
import type { Messages } from '../i18n/nl.ts'

export type Action = Exclude<
  keyof Messages['keys'],
  'title' | 'close' | 'reading' | 'keeping' | 'finding' | 'window' | 'proof' | 'off' | 'or'
>
export type KeyGroup = 'reading' | 'keeping' | 'finding' | 'proof' | 'window'

export interface Binding {
  readonly action: Action
  readonly group: KeyGroup
  /** A single key that types nothing, alone or with Shift: can be switched off as a whole (WCAG 2.1.4). */
  readonly single?: string
  /** Keys with Ctrl (⌘ on a Mac) or Alt, or a function key: these always work. `Mod` is Ctrl or ⌘. */
  readonly chords?: readonly string[]
  /** Instead of `chords` on a Mac. */
  readonly macChords?: readonly string[]
}

export const bindings: readonly Binding[] = [
  { action: 'nextItem', group: 'reading', single: 'j' },
  { action: 'previousItem', group: 'reading', single: 'k' },
  { action: 'original', group: 'reading', single: '1' },
  { action: 'notes', group: 'reading', single: '2' },
  { action: 'sideBySide', group: 'reading', single: '3' },
  {
    action: 'back',
    group: 'reading',
    chords: ['Alt+ArrowLeft'],
    macChords: ['Mod+[', 'Alt+ArrowLeft'],
  },
  {
    action: 'forward',
    group: 'reading',
    chords: ['Alt+ArrowRight'],
    macChords: ['Mod+]', 'Alt+ArrowRight'],
  },
  { action: 'read', group: 'reading', single: 'r', chords: ['Mod+u'] },
  { action: 'readAll', group: 'reading', chords: ['Mod+Shift+u'] },
  { action: 'sentence', group: 'reading', single: 'm', chords: ['Mod+Shift+m'] },
  { action: 'lookUp', group: 'reading', single: 'o', chords: ['Mod+Shift+y'] },
  { action: 'aloud', group: 'reading', single: 'v', chords: ['Mod+Shift+p'] },
  { action: 'nextHighlight', group: 'reading', single: 'h', chords: ['F4', 'Mod+Shift+h'] },
  { action: 'previousHighlight', group: 'reading', single: 'Shift+h', chords: ['Shift+F4'] },
  { action: 'bookmark', group: 'keeping', single: 'b', chords: ['Mod+d'] },
  { action: 'note', group: 'keeping', single: 'n', chords: ['Mod+Shift+n'] },
  { action: 'tags', group: 'keeping', single: '#', chords: ['Mod+Shift+t'] },
  { action: 'copyLink', group: 'keeping', single: 'Shift+c', chords: ['Mod+Shift+k'] },
  { action: 'cite', group: 'keeping', single: 'c', chords: ['Mod+Shift+c'] },
  { action: 'selectText', group: 'keeping', chords: ['Mod+a'] },
  { action: 'undo', group: 'keeping', chords: ['Mod+z'] },
  { action: 'export', group: 'keeping', chords: ['Mod+Shift+e'] },
  { action: 'importData', group: 'keeping', chords: ['Mod+Shift+o'] },
  { action: 'print', group: 'keeping', chords: ['Mod+p'] },
  { action: 'kept', group: 'keeping', single: 'p', chords: ['Mod+Shift+b'] },
  { action: 'search', group: 'finding', single: '/', chords: ['Mod+k'] },
  { action: 'find', group: 'finding', chords: ['Mod+f'] },
  { action: 'filter', group: 'finding', single: 's', chords: ['Mod+Shift+s'] },
  { action: 'nextMatch', group: 'finding', chords: ['F3', 'Mod+g'] },
  { action: 'previousMatch', group: 'finding', chords: ['Shift+F3', 'Mod+Shift+g'] },
  { action: 'nextQuestion', group: 'proof', chords: ['F8', 'Mod+ArrowDown'], macChords: ['F8'] },
  {
    action: 'previousQuestion',
    group: 'proof',
    chords: ['Shift+F8', 'Mod+ArrowUp'],
    macChords: ['Shift+F8'],
  },
  {
    action: 'nextImprovement',
    group: 'proof',
    chords: ['F9', 'Mod+Shift+ArrowDown'],
    macChords: ['F9'],
  },
  {
    action: 'previousImprovement',
    group: 'proof',
    chords: ['Shift+F9', 'Mod+Shift+ArrowUp'],
    macChords: ['Shift+F9'],
  },
  { action: 'addEdition', group: 'proof', chords: ['Mod+Enter'] },
  { action: 'review', group: 'proof', single: 'd', chords: ['Mod+Shift+r'] },
  { action: 'contents', group: 'window', single: 'i', chords: ['Mod+\\'] },
  { action: 'library', group: 'window', single: 'l', chords: ['Mod+l'] },
  { action: 'desk', group: 'window', single: 'a', chords: ['Mod+Shift+d'] },
  { action: 'appearance', group: 'window', single: 'w', chords: ['Mod+Shift+a'] },
  { action: 'theme', group: 'window', single: 't', chords: ['Mod+Shift+l'] },
  { action: 'settings', group: 'window', chords: ['Mod+,'] },
  { action: 'bigger', group: 'window', chords: ['Mod++', 'Mod+='] },
  { action: 'smaller', group: 'window', chords: ['Mod+-'] },
  { action: 'normalSize', group: 'window', chords: ['Mod+0'] },
  { action: 'nextRegion', group: 'window', chords: ['F6'] },
  { action: 'previousRegion', group: 'window', chords: ['Shift+F6'] },
  // On a Mac the system has F11 for itself.
  { action: 'fullScreen', group: 'window', chords: ['F11'], macChords: ['Mod+Shift+f'] },
  { action: 'help', group: 'window', single: '?', chords: ['F1'] },
  { action: 'closeAny', group: 'window', chords: ['Escape'] },
]

/** The chords of a binding on this system. */
export function chordsOf(binding: Binding, isMac: boolean): readonly string[] {
  return (isMac ? binding.macChords : undefined) ?? binding.chords ?? []
}

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * The action that a key press asks for, or null.
 * @param allowSingle false while the reader types, or when single-letter keys are switched off
 */
export function actionFor(
  press: KeyPress,
  options: { isMac: boolean; allowSingle: boolean },
): Action | null {
  const mod = options.isMac ? press.metaKey : press.ctrlKey
  const foreign = options.isMac ? press.ctrlKey : press.metaKey
  if (foreign) return null
  const plain = !mod && !press.altKey
  if (plain && options.allowSingle) {
    const key = press.key.toLowerCase()
    const wanted = press.shiftKey ? [`Shift+${key}`, key] : [key]
    for (const one of wanted) {
      const single = bindings.find((binding) => binding.single === one)
      if (single) return single.action
    }
  }
  const chord = [
    mod ? 'Mod' : '',
    press.altKey ? 'Alt' : '',
    // On many keyboards + and ? are typed with Shift, and on a Belgian one figures too: there Shift is part of the
    // sign and not of the chord.
    press.shiftKey && !/^\P{L}$/u.test(press.key) ? 'Shift' : '',
    press.key.length === 1 ? press.key.toLowerCase() : press.key,
  ]
  const wanted = chord.filter((part) => part !== '').join('+')
  return (
    bindings.find((binding) => chordsOf(binding, options.isMac).includes(wanted))?.action ?? null
  )
}

/** The parts of a chord as they are shown, e.g. `['Ctrl', 'K']` or `['⌘', 'K']`. */
export function shownKeys(chord: string, isMac: boolean, words: Messages['key']): string[] {
  const names: Readonly<Record<string, string>> = {
    Mod: isMac ? '⌘' : words.ctrl,
    Alt: isMac ? '⌥' : words.alt,
    Shift: isMac ? '⇧' : words.shift,
    Escape: words.escape,
    ArrowLeft: words.left,
    ArrowRight: words.right,
    ArrowUp: words.up,
    ArrowDown: words.down,
    Delete: words.delete,
    Space: words.space,
    '-': '−',
  }
  const parts = chord === 'Mod++' ? ['Mod', '+'] : chord.split('+')
  return parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}
