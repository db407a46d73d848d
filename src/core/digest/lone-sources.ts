// What sources on lines of their own say of the line above, also without a label, as some authors print them.
import type { DigestPart } from './digest-parts.ts'
import { isSourceLine } from './newsletter-habits.ts'
import type { Finding } from './remark.ts'
import { isRegistered } from './sources/source-register.ts'
import { hasBareMark, readBareList } from './sources/source-line.ts'
import { looksLikeName } from './sources/source-names.ts'

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
  const isBelowText = (part: DigestPart, index: number): boolean => {
    const above = parts[index - 1]
    const isItem =
      above !== undefined &&
      (!above.isShort || above.bullet) &&
      above.sourceLine === null &&
      above.end.sources.length === 0
    const isBare = !part.isLabelled || hasBareMark(part.text)
    return isItem && !part.bullet && isBare && part.level === null
  }
  const known = parts.filter((part, index) => part.sourceLine !== null && isBelowText(part, index))
  const marked = known.filter(({ text }) => hasBareMark(text)).length
  return parts.map((part, index) => {
    if (!part.isShort || part.isLabelled || !isBelowText(part, index)) return part
    if (part.sourceLine !== null) return part.gapBefore ? part : { ...part, isShort: false }
    const isLabelled = hasBareMark(part.text)
    if ((isLabelled ? marked : known.length - marked) < fewest) return part
    const list = readBareList(part.text, isRegistered)
    // Below an empty line a heading may stand: then a known name or a day has to say that it is none.
    const isSure = !part.gapBefore || list.names.some(isRegistered) || list.findings.some(isDay)
    return isSure && list.names.length > 0 && list.names.every(looksLikeName)
      ? { ...part, sourceLine: list, isShort: false, isLabelled }
      : part
  })
}

function isDay({ kind }: Finding): boolean {
  return kind === 'date-line'
}
