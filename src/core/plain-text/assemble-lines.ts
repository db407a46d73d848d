// Lines with their ranks → an outline: sections, and which lines are an item together.
import type { Block } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { isListOfItems, itemsIn, type OutlinedItem } from '../outline/outline-items.ts'
import type { Habits } from '../outline/outline-habits.ts'
import type { Outline, OutlinedSection } from '../outline/outline-sections.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import type { Rank } from './heading-ranks.ts'
import type { LineBlocks } from './line-blocks.ts'
import type { SourcedLines } from './line-sources.ts'
import type { SourcedLine } from './plain-line.ts'

/** Where fewer texts have sources, an item may have several paragraphs before its sources. */
const shareOfItems = 0.75

export function assemble(
  lines: readonly SourcedLine[],
  { share, areAtStart }: SourcedLines,
  ranks: ReadonlyMap<SourcedLine, Rank>,
  made: LineBlocks,
): { readonly outline: Outline; readonly lost: readonly Remark[] } {
  const sections: { heading: OutlinedSection['heading']; items: OutlinedItem[] }[] = []
  let lede: readonly Block[] = []
  let body: Block[] = []
  /** The last text of the body. */
  let last: Block | undefined
  let title: OutlinedItem['title'] = null
  const isOfItems = share > 0
  const split = (blocks: readonly Block[]): OutlinedItem[] =>
    isOfItems
      ? sourcedItems(blocks, areAtStart ? 0 : share, made)
      : ranks.size === 0 && !blocks.some(({ kind }) => kind === 'item')
        ? sourcedItems(blocks, 1, made)
        : itemsIn(blocks, made)
  let isOpening = true
  /** Sources above a text, and those without one. */
  let above: SourcedLine[] = []
  const alone: SourcedLine[] = []
  const close = (): void => {
    for (const line of above)
      if (last === undefined) alone.push(line)
      else made.add(last, line)
    above = []
    let items: readonly Block[] = body
    if (isOpening) {
      const end = endOfLede(body, ranks.size > 0, isOfItems, made)
      lede = body.slice(0, end)
      alone.push(...lede.flatMap((block) => made.sourcesBelow(block)))
      items = body.slice(end)
    }
    isOpening = false
    if (title !== null || items.length > 0) {
      if (sections.length === 0) sections.push({ heading: null, items: [] })
      sections
        .at(-1)
        ?.items.push(
          ...(title === null ? split(items) : titled(title, items, isOfItems && !areAtStart, made)),
        )
    }
    body = []
    last = undefined
    title = null
  }
  for (const line of lines) {
    const rank = ranks.get(line)
    if (line.rule && rank === undefined) body.push({ kind: 'rule', line: line.line, depth: 0 })
    if (rank !== undefined) {
      close()
      const level = rank === 'section' ? 2 : 3
      const heading = { block: made.heading(line, level), level }
      if (rank === 'section') sections.push({ heading, items: [] })
      else title = heading
      continue
    }
    if (line.role === 'sources' && last !== undefined) made.add(last, line)
    else if (line.role === 'sources') above.push(line)
    else {
      const block = made.text(line)
      body.push(block)
      if (block.kind !== 'caption') last = block
    }
  }
  close()
  const lost = alone.map(({ line, text }): Remark => ({
    line,
    kind: 'sources-without-item',
    quote: text,
  }))
  return { outline: { lede, sections }, lost }
}

function hasSources(block: Block, { readSources }: Habits): boolean {
  return readSources([block]).sources.length > 0
}

/** What stands above the first heading or item. */
function endOfLede(
  blocks: readonly Block[],
  hasHeadings: boolean,
  isOfItems: boolean,
  habits: Habits,
): number {
  const [entry, ...others] = blocks.flatMap(({ kind }, at) => (kind === 'item' ? [at] : []))
  if (isOfItems) {
    const first = blocks.findIndex((block) => block.kind === 'item' || hasSources(block, habits))
    return first === -1 ? blocks.length : first
  }
  if (entry !== undefined && (others.length === 0 || isListOfItems(blocks))) return entry
  return hasHeadings ? blocks.length : 0
}

/** A text below a title, up to its sources; what stands behind them is another item. */
function titled(
  title: OutlinedItem['title'],
  blocks: readonly Block[],
  isOfItems: boolean,
  habits: Habits,
): OutlinedItem[] {
  const end = isOfItems ? blocks.findIndex((block) => hasSources(block, habits)) : -1
  // Sources right below the title are those of all that follows.
  if (end === -1 || end === blocks.length - 1) return [{ title, blocks }]
  const rest = blocks.slice(end + 1)
  return [{ title, blocks: blocks.slice(0, end + 1) }, ...sourcedItems(rest, 1, habits)]
}

/** Texts that end in their sources, and those of a list. */
function sourcedItems(blocks: readonly Block[], share: number, habits: Habits): OutlinedItem[] {
  const items: Block[][] = []
  for (const block of blocks) {
    const own = items.at(-1)
    const last = own?.at(-1)
    const isAfter = last !== undefined && hasSources(last, habits)
    const isBelowEntry =
      last !== undefined &&
      !isAfter &&
      own?.[0]?.kind === 'item' &&
      block.kind === 'paragraph' &&
      endsAsSentence(habits.readSources([last]).text)
    const begins =
      own === undefined ||
      block.kind === 'item' ||
      last?.kind === 'rule' ||
      isAfter ||
      (share >= shareOfItems && !isBelowEntry)
    if (begins) items.push([block])
    else own.push(block)
  }
  return items
    .map((own) => ({ title: null, blocks: own.filter(({ kind }) => kind !== 'rule') }))
    .filter(({ blocks: own }) => own.length > 0)
}
