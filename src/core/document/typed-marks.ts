// Marks that authors type as characters: lines of signs (`***`, `- - -`), which part texts as a line across the page does,
// and signs of lists before paragraphs.
import { isWorded, wordsOf, type Block, type Run, type WordedBlock } from './source-document.ts'

const ruleLine = /^(?:[*_~=#•·.–—+-]\s?){3,}$/u
/** Among words only stars part texts. */
export const starsWithin = /(?<=[\p{L}\p{N}]\S{0,3})\s+(\*{3,}|\* \* \*)\s+/gu

const bullet = /^(?:[•·‣▪●◦*]\s?|[–-]\s)(?=[^\s*])/u
const fewestBullets = 2

/** The same blocks, with a rule for each line of signs, and an item for each paragraph that begins with the sign of a list. */
export function withTypedMarks(blocks: readonly Block[]): Block[] {
  const split = blocks.flatMap((block) =>
    isWorded(block) && block.kind !== 'line' && hasRule(block) ? splitAtRules(block) : [block],
  )
  const signed = split.filter(hasBullet)
  return signed.length < fewestBullets
    ? split
    : split.map((block) => (hasBullet(block) ? asItem(block) : block))
}

function hasBullet(block: Block): block is WordedBlock {
  return block.kind === 'paragraph' && block.depth === 0 && bullet.test(wordsOf(block))
}

function asItem({ line, runs: [first, ...rest] }: WordedBlock): Block {
  const runs = first === undefined ? [] : [{ ...first, text: first.text.replace(bullet, '') }]
  return { kind: 'item', line, depth: 1, runs: [...runs, ...rest] }
}

function hasRule(block: Parameters<typeof wordsOf>[0]): boolean {
  return wordsOf(block)
    .replace(starsWithin, '\n$1\n')
    .split('\n')
    .some((line) => ruleLine.test(line.trim()))
}

function splitAtRules(block: WordedBlock): Block[] {
  return linesOf(block.runs).flatMap((runs, index, lines): Block[] => {
    const { depth } = block
    const line = block.line
    const before = lines[index - 1]
    if (ruleLine.test(textOf(runs))) return [{ kind: 'rule', line, depth }]
    if (before !== undefined && !ruleLine.test(textOf(before))) return []
    // Lines up to the next rule stay one block.
    const end = lines.findIndex((one, at) => at > index && ruleLine.test(textOf(one)))
    const own = lines.slice(index, end === -1 ? undefined : end)
    return [
      {
        ...block,
        line,
        runs: own.flatMap((one, at) => (at === 0 ? one : [{ text: '\n' }, ...one])),
      },
    ]
  })
}

function textOf(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim()
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    for (const [index, text] of run.text.replace(starsWithin, '\n$1\n').split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    }
  }
  return lines
}
