// Names that a slash parts. Within a name a slash may stand as well, so that only a habit tells.
import { looksLikeName, trimName } from './source-names.ts'

const fewestSlashed = 2

/** `A / B`, where nothing else parts the names of any list. */
export function namesBetweenSlashes(found: readonly string[]): string[] {
  const lists = found.filter(areAllNames)
  const slashed = lists.filter((list) => /\s\/\s/u.test(list))
  if (slashed.length < fewestSlashed || lists.some((list) => /[,;·•|]/u.test(list))) return []
  return slashed.flatMap((list) => list.split('/').map(trimName))
}

/** Whether a list holds nothing but what looks like names, whatever parts them. */
export function areAllNames(list: string): boolean {
  return list
    .split(/[/,;·•|]/u)
    .map(trimName)
    .every(looksLikeName)
}
