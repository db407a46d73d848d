// Marks that authors type as characters: lines of signs (`***`, `- - -`), which part texts as a line across the page does,
// and signs of lists before paragraphs.
import {
  contentOf,
  isWorded,
  wordsOf,
  type Block,
  type Run,
  type WordedBlock,
} from './source-document.ts'

const ruleLine = /^(?:[*_~=#•·.–—+-]\s?){3,}$/u
/** A paragraph of nothing else parts texts, too. */
const emojiAlone = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\s\u200d]*$/u
/** Among words only stars part texts. */
export const starsWithin = /(?<=[\p{L}\p{N}]\S{0,3})\s+(\*{3,}|\* \* \*)\s+/gu

const bullet = /^(?:[•·‣▪●◦*]\s?|[–-]\s)(?=[^\s*])/u
const bulletAlone = /^[•·‣▪●◦]$/u
const fewestBullets = 2

/** The same blocks, with a rule for each line of signs, and an item for each paragraph that begins with the sign of a list. */
export function withTypedMarks(blocks: readonly Block[]): Block[] {
  const split = blocks.flatMap((block): Block[] => {
    if (!isWorded(block) || block.kind === 'line') return [block]
    const { kind, line, depth } = block
    if (kind === 'paragraph' && emojiAlone.test(wordsOf(block).trim()))
      return [{ kind: 'rule', line, depth }]
    return hasRule(block) ? splitAtRules(block) : [block]
  })
  const joined = withSigns(split)
  const lines = joined.flatMap((block) => (isList(block) ? splitLines(block) : [block]))
  const signed = lines.filter(hasBullet)
  return signed.length < fewestBullets
    ? joined
    : lines.map((block) => (hasBullet(block) ? asItem(block) : block))
}

/** A sign that stands alone, in a cell of its own, is that of the paragraph in the next one. */
function withSigns(blocks: readonly Block[]): Block[] {
  const isSign = (block: Block | undefined): boolean =>
    block?.kind === 'paragraph' && bulletAlone.test(wordsOf(block).trim())
  return blocks.flatMap((block, at): Block[] => {
    const above = blocks[at - 1]
    if (isSign(block) && blocks[at + 1]?.kind === 'paragraph') return []
    if (block.kind !== 'paragraph' || above?.kind !== 'paragraph' || !isSign(above)) return [block]
    return [{ ...block, runs: [{ text: `${wordsOf(above).trim()} ` }, ...block.runs] }]
  })
}

function hasBullet(block: Block): block is WordedBlock {
  return block.kind === 'paragraph' && block.depth === 0 && bullet.test(wordsOf(block))
}

/** Whether all lines of a paragraph begin with the sign of a list. */
function isList(block: Block): block is WordedBlock {
  return (
    hasBullet(block) &&
    wordsOf(block)
      .split('\n')
      .every((line) => bullet.test(line.trim()))
  )
}

function splitLines(block: WordedBlock): Block[] {
  return linesOf(block.runs).map((runs, index) => ({ ...block, line: block.line + index, runs }))
}

function asItem(block: WordedBlock): Block {
  const [first, ...rest] = block.runs
  // The sign may be a run of its own, before a link.
  const text = first?.text.replace(/^.\s*/u, '') ?? ''
  const own = first === undefined || text === '' ? [] : [{ ...first, text }]
  return { ...contentOf(block), kind: 'item', depth: 1, runs: [...own, ...rest] }
}

function hasRule(block: WordedBlock): boolean {
  return linesOf(block.runs).some((runs) => ruleLine.test(wordsOf({ runs }).trim()))
}

/** Lines between two rules stay one block. */
function splitAtRules(block: WordedBlock): Block[] {
  const { line, depth } = block
  const parts: Block[] = []
  let runs: Run[] = []
  const close = (): void => {
    if (runs.length > 0) parts.push({ ...block, runs })
    runs = []
  }
  for (const own of linesOf(block.runs)) {
    if (ruleLine.test(wordsOf({ runs: own }).trim())) {
      close()
      parts.push({ kind: 'rule', line, depth })
    } else {
      if (runs.length > 0) runs.push({ text: '\n' })
      for (const run of own) runs.push(run)
    }
  }
  close()
  return parts
}

/** Stars among words are a line of their own; what stands before them may be another run, such as a link. */
export function linesOf(runs: readonly Run[]): Run[][] {
  const words = wordsOf({ runs: [...runs] }).replace(starsWithin, onOwnLine)
  const lines: Run[][] = [[]]
  let at = 0
  for (const run of runs) {
    const own = words.slice(at, at + run.text.length)
    at += run.text.length
    for (const [index, text] of own.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    }
  }
  return lines
}

/** As long as before. */
function onOwnLine(all: string, stars: string): string {
  const [before = '', behind = ''] = all.split(stars)
  return `${before.slice(1)}\n${stars}\n${behind.slice(1)}`
}
