// Finds the words of an item that a reader is likely not to know.
import { editDistance } from '../dutch/edit-distance.ts'
import { fold } from '../dutch/fold.ts'
import { contextOf } from '../lookup/choose-entry.ts'
import type { LookedUp } from '../lookup/look-up.ts'
import { isNoun } from '../lookup/word-entry.ts'
import { sentencesOf } from '../reading/sentences.ts'
import { isUnit } from './figure-units.ts'
import type { Found, Term } from './reading-notes.ts'

export interface TermTools {
  /** Looks a word up in its sentence. */
  readonly lookUp: (word: string, context: ReturnType<typeof contextOf>) => LookedUp | null
  /** In how many of a thousand items of the library a word stands, folded, in any form. */
  readonly perThousand: (folded: string) => number
}

const wordPattern = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu
const shortestTerm = 5
/** A reader of news knows the more common words. */
const firstUnknownRank = 3_000
/** The library has a word in so many of a thousand items that its readers know it. */
const mostPerThousand = 20

/** The terms of a text, in order, each once. @param taken the names of the text in order, whose words are no terms */
export function findTerms(
  text: string,
  taken: readonly Found[],
  tools: TermTools,
): readonly Term[] {
  const terms = new Map<string, Term>()
  /** The first name that may lie at or behind a word. */
  let name = 0
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end)
    for (const { 0: printed, index } of sentence.matchAll(wordPattern)) {
      const from = start + index
      const to = from + printed.length
      while ((taken[name]?.end ?? Infinity) <= from) name++
      if (printed.length < shortestTerm || (taken[name]?.start ?? Infinity) < to) continue
      // Of `26-jarige` the word is only a part.
      if (/\p{N}-$/u.test(sentence.slice(Math.max(0, index - 2), index))) continue
      if (/\p{Lu}/u.test(printed.slice(1)) || (index > 0 && /^\p{Lu}/u.test(printed))) continue
      const found = tools.lookUp(printed, contextOf(sentence, printed, index))
      if (found === null || terms.has(found.headword) || isKnown(found, tools)) continue
      const { headword, parts } = found
      const gloss = found.glosses[0] ?? glossOfParts(found)
      const weight = weightOf(found, tools)
      terms.set(headword, {
        ...{ start: from, end: to, printed, headword, gloss, weight },
        parts: parts.map(({ part }) => part),
      })
    }
  }
  return [...terms.values()]
}

function isKnown(found: LookedUp, { perThousand }: TermTools): boolean {
  const { rank, parts } = found
  const known = (one: number | null): boolean => one !== null && one < firstUnknownRank
  if (rank === null ? parts.every((part) => known(part.rank)) : known(rank)) return true
  // Units and small words are no terms.
  if (isUnit(fold(found.headword))) return true
  if (!isNoun(found) && !['verb', 'adjective'].includes(found.wordClass)) return true
  if (found.glosses.some((gloss) => looksAlike(found.headword, gloss))) return true
  return perThousand(fold(found.headword)) > mostPerThousand
}

/** An English reader knows a word that is nearly the English one: `elektrolyt`. */
function looksAlike(headword: string, gloss: string): boolean {
  const [dutch, english] = [fold(headword), fold(gloss.replace(/^to /u, ''))]
  const most = Math.floor(dutch.length / 4)
  return editDistance(dutch, english, most) <= most
}

/** `waterstofbus`: hydrogen · bus. Null when a part is not known, or a part means several words. */
function glossOfParts({ parts }: LookedUp): string | null {
  const glosses = parts.map(({ gloss }) => gloss?.replace(/ \(.*\)$/u, '') ?? null)
  if (!parts.every((part) => part.isNoun)) return null
  if (glosses.length !== 2 || glosses.some((gloss) => gloss === null || / /u.test(gloss)))
    return null
  return glosses.join(' · ')
}

/** The later in the list and the rarer in the library, the harder. A compound is as hard as its rarest part. */
function weightOf({ rank, headword, parts }: LookedUp, { perThousand }: TermTools): number {
  const ranks = rank === null ? parts.map((part) => part.rank ?? lastRank) : [rank]
  return Math.max(...ranks) / lastRank + 1 / (1 + perThousand(fold(headword)))
}

/** About as many entries as the list has. */
const lastRank = 8_000
