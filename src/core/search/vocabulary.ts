// The words of a library. They split compounds of queries, and of texts if there is no word list, and correct spellings.
import type { CompoundLexicon } from '../dutch/compound.ts'
import { editDistance } from '../dutch/edit-distance.ts'
import {
  foreignFormTerms,
  foreignLanguageOf,
  type ForeignLanguage,
} from '../dutch/foreign-stems.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { stem } from '../dutch/stem.ts'
import { nearTerms } from './compact/near-terms.ts'
import { entrySize, findEntry, findTerm, type Segment } from './compact/segment.ts'
import type { SegmentSet } from './compact/segment-set.ts'
import { fieldNumbers } from './index-definition.ts'

export interface Vocabulary {
  has(word: string): boolean
  /** Whether some inflection of the word is known. */
  hasFormOf(word: string): boolean
  /** The terms under which other forms of the word stand in English and German texts; none where there are no such texts. */
  foreignForms(word: string): readonly string[]
  /**
   * The word that differs by the fewest letters, of several the one in most documents; if there is no such word, a part of a
   * compound. Null when nothing is within `maxDistance` letters.
   */
  nearest(word: string, maxDistance: number): string | null
  /** Whether the nearest within `maxDistance` letters is a part of compounds, and no word is as near. */
  isNearestInCompounds(word: string, maxDistance: number): boolean
  readonly lexicon: CompoundLexicon
}

const shortestPart = 4
const longestPart = 13
const shortestNear = 3

const partFields = [...fieldNumbers.head, ...fieldNumbers.part]

/**
 * The words in the segments that the sets have now. Words of removed documents may be among them.
 * @param more words that are about to be indexed
 */
export function createVocabulary(
  sets: readonly SegmentSet[],
  more: ReadonlySet<string> = new Set(),
): Vocabulary {
  let stems: ReadonlySet<string> | null = null
  let languages: readonly ForeignLanguage[] | null = null
  const segments = sets.flatMap(({ parts }) => parts.map(({ segment }) => segment))
  const listed = segments.filter(({ hasListedSeams }) => hasListedSeams)

  const has = (word: string): boolean =>
    more.has(word) || segments.some((segment) => documentsWith(segment, word) > 0)
  function hasDutchFormOf(word: string): boolean {
    const stemmed = stem(word)
    stems ??= new Set([...more].map(stem))
    if (stems.has(stemmed) || segments.some((one) => isIn(one, stemmed, fieldNumbers.stem)))
      return true
    return stem(stemmed) === stemmed && has(stemmed)
  }
  function foreignForms(word: string): readonly string[] {
    languages ??= foreignLanguagesOf(segments)
    return languages
      .flatMap((language) => foreignFormTerms(word, language))
      .filter((term) => segments.some((segment) => findTerm(segment, term) >= 0))
  }
  /** Whether a word list found this part in a compound. */
  const isListed = (part: string): boolean =>
    listed.some((one) => isIn(one, stem(part), partFields))
  const canBePart = (word: string): boolean =>
    word.length >= shortestPart && word.length <= longestPart

  return {
    has,
    hasFormOf: (word) => hasDutchFormOf(word) || foreignForms(word).length > 0,
    foreignForms,
    nearest: (word, maxDistance) =>
      nearestOf(segments, word, maxDistance, sizeOfWord) ??
      nearestOf(segments, word, maxDistance, sizeOfPart),
    isNearestInCompounds(word, maxDistance) {
      const ofWords = shortestDistance(segments, word, maxDistance, sizeOfWord)
      return shortestDistance(segments, word, maxDistance, sizeOfPart) < ofWords
    },
    lexicon: {
      opening: (word) => (isListed(word) ? 3 : canBePart(word) && has(word) ? 2 : 0),
      closing: (word) => (isListed(word) ? 3 : canBePart(word) && hasDutchFormOf(word) ? 2 : 0),
      whole: (word) => (has(word) ? 1 : 0),
    },
  }
}

function foreignLanguagesOf(segments: readonly Segment[]): readonly ForeignLanguage[] {
  const tags = new Set(segments.flatMap(({ groups }) => groups.map(({ language }) => language)))
  const languages = new Set([...tags].map(foreignLanguageOf))
  return [...languages].filter((language) => language !== null)
}

function isIn(segment: Segment, text: string, fields: readonly number[]): boolean {
  const term = findTerm(segment, text)
  return term >= 0 && fields.some((field) => findEntry(segment, term, field) >= 0)
}

/** How many documents have a word, in the field where most have it. */
function documentsWith(segment: Segment, word: string): number {
  const term = findTerm(segment, word)
  return term < 0 ? 0 : sizeOfWord(segment, term)
}

/** How many documents have a term as a word, in the field where most have it; 0 for a term that is only a stem. */
export function sizeOfWord(segment: Segment, term: number): number {
  return sizeIn(segment, term, fieldNumbers.word)
}

/** The same for a term as a part of compounds. */
function sizeOfPart(segment: Segment, term: number): number {
  return sizeIn(segment, term, partFields)
}

function sizeIn(segment: Segment, term: number, fields: readonly number[]): number {
  const sizes = fields.map((field) => findEntry(segment, term, field))
  return Math.max(0, ...sizes.map((entry) => (entry < 0 ? 0 : entrySize(segment, entry))))
}

type SizeOf = typeof sizeOfWord

/** The Levenshtein distance of the nearest term that has a size; infinite when none is within `maxDistance`. */
function shortestDistance(
  segments: readonly Segment[],
  word: string,
  maxDistance: number,
  sizeOf: SizeOf,
): number {
  let shortest = Infinity
  for (const segment of segments) {
    for (const { term, distance } of nearTerms(segment.terms, word, maxDistance)) {
      if (distance >= shortest || isStopWord(segment.terms[term] ?? '')) continue
      if (sizeOf(segment, term) > 0) shortest = distance
    }
  }
  return shortest
}

function nearestOf(
  segments: readonly Segment[],
  word: string,
  maxDistance: number,
  sizeOf: SizeOf,
): string | null {
  const counts = new Map<string, number>()
  for (const segment of segments) {
    // Two letters that changed places are one slip, but `nearTerms` counts two.
    for (const { term } of nearTerms(segment.terms, word, Math.max(maxDistance, 2))) {
      const text = segment.terms[term] ?? ''
      if (text.length < shortestNear || isStopWord(text)) continue
      counts.set(text, (counts.get(text) ?? 0) + sizeOf(segment, term))
    }
  }
  let nearest: string | null = null
  let shortest = maxDistance
  let mostDocuments = 0
  for (const [text, documents] of counts) {
    const distance = documents === 0 ? maxDistance + 1 : editDistance(word, text, maxDistance)
    if (distance > shortest || (distance === shortest && documents <= mostDocuments)) continue
    nearest = text
    shortest = distance
    mostDocuments = documents
  }
  return nearest
}
