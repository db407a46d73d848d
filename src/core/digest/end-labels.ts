// Words of an author's own before the sources at the end of a text: `… Lees meer: Dakpost, Poldergids.`
import type { DigestLine } from './lines/digest-line.ts'
import { longestTail } from './sources/names-without-stop.ts'
import { looksLikeName, readSourceList, type IsKnown } from './sources/source-names.ts'

const fewestKnown = 2
const fewest = 3
const shareOfNamed = 0.8
/** Words that lead to sources; `Lees ook` leads elsewhere. */
const toSources =
  /^(?:bron|gelezen|herkomst|lees|meer|te lezen|uit|verder|via)(?!\p{L})(?!.*\sook$)/u
/** Behind the last sentence: `Lees meer: Dakpost, Poldergids.` */
const endLabel =
  /(?<=[.!?…\p{L}][’”"')]?\s+)(\p{Lu}[\p{L} ]{1,30}):\s(?:[^.!?…:]|\.(?=\S)){2,100}\.?$/u

/** Where a label and its names begin at the end of a text, if its author has that habit. */
export function splitEndLabel(
  text: string,
  endLabels: ReadonlySet<string>,
): { readonly text: string; readonly quote: string; readonly rest: string } | null {
  if (endLabels.size === 0) return null
  const found = endLabel.exec(text.slice(-longestTail))
  const [whole = '', words = ''] = found ?? []
  // A word in capitals may stand right before it.
  const pieces = words.toLowerCase().split(' ')
  const length = pieces
    .map((_piece, index) => pieces.slice(index).join(' '))
    .find((key) => endLabels.has(key))?.length
  if (length === undefined) return null
  const start = text.length - whole.length + words.length - length
  const label = text.slice(start, start + length + 1)
  return { text: text.slice(0, start), quote: label, rest: text.slice(start + label.length) }
}

/** The labels of an author's own, in lower case, behind which there are names at the ends of texts. */
export function readEndLabels(lines: readonly DigestLine[], isKnown: IsKnown): ReadonlySet<string> {
  const listsOf = new Map<string, (readonly string[])[]>()
  for (const { text, level } of lines) {
    const found = level === null ? endLabel.exec(text.slice(-longestTail)) : null
    const [whole, label = ''] = found ?? []
    if (whole === undefined) continue
    const lists = listsOf.get(label.toLowerCase()) ?? []
    lists.push(readSourceList(whole.slice(label.length + 1), isKnown).names)
    listsOf.set(label.toLowerCase(), lists)
  }
  const isHabit = ([key, lists]: [string, (readonly string[])[]]): boolean => {
    const named = lists.filter((names) => names.length > 0 && names.every(looksLikeName)).length
    const known = lists.filter((names) => names.some(isKnown)).length
    if (named < fewest || named < lists.length * shareOfNamed) return false
    return known >= fewestKnown && toSources.test(key)
  }
  return new Set([...listsOf].filter(isHabit).map(([key]) => key))
}
