// Lists within an item: `De prijzen zijn:` and what stands behind bullets below it; and paragraphs within an item of a list.
import type { DigestPart } from './digest-parts.ts'

/**
 * Marks the entries of lists that a text announces with a colon; they have bullets of their own and no sources. So are paragraphs
 * that stand below a bullet and to the right of it.
 */
export function withLists(parts: readonly DigestPart[]): readonly DigestPart[] {
  let above: DigestPart | undefined
  return parts.map((part) => {
    const isListed =
      above !== undefined && (part.bullet ? isEntry(part, above) : isParagraph(part, above))
    above = isListed ? { ...part, isListed } : part
    return above
  })
}

function isParagraph({ isIndented, isShort, isLabelled }: DigestPart, above: DigestPart): boolean {
  if (!isIndented || isShort || isLabelled || above.end.sources.length > 0) return false
  return above.bullet ? !above.isIndented : above.isListed && above.isIndented
}

function isEntry({ bulletMark, end }: DigestPart, above: DigestPart): boolean {
  if (end.sources.length > 0) return false
  if (above.isListed) return above.bulletMark === bulletMark
  return !above.isShort && above.text.endsWith(':') && above.bulletMark !== bulletMark
}
