// The same plan carried out by MiniSearch over the same documents: what the fast way must agree with.
import type { Query, SearchOptions } from 'minisearch'
import type { CompoundSplitter } from '../../../../../src/core/dutch/compound.ts'
import { isStopWord } from '../../../../../src/core/dutch/stop-words.ts'
import type { SearchDocument } from '../../../../../src/core/search/documents.ts'
import {
  boosts,
  createEngine,
  fieldsOf,
  weights,
} from '../../../../../src/core/search/index-definition.ts'
import type { Plan } from '../../../../../src/core/search/plan.ts'

const options: SearchOptions = {
  tokenize: (term) => [term],
  processTerm: (term) => term,
  boost: boosts,
  weights,
}

function toQuery(plan: Plan): Query {
  if ('any' in plan) return { combineWith: 'OR', queries: plan.any.map(toQuery) }
  if ('all' in plan) return { combineWith: 'AND', queries: plan.all.map(toQuery) }
  const { term, kind, weight, prefix, distance } = plan
  return {
    queries: [term],
    fields: [...fieldsOf[kind]],
    boostTerm: () => weight,
    prefix,
    fuzzy: distance > 0 ? distance : false,
    boostDocument: (_, found) => (found !== term && isStopWord(found) ? 0 : 1),
  }
}

/** Document id → score, of every document that is found. */
export function referenceSearch(
  documents: readonly SearchDocument[],
  splitCompound: CompoundSplitter,
): (plan: Plan) => ReadonlyMap<string, number> {
  const engine = createEngine(splitCompound)
  engine.addAll(documents)
  return (plan) =>
    new Map(engine.search(toQuery(plan), options).map(({ id, score }) => [String(id), score]))
}
