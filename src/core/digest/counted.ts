// Numbers that count the titles, the headings or the items of a text are marks of its layout, as bullets are.
import type { DigestBlock } from './digest-block.ts'
import { numberOf, withoutNumber } from './lines/line-marks.ts'
import type { Remark } from './remark.ts'

/** Fewer numbers count only when all lines of their kind have them. */
const fewest = 3
const fewestOfAll = 2
/** A line that was not seen for what it is leaves a gap in the count. */
const mostSkipped = 2
const kinds = ['heading', 'item-title', 'item'] as const

/** Takes the numbers off where they count on; they are quoted. */
export function withoutCounts(blocks: readonly DigestBlock[], remarks: Remark[]): DigestBlock[] {
  const counted = new Set(kinds.filter((kind) => countOn(blocks, kind)).map(String))
  return blocks.map((block) => {
    const text = textOf(block)
    if (text === null || !counted.has(block.role) || numberOf(text) === null) return block
    const rest = withoutNumber(text)
    remarks.push({ line: block.line, kind: 'label', quote: text.slice(0, -rest.length).trim() })
    return block.role === 'item'
      ? { ...block, end: { ...block.end, text: rest } }
      : { ...block, text: rest }
  })
}

/** Each number follows the one before it, or begins anew. */
function countOn(blocks: readonly DigestBlock[], kind: (typeof kinds)[number]): boolean {
  const texts = blocks.flatMap((block) => (block.role === kind ? [textOf(block) ?? ''] : []))
  const numbers = texts.map(numberOf).filter((number) => number !== null)
  const isCounting = numbers.every(
    (number, index) =>
      number === 1 ||
      (number - (numbers[index - 1] ?? 0) <= mostSkipped && number > (numbers[index - 1] ?? 0)),
  )
  return isCounting && numbers.length >= (numbers.length === texts.length ? fewestOfAll : fewest)
}

function textOf(block: DigestBlock): string | null {
  if (block.role === 'heading' || block.role === 'item-title') return block.text
  return block.role === 'item' && !block.continues ? block.end.text : null
}
