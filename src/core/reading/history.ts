// Back and forward over the places a reader has jumped between, as a value that is replaced and never edited.

export interface History<Entry> {
  readonly before: readonly Entry[]
  readonly after: readonly Entry[]
}

/** More steps than anyone takes back in one sitting. */
const longest = 100

export const emptyHistory: History<never> = { before: [], after: [] }

/** The reader leaves `from` by a jump: what lay ahead is forgotten, as in a browser. */
export function leave<Entry>(history: History<Entry>, from: Entry): History<Entry> {
  return { before: [...history.before, from].slice(-longest), after: [] }
}

export interface Step<Entry> {
  readonly history: History<Entry>
  readonly to: Entry
}

/** One place back from `here`; null when there is none. */
export function goBack<Entry>(history: History<Entry>, here: Entry): Step<Entry> | null {
  const to = history.before.at(-1)
  if (to === undefined) return null
  return { to, history: { before: history.before.slice(0, -1), after: [here, ...history.after] } }
}

/** One place forward from `here`; null when there is none. */
export function goForward<Entry>(history: History<Entry>, here: Entry): Step<Entry> | null {
  const to = history.after[0]
  if (to === undefined) return null
  return { to, history: { before: [...history.before, here], after: history.after.slice(1) } }
}

/** The history without a place that is gone. */
export function forget<Entry>(history: History<Entry>, gone: Entry): History<Entry> {
  const stays = (place: Entry): boolean => place !== gone
  return { before: history.before.filter(stays), after: history.after.filter(stays) }
}
