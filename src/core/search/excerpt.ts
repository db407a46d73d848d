// A few lines of a text around its best match, for the list of hits.
import type { Claim } from './claims.ts'
import type { Match } from './marks.ts'
import type { TextRange } from './search-types.ts'

/** Characters: two to three lines of the panel. */
const goal = 120
/** How much is shown before the first match. */
const lead = 35
/** How far a cut is moved to fall between words. */
const reach = 25

export interface Excerpt {
  readonly text: string
  /** In `text`. */
  readonly marks: readonly TextRange[]
}

/**
 * About 90 to 130 characters of `text`, cut between words, with `… ` and ` …` where something was left out. Chosen is the
 * stretch in which most words of the query stand, and of those one that shows why the text is a hit; the beginning when none
 * does.
 *
 * @param marks those of the whole text, in order
 * @param told why it is said to be a hit
 */
export function excerptOf(
  text: string,
  matches: readonly Match[],
  marks: readonly TextRange[],
  told: Claim,
): Excerpt {
  if (text.length <= goal + 10) return { text, marks }
  const anchor = bestMatch(matches, told)
  const anchorStart = anchor?.start ?? 0
  const anchorEnd = anchor?.end ?? 0
  let start = anchorStart <= lead ? 0 : wordStart(text, anchorStart - lead, anchorStart)
  let end = Math.max(start + goal, anchorEnd)
  if (end >= text.length) {
    end = text.length
    start = Math.min(start, wordStart(text, Math.max(0, end - goal), anchorStart))
  } else end = wordEnd(text, end, Math.max(anchorEnd, start + 1))

  const before = start > 0 ? '… ' : ''
  const after = end < text.length ? ' …' : ''
  const shift = before.length - start
  return {
    text: before + text.slice(start, end) + after,
    marks: marks
      .filter(([from, to]) => to > start && from < end)
      .map(([from, to]) => [Math.max(from, start) + shift, Math.min(to, end) + shift]),
  }
}

/** The match after which, within the length of an excerpt, most different words of the query stand, and what is told. */
function bestMatch(matches: readonly Match[], told: Claim): Match | null {
  const ordered = [...matches].sort((one, other) => one.start - other.start || other.end - one.end)
  let best: Match | null = null
  let most = 0
  // Two ends move along the list, so that a text with thousands of matches is gone through once.
  const counts = new Map<number, number>()
  let next = 0
  let tellings = 0
  const tells = ({ claims }: Match): boolean =>
    claims.some(({ word, reason }) => word === told.word && reason === told.reason)
  for (const match of ordered) {
    for (; next < ordered.length; next++) {
      const candidate = ordered[next]
      if (candidate === undefined || candidate.end > match.start + goal - lead) break
      for (const { word } of candidate.claims) counts.set(word, (counts.get(word) ?? 0) + 1)
      if (tells(candidate)) tellings++
    }
    const worth = counts.size + (tellings > 0 ? 0.5 : 0)
    if (worth > most || best === null) {
      best = match
      most = worth
    }
    if (tells(match)) tellings = Math.max(0, tellings - 1)
    for (const { word } of match.claims) {
      const left = (counts.get(word) ?? 0) - 1
      if (left > 0) counts.set(word, left)
      else counts.delete(word)
    }
  }
  return best
}

/** The first beginning of a word from `place` on, before `limit`; `place` itself when there is none near. */
function wordStart(text: string, place: number, limit: number): number {
  if (place === 0) return 0
  for (let at = place; at < Math.min(limit, place + reach); at++) {
    if (isSpace(text, at - 1) && !isSpace(text, at)) return at
  }
  return isSpace(text, limit - 1) ? limit : wholeCharacter(text, place)
}

/** The last end of a word up to `place`, not before `limit`; `place` itself when there is none near. */
function wordEnd(text: string, place: number, limit: number): number {
  for (let at = place; at > Math.max(limit, place - reach); at--) {
    if (isSpace(text, at) && !isSpace(text, at - 1)) return at
  }
  return wholeCharacter(text, place)
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at))
}

/** Not between the two halves of a character outside the basic plane, nor before an accent that stands by itself. */
function wholeCharacter(text: string, place: number): number {
  let at = place
  while (at < text.length && /[\udc00-\udfff\p{M}]/u.test(text.charAt(at))) at++
  return at
}
