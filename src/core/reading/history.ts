// Back and forward over the places a reader has jumped between, as a value that is replaced and never edited.

export interface History<Place> {
  readonly before: readonly Place[]
  readonly after: readonly Place[]
}

/** More steps than anyone takes back in one sitting. */
const longest = 100

export const emptyHistory: History<never> = { before: [], after: [] }

/** The reader leaves `from` by a jump: what lay ahead is forgotten, as in a browser. */
export function leave<Place>(history: History<Place>, from: Place): History<Place> {
  return { before: [...history.before, from].slice(-longest), after: [] }
}

export interface Step<Place> {
  readonly history: History<Place>
  readonly to: Place
}

/** One place back from `here`; null when there is none. */
export function goBack<Place>(history: History<Place>, here: Place): Step<Place> | null {
  const to = history.before.at(-1)
  if (to === undefined) return null
  return { to, history: { before: history.before.slice(0, -1), after: [here, ...history.after] } }
}

/** One place forward from `here`; null when there is none. */
export function goForward<Place>(history: History<Place>, here: Place): Step<Place> | null {
  const to = history.after[0]
  if (to === undefined) return null
  return { to, history: { before: [...history.before, here], after: history.after.slice(1) } }
}

/** The history without a place that is gone. */
export function forget<Place>(history: History<Place>, gone: Place): History<Place> {
  const stays = (place: Place): boolean => place !== gone
  return { before: history.before.filter(stays), after: history.after.filter(stays) }
}
