// A document without marks → its title and outline. What its file does not say is guessed from its lines.
import { readCaption } from '../outline/caption.ts'
import { isListed } from '../sources/source-register.ts'
import { readDateLine } from '../dates/date-line.ts'
import { inReadingOrder, type Finding, type Remark } from '../edition/remark.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import { withLinks } from '../document/kept-lines.ts'
import type { Block, SourceDocument, WordedBlock } from '../document/source-document.ts'
import { isListOfItems, itemsIn, type OutlinedItem } from '../outline/outline-items.ts'
import type { Outline, OutlinedSection } from '../outline/outline-sections.ts'
import type { Habits } from '../outline/outline-habits.ts'
import { isClosing } from './furniture.ts'
import { rankHeadings, type Rank } from './heading-ranks.ts'
import { readLineSources, type SourcedLine, type SourcedLines } from './line-sources.ts'
import { twoSentences, type PlainLine } from './plain-line.ts'
import { readLines, type LineLink } from './read-lines.ts'

export interface PlainOutline {
  /** Null when its first line is none. */
  readonly title: string | null
  readonly line: number
  readonly outline: Outline
  readonly habits: Habits
  readonly remarks: readonly Remark[]
}

const longestTitle = 140
const longestFirstLine = 400
/** `Nieuwsbrief mei 2030` says more than the date. */
const letterName = /^\p{L}*(?:brief|overzicht|bulletin|digest|editie)(?!\p{L})/iu
const updated = /(?<=.)\s?\(upd\)$/iu
/** Where fewer texts have sources, an item may have several paragraphs before its sources. */
const shareOfItems = 0.75
const longestLabel = 20

/** @param isTitled whether its file states its title, so that no line is one */
export function outlineOfPlain(document: SourceDocument, isTitled: boolean): PlainOutline {
  const read = readLines(document)
  const remarks: Remark[] = [...read.remarks]
  const first = read.lines[0]
  const title = isTitled || first === undefined || !isTitle(first, read.lines[1]) ? null : first
  const mark = title === null ? '' : (updated.exec(title.text)?.[0] ?? '')
  if (title !== null && mark !== '')
    remarks.push({ line: title.line, kind: 'updated-mark', quote: mark.trim() })
  const sourced = readLineSources(title === null ? read.lines : read.lines.slice(1))
  const ranks = rankHeadings(sourced)
  const { lines, cut } = withoutEnds(sourced, ranks)
  remarks.push(...cut)
  const builder = new Builder(lines, read.links)
  const { outline, lost } = assemble(lines, sourced, ranks, builder)
  remarks.push(...lost)
  return {
    title: title === null ? null : title.text.slice(0, title.text.length - mark.length).trim(),
    line: title?.line ?? first?.line ?? 1,
    outline,
    habits: { readSources: (blocks) => builder.read(blocks), opensItem: () => false },
    remarks: inReadingOrder(remarks),
  }
}

