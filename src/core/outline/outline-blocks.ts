// What the outline asks of a block.
import {
  contentOf,
  wordsOf,
  type Block,
  type HeadingLevel,
  type WordedBlock,
} from '../document/source-document.ts'

export type HeadingBlock = Extract<Block, { readonly kind: 'heading' }>

/** A heading of the file, or a line in bold type that stands for one, which is below all others. */
export const boldLevel = 7

const longestBoldHeading = 120

export function asParagraph(block: WordedBlock): WordedBlock {
  return { kind: 'paragraph', ...contentOf(block) }
}

export function asHeading(block: WordedBlock, level: HeadingLevel): HeadingBlock {
  return { kind: 'heading', level, ...contentOf(block) }
}

/** Whether a text ends as a sentence does. A question or a cry may be a heading. */
export function isSentence(text: string): boolean {
  const words = text.trim()
  if (/[.…:;,]["’”)\]]*$/u.test(words)) return true
  return /[!?]$/u.test(words) && /[.!?]\s+\p{Lu}/u.test(words)
}

/** Whether all words of a block are in bold type. */
export function isAllBold({ runs }: WordedBlock): boolean {
  return runs.every(({ text, bold }) => bold === true || text.trim() === '')
}

/** Whether a paragraph may stand for a heading: one short line in bold type. */
export function isBoldLine(block: Block): block is WordedBlock {
  return isLine(block) && isAllBold(block)
}

/** Whether a paragraph is one short line, and all of that a link. */
export function isLinkLine(block: Block): block is WordedBlock {
  return (
    isLine(block) && block.runs.every(({ text, link }) => link !== undefined || text.trim() === '')
  )
}

function isLine(block: Block): block is WordedBlock {
  if (block.kind !== 'paragraph' || block.depth > 0) return false
  const words = wordsOf(block).trim()
  return (
    /[\p{L}\p{N}]/u.test(words) &&
    words.length <= longestBoldHeading &&
    !words.includes('\n') &&
    !isSentence(words)
  )
}

/** What a block begins with in bold type and goes on behind; empty when it does not. */
export function leadOf({ runs }: WordedBlock): string {
  const plain = runs.findIndex(({ text, bold }) => bold !== true && text.trim() !== '')
  if (plain < 1) return ''
  const lead = runs.slice(0, plain)
  return lead.some(({ bold }) => bold === true)
    ? lead
        .map(({ text }) => text)
        .join('')
        .trim()
    : ''
}

/** Whether a text begins with a link, perhaps behind a sign, and goes on behind it. */
export function opensWithLink({ runs }: WordedBlock): boolean {
  const first = runs.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text))
  if (runs[first]?.link === undefined) return false
  return runs.slice(first).some(({ text, link }) => link === undefined && /\p{L}/u.test(text))
}

/** Words alone: no signs, no capitals. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

const shareOfSame = 0.6

/** Whether two lines say the same, or one of them hardly more. */
export function sayTheSame(one: string, other: string): boolean {
  const [short, long] = [plainWords(one), plainWords(other)]
    .map(({ length }) => length)
    .sort((a, b) => a - b)
  return saysMore(one, other) && (short ?? 0) >= shareOfSame * (long ?? 0)
}

/** Whether two lines say the same, or one of them says more. */
export function saysMore(one: string, other: string): boolean {
  const [short = '', long = ''] = [plainWords(one), plainWords(other)].sort(
    (a, b) => a.length - b.length,
  )
  return (
    short !== '' && (short === long || (short.length > 5 && ` ${long} `.includes(` ${short} `)))
  )
}
