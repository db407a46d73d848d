// Reads texts to see whether phrases stand in them, and reads as few as possible.
import type { AnalysedQuery } from './analyse-query.ts'
import { documentsOfPlan } from './compact/score-plan.ts'
import type { Segment } from './compact/segment.ts'
import type { ShownSegment } from './compact/segment-set.ts'
import type { SearchDocument } from './documents.ts'
import { hasPhrase, isPrefixOf, planPhrase, type Phrase } from './phrases.ts'
import { scopesOf, type SearchContext } from './search-context.ts'

/**
 * How many texts may still be read for an answer. An answer that uses it up is not complete. What was read is cached, so the
 * same query, asked again, comes further.
 */
export interface ReadBudget {
  left: number
}

/** Enough for most queries, and few enough that a newer query need not wait for long. */
export const readsPerAnswer = 1_000

/** The phrases of one query (24 and 24 excluded), and some of the queries before it. */
const maxCachedPhrases = 64
const notRead = 0
const contained = 1
const absent = 2
/** By key of a phrase and document: `notRead`, `contained` or `absent`. It stays valid, because a segment never changes. */
const phraseCache = new WeakMap<Segment, Map<string, Uint8Array>>()

function cachedAnswers(segment: Segment, phrase: Phrase): Uint8Array {
  const { key } = phrase
  const ofSegment = phraseCache.get(segment) ?? new Map<string, Uint8Array>()
  phraseCache.set(segment, ofSegment)
  const answers = ofSegment.get(key) ?? answersFromPrefix(segment, phrase, ofSegment)
  ofSegment.delete(key)
  ofSegment.set(key, answers)
  const [oldest] = ofSegment.keys()
  if (ofSegment.size > maxCachedPhrases && oldest !== undefined) ofSegment.delete(oldest)
  return answers
}

/** A text without the beginning of a phrase does not have the phrase. This helps while a phrase is being typed. */
function answersFromPrefix(
  segment: Segment,
  phrase: Phrase,
  ofSegment: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const prefix = [...ofSegment].findLast(([key]) => isPrefixOf(key, phrase))?.[1]
  return prefix === undefined
    ? new Uint8Array(segment.documentCount)
    : prefix.map((answer) => (answer === absent ? absent : notRead))
}

/** By document of each segment: 1 for those that are meant. */
export type DocumentMarks = ReadonlyMap<ShownSegment, Uint8Array>

/** Documents of one segment. */
export interface CandidateDocuments {
  readonly part: ShownSegment
  readonly documents: ArrayLike<number>
}

export interface CheckedDocuments {
  readonly marks: DocumentMarks
  /** False when some candidates could not be read any more. They are not marked. */
  readonly isComplete: boolean
}

/**
 * Marks the candidates that have all phrases and none of the excluded ones.
 *
 * @param candidates best first; a document may come twice
 */
export function checkPhrases(
  context: SearchContext,
  { phrases, excludedPhrases }: Pick<AnalysedQuery, 'phrases' | 'excludedPhrases'>,
  candidates: readonly CandidateDocuments[],
  budget: ReadBudget,
): CheckedDocuments {
  const scopes = scopesOf(context)
  const excluded = excludedPhrases.map((phrase) => ({
    phrase,
    found: new Map(scopes.flatMap(({ set }) => [...documentsOfPlan(set, planPhrase(phrase, 0))])),
  }))
  const wanted = [...phrases.map((phrase) => ({ phrase, found: null })), ...excluded]
  const byPart = new Map<ShownSegment, PartChecks>()
  function checksOf(part: ShownSegment): PartChecks {
    const { segment } = part
    const checks = byPart.get(part) ?? {
      marks: new Uint8Array(segment.documentCount),
      checks: wanted.map(({ phrase, found }) => ({
        phrase,
        answers: cachedAnswers(segment, phrase),
        excludedFrom: found === null ? null : (found.get(part) ?? new Uint8Array()),
      })),
    }
    byPart.set(part, checks)
    return checks
  }

  let isComplete = true
  for (const { part, documents } of candidates) {
    const { marks, checks } = checksOf(part)
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0
      if (marks[document] === 1) continue
      const isMet = meetsPhrases(part, document, checks, budget)
      if (isMet === null) isComplete = false
      else if (isMet) marks[document] = 1
    }
  }
  return { marks: new Map([...byPart].map(([part, { marks }]) => [part, marks])), isComplete }
}

/** Null when the text would have to be read, and the budget is used up. */
function meetsPhrases(
  part: ShownSegment,
  document: number,
  checks: PartChecks['checks'],
  budget: ReadBudget,
): boolean | null {
  let text: SearchDocument | null = null
  for (const { phrase, answers, excludedFrom } of checks) {
    if (excludedFrom !== null && excludedFrom[document] !== 1) continue
    if (answers[document] === notRead) {
      if (text === null && budget.left <= 0) return null
      if (text === null) budget.left -= 1
      text ??= part.segment.read(document)
      answers[document] = hasPhrase(text, phrase) ? contained : absent
    }
    if ((answers[document] === contained) !== (excludedFrom === null)) return false
  }
  return true
}

interface PartChecks {
  /** By document: 1 for those that meet all checks. */
  readonly marks: Uint8Array
  readonly checks: readonly {
    readonly phrase: Phrase
    readonly answers: Uint8Array
    /** Null for a phrase that must be there. Else 1 for documents with all words of a phrase that must not. */
    readonly excludedFrom: Uint8Array | null
  }[]
}
