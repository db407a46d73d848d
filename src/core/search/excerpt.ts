// A few lines of a text around its best match, for the list of hits.
import type { TermMatch } from './term-matches.ts'
import type { Match } from './marks.ts'
import type { TextRange } from './search-types.ts'

/** In characters: two to three lines of the panel. */
const excerptLength = 120
/** How many characters are shown before the best match. */
const leadLength = 35
/** How many characters a cut may be moved to fall between words. */
const maxCutShift = 25

export interface Excerpt {
  readonly text: string
  /** An offset in the whole text, less this, is one in `text`. */
  readonly start: number
  /** In `text`. */
  readonly marks: readonly TextRange[]
}

/**
 * About 90 to 130 characters of `text`, cut between words, with `… ` and ` …` where something was left out. It is the part with
 * most different words of the query, if possible with the match that is given as the reason. Without matches it is the
 * beginning.
 *
 * @param marks those of the whole text, in order
 * @param shown the match that is given as the reason of the hit
 */
export function excerptOf(
  text: string,
  matches: readonly Match[],
  marks: readonly TextRange[],
  shown: TermMatch,
): Excerpt {
  if (text.length <= excerptLength + 10) return { text, start: 0, marks }
  const anchor = bestMatch(matches, shown)
  const anchorStart = anchor?.start ?? 0
  const anchorEnd = anchor?.end ?? 0
  let start = anchorStart <= leadLength ? 0 : wordStart(text, anchorStart - leadLength, anchorStart)
  let end = Math.max(start + excerptLength, anchorEnd)
  if (end >= text.length) {
    end = text.length
    start = Math.min(start, wordStart(text, Math.max(0, end - excerptLength), anchorStart))
  } else end = wordEnd(text, end, Math.max(anchorEnd, start + 1))

  const before = start > 0 ? '… ' : ''
  const after = end < text.length ? ' …' : ''
  const shift = before.length - start
  return {
    text: before + text.slice(start, end) + after,
    start: -shift,
    marks: marks
      .filter(([from, to]) => to > start && from < end)
      .map(([from, to]) => [Math.max(from, start) + shift, Math.min(to, end) + shift]),
  }
}

/** The match with which an excerpt should begin: most different words of the query follow it within the excerpt's length. */
function bestMatch(matches: readonly Match[], shown: TermMatch): Match | null {
  const ordered = [...matches].sort((one, other) => one.start - other.start || other.end - one.end)
  let best: Match | null = null
  let bestWorth = 0
  // A window slides along the matches, so that a text with thousands of them is gone through once.
  const counts = new Map<number, number>()
  let next = 0
  let shownInside = 0
  const isShown = ({ termMatches }: Match): boolean =>
    termMatches.some(({ word, reason }) => word === shown.word && reason === shown.reason)
  for (const match of ordered) {
    for (; next < ordered.length; next++) {
      const candidate = ordered[next]
      if (candidate === undefined || candidate.end > match.start + excerptLength - leadLength) break
      for (const { word } of candidate.termMatches) counts.set(word, (counts.get(word) ?? 0) + 1)
      if (isShown(candidate)) shownInside++
    }
    const worth = counts.size + (shownInside > 0 ? 0.5 : 0)
    if (worth > bestWorth || best === null) {
      best = match
      bestWorth = worth
    }
    if (isShown(match)) shownInside = Math.max(0, shownInside - 1)
    for (const { word } of match.termMatches) {
      const left = (counts.get(word) ?? 0) - 1
      if (left > 0) counts.set(word, left)
      else counts.delete(word)
    }
  }
  return best
}

/** The first beginning of a word from `place` on and before `limit`; `place` itself when none is near. */
function wordStart(text: string, place: number, limit: number): number {
  if (place === 0) return 0
  for (let at = place; at < Math.min(limit, place + maxCutShift); at++) {
    if (isSpace(text, at - 1) && !isSpace(text, at)) return at
  }
  return isSpace(text, limit - 1) ? limit : wholeCharacter(text, place)
}

/** The last end of a word up to `place` and not before `limit`; `place` itself when none is near. */
function wordEnd(text: string, place: number, limit: number): number {
  for (let at = place; at > Math.max(limit, place - maxCutShift); at--) {
    if (isSpace(text, at) && !isSpace(text, at - 1)) return at
  }
  return wholeCharacter(text, place)
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at))
}

/** Moves a cut behind the second half of a surrogate pair, and behind combining accents. */
function wholeCharacter(text: string, place: number): number {
  let at = place
  while (at < text.length && /[\udc00-\udfff\p{M}]/u.test(text.charAt(at))) at++
  return at
}
