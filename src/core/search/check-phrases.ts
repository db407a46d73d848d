// Reads texts to see whether phrases stand in them, as few as will do.
import type { Scored } from './compact/best-documents.ts'
import { documentsOfPlan } from './compact/score-plan.ts'
import type { Segment } from './compact/segment.ts'
import type { ShownSegment } from './compact/segment-set.ts'
import type { SearchDocument } from './documents.ts'
import { shelvesOf, type Library } from './library.ts'
import { hasPhrase, planPhrase, type Phrase } from './phrases.ts'
import type { Sought } from './read-question.ts'

/**
 * So many texts are read for one question. Where more documents have all words of a phrase, the best are looked at first, and
 * no more than `usual` once there is a page of hits. What was read is remembered, so that the next page, or the next letter, reads
 * on from there.
 */
export const mostReads = { usual: 1_000, ever: 10_000 }

/** Of so many phrases it is remembered where they stand. */
const mostKnown = 12
const unknown = 0
const yes = 1
const no = 2
/** Key of a phrase → by document whether it stands there; a segment never changes. */
const known = new WeakMap<Segment, Map<string, Uint8Array>>()

function knownOf(segment: Segment, { key }: Phrase): Uint8Array {
  const ofSegment = known.get(segment) ?? new Map<string, Uint8Array>()
  known.set(segment, ofSegment)
  const answers = ofSegment.get(key) ?? new Uint8Array(segment.documentCount)
  ofSegment.delete(key)
  ofSegment.set(key, answers)
  const [oldest] = ofSegment.keys()
  if (ofSegment.size > mostKnown && oldest !== undefined) ofSegment.delete(oldest)
  return answers
}

export type DocumentMarks = ReadonlyMap<ShownSegment, Uint8Array>

/**
 * By segment the candidates that have all phrases and none of those that are to be left out. With no more than `mostReads.usual`
 * candidates this is exact, and so are all counts that are made of it; with more, those that were not looked at are not among
 * them: every hit that is given is one, and more may come when more are asked for.
 *
 * @param candidates best first; what comes twice is looked at once
 * @param wanted how many hits make a page
 */
export function checkPhrases(
  library: Library,
  { phrases, excludedPhrases }: Pick<Sought, 'phrases' | 'excludedPhrases'>,
  candidates: readonly Scored[],
  wanted: number,
): DocumentMarks {
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

  let reads = 0
  let hits = 0
  for (const { part, document } of candidates) {
    const { marks, checks } = checksOf(part)
    if (marks[document] === 1) continue
    let text: SearchDocument | null = null
    let stands = true
    for (const { phrase, known, doubtful } of checks) {
      if (doubtful !== null && doubtful[document] !== 1) continue
      if (known[document] === unknown) {
        const isEnough = reads >= mostReads.ever || (reads >= mostReads.usual && hits >= wanted)
        if (text === null && isEnough) {
          stands = false
          break
        }
        if (text === null) reads += 1
        text ??= part.segment.read(document)
        known[document] = hasPhrase(text, phrase) ? yes : no
      }
      stands = (known[document] === yes) === (doubtful === null)
      if (!stands) break
    }
    if (!stands) continue
    hits += 1
    marks[document] = 1
  }
  return new Map([...byPart].map(([part, { marks }]) => [part, marks]))
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
