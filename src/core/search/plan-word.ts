// Plans the search for one word of a query: its forms, compounds with it, synonyms and misspellings.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { partsOf } from '../dutch/compound-parts.ts'
import { closeForms, stem } from '../dutch/stem.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { synonymsOf } from '../dutch/synonyms.ts'
import type { FormKind } from '../dutch/word-forms.ts'
import { anyOf, exactTerm, type Plan, type PlannedTerm } from './plan.ts'
import type { HitReason } from './search-types.ts'
import type { Vocabulary } from './vocabulary.ts'

/** tight: in any form; loose: also misspelt, split, joined, or as the beginning of a word. */
export type Strictness = 'tight' | 'loose'

export interface PlanTools {
  readonly vocabulary: Vocabulary
  readonly splitCompound: CompoundSplitter
}

export interface WordContext {
  /** Its number in the query. */
  readonly word: number
  /** The last word may still be being typed. */
  readonly isLast: boolean
  readonly strictness: Strictness
  readonly tools: PlanTools
}

/** Low, because a document that has two of these terms counts double. */
const partWeights = { head: 0.6, headStem: 0.3, headText: 0.2, part: 0.1 } as const

/** Longer words are searched as they are: comparing them letter by letter would take too long. */
const longestInexact = 40

/** @param numbers the ways in which one number may be written */
export function planNumber(numbers: readonly string[], { word, isLast }: WordContext): Plan {
  return anyOf(
    numbers.map((term) => ({
      ...exactTerm(term, word),
      // Who types the percent sign means a percentage.
      weight: term.endsWith('%') ? 1.5 : 1,
      prefix: isLast && term.length >= 2,
    })),
  )
}

export function planWord(text: string, { word, isLast, strictness, tools }: WordContext): Plan {
  const isLoose = strictness === 'loose'
  const plans: Plan[] = [
    {
      ...exactTerm(text, word),
      prefix: text.length >= 2 && (isLast || isLoose),
      distance: isLoose ? allowedDistance(text) : 0,
    },
  ]
  // The word itself should outrank a longer word that stands there three times.
  if (isLast) plans.push({ ...exactTerm(text, word), weight: 0.5 })
  if (isStopWord(text)) return anyOf(plans)
  const stemmed = stem(text)
  const form = (part: Partial<PlannedTerm>): PlannedTerm => ({
    ...exactTerm(stemmed, word),
    ...{ weight: 0.8, reason: 'form' },
    ...part,
  })
  plans.push(form({ kind: 'stem' }))
  for (const term of tools.vocabulary.foreignForms(text)) plans.push(form({ kind: 'stem', term }))
  if (stemmed !== text && !isStopWord(stemmed)) plans.push(form({}))
  for (const term of closeForms(text)) {
    // The last word is searched as a prefix already.
    const isFound = term === stemmed || (isLast && term.startsWith(text))
    if (!isFound) plans.push(form({ term }))
  }
  if (text.length >= 3) {
    plans.push(...partsOfCompounds(text, stemmed, word, isLast && text.length >= 4))
  }
  for (const synonym of synonymsOf([text])) plans.push(planSynonym(synonym, word))
  if (isLoose) {
    plans.push(...looseSpellings(text, word, tools), ...nearParts(text, word, tools))
  }
  return anyOf(plans)
}

/**
 * A search for a word means kinds of it (`kalksteen` for `steen`) rather than things that have to do with it (`steengroeve`).
 * While a word is being typed, its stem may be far from the stem of the whole word.
 */
function partsOfCompounds(
  text: string,
  stemmed: string,
  word: number,
  prefix: boolean,
): readonly Plan[] {
  const at = (kind: FormKind, term: string, weight: number): PlannedTerm => ({
    ...exactTerm(term, word),
    ...{ kind, weight, reason: 'compound', prefix: prefix && term === text },
  })
  const { head, headStem, headText, part } = partWeights
  if (stemmed === text) return [at('head', text, head), at('part', text, part)]
  return [
    at('head', stemmed, headStem),
    at('head', text, headText),
    at('part', stemmed, part),
    ...(prefix ? [at('part', text, part)] : []),
  ]
}

/** Two letters that changed places, the parts of a compound as words apart, and two words that were written as one. */
function looseSpellings(
  text: string,
  word: number,
  { vocabulary, splitCompound }: PlanTools,
): readonly Plan[] {
  if (text.length < 4 || text.length > longestInexact) return []
  const plans: Plan[] = []
  for (let index = 0; index + 1 < text.length; index++) {
    const swapped =
      text.slice(0, index) + text.charAt(index + 1) + text.charAt(index) + text.slice(index + 2)
    if (swapped === text || !vocabulary.has(swapped)) continue
    plans.push({ ...exactTerm(swapped, word), weight: 0.3, reason: 'typo' })
  }
  const parts = partsOf(text, splitCompound(text)).map(([start, end]) => text.slice(start, end))
  if (parts.length > 1) {
    return [...plans, { all: parts.map((part) => anyForm(part, word, 'compound', 0.4)) }]
  }
  for (let index = 3; index <= text.length - 3; index++) {
    const halves = [text.slice(0, index), text.slice(index)]
    if (!halves.every((half) => vocabulary.has(half))) continue
    plans.push({
      all: halves.map((half) => ({ ...exactTerm(half, word), weight: 0.4, reason: 'form' })),
    })
    break
  }
  return plans
}

/** Parts of compounds that differ by a few letters, unless a word is as near. */
function nearParts(text: string, word: number, { vocabulary }: PlanTools): readonly Plan[] {
  const distance = allowedDistance(text)
  if (distance === 0 || !vocabulary.isNearestInCompounds(text, distance)) return []
  const at = (kind: FormKind, weight: number): PlannedTerm => ({
    ...exactTerm(text, word),
    ...{ kind, weight, reason: 'typo', distance },
  })
  return [at('head', partWeights.head), at('part', partWeights.part)]
}

export function planSynonym(synonym: readonly string[], word: number): Plan {
  return { all: synonym.map((part) => anyForm(part, word, 'related', 0.2)) }
}

function anyForm(text: string, word: number, reason: HitReason, weight: number): Plan {
  const stemmed = stem(text)
  const kinds: readonly FormKind[] = ['word', 'stem', 'head', 'part']
  const terms = kinds.map((kind): PlannedTerm => {
    const term = kind === 'word' ? text : stemmed
    const isWhole = kind === 'word' || kind === 'stem'
    return { ...exactTerm(term, word), kind, reason, weight: isWhole ? weight : weight / 2 }
  })
  if (stemmed !== text) terms.push({ ...exactTerm(stemmed, word), reason, weight })
  return anyOf(terms)
}

/** How many letters may differ: none in short words and words with digits, one from 4 letters, two from 8. */
function allowedDistance(text: string): number {
  if (text.length < 4 || text.length > longestInexact || /\d/.test(text)) return 0
  return text.length >= 8 ? 2 : 1
}
