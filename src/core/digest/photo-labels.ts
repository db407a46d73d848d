// A web page may set one word between a heading and its text: the label of a photo that did not come along.
import type { DigestBlock } from './digest-block.ts'

/** These say themselves what they are. */
const sureLabel = /^\p{L}{3,}(?:foto(?:['’]?s)?|beeld(?:en)?)$/iu

/**
 * Takes headings of one word that stand between another heading and an item for labels of photos, unless the text
 * has headings of one word elsewhere; and items of one word between a heading and an item with a bullet. Marked headings
 * are given as `marked`, and what has a bullet as `bulleted`, by line.
 */
export function withPhotoLabels(
  blocks: readonly DigestBlock[],
  marked: ReadonlySet<number>,
  bulleted: ReadonlySet<number>,
): DigestBlock[] {
  const canBeLabel = (block: DigestBlock, index: number): boolean =>
    isOneWord(block) &&
    !marked.has(block.line) &&
    blocks[index - 1]?.role === 'heading' &&
    blocks[index + 1]?.role === 'item'
  const hasOneWordHeadings = blocks.some(
    (block, index) => isOneWord(block) && !canBeLabel(block, index),
  )
  return blocks.map((block, index) => {
    if (block.role === 'item' && isPlainWord(block, bulleted)) {
      const [above, below] = [blocks[index - 1], blocks[index + 1]]
      const isLabel =
        above?.role === 'heading' && below?.role === 'item' && bulleted.has(below.line)
      return isLabel ? { role: 'photo-label', line: block.line, text: block.end.text } : block
    }
    return block.role === 'heading' &&
      canBeLabel(block, index) &&
      (!hasOneWordHeadings || sureLabel.test(block.text))
      ? { role: 'photo-label', line: block.line, text: block.text }
      : block
  })
}

function isPlainWord(
  { line, end }: DigestBlock & { role: 'item' },
  bulleted: ReadonlySet<number>,
): boolean {
  return !bulleted.has(line) && end.sources.length === 0 && /^\p{Lu}[\p{L}-]+$/u.test(end.text)
}

function isOneWord(block: DigestBlock): boolean {
  return block.role === 'heading' && !/\s/u.test(block.text)
}
