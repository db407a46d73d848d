// Sources that a text begins with: `SCMP: De haven …`, `(SCMP) De haven …`, `[GT] [SCMP] De haven …`, `SCMP – De haven …`, `SCMP | De haven …`.
import { readSourceList } from './source-list.ts'
import type { IsKnown } from './source-names.ts'
import type { ItemEnd } from './split-end.ts'

const longestList = 120
const startPattern =
  /^(?:((?:[([][^()[\]]+[)\]]\s?){1,4})(?<=[)\]]\s?):?|([^:–—|→»>]+?)(:|\s(?:[–—|→»>-]|\/\/)))\s+(?=\S)/u
/** Behind these no subtitle stands, nor behind square brackets. */
const signOfNames = /[|→»>/]/u

/** What stands where a text may name its sources first, and whether its sign is one of names alone; null without such a place. */
export function startOf(
  text: string,
): { readonly list: string; readonly isSigned: boolean } | null {
  const [, bracketed, plain, sign = ''] = startPattern.exec(text.slice(0, longestList)) ?? []
  const list = listIn(bracketed) ?? plain
  const isSigned = text.startsWith('[') || signOfNames.test(sign)
  return list === undefined ? null : { list, isSigned }
}

/** What stands in the brackets, one behind another. */
function listIn(brackets: string | undefined): string | undefined {
  return brackets
    ?.trim()
    .slice(1, -1)
    .replace(/[)\]]\s?[([]/gu, '; ')
}

/** Splits the sources off the beginning of an item; null when it does not begin with known names alone. */
export function readItemStart(item: string, isKnown: IsKnown): ItemEnd | null {
  const found = startPattern.exec(item.slice(0, longestList))
  const list = listIn(found?.[1]) ?? found?.[2]
  if (found === null || list === undefined) return null
  const { names, findings } = readSourceList(list, isKnown)
  if (names.length === 0 || !names.every(isKnown)) return null
  const text = item.slice(found[0].length)
  return { text, sources: names, findings, isLabelled: false }
}
