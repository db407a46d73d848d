// The blocks of one item → the item. A title without a text is the text; what is too long becomes several items.
import { longestText, type Item } from '../edition/edition.ts'
import type { Remark } from '../edition/remark.ts'
import { remarkOnByline, type Bylines } from './outline-bylines.ts'
import type { Habits } from './outline-habits.ts'
import { readPictures } from './outline-pictures.ts'
import { remarkOn, unknownSources, type PlacedItem } from './outline-remarks.ts'
import { lineOf, linksOf } from './outline-text.ts'
import type { OutlinedItem } from './roles.ts'

interface ItemContext {
  readonly habits: Habits
  readonly bylines: Bylines
  /** Items that were read, in their order. */
  readonly placed: PlacedItem[]
}

export function readItem(
  { title, blocks, sources: named }: OutlinedItem,
  { habits, bylines, placed }: ItemContext,
  remarks: Remark[],
): Item[] {
  const line = title?.block.line ?? blocks[0]?.line ?? 1
  const { field, rest, remarks: ofPictures } = readPictures(blocks)
  remarks.push(...ofPictures)
  const texts = rest.filter((block) => block.kind !== 'caption' && !bylines.has(block))
  const byline = blocks.map((block) => bylines.get(block)).find((one) => one !== undefined)
  if (byline !== undefined) remarks.push(remarkOnByline(byline))
  for (const caption of rest.filter(({ kind }) => kind === 'caption'))
    remarks.push({ line: caption.line, kind: 'second-caption', quote: lineOf(caption) })
  const { text, sources, findings } = habits.readSources(texts, named)
  const end = named.at(-1)?.line ?? texts.at(-1)?.line ?? line
  remarks.push(...[...findings, ...unknownSources(sources)].map((one) => ({ line: end, ...one })))
  const heading = title === null ? null : lineOf(title.block)
  const links = linksOf(title === null ? blocks : [title.block, ...blocks])
  const all = byline === undefined ? sources : [byline.source, ...sources]
  placed.push({ line, sources: all, text })
  const head = { id: '', sources: [...all], ...links, ...field }
  if (text === '' && heading === null) {
    remarks.push(...named.map((block) => remarkOn(block, 'sources-without-item')))
    return []
  }
  if (text === '') return [{ ...head, title: null, text: heading ?? '' }]
  const [first = '', ...more] = piecesOf(text)
  return [
    { ...head, title: heading, text: first },
    ...more.map((piece) => ({ id: '', title: null, text: piece, sources: [] })),
  ]
}

/** Cut between paragraphs where it would be longer than a text may be. */
function piecesOf(text: string): string[] {
  const pieces: string[][] = []
  let length = Infinity
  for (const paragraph of text.split('\n\n')) {
    if (paragraph === '') continue
    if (length + paragraph.length > longestText) {
      pieces.push([])
      length = 0
    }
    pieces.at(-1)?.push(paragraph)
    length += paragraph.length + 2
  }
  return pieces.map((piece) => piece.join('\n\n'))
}
