// Reads texts to see whether phrases stand in them, as few as will do.
import { documentsOfPlan } from './compact/score-plan.ts'
import type { Segment } from './compact/segment.ts'
import type { ShownSegment } from './compact/segment-set.ts'
import type { SearchDocument } from './documents.ts'
import { shelvesOf, type Library } from './library.ts'
import { hasPhrase, isBeginning, planPhrase, type Phrase } from './phrases.ts'
import type { Sought } from './read-question.ts'

/**
 * How many texts may still be read for an answer. One that comes to its end is not complete; what was read is remembered, so that
 * who asks the same again comes further.
 */
export interface Reads {
  left: number
}

/** Enough for most questions, and few enough that what is typed meanwhile need not wait. */
export const readsForAnAnswer = 1_000

/** Of so many phrases it is remembered where they stand: of all that one question may have, and those before it. */
const mostKnown = 64
const unknown = 0
const yes = 1
const no = 2
/** Key of a phrase → by document whether it stands there; a segment never changes. */
const known = new WeakMap<Segment, Map<string, Uint8Array>>()

function knownOf(segment: Segment, phrase: Phrase): Uint8Array {
  const { key } = phrase
  const ofSegment = known.get(segment) ?? new Map<string, Uint8Array>()
  known.set(segment, ofSegment)
  const answers = ofSegment.get(key) ?? firstAnswers(segment, phrase, ofSegment)
  ofSegment.delete(key)
  ofSegment.set(key, answers)
  const [oldest] = ofSegment.keys()
  if (ofSegment.size > mostKnown && oldest !== undefined) ofSegment.delete(oldest)
  return answers
}

/** Where the beginning of a phrase does not stand, the phrase does not: so it is while one is being typed. */
function firstAnswers(
  segment: Segment,
  phrase: Phrase,
  ofSegment: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const beginning = [...ofSegment].findLast(([key]) => isBeginning(key, phrase))?.[1]
  return beginning === undefined
    ? new Uint8Array(segment.documentCount)
    : beginning.map((answer) => (answer === no ? no : unknown))
}

export type DocumentMarks = ReadonlyMap<ShownSegment, Uint8Array>

/** Documents of one segment. */
export interface Candidates {
  readonly part: ShownSegment
  readonly documents: ArrayLike<number>
}

export interface CheckedDocuments {
  readonly marks: DocumentMarks
  /** False when there were more to look at than could be read: these are not among the marks. */
  readonly isComplete: boolean
}

/**
 * By segment the candidates that have all phrases and none of those that are to be left out.
 *
 * @param candidates best first; what comes twice is looked at once
 */
export function checkPhrases(
  library: Library,
  { phrases, excludedPhrases }: Pick<Sought, 'phrases' | 'excludedPhrases'>,
  candidates: readonly Candidates[],
  reads: Reads,
): CheckedDocuments {
  const doubtful = excludedPhrases.map((phrase) => ({
    phrase,
    documents: new Map(
      shelvesOf(library).flatMap(({ set }) => [...documentsOfPlan(set, planPhrase(phrase, 0))]),
    ),
  }))
  const byPart = new Map<ShownSegment, PartChecks>()
  function checksOf(part: ShownSegment): PartChecks {
    const { segment } = part
    const checks = byPart.get(part) ?? {
      marks: new Uint8Array(segment.documentCount),
      checks: [
        ...phrases.map((phrase) => ({ phrase, known: knownOf(segment, phrase), doubtful: null })),
        ...doubtful.map(({ phrase, documents }) => ({
          phrase,
          known: knownOf(segment, phrase),
          doubtful: documents.get(part) ?? new Uint8Array(),
        })),
      ],
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
      const stands = standsIn(part, document, checks, reads)
      if (stands === null) isComplete = false
      else if (stands) marks[document] = 1
    }
  }
  return { marks: new Map([...byPart].map(([part, { marks }]) => [part, marks])), isComplete }
}

/** Null when its text would have to be read, and no more may be. */
function standsIn(
  part: ShownSegment,
  document: number,
  checks: PartChecks['checks'],
  reads: Reads,
): boolean | null {
  let text: SearchDocument | null = null
  for (const { phrase, known, doubtful } of checks) {
    if (doubtful !== null && doubtful[document] !== 1) continue
    if (known[document] === unknown) {
      if (text === null && reads.left <= 0) return null
      if (text === null) reads.left -= 1
      text ??= part.segment.read(document)
      known[document] = hasPhrase(text, phrase) ? yes : no
    }
    if ((known[document] === yes) !== (doubtful === null)) return false
  }
  return true
}

interface PartChecks {
  /** By document: 1 for those that stand. */
  readonly marks: Uint8Array
  readonly checks: readonly {
    readonly phrase: Phrase
    readonly known: Uint8Array
    /** Null for a phrase that must stand there; else the documents in which one may that must not. */
    readonly doubtful: Uint8Array | null
  }[]
}
