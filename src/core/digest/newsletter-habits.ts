// How the short lines of a newsletter are used: which are titles of items, and which are headings of sections.
import type { DigestPart } from './digest-parts.ts'

export interface Habits {
  readonly hasTitles: boolean
  /** Titles stand right above their text, headings have an empty line below. */
  readonly tightTitles: boolean
  /** Headings have a mark that titles lack. */
  readonly markedHeadings: boolean
  /** Titles count on. */
  readonly numberedTitles: boolean
  /** How many titles stand below another short line. */
  readonly titlesInRuns: number
  /** Titles have this rank or a lower one, by the levels that the file marks; null when levels do not tell. */
  readonly titleRank: number | null
}

/** Items without a short line right above them: more of them than this, and short lines are headings. */
const mostUntitled = 0.3
/** The same where no short line stands below another, so that all could be headings. */
const mostUntitledAlone = 0.12
/** Fewer lines of sources than this are no layout. */
export const fewestSourceLines = 2

/** Fewer numbers may be those of sections. */
const fewestNumbered = 3
const plainRank = 8
/** The rank of a plain line with an emoji or in capitals; whether that means anything is a matter of habit. */
const signedRank = 7.5

/** Where a line stands among the headings: by its level, and one with a sign above one without. */
export function rankOf({ level, signed }: DigestPart): number {
  return (level ?? plainRank) - (signed ? plainRank - signedRank : 0)
}

export function isMarked({ level, signed }: DigestPart): boolean {
  return level !== null || signed
}

export function isSourceLine(part: DigestPart | undefined): boolean {
  return part !== undefined && part.isLabelled && part.sourceLine !== null
}

/** Sources without a label, right below their item (lone-sources.ts). */
function isLoneSource({ sourceLine, isLabelled, isShort }: DigestPart): boolean {
  return sourceLine !== null && !isLabelled && !isShort
}

/** `Bron: …` on a line of its own, or at the end of a paragraph. */
export function hasLabelledSources(part: DigestPart): boolean {
  return isSourceLine(part) || (part.end.isLabelled && !part.bullet)
}

/** Whether short lines above texts count on, as titles do: `1. Water`, `2) Wind`; the first may be the edition's. */
function areNumbered(titles: readonly DigestPart[]): boolean {
  const numbers = titles.map(({ text }) => Number(/^(\d{1,2})[.)]\s/u.exec(text)?.[1] ?? 0))
  const counting = numbers.slice(numbers[0] === 0 ? 1 : 0)
  return counting.length >= fewestNumbered && counting.every((number, at) => number === at + 1)
}

/** Looks at every run of short lines above a text to learn what they are. */
export function readHabits(parts: readonly DigestPart[]): Habits {
  const hasSourceLines = parts.filter(hasLabelledSources).length >= fewestSourceLines
  let untitled = 0
  /** A text without a title counts once its sources come: before that it may be a greeting at the end. */
  let waiting = 0
  const above: DigestPart[] = []
  const titles: { readonly title: DigestPart; readonly text: DigestPart; readonly run: number }[] =
    []
  let isOpen = true
  for (const part of parts) {
    if (part.caption !== null) continue
    if (isLoneSource(part)) {
      isOpen = false
      continue
    }
    if (isSourceLine(part)) {
      untitled += waiting
      waiting = 0
      isOpen = false
    } else if (part.isShort) {
      above.push(part)
      isOpen = true
      waiting = 0
    } else {
      const title = above.at(-1)
      const hasEnd = part.end.sources.length > 0
      if (title !== undefined) titles.push({ title, text: part, run: above.length })
      // A list of short news with sources of its own says nothing of the items that have a line for them.
      else if (part.bullet && hasEnd && hasSourceLines) waiting = 0
      else if (!isOpen || (part.bullet && !hasSourceLines)) {
        if (hasEnd || !hasSourceLines) untitled += 1
        else waiting = 1
      }
      above.length = 0
      isOpen = !hasEnd
    }
  }
  // The first run may begin with the title of the edition.
  const inRuns = titles.filter(({ run }, index) => run > (index === 0 ? 2 : 1))
  const marked = titles.filter(({ title }) => isMarked(title)).length
  const allMarked = titles.length > 0 && marked * 2 > titles.length
  const titleRank = readTitleRank(parts)
  return {
    titleRank,
    hasTitles:
      titleRank !== null ||
      (inRuns.length > 0
        ? untitled <= mostUntitled * (untitled + titles.length)
        : (!allMarked || hasSourceLines) &&
          titles.length > 0 &&
          untitled <= mostUntitledAlone * (untitled + titles.length)),
    tightTitles:
      inRuns.length > 0 && inRuns.every(({ title, text }) => title.gapBefore && !text.gapBefore),
    markedHeadings: !allMarked,
    numberedTitles: areNumbered(titles.map(({ title }) => title)),
    titlesInRuns: inRuns.length,
  }
}

/**
 * The highest rank of the titles of items: where at least half of the headings above it have such a line right below them, and most of
 * these have a text below them. The title of the edition, on top of all, says nothing.
 */
function readTitleRank(parts: readonly DigestPart[]): number | null {
  const isHeading = (part: DigestPart | undefined): part is DigestPart =>
    part !== undefined && part.isShort && !part.bullet && !isSourceLine(part)
  const first = parts.findIndex(isHeading)
  const lines = parts.flatMap((part, index) =>
    index > first && isHeading(part) ? [{ rank: rankOf(part), next: parts[index + 1] }] : [],
  )
  const ranks = [...new Set(lines.map(({ rank }) => rank))].sort((one, other) => one - other)
  const isTitleRank = (titleRank: number): boolean => {
    const outer = lines.filter(({ rank }) => rank < titleRank)
    if (outer.some(({ rank }) => rank >= signedRank)) return false
    const nested = outer.filter(({ next }) => isHeading(next) && rankOf(next) >= titleRank).length
    const flat = outer.filter(({ next }) => !isHeading(next)).length
    const inner = lines.filter(({ rank }) => rank >= titleRank)
    const withText = inner.filter(({ next }) => next !== undefined && !isHeading(next)).length
    const fewestNested = titleRank < signedRank ? 1 : 2
    return nested >= fewestNested && nested >= flat && withText >= 2 && withText * 2 > inner.length
  }
  return ranks.slice(1).findLast(isTitleRank) ?? null
}
