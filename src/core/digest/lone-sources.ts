// Sources on lines of their own without a label, as some authors print them tight below each item.
import type { DigestPart } from './digest-parts.ts'
import { isRegistered } from './sources/source-register.ts'
import { looksLikeName, readSourceList } from './sources/source-names.ts'

/** Fewer such lines with known names are no habit. */
const fewest = 2

/** Where known names stand below items as a habit, an unknown name in the same place is a source too. */
export function withLoneSources(parts: readonly DigestPart[]): readonly DigestPart[] {
  const isBelowItem = (part: DigestPart, index: number): boolean => {
    const above = parts[index - 1]
    const isItem =
      above !== undefined &&
      (!above.isShort || above.bullet) &&
      above.sourceLine === null &&
      above.end.sources.length === 0
    return isItem && !part.gapBefore && !part.bullet && !part.isLabelled && part.level === null
  }
  const known = parts.filter((part, index) => part.sourceLine !== null && isBelowItem(part, index))
  if (known.length < fewest) return parts
  return parts.map((part, index) => {
    if (!part.isShort || part.sourceLine !== null || !isBelowItem(part, index)) return part
    const list = readSourceList(part.text, isRegistered)
    return list.names.length > 0 && list.names.every(looksLikeName)
      ? { ...part, sourceLine: list, isShort: false }
      : part
  })
}
