// Chooses the entry that a form belongs to in its sentence: `weg` the noun or the adverb, `los` of `oplossen` or of `loslaten`.
import type { FoundEntry } from './dictionary.ts'
import type { FormName } from './inflect.ts'
import { isNoun } from './word-entry.ts'

/** The sentence of a word: its words in lower case and its signs, and which of them it is. */
export interface WordContext {
  readonly words: readonly string[]
  readonly index: number
}

/** The context of a word at an offset of its sentence; of its first place without one. Null when it does not stand there. */
export function contextOf(sentence: string, word: string, offset?: number): WordContext | null {
  const words = [
    ...sentence.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*['’]?|[.,;:!?()]/gu),
  ]
  const lower = word.toLowerCase()
  const index = words.findIndex(
    (one) => one[0].toLowerCase() === lower && (offset === undefined || one.index === offset),
  )
  return index < 0 ? null : { words: words.map(([printed]) => printed.toLowerCase()), index }
}

const articles = new Set([
  'de',
  'het',
  'een',
  'deze',
  'dit',
  'die',
  'dat',
  'mijn',
  'jouw',
  'uw',
  'zijn',
  'haar',
  'ons',
  'onze',
  'hun',
  'geen',
  'elke',
  'elk',
  'iedere',
  'ieder',
  'welke',
  'alle',
])
const subjects = new Set([
  'ik',
  'jij',
  'je',
  'u',
  'hij',
  'zij',
  'ze',
  'wij',
  'we',
  'jullie',
  'men',
  'wie',
  'die',
  'dat',
])

/** The most fitting of several entries; null without any. */
export function chooseEntry(
  found: readonly FoundEntry[],
  context: WordContext | null,
): FoundEntry | null {
  return fittingEntries(found, context)[0] ?? null
}

/** So much less fitting an entry is hardly meant. */
const mostDoubt = 2.1

/** Those that the form may be of in its sentence, the most fitting first; without those that are hardly meant. */
export function fittingEntries(
  found: readonly FoundEntry[],
  context: WordContext | null,
): readonly FoundEntry[] {
  const fitting = found.flatMap((one) => {
    const cost = costOf(one, context)
    return cost === null ? [] : [{ one, cost }]
  })
  const least = Math.min(...fitting.map(({ cost }) => cost))
  return fitting
    .filter(({ cost }) => cost <= least + mostDoubt)
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ one }) => one)
}

const costOfForm: Readonly<Record<FormName, number>> = {
  headword: 0,
  ...{ plural: 0.5, inflected: 0.5, present: 0.5, past: 0.5, comparative: 1, superlative: 1.5 },
  ...{ participle: 1, 'present-participle': 2, diminutive: 3, other: 3 },
}

/** The rarer and the less fitting, the higher. Null when it cannot be: the particle of a separable verb is missing. */
function costOf(one: FoundEntry, context: WordContext | null): number | null {
  const { entry, rank, name, isApart } = one
  let cost = Math.log(rank + 20) + costOfForm[name]
  if (isApart) {
    if (context === null || !hasParticle(entry.particle, context)) return null
    cost -= 5
  }
  const before = context?.words[context.index - 1]
  if (context === null || before === undefined) return cost
  const isVerb =
    entry.wordClass === 'verb' && name !== 'participle' && name !== 'present-participle'
  if (articles.has(before)) cost += isNoun(entry) ? -1.5 : isVerb ? 1.5 : 0
  if (subjects.has(before) && isVerb) cost -= 1
  if (before === 'te' && isVerb) cost -= 3
  return cost
}

/**
 * `los … op`, `op te lossen`: behind the verb at the end of its clause, before a preposition (`dringt … aan op`), or right before its
 * `te`. A particle that no preposition looks like may stand anywhere behind it.
 */
function hasParticle(particle: string, { words, index }: WordContext): boolean {
  if (words[index - 1] === 'te') return words[index - 2] === particle
  for (let at = words.indexOf(particle, index + 1); at >= 0; at = words.indexOf(particle, at + 1)) {
    const next = words[at + 1]
    if (!prepositions.has(particle) || next === undefined || endsClause(next)) return true
    if (prepositions.has(next) || openers.has(next)) return true
  }
  return false
}

const prepositions = new Set([
  'aan',
  'achter',
  'bij',
  'binnen',
  'boven',
  'buiten',
  'door',
  'in',
  'langs',
  'mee',
  'na',
  'naar',
  'om',
  'onder',
  'op',
  'over',
  'rond',
  'tegen',
  'toe',
  'uit',
  'vol',
  'voor',
])

/** Prepositions that are no particles. */
const openers = new Set(['met', 'per', 'sinds', 'te', 'tijdens', 'tot', 'van', 'volgens', 'zonder'])

function endsClause(word: string): boolean {
  return (
    /^[.,;:!?()]$/u.test(word) ||
    ['en', 'of', 'maar', 'dat', 'als', 'omdat', 'waar', 'terwijl', 'zodat'].includes(word)
  )
}
