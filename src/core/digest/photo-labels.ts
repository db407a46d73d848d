// A web page may set one word between a heading and its text: the label of a photo that did not come along.
import type { DigestBlock } from './digest-block.ts'

/** These say themselves what they are. */
const sureLabel = /^\p{L}{3,}(?:foto(?:['’]?s)?|beeld(?:en)?)$/iu

/**
 * Takes headings of one word that stand between another heading and an item for labels of photos, unless the text
 * has headings of one word elsewhere. Marked headings are given as `marked`, by line.
 */
export function withPhotoLabels(
  blocks: readonly DigestBlock[],
  marked: ReadonlySet<number>,
): DigestBlock[] {
  const canBeLabel = (block: DigestBlock, index: number): boolean =>
    isOneWord(block) &&
    !marked.has(block.line) &&
    blocks[index - 1]?.role === 'heading' &&
    blocks[index + 1]?.role === 'item'
  const hasOneWordHeadings = blocks.some(
    (block, index) => isOneWord(block) && !canBeLabel(block, index),
  )
  return blocks.map((block, index) =>
    block.role === 'heading' &&
    canBeLabel(block, index) &&
    (!hasOneWordHeadings || sureLabel.test(block.text))
      ? { role: 'photo-label', line: block.line, text: block.text }
      : block,
  )
}

function isOneWord(block: DigestBlock): boolean {
  return block.role === 'heading' && !/\s/u.test(block.text)
}
