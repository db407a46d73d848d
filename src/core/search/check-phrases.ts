// Reads texts to see whether phrases stand in them, as few as will do.
import type { Scored } from './compact/best-documents.ts'
import { documentsOfPlan } from './compact/score-plan.ts'
import type { Segment } from './compact/segment.ts'
import type { ShownSegment } from './compact/segment-set.ts'
import { shelvesOf, type Library } from './library.ts'
import { hasPhrase, planPhrase, type Phrase } from './phrases.ts'
import type { Sought } from './read-question.ts'

/**
 * So many texts are read for one question. Where more documents have all words of a phrase, the best are looked at first, and
 * no more than `usual` once there is a page of hits. What was read is remembered, so that the next page, or the next letter, reads
 * on from there.
 */
const mostReads = { usual: 1_000, ever: 10_000 }

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
 * @param candidates best first
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
  const marks = new Map<ShownSegment, Uint8Array>()
  let reads = 0
  let hits = 0
  for (const { part, document } of candidates) {
    const { segment } = part
    const unlike = doubtful.flatMap(({ phrase, documents }) =>
      documents.get(part)?.[document] === 1 ? [phrase] : [],
    )
    const answers = [
      ...phrases.map((phrase) => ({ phrase, isWanted: true })),
      ...unlike.map((phrase) => ({ phrase, isWanted: false })),
    ].map((one) => ({ ...one, of: knownOf(segment, one.phrase) }))
    if (answers.some((answer) => answer.of[document] === unknown)) {
      if (reads >= mostReads.ever || (reads >= mostReads.usual && hits >= wanted)) continue
      reads += 1
      const text = segment.read(document)
      for (const { phrase, of } of answers)
        if (of[document] === unknown) of[document] = hasPhrase(text, phrase) ? yes : no
    }
    if (!answers.every(({ of, isWanted }) => (of[document] === yes) === isWanted)) continue
    hits += 1
    const ofPart = marks.get(part) ?? new Uint8Array(segment.documentCount)
    marks.set(part, ofPart)
    ofPart[document] = 1
  }
  return marks
}
