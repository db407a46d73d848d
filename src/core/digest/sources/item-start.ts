// Sources that a text begins with: `SCMP: De haven …`, `(SCMP) De haven …`, `SCMP – De haven …`.
import type { ItemEnd } from './item-end.ts'
import { readSourceList, type IsKnown } from './source-names.ts'

const longestList = 120
const startPattern = /^(?:[([]([^()[\]]+)[)\]]:?|([^:–—]+?)(?::|\s[–—-]))\s+(?=\S)/u

/** What stands where a text may name its sources first; null without such a place. */
export function startOf(text: string): string | null {
  const found = startPattern.exec(text.slice(0, longestList))
  return found === null ? null : (found[1] ?? found[2] ?? null)
}

/** Splits the sources off the beginning of an item; null when it does not begin with known names alone. */
export function readItemStart(item: string, isKnown: IsKnown): ItemEnd | null {
  const found = startPattern.exec(item.slice(0, longestList))
  const list = found?.[1] ?? found?.[2]
  if (found === null || list === undefined) return null
  const { names, findings } = readSourceList(list, isKnown)
  if (names.length === 0 || !names.every(isKnown)) return null
  const text = item.slice(found[0].length)
  return { text, sources: names, findings, isLabelled: false }
}
