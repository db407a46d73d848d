// What to look for, given the words of a query.
import { partsOf, type CompoundSplitter } from '../dutch/compound.ts'
import { closeForms, stem } from '../dutch/stem.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { synonymsOf } from '../dutch/synonyms.ts'
import type { FormKind } from '../dutch/word-forms.ts'
import type { QueryWord } from './query-words.ts'
import type { HitReason } from './search-types.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One term to look for, and what finding it would mean. */
export interface PlannedTerm {
  readonly term: string
  readonly kind: FormKind
  readonly weight: number
  readonly reason: HitReason
  /** Which word of the query it stands for; `wholeQuery` for all of them together. */
  readonly word: number
  /** Also terms that begin with it. */
  readonly prefix: boolean
  /** Also terms that differ by so many letters. */
  readonly distance: number
}

export type Plan =
  PlannedTerm | { readonly any: readonly Plan[] } | { readonly all: readonly Plan[] }

export const wholeQuery = -1

/** tight: all words, in any form; loose: also misspelt, split or joined, and the beginning of every word. */
export type Strictness = 'tight' | 'loose'

/** In a longer query it would take too long to try each two words as one. */
const maxJoinedWords = 4

/** Two terms that a document has count double, so those of one head are worth less each. */
const partWeights = { head: 0.6, headStem: 0.3, headText: 0.2, part: 0.1 } as const

/** Longer words are sought as they are: comparing them letter by letter would take too long. */
const longestInexact = 40

export interface PlanTools {
  readonly vocabulary: Vocabulary
  readonly splitCompound: CompoundSplitter
}

/** The plan for each word of the query; how they are combined is for `allWords` or the caller. */
export function planWords(
  words: readonly QueryWord[],
  strictness: Strictness,
  tools: PlanTools,
): readonly Plan[] {
  return words.map((word, index) => {
    const isLast = index === words.length - 1 && !word.isWhole
    const place = { word: index, isLast, strictness, tools }
    if (word.numbers.length > 0) return planNumber(word.numbers, place)
    const parts = word.parts.map((part, at) =>
      planWord(part, { ...place, isLast: place.isLast && at === word.parts.length - 1 }),
    )
    return word.joined === null
      ? anyOf(parts)
      : anyOf([{ all: parts }, planWord(word.joined, place)])
  })
}

/** The documents that have a word in any form; a compound of which it is a part does not count. */
export function planExclusion({ parts, numbers }: QueryWord): Plan {
  return numbers.length > 0
    ? anyOf(numbers.map((number) => exactTerm(number, wholeQuery)))
    : { all: parts.map(wordInAnyForm) }
}

function wordInAnyForm(text: string): Plan {
  const exact = exactTerm(text, wholeQuery)
  if (isStopWord(text)) return exact
  const term = stem(text)
  return anyOf([exact, { ...exact, term }, { ...exact, term, kind: 'stem' }])
}

/** All words, or what they mean together, or two neighbours written as one. */
export function allWords(
  words: readonly QueryWord[],
  plans: readonly Plan[],
  strictness: Strictness,
  tools: PlanTools,
): Plan {
  const whole: Plan[] = [{ all: plans }]
  const texts = words.map((word) => word.joined ?? word.parts[0] ?? word.numbers[0] ?? '')
  if (texts.length > 1) {
    for (const synonym of synonymsOf(texts)) whole.push(planSynonym(synonym, wholeQuery))
    if (strictness === 'loose' && texts.length <= maxJoinedWords)
      whole.push(...joinedNeighbours(texts, plans, tools))
  }
  return anyOf(whole)
}

/** `nx 9031` → nx9031, `wind turbines` → windturbines, where the library has such a word. */
function joinedNeighbours(
  texts: readonly string[],
  plans: readonly Plan[],
  tools: PlanTools,
): readonly Plan[] {
  return texts.slice(0, -1).flatMap((text, index): Plan[] => {
    const joined = text + (texts[index + 1] ?? '')
    if (!tools.vocabulary.hasFormOf(joined)) return []
    const others = plans.filter((_, at) => at !== index && at !== index + 1)
    const place = { word: index, isLast: false, strictness: 'tight' as const, tools }
    return [{ all: [...others, planWord(joined, place)] }]
  })
}

interface WordContext {
  readonly word: number
  readonly isLast: boolean
  readonly strictness: Strictness
  readonly tools: PlanTools
}

function planNumber(numbers: readonly string[], { word, isLast }: WordContext): Plan {
  return anyOf(
    numbers.map((term) => ({
      ...exactTerm(term, word),
      // Who types the percent sign means a percentage.
      weight: term.endsWith('%') ? 1.5 : 1,
      prefix: isLast && term.length >= 2,
    })),
  )
}

function planWord(text: string, place: WordContext): Plan {
  const { word, isLast, strictness, tools } = place
  const isLoose = strictness === 'loose'
  const plans: Plan[] = [
    {
      ...exactTerm(text, word),
      prefix: text.length >= 2 && (isLast || isLoose),
      distance: isLoose ? allowedDistance(text) : 0,
    },
  ]
  // A longer word that stands there thrice is worth no more than the word itself.
  if (isLast) plans.push({ ...exactTerm(text, word), weight: 0.5 })
  if (isStopWord(text)) return anyOf(plans)
  const stemmed = stem(text)
  const term = (part: Partial<PlannedTerm>): PlannedTerm => ({
    ...exactTerm(stemmed, word),
    ...part,
  })
  plans.push(term({ kind: 'stem', weight: 0.8, reason: 'form' }))
  if (stemmed !== text && !isStopWord(stemmed)) plans.push(term({ weight: 0.8, reason: 'form' }))
  for (const form of closeForms(text)) {
    // Of the last word what begins with it is found already.
    const isFound = form === stemmed || (isLast && form.startsWith(text))
    if (!isFound) plans.push(term({ term: form, weight: 0.8, reason: 'form' }))
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
 * Whoever looks for a word looks for kinds of it (`kalksteen` for `steen`) rather than for what has to do with it (`steengroeve`),
 * which is found as its beginning too. Of a word that is being typed the stem may be far from that of the whole.
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

/** Two letters that changed places, a compound of which the parts stand apart, two words written as one. */
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

/** Parts of compounds that differ by a few letters, where no word is as near: the index has them under kinds of their own. */
function nearParts(text: string, word: number, { vocabulary }: PlanTools): readonly Plan[] {
  const distance = allowedDistance(text)
  if (distance === 0 || !vocabulary.isNearestInCompounds(text, distance)) return []
  const at = (kind: FormKind, weight: number): PlannedTerm => ({
    ...exactTerm(text, word),
    ...{ kind, weight, reason: 'typo', distance },
  })
  return [at('head', partWeights.head), at('part', partWeights.part)]
}

function planSynonym(synonym: readonly string[], word: number): Plan {
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

function exactTerm(term: string, word: number): PlannedTerm {
  return { term, kind: 'word', weight: 1, reason: 'exact', word, prefix: false, distance: 0 }
}

/** How many letters a word may differ: none when short or with digits, one from 4 letters, two from 8. */
function allowedDistance(text: string): number {
  if (text.length < 4 || text.length > longestInexact || /\d/.test(text)) return 0
  return text.length >= 8 ? 2 : 1
}

function anyOf(plans: readonly Plan[]): Plan {
  const [only] = plans
  return plans.length === 1 && only !== undefined ? only : { any: plans }
}
