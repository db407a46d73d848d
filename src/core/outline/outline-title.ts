// The title of an edition: what the file states, else its one highest heading, else its first short line.
import {
  isWorded,
  wordsOf,
  type Block,
  type Stated,
  type WordedBlock,
} from '../document/source-document.ts'
import {
  asParagraph,
  isSentence,
  plainWords,
  saysMore,
  sayTheSame,
  type HeadingBlock,
} from './outline-blocks.ts'

export interface FoundTitle {
  /** Null when the file has none. */
  readonly title: string | null
  /** The document without the block that is the title. */
  readonly blocks: readonly Block[]
  /** The block that is the title; null for one that stands beside the text. */
  readonly block: WordedBlock | null
  /** A stated title that was not taken, and whose words are not in the one that was. */
  readonly unused: string | null
}

const longestLineTitle = 120
const fewestBelow = 2
/** So many blocks at the top may repeat the title. */
const mostAbove = 4
/** ` | Naam van de site` */
const nameOfSite = /\s+[|–·«»—-]\s+[^|–·«»—]{2,40}$/u

export function findTitle(blocks: readonly Block[], stated: Stated): FoundTitle {
  const { titles, itemLevel, series } = stated
  const sole = itemLevel === undefined ? soleHeading(blocks) : null
  const own = titles.find(({ from }) => from !== 'head' && from !== 'meta')?.text.trim()
  const ofPage = titles.find(({ from }) => from === 'meta' || from === 'head')?.text.trim()
  if (own !== undefined) {
    // The name of the letter at its head is no section.
    const isName = sole !== null && series !== null && sayTheSame(wordsOf(sole), series)
    const found = withStated(blocks, own, sole)
    if (found.block !== null || sole === null) return found
    if (isName) return { ...taken(blocks, sole), title: own }
    return { ...found, blocks: withoutMasthead(blocks, sole) }
  }
  if (
    sole !== null &&
    (sole.level === 1 || ofPage === undefined || saysMore(wordsOf(sole), ofPage))
  ) {
    const isUsed = ofPage === undefined || repeats(sole, ofPage)
    return { ...taken(blocks, sole), unused: isUsed ? null : ofPage }
  }
  if (ofPage !== undefined && ofPage !== '')
    return withStated(blocks, ofPage.replace(nameOfSite, ''), sole)
  const first = blocks.find(isWorded)
  const words = first === undefined ? '' : wordsOf(first)
  const isLine =
    first !== undefined && !['item', 'heading'].includes(first.kind) && !words.includes('\n')
  if (isLine && words.length <= longestLineTitle && !isSentence(words) && blocks.length > 1)
    return taken(blocks, first)
  return { title: null, blocks, block: null, unused: null }
}

/** The heading that stands above all others: the only one of its level, and of the first level or above all words. */
function soleHeading(blocks: readonly Block[]): HeadingBlock | null {
  const headings = blocks.filter((block): block is HeadingBlock => block.kind === 'heading')
  const top = Math.min(...headings.map(({ level }) => level))
  const [sole, ...others] = headings.filter(({ level }) => level === top)
  const worded = blocks.filter(isWorded)
  if (sole === undefined || others.length > 0 || worded.length < 2) return null
  // A line about who wrote it may stand above.
  const isAtTop = sole === headings[0] || worded.indexOf(sole) < mostAbove
  return isAtTop && (sole.level === 1 || sole === worded[0]) ? sole : null
}

/** What stands above all other headings, and above all texts, is the name of the letter, and heads none of them. */
function withoutMasthead(blocks: readonly Block[], sole: HeadingBlock): readonly Block[] {
  const below = blocks.filter(({ kind }) => kind === 'heading').length - 1
  const above = blocks.slice(0, blocks.indexOf(sole)).filter(isWorded)
  if (sole.level > 1 || below < fewestBelow || above.some((block) => isSentence(wordsOf(block))))
    return blocks
  return blocks.map((one) => (one === sole ? asParagraph(sole) : one))
}

function taken(blocks: readonly Block[], block: WordedBlock): FoundTitle {
  const title = wordsOf(block).replace(/\s+/gu, ' ')
  const at = blocks.indexOf(block)
  // What stands above the title heads nothing.
  const above = blocks.slice(0, at).map((one) => (one.kind === 'heading' ? asParagraph(one) : one))
  return { title, blocks: [...above, ...blocks.slice(at + 1)], block, unused: null }
}

/** A stated title; a line at the top that says the same is the title, too. */
function withStated(
  blocks: readonly Block[],
  stated: string,
  sole: HeadingBlock | null,
): FoundTitle {
  const worded = blocks.filter(isWorded).slice(0, mostAbove)
  // Below a sentence it is the headline of a text.
  const text = worded.findIndex((block) => isSentence(wordsOf(block)))
  const atTop = text === -1 ? worded : worded.slice(0, text)
  const same = [...(sole === null ? [] : [sole]), ...atTop].find(
    (block) =>
      (block === sole && saysMore(wordsOf(block), stated)) ||
      (block.kind !== 'item' && !isSentence(wordsOf(block)) && sayTheSame(wordsOf(block), stated)),
  )
  if (same === undefined) return { title: stated, blocks, block: null, unused: null }
  const isLonger = plainWords(wordsOf(same)).length > plainWords(stated).length
  const found = taken(blocks, same)
  return isLonger ? found : { ...found, title: stated }
}

/** Whether a line has all words of a title, and perhaps more. */
function repeats(line: WordedBlock, title: string): boolean {
  return ` ${plainWords(wordsOf(line))} `.includes(` ${plainWords(title)} `)
}
