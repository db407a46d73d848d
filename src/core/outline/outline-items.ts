// What is one item of a section without titles: an entry of a list with all that is in it, or a text of several paragraphs.
import { isWorded, type Block } from '../document/source-document.ts'
import { isAllBold, leadOf, type RankedHeading } from './outline-blocks.ts'
import type { ReadSources } from './outline-sources.ts'

export interface OutlinedItem {
  readonly title: RankedHeading | null
  readonly blocks: readonly Block[]
}

/** So many texts that begin in bold type, or that end in sources, are items of their own. */
const fewestAlike = 2

export function itemsIn(body: readonly Block[], readSources: ReadSources): OutlinedItem[] {
  return splitAtRules(body).flatMap((part) => {
    const starts = isListOfItems(part) ? listStarts(part) : textStarts(part, readSources)
    return cutAt(part, starts)
  })
}

/** A line across the page parts items. */
function splitAtRules(body: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]]
  for (const block of body) {
    if (block.kind === 'rule') parts.push([])
    else parts.at(-1)?.push(block)
  }
  return parts.filter((part) => part.some(isWorded))
}

function isEntry(block: Block): boolean {
  return block.kind === 'item'
}

/** A list whose entries are items has more of them than there are paragraphs above it. */
function isListOfItems(part: readonly Block[]): boolean {
  const worded = part.filter(isWorded)
  const entries = worded.filter(isEntry)
  if (entries.length < fewestAlike) return false
  const first = worded.findIndex(isEntry)
  return entries.length > first
}

/** Each entry of the outermost list begins an item, and so does a text between or behind them. */
function listStarts(part: readonly Block[]): Set<Block> {
  const base = Math.min(...part.filter(isEntry).map(({ depth }) => depth))
  const starts = part.filter(
    (block) => (isEntry(block) && block.depth === base) || (isWorded(block) && block.depth < base),
  )
  return new Set(starts)
}

/** Paragraphs are items where most of them open in bold type, and where several end in their sources. */
function textStarts(part: readonly Block[], readSources: ReadSources): Set<Block> {
  const texts = part.filter((block) => isWorded(block) && block.depth === 0)
  const open = texts.filter(
    (block) => isWorded(block) && (leadOf(block) !== '' || isAllBold(block)),
  )
  if (open.length >= fewestAlike && open.length * 2 > texts.length) return new Set(open)
  const sourced = texts.filter((block) => readSources([block]).sources.length > 0)
  if (sourced.length < fewestAlike) return new Set()
  const areAll = sourced.length * 2 >= texts.length
  return new Set(
    texts.filter((block, index) => {
      const above = texts[index - 1]
      return areAll || (above !== undefined && sourced.includes(above) && block.kind !== 'caption')
    }),
  )
}

function cutAt(part: readonly Block[], starts: ReadonlySet<Block>): OutlinedItem[] {
  const items: Block[][] = []
  for (const block of part) {
    if (items.length === 0 || (starts.has(block) && items.at(-1)?.some(isWorded) === true))
      items.push([])
    items.at(-1)?.push(block)
  }
  return items.map((blocks) => ({ title: null, blocks }))
}
