// Finds the documents that answer a query, and decides how strictly its words are taken.
import { analyseQuery } from './analyse-query.ts'
import type { ReadBudget } from './check-phrases.ts'
import { createSegmentSet } from './compact/segment-set.ts'
import type { FacetCounts } from './facet-counts.ts'
import type { FoundHit, Question } from './order-hits.ts'
import type { Plan } from './plan.ts'
import type { Strictness } from './plan-word.ts'
import { allWords, planWords } from './query-plan.ts'
import { createQueryRun, noWords, type QueryResult } from './run-query.ts'
import type { SearchContext } from './search-context.ts'
import { unfiltered } from './search-types.ts'

/** With fewer hits, misspellings and the like are searched as well. */
const enoughHits = 3
/** Words of so many characters or fewer together are too short to be misspelt. */
const maxUnmistakableLength = 3

/** Who narrows a question to editions asks their texts, and not what the reader wrote. */
const noNotes = createSegmentSet()

/** @param budget of the whole answer; what is read here is taken off */
export function findHits(all: SearchContext, question: Question, budget: ReadBudget): QueryResult {
  const context = question.editions === undefined ? all : { ...all, notes: noNotes }
  const query = analyseQuery(question.text)
  const { run, emptyResult } = createQueryRun(context, query, question, budget)
  const { words, parsed } = query
  if (query.isEmpty) return emptyResult()
  if (words.length === 0) return run(query.isListing ? null : noWords)
  const plan = (strictness: Strictness): readonly Plan[] => planWords(words, strictness, context)
  // What is found before anything is chosen decides, so that a choice finds what its facet promised.
  const tight = run(allWords(words, plan('tight'), 'tight', context))
  const isShort = parsed.words.trim().length <= maxUnmistakableLength
  if (tight.counts.found >= enoughHits || isShort || !tight.isComplete) return tight

  const loosePlans = plan('loose')
  const loose = run(allWords(words, loosePlans, 'loose', context))
  if (loose.counts.found === 0 && loose.isComplete)
    return words.length === 1 ? tight : { ...run({ any: loosePlans }), hasAllWords: false }
  if (question.order === 'date') return loose
  // The loose plan finds the hits of the tight one too, but the limit may have cut them off.
  const seen = new Set([...tight.inOpenEdition, ...tight.elsewhere].map(keyOf))
  const isNew = (hit: FoundHit): boolean => !seen.has(keyOf(hit))
  return {
    ...loose,
    inOpenEdition: [...tight.inOpenEdition, ...loose.inOpenEdition.filter(isNew)],
    elsewhere: [...tight.elsewhere, ...loose.elsewhere.filter(isNew)],
  }
}

/** Everything that can be found, counted by facets. */
export function countEverything(context: SearchContext): FacetCounts {
  // By date nothing has to be scored or sorted.
  const question: Question = { ...unfiltered, text: '', edition: null, limit: 0, order: 'date' }
  return createQueryRun(context, analyseQuery(''), question, { left: 0 }).run(null).counts
}

function keyOf({ scope, scored: { part, document } }: FoundHit): string {
  return `${scope.where}:${String(scope.set.parts.indexOf(part))}:${String(document)}`
}
