// From a document that was found to the hit that is shown: its marks, its excerpt, and why it is a hit.
import type { AnalysedDocument, AnalysedText } from './analyser.ts'
import type { Claim, ClaimFinder } from './claims.ts'
import { excerptOf } from './excerpt.ts'
import { findMatches, marksOf, type Match } from './marks.ts'
import { phraseRanges, phraseRangesInLines, type Phrase } from './phrases.ts'
import type { SearchDocument } from './documents.ts'
import type { HitReason, SearchHit } from './search-types.ts'

/** From the strongest claim to the weakest. */
const reasons: readonly HitReason[] = [
  'exact',
  'phrase',
  'form',
  'beginning',
  'compound',
  'typo',
  'related',
]

/** A query has fewer words than this. */
const firstPhrase = 1_000

interface Explanation {
  readonly claim: Claim
  readonly evidence: string
  readonly within: SearchHit['within']
}

/** What tells why a document is a hit. */
export interface HitGrounds {
  /** Null where no words were asked for: then it is one because it meets the operators. */
  readonly findClaims: ClaimFinder | null
  readonly phrases: readonly Phrase[]
  /** The words of the query as they were typed, where a document need not have all. */
  readonly words: readonly string[]
}

export function describeHit(
  { document, ...texts }: AnalysedDocument,
  where: SearchHit['where'],
  { findClaims, phrases, words }: HitGrounds,
): SearchHit {
  const ofDocument = [texts.text, texts.section, texts.source]
  const claimed = findClaims?.(ofDocument) ?? []
  const [matches = [], inHeading = [], inSources = []] = ofDocument.map((text, index) => {
    const ofWords = findMatches(text, claimed[index] ?? [])
    if (phrases.length === 0) return ofWords
    const rangesOf = index === 0 ? phraseRanges : phraseRangesInLines
    return [...ofWords, ...phraseMatches(text, phrases, rangesOf)]
  })
  const marks = marksOf(matches)
  const explanations = bestOfWords({ text: matches, heading: inHeading, sources: inSources })
  const explanation = weakest(explanations) ?? (findClaims === null ? listed : unseen)
  // An opening may have a title and no lede.
  const shown = document.text === '' ? document.section : document.text
  const inTitle = matchesInTitle(document, inHeading)
  const isInTitle = explanation.within === 'heading' && inTitle.length > 0
  const excerpt = isInTitle
    ? excerptOf(titleOf(document), inTitle, marksOf(inTitle), explanation.claim)
    : excerptOf(shown, matches, marks, explanation.claim)
  return {
    edition: document.edition,
    item: document.item,
    heading: document.heading,
    number: document.number,
    where,
    reason: explanation.claim.reason,
    evidence: explanation.claim.reason === 'exact' ? '' : explanation.evidence,
    within: explanation.within,
    missing: words.filter((_word, index) => !explanations.has(index)),
    excerpt: excerpt.text,
    excerptMarks: excerpt.marks,
    marks,
  }
}

/** An item's own title stands behind the heading above it. */
function titleOf({ section, heading }: SearchDocument): string {
  return section.slice(heading === null ? 0 : heading.length + 1)
}

/** What was found in an item's own title, by its place there. */
function matchesInTitle(document: SearchDocument, inHeading: readonly Match[]): readonly Match[] {
  if (document.text === '') return []
  const before = document.section.length - titleOf(document).length
  return inHeading
    .filter(({ start, end }) => end > start && start >= before)
    .map((match) => ({ ...match, start: match.start - before, end: match.end - before }))
}

/** A phrase is marked as a whole; in the words of the query it comes after the plain ones. */
function phraseMatches(
  { text }: AnalysedText,
  phrases: readonly Phrase[],
  rangesOf: typeof phraseRanges,
): readonly Match[] {
  return phrases.flatMap((phrase, index) =>
    rangesOf(phrase, text).map(([start, end]) => ({
      ...{ start, end, evidence: text.slice(start, end) },
      claims: [{ word: firstPhrase + index, reason: phrase.reason }],
    })),
  )
}

/**
 * Of each word of the query its best claim. What the text has of it goes before a better one elsewhere: that is what is marked, and a
 * reason of another word beside a mark puzzles.
 */
function bestOfWords(
  found: Readonly<Record<SearchHit['within'], readonly Match[]>>,
): ReadonlyMap<number, Explanation> {
  const bestOfWord = new Map<number, Explanation>()
  for (const within of ['text', 'heading', 'sources'] as const) {
    for (const { claims, evidence } of found[within]) {
      for (const claim of claims) {
        const best = bestOfWord.get(claim.word)
        const isBetter = best === undefined || rank({ claim }) < rank(best)
        if (isBetter && (best?.within !== 'text' || within === 'text'))
          bestOfWord.set(claim.word, {
            ...{ claim, within },
            evidence: claim.reason === 'related' ? relatedIn(found[within], claim) : evidence,
          })
      }
    }
  }
  return bestOfWord
}

/** What means the same may be several words: as many of them as stand one after the other. */
function relatedIn(matches: readonly Match[], { word }: Claim): string {
  let most: readonly string[] = []
  let run: readonly string[] = []
  let end = 0
  for (const match of matches) {
    if (!match.claims.some((one) => one.word === word && one.reason === 'related')) continue
    run = match.start === end + 1 ? [...run, match.evidence] : [match.evidence]
    end = match.end
    if (run.length > most.length) most = run
  }
  return most.join(' ')
}

function weakest(explanations: ReadonlyMap<number, Explanation>): Explanation | null {
  let weakest: Explanation | null = null
  for (const best of explanations.values()) {
    if (weakest === null || rank(best) > rank(weakest)) weakest = best
  }
  return weakest
}

function rank({ claim }: Pick<Explanation, 'claim'>): number {
  return reasons.indexOf(claim.reason)
}

/** What the index knows and the analysis of the text does not find again; the index was then made by other rules. */
const unseen: Explanation = {
  claim: { word: 0, reason: 'related' },
  evidence: '',
  within: 'text',
}

const listed: Explanation = { ...unseen, claim: { word: 0, reason: 'exact' } }
