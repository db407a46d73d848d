// Plans a search, given the words of a query.
import { stem } from '../dutch/stem.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { synonymsOf } from '../dutch/synonyms.ts'
import { anyOf, exactTerm, wholeQuery, type Plan } from './plan.ts'
import { planNumber, planSynonym, planWord, type PlanTools, type Strictness } from './plan-word.ts'
import { parseQueryWords, type QueryWord } from './query-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** In longer queries neighbours are not tried as one word, because that would take too long. */
const maxJoinedWords = 4

/**
 * A plan for each word of the query. How they are combined is up to `allWords` or the caller.
 * @param from the number of the first word
 */
export function planWords(
  words: readonly QueryWord[],
  strictness: Strictness,
  tools: PlanTools,
  from = 0,
): readonly Plan[] {
  return words.map((word, index) => {
    const isLast = index === words.length - 1 && !word.isWhole
    const context = { word: from + index, isLast, strictness, tools }
    if (word.numbers.length > 0) return planNumber(word.numbers, context)
    const parts = word.parts.map((part, at) =>
      planWord(part, { ...context, isLast: isLast && at === word.parts.length - 1 }),
    )
    return word.joined === null
      ? anyOf(parts)
      : anyOf([{ all: parts }, planWord(word.joined, context)])
  })
}

/**
 * A plan for words that the hits of a query must have too; null where there are none.
 * @param from the number of the first word
 */
export function planWithin(text: string, from: number, tools: PlanTools): Plan | null {
  const words = parseQueryWords(text)
  return words.length === 0 ? null : { all: planWords(words, 'tight', tools, from) }
}

/** A plan for the documents that have a word in any form, but not just as a part of a compound. */
export function planExclusion({ parts, numbers }: QueryWord, vocabulary: Vocabulary): Plan {
  return numbers.length > 0
    ? anyOf(numbers.map((number) => exactTerm(number, wholeQuery)))
    : { all: parts.map((part) => wordInAnyForm(part, vocabulary)) }
}

function wordInAnyForm(text: string, vocabulary: Vocabulary): Plan {
  const exact = exactTerm(text, wholeQuery)
  if (isStopWord(text)) return exact
  const term = stem(text)
  const stems = [term, ...vocabulary.foreignForms(text)]
  return anyOf([
    exact,
    { ...exact, term },
    ...stems.map((one): Plan => ({ ...exact, term: one, kind: 'stem' })),
  ])
}

/** A plan for all words, for a synonym of all of them together, or for two neighbours written as one. */
export function allWords(
  words: readonly QueryWord[],
  plans: readonly Plan[],
  strictness: Strictness,
  tools: PlanTools,
): Plan {
  const alternatives: Plan[] = [{ all: plans }]
  const texts = words.map((word) => word.joined ?? word.parts[0] ?? word.numbers[0] ?? '')
  if (texts.length > 1) {
    for (const synonym of synonymsOf(texts)) alternatives.push(planSynonym(synonym, wholeQuery))
    if (strictness === 'loose' && texts.length <= maxJoinedWords)
      alternatives.push(...joinedNeighbours(texts, plans, tools))
  }
  return anyOf(alternatives)
}

/** `nx 9031` → nx9031, `wind turbines` → windturbines, if the library has such a word. */
function joinedNeighbours(
  texts: readonly string[],
  plans: readonly Plan[],
  tools: PlanTools,
): readonly Plan[] {
  return texts.slice(0, -1).flatMap((text, index): Plan[] => {
    const joined = text + (texts[index + 1] ?? '')
    if (!tools.vocabulary.hasFormOf(joined)) return []
    const others = plans.filter((_, at) => at !== index && at !== index + 1)
    const context = { word: index, isLast: false, strictness: 'tight' as const, tools }
    return [{ all: [...others, planWord(joined, context)] }]
  })
}
