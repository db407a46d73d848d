// What is said of blocks that are not in the edition, and asked of the sources of items.
import { pictureWords } from '../document/picture-words.ts'
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import { firstWords } from '../edition/edition.ts'
import type { Finding, Remark } from '../edition/remark.ts'
import { isListed } from '../sources/source-register.ts'

export interface PlacedItem {
  readonly line: number
  readonly text: string
  readonly sources: readonly string[]
}

const quotedWords = 8

export function remarkOn(block: Block, kind: Remark['kind']): Remark {
  return block.kind === 'picture'
    ? { line: block.line, kind: 'image-left-out', quote: pictureWords(block) }
    : { line: block.line, kind, quote: isWorded(block) ? wordsOf(block) : '' }
}

export function unknownSources(names: readonly string[]): Finding[] {
  const quotes = new Set(names.filter((name) => !isListed(name)))
  return [...quotes].map((quote) => ({ kind: 'unknown-source', quote }))
}

/** Items without sources are worth a look where the others have them. */
export function withoutSources(items: readonly PlacedItem[]): Remark[] {
  const without = items.filter(({ sources, text }) => sources.length === 0 && text !== '')
  if (without.length * 2 > items.length) return []
  return without.map(({ line, text }) => ({
    line,
    kind: 'item-without-sources',
    quote: firstWords(text, quotedWords),
  }))
}

/** `… met een lek. Nu,` above or before sources: a name of theirs that was left behind. */
const leftBehind =
  /[.!?…][’”"')]?\s+(?:([\p{L}\p{N}][^.!?…,;]{0,40}?)\s?[,;]|(\p{Lu}[\p{L}\p{N}-]*))$/u
/** No more of an item need be looked at for it. */
const longestLeft = 60

export function halfRead({ line, text, sources }: PlacedItem): Remark[] {
  if (sources.length === 0) return []
  const [, list, name] = leftBehind.exec(text.slice(-longestLeft)) ?? []
  const quote = list ?? name
  return quote === undefined ? [] : [{ line, kind: 'source-or-sentence', quote }]
}
