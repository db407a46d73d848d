// Where each action works.
import type { Screen } from '../stores/view.ts'
import type { Action } from './keymap.ts'

/** What the proof or the choice on the screen does itself. */
export type ProofAction = Extract<
  Action,
  | 'nextQuestion'
  | 'previousQuestion'
  | 'nextImprovement'
  | 'previousImprovement'
  | 'addEdition'
  | 'find'
  | 'closeAny'
>

/** What still works while a dialog is open. */
export const besideDialog: ReadonlySet<Action> = new Set(['closeAny', 'fullScreen'])

/** What a field does itself: undo, select all, and on a Mac go from word to word. */
export const ofTheField: ReadonlySet<Action> = new Set(['undo', 'selectText', 'back', 'forward'])

/** What acts on the text, and does nothing while an overlay lies over it. */
export const ofTheText: ReadonlySet<Action> = new Set([
  'nextItem',
  'previousItem',
  'sentence',
  'lookUp',
  'nextHighlight',
  'previousHighlight',
  'aloud',
  'bookmark',
  'note',
  'tags',
  'read',
  'readAll',
  'cite',
  'copyLink',
  'find',
])

/** What acts on a proof. */
export const ofTheProof: ReadonlySet<Action> = new Set([
  'nextQuestion',
  'previousQuestion',
  'nextImprovement',
  'previousImprovement',
  'addEdition',
])

/** What does nothing while another screen hides the text. Other screens have fields to find with. */
export const needsText: ReadonlySet<Action> = new Set([
  ...[...ofTheText].filter((action) => action !== 'find'),
  'selectText',
  'original',
  'notes',
  'sideBySide',
  'filter',
  'nextMatch',
  'previousMatch',
  'contents',
  'print',
])

/** What does nothing in a sheet. */
export const leavesSheet: ReadonlySet<Action> = new Set([
  'library',
  'desk',
  'search',
  'find',
  'kept',
])

/** A proof or a choice is left by its own buttons: no key may lose what was mended or chosen. */
export function isSheet(screen: Screen): boolean {
  return screen === 'proof' || screen === 'choice'
}