/** The first line, when it is no sentence; a very long one is a text that lost its stop, unless it is one sentence. */
function isTitle(line: PlainLine, next: PlainLine | undefined): boolean {
  const { text, bullet } = line
  const most = twoSentences.test(text) || next?.gap !== true ? longestTitle : longestFirstLine
  return (
    bullet === null &&
    text.length <= most &&
    !/[.…;,]["’”)\]]*$/u.test(text) &&
    readCaption(text, isListed) === null &&
    (readDateLine(text) === null || letterName.test(text))
  )
}

/** Without what stands below the last item, and labels of pictures below headings of a digest. */
function withoutEnds(
  { lines, share }: SourcedLines,
  ranks: ReadonlyMap<SourcedLine, Rank>,
): { lines: readonly SourcedLine[]; cut: Remark[] } {
  const isEnd = (line: SourcedLine): boolean =>
    line.sources.length === 0 &&
    line.bullet === null &&
    ((share > 0 && line.role === 'short' && !ranks.has(line)) || isClosing(line.text))
  const end = lines.findLastIndex((line) => !isEnd(line)) + 1
  const cut: Remark[] = lines
    .slice(end)
    .map(({ line, text }) => ({ line, kind: 'page-furniture', quote: text }))
  if (share === 0) return { lines: lines.slice(0, end), cut }
  const kept = lines.slice(0, end).filter((line, index) => {
    const above = lines[index - 1]
    const isLabel =
      above !== undefined &&
      ranks.get(line) === 'section' &&
      ranks.get(above) === 'section' &&
      line.text.length <= longestLabel &&
      !/\s/u.test(line.text)
    if (isLabel) cut.push({ line: line.line, kind: 'photo-label', quote: line.text })
    return !isLabel
  })
  return { lines: kept, cut }
}

/** Makes blocks of lines, and keeps what was read of each. */
class Builder {
  readonly #pieces = new Map<Block, SourcedLine[]>()
  readonly #links = new Map<number, LineLink[]>()

  constructor(lines: readonly SourcedLine[], links: readonly LineLink[]) {
    let at = 0
    for (const link of links.toSorted((one, other) => one.line - other.line)) {
      while ((lines[at + 1]?.line ?? Infinity) <= link.line) at += 1
      const line = lines[at]?.line ?? 0
      this.#links.set(line, [...(this.#links.get(line) ?? []), link])
    }
  }

  block(line: SourcedLine, kind: 'heading' | 'paragraph' | 'item' | 'caption'): WordedBlock {
    const own = this.#links.get(line.line) ?? []
    const runs = withLinks([{ text: line.text }], own)
    const block: WordedBlock =
      kind === 'heading'
        ? { kind, level: 2, line: line.line, depth: 0, runs }
        : { kind, line: line.line, depth: kind === 'item' ? 1 : 0, runs }
    this.#pieces.set(block, [line])
    return block
  }

  /** Sources on a line of their own belong to a text. */
  add(block: Block, line: SourcedLine): void {
    this.#pieces.get(block)?.push(line)
  }

  sourcesBelow(block: Block): readonly SourcedLine[] {
    return this.#pieces.get(block)?.slice(1) ?? []
  }

  read(blocks: readonly Block[]): ReturnType<Habits['readSources']> {
    const lines = blocks.map((block) => this.#pieces.get(block) ?? [])
    const all = lines.flat()
    const text = lines
      .map(([line], index) => {
        const isEntry = index > 0 && blocks[index]?.kind === 'item'
        return `${isEntry ? '– ' : ''}${line?.words ?? ''}`
      })
      .filter((words) => words !== '')
      .join('\n\n')
    return {
      text,
      sources: all.flatMap(({ sources }) => sources),
      findings: all.flatMap(({ findings }): readonly Finding[] => findings),
    }
  }
}

function assemble(
  lines: readonly SourcedLine[],
  { share, areAtStart }: SourcedLines,
  ranks: ReadonlyMap<SourcedLine, Rank>,
  builder: Builder,
): { readonly outline: Outline; readonly lost: readonly Remark[] } {
  const sections: { heading: OutlinedSection['heading']; items: OutlinedItem[] }[] = []
  const habits: Habits = { readSources: (blocks) => builder.read(blocks), opensItem: () => false }
  let lede: readonly Block[] = []
  let body: Block[] = []
  let title: OutlinedItem['title'] = null
  const isOfItems = share > 0
  const split = (blocks: readonly Block[]): OutlinedItem[] =>
    isOfItems
      ? sourcedItems(blocks, areAtStart ? 0 : share, habits)
      : ranks.size === 0 && !blocks.some(({ kind }) => kind === 'item')
        ? sourcedItems(blocks, 1, habits)
        : itemsIn(blocks, habits)
  let isOpening = true
  /** Sources above a text, and those without one. */
  let above: SourcedLine[] = []
  const alone: SourcedLine[] = []
  const close = (): void => {
    const last = body.findLast(({ kind }) => kind !== 'rule' && kind !== 'caption')
    for (const line of above)
      if (last === undefined) alone.push(line)
      else builder.add(last, line)
    above = []
    let items: readonly Block[] = body
    if (isOpening) {
      const end = endOfLede(body, ranks.size > 0, isOfItems, habits)
      lede = body.slice(0, end)
      alone.push(...lede.flatMap((block) => builder.sourcesBelow(block)))
      items = body.slice(end)
    }
    isOpening = false
    if (title !== null || items.length > 0) {
      if (sections.length === 0) sections.push({ heading: null, items: [] })
      sections
        .at(-1)
        ?.items.push(
          ...(title === null
            ? split(items)
            : titled(title, items, isOfItems && !areAtStart, habits)),
        )
    }
    body = []
    title = null
  }
  for (const line of lines) {
    const rank = ranks.get(line)
    if (line.rule && rank === undefined) body.push({ kind: 'rule', line: line.line, depth: 0 })
    if (rank !== undefined) {
      close()
      const heading = { block: builder.block(line, 'heading'), level: rank === 'section' ? 2 : 3 }
      if (rank === 'section') sections.push({ heading, items: [] })
      else title = heading
      continue
    }
    const last = body.findLast(({ kind }) => kind !== 'rule' && kind !== 'caption')
    if (line.role === 'sources' && last !== undefined) builder.add(last, line)
    else if (line.role === 'sources') above.push(line)
    else {
      const kind = line.role === 'caption' ? 'caption' : line.bullet === null ? 'paragraph' : 'item'
      body.push(builder.block(line, kind))
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
  const entry = blocks.findIndex(({ kind }) => kind === 'item')
  if (isOfItems) {
    const first = blocks.findIndex((block) => block.kind === 'item' || hasSources(block, habits))
    return first === -1 ? blocks.length : first
  }
  return isListOfItems(blocks) ? entry : hasHeadings ? blocks.length : 0
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
