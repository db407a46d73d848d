// Items that lost the full stop before a source that nobody has heard of.
import type { DigestPart } from './digest-parts.ts'
import { endsAsSentence } from './sources/sentence-end.ts'
import { isBulletTitle, type Habits } from './source-places.ts'
import { readOpenBracket, readOpenEnd, readWithoutStop } from './sources/item-end.ts'
import type { IsKnown } from './sources/source-names.ts'

/** With fewer items with sources than this, an item without them says nothing. */
const fewest = 4
/** So many times as many items must have sources as are whole without. */
const timesMore = 3
/** With fewer marked headings than this, a short line without a mark may be one too. */
const fewestMarked = 2
const longestUsualHeading = 60
const bracket = /[)\]]\.?$/u
/** A short line here is the title of the edition, or what stands below that. */
const lineOfSubtitle = 2
/** The longest heading of real editions has 46 characters. */
const longestRealHeading = 46

/**
 * Where nearly all items have their sources at the end, one without them that ends in capitals and not as a sentence
 * does has them there too; so has one that ends as one, where a stop closes the names of the others.
 */
export function withOpenEnds(
  parts: readonly DigestPart[],
  isKnown: IsKnown,
  habits: Habits,
): readonly DigestPart[] {
  const marksHeadings = parts.filter(({ level }) => level !== null).length >= fewestMarked
  const isItem = (part: DigestPart): boolean =>
    part.sourceLine === null &&
    part.caption === null &&
    !part.isLabelled &&
    !isBulletTitle(part, habits) &&
    (!part.isShort ||
      part.bullet ||
      (marksHeadings && part.level === null && part.text.length > longestUsualHeading))
  const items = parts.filter(isItem)
  const withSources = items.filter(({ end }) => end.sources.length > 0).length
  const whole = items.filter(({ end, text }) => end.sources.length === 0 && endsAsSentence(text))
  if (withSources < fewest || withSources < timesMore * whole.length) return parts
  const bracketed = items.filter(
    ({ end, text }) => end.sources.length > 0 && bracket.test(text) && !endsAsSentence(end.text),
  )
  const ofTexts = namesWithin(parts)
  /** The news is of it: `Blikwerk bouwt …` elsewhere, and `… bij voorkeur Blikwerk` here. */
  const isOfTexts = (name: string): boolean => !isKnown(name) && ofTexts.has(name)
  const areBracketed = bracketed.length * 2 >= withSources
  return parts.map((part, index) => {
    if (index < lineOfSubtitle && part.isShort && !part.bullet) return part
    const canBeHeading =
      part.isShort && part.level === null && part.text.length > longestRealHeading
    if (!isItem(part) && !canBeHeading) return part
    if (part.end.sources.length > 0) return part
    const isWhole = endsAsSentence(part.text)
    if (isWhole && !(habits.closesNames && part.text.endsWith('.'))) return part
    const end = isWhole
      ? readWithoutStop(part.text.slice(0, -1), isKnown)
      : ((areBracketed && isItem(part) ? readOpenBracket(part.text, isKnown) : null) ??
        readOpenEnd(part.text, isKnown, !isItem(part)))
    if (end?.sources.length === 1 && end.sources.every(isOfTexts)) return part
    return end === null ? part : { ...part, end, isShort: false }
  })
}

/** The words with a capital in the texts, but for those at their ends, which may be names of sources. */
function namesWithin(parts: readonly DigestPart[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap(
      ({ end }) => end.text.match(/\p{Lu}[\p{L}\p{N}]*(?=[^\p{L}\p{N}]{1,4}\p{L})/gu) ?? [],
    ),
  )
}
