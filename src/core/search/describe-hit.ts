// Makes the hit that is shown of a document that was found: its marks, its excerpt, and why it is a hit.
import type { AnalysedDocument, AnalysedText } from './analyser.ts'
import type { TermMatch, TermMatcher } from './term-matches.ts'
import { excerptOf } from './excerpt.ts'
import { findMatches, marksOf, type Match } from './marks.ts'
import { phraseRanges, phraseRangesInLines, type Phrase } from './phrases.ts'
import type { SearchDocument } from './documents.ts'
import { hitReasons, type SearchHit } from './search-types.ts'

/** Phrases are numbered from here on among the words of a query, which has fewer words. */
const firstPhraseWord = 1_000

interface Explanation {
  readonly termMatch: TermMatch
  readonly evidence: string
  readonly within: SearchHit['within']
}

/** What explains why a document is a hit. */
export interface HitGrounds {
  /** Null when the query has no words: then a document is a hit because it meets the operators. */
  readonly matchTerms: TermMatcher | null
  readonly phrases: readonly Phrase[]
  /** The words of the query as they were typed, if a document need not have all of them; else empty. */
  readonly words: readonly string[]
}

export function describeHit(
  { document, ...texts }: AnalysedDocument,
  where: SearchHit['where'],
  { matchTerms, phrases, words }: HitGrounds,
): SearchHit {
  const ofDocument = [texts.text, texts.section, texts.source]
  const matched = matchTerms?.(ofDocument) ?? []
  const [matches = [], inHeading = [], inSources = []] = ofDocument.map((text, index) => {
    const ofWords = findMatches(text, matched[index] ?? [])
    if (phrases.length === 0) return ofWords
    const rangesOf = index === 0 ? phraseRanges : phraseRangesInLines
    return [...ofWords, ...phraseMatches(text, phrases, rangesOf)]
  })
  const marks = marksOf(matches)
  const explanations = bestOfWords({ text: matches, heading: inHeading, sources: inSources })
  const explanation = weakest(explanations) ?? (matchTerms === null ? meetsOperators : unexplained)
  // An opening may have a title and no lede.
  const shown = document.text === '' ? document.section : document.text
  const inTitle = matchesInTitle(document, inHeading)
  const isInTitle = explanation.within === 'heading' && inTitle.length > 0
  const excerpt = isInTitle
    ? excerptOf(titleOf(document), inTitle, marksOf(inTitle), explanation.termMatch)
    : excerptOf(shown, matches, marks, explanation.termMatch)
  return {
    edition: document.edition,
    item: document.item,
    heading: document.heading,
    number: document.number,
    where,
    reason: explanation.termMatch.reason,
    evidence: explanation.termMatch.reason === 'exact' ? '' : explanation.evidence,
    within: explanation.within,
    missing: words.filter((_word, index) => !explanations.has(index)),
    excerpt: excerpt.text,
    excerptMarks: excerpt.marks,
    excerptStart: isInTitle || document.text === '' || where === 'note' ? null : excerpt.start,
    marks,
  }
}

/** In `section` an item's own title follows the heading above it. */
function titleOf({ section, heading }: SearchDocument): string {
  return section.slice(heading === null ? 0 : heading.length + 1)
}

/** The matches in an item's own title, with offsets in that title. */
function matchesInTitle(document: SearchDocument, inHeading: readonly Match[]): readonly Match[] {
  if (document.text === '') return []
  const before = document.section.length - titleOf(document).length
  return inHeading
    .filter(({ start, end }) => end > start && start >= before)
    .map((match) => ({ ...match, start: match.start - before, end: match.end - before }))
}

/** A phrase is marked as a whole. */
function phraseMatches(
  { text }: AnalysedText,
  phrases: readonly Phrase[],
  rangesOf: typeof phraseRanges,
): readonly Match[] {
  return phrases.flatMap((phrase, index) =>
    rangesOf(phrase, text).map(([start, end]) => ({
      ...{ start, end, evidence: text.slice(start, end) },
      termMatches: [{ word: firstPhraseWord + index, reason: phrase.reason }],
    })),
  )
}

/**
 * For each word of the query its best match. A match in the text is preferred to a better one elsewhere, because only the text
 * has marks: a reason that speaks of another word than the marked one would puzzle the reader.
 */
function bestOfWords(
  found: Readonly<Record<SearchHit['within'], readonly Match[]>>,
): ReadonlyMap<number, Explanation> {
  const bestOfWord = new Map<number, Explanation>()
  for (const within of ['text', 'heading', 'sources'] as const) {
    for (const { termMatches, evidence } of found[within]) {
      for (const termMatch of termMatches) {
        const { word, reason } = termMatch
        const best = bestOfWord.get(word)
        const isBetter = best === undefined || rank({ termMatch }) < rank(best)
        if (isBetter && (best?.within !== 'text' || within === 'text'))
          bestOfWord.set(word, {
            ...{ termMatch, within },
            evidence: reason === 'related' ? longestRelated(found[within], word) : evidence,
          })
      }
    }
  }
  return bestOfWord
}

/** A synonym may be several words: the longest run of them. */
function longestRelated(matches: readonly Match[], word: number): string {
  let longest: readonly string[] = []
  let run: readonly string[] = []
  let end = 0
  for (const match of matches) {
    if (!match.termMatches.some((one) => one.word === word && one.reason === 'related')) continue
    run = match.start === end + 1 ? [...run, match.evidence] : [match.evidence]
    end = match.end
    if (run.length > longest.length) longest = run
  }
  return longest.join(' ')
}

function weakest(explanations: ReadonlyMap<number, Explanation>): Explanation | null {
  let weakest: Explanation | null = null
  for (const best of explanations.values()) {
    if (weakest === null || rank(best) > rank(weakest)) weakest = best
  }
  return weakest
}

function rank({ termMatch }: Pick<Explanation, 'termMatch'>): number {
  return hitReasons.indexOf(termMatch.reason)
}

/** For a hit of the index that the analysis of the text cannot confirm, because other rules made the index. */
const unexplained: Explanation = {
  termMatch: { word: 0, reason: 'related' },
  evidence: '',
  within: 'text',
}

const meetsOperators: Explanation = { ...unexplained, termMatch: { word: 0, reason: 'exact' } }
