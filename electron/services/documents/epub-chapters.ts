// The chapters of a book in EPUB: its pages, cut where the contents say so.
import {
  isWorded,
  wordsOf,
  type Block,
  type DocumentWithPictures,
  type HeadingLevel,
  type WordedBlock,
} from '#core/document/source-document'
import { squeeze } from '#core/squeeze'
import type { NavigationEntry } from './epub-navigation.ts'
import type { DocumentPart } from './join-documents.ts'
import { plainText } from './read-xml.ts'

export const chapterLevel = 2

/** A page cut where the contents have an entry for one of its headings; an entry for the page itself stands above it. */
export function chaptersOf(
  { document, pictures }: DocumentWithPictures,
  entries: readonly NavigationEntry[],
  isDeep: boolean,
): DocumentPart[] {
  const { blocks } = document
  const headings = headingsOf(blocks)
  const isRubric =
    blocks.every((block) => block.kind === 'heading' || block.kind === 'picture') &&
    // A page that is a picture is read for that.
    !isPictures(document)
  const cuts: { level: HeadingLevel; text: string; at: number; from: number }[] = []
  for (const [index, entry] of entries.entries()) {
    const start = cuts.at(-1)?.from ?? 0
    const [found = -1] = namesOf(entry.title).flatMap((name) => nextFrom(start, headings.get(name)))
    const level = levelOf(entry, isRubric || isDeep)
    const heading = blocks[found]
    if (heading !== undefined && isWorded(heading))
      cuts.push({ level, text: onOneLine(heading), at: found, from: found + 1 })
    else if (index === 0 || (start === 0 && entry.depth > (entries[index - 1]?.depth ?? 0)))
      cuts.push({ level, text: entry.title, at: start, from: start })
  }
  const [first] = cuts
  const above = blocks.slice(0, first?.at ?? 0)
  // Pictures at the top of a page belong to that page, and not to the one before it.
  const isAhead = above.every(({ kind }) => kind === 'picture')
  const parts = [
    ...(isAhead ? [] : [{ heading: null, own: above }]),
    ...cuts.map(({ level, text, from }, index) => ({
      heading: { level, text },
      own: [
        ...(index === 0 && isAhead ? above : []),
        ...blocks.slice(from, cuts[index + 1]?.at ?? blocks.length),
      ],
    })),
  ]
  return parts.map(({ heading, own }, index) => ({
    heading,
    document: {
      document: {
        ...document,
        blocks: fromLineOne(own),
        leftOut: index === 0 ? document.leftOut : [],
      },
      pictures: index === 0 ? pictures : [],
    },
  }))
}

/** Sections are those with entries of their own, and pages with nothing but a heading. */
function levelOf({ depth, hasChildren }: NavigationEntry, isByDepth: boolean): HeadingLevel {
  const level = hasChildren || isByDepth ? depth : Math.max(chapterLevel, depth)
  return Math.min(6, level) as HeadingLevel
}

function isPictures({ blocks }: DocumentWithPictures['document']): boolean {
  return blocks.length > 0 && blocks.every(({ kind }) => kind === 'picture')
}

/** The places of headings by each of their names. */
function headingsOf(blocks: readonly Block[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    for (const name of namesOf(wordsOf(block))) {
      const own = places.get(name)
      if (own === undefined) places.set(name, [at])
      else own.push(at)
    }
  }
  return places
}

function onOneLine(block: WordedBlock): string {
  return wordsOf(block).replaceAll('\n', ' ')
}

/** Its letters and digits alone, and the same without its number: contents and headings need not both have that. */
function namesOf(title: string): string[] {
  const name = folded(title)
  const bare = folded(title.replace(/^\s*\d{1,3}(?:\.\d{1,3})*[.):]?\s/u, ''))
  return bare === name || bare === '' ? [name] : [name, bare]
}

/** One place, or none. Those before the start are taken away. */
function nextFrom(start: number, places: number[] = []): number[] {
  while ((places[0] ?? start) < start) places.shift()
  return places.slice(0, 1)
}

function folded(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** In a book without contents each page is a chapter; in one with, such a page goes on with the chapter before it. */
export function chapterWithoutEntry(
  { document, pictures }: DocumentWithPictures,
  html: string,
  contents: readonly NavigationEntry[],
  level: HeadingLevel,
): DocumentPart[] {
  const [first] = document.blocks
  const title = plainText(/<title[^<>]*>([^<]*)<\/title>/iu.exec(html)?.[1] ?? '')
  if (contents.length > 0 && first?.kind !== 'heading')
    return [{ heading: null, below: level, document: { document, pictures } }]
  // A page that is a picture and has no title is called as its picture is.
  const label = first?.kind === 'picture' && isPictures(document) ? squeeze(first.label) : ''
  const text = first?.kind === 'heading' ? onOneLine(first) : title || label
  const entry = { title: text, page: '', depth: 1, hasChildren: false }
  return document.blocks.length === 0 ? [] : chaptersOf({ document, pictures }, [entry], false)
}

function fromLineOne(blocks: readonly Block[]): Block[] {
  const shift = (blocks[0]?.line ?? 1) - 1
  return blocks.map((block): Block => ({ ...block, line: block.line - shift }))
}
