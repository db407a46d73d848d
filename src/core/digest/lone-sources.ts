// What sources on lines of their own say of the line above, also without a label, as some authors print them.
import type { DigestPart } from './digest-parts.ts'
import { isSourceLine } from './newsletter-habits.ts'
import { isRegistered } from './sources/source-register.ts'
import { looksLikeName, readSourceList } from './sources/source-names.ts'

/** Fewer such lines with known names are no habit. */
const fewest = 2

/** What stands right above a line of sources is a text, though it may be short and without a full stop. */
export function withTextAboveSources(parts: readonly DigestPart[]): readonly DigestPart[] {
  return parts.map((part, index) =>
    part.level === null && part.isShort && isSourceLine(parts[index + 1])
      ? { ...part, isShort: false }
      : part,
  )
}

/**
 * Names right below an item are its sources and no heading: known ones, and where these are a habit, unknown ones too.
 */
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
  return parts.map((part, index) => {
    if (!part.isShort || !isBelowItem(part, index)) return part
    if (part.sourceLine !== null) return { ...part, isShort: false }
    if (known.length < fewest) return part
    const list = readSourceList(part.text, isRegistered)
    return list.names.length > 0 && list.names.every(looksLikeName)
      ? { ...part, sourceLine: list, isShort: false }
      : part
  })
}
