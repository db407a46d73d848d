// The words of a library: they split compounds of queries, and of texts where no word list is at hand, and offer a spelling that is known.
import type { CompoundLexicon } from '../dutch/compound.ts'
import { editDistance } from '../dutch/edit-distance.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { stem } from '../dutch/stem.ts'
import { nearTerms } from './compact/near-terms.ts'
import { entrySize, findEntry, findTerm, type Segment } from './compact/segment.ts'
import type { SegmentSet } from './compact/segment-set.ts'
import { fieldNumbers } from './index-definition.ts'

export interface Vocabulary {
  has(word: string): boolean
  /** True when some inflection of the word is known. */
  hasFormOf(word: string): boolean
  /**
   * The word that differs by the fewest letters, of those the one in most documents, or when there is none a part of a compound;
   * null when none is within `most`.
   */
  nearest(word: string, most: number): string | null
  /** True when what differs by the fewest letters, of all within `most`, stands nowhere but in compounds. */
  isNearestInCompounds(word: string, most: number): boolean
  readonly lexicon: CompoundLexicon
}

const shortestPart = 4
const longestPart = 13
const shortestNear = 3

const partFields = [...fieldNumbers.head, ...fieldNumbers.part]

/**
 * The words in the segments that some sets have now; words of what was taken out may still be known.
 * @param more words that are not indexed yet, but are about to be
 */
export function createVocabulary(
  sets: readonly SegmentSet[],
  more: ReadonlySet<string> = new Set(),
): Vocabulary {
  let stems: ReadonlySet<string> | null = null
  const segments = sets.flatMap(({ parts }) => parts.map(({ segment }) => segment))
  const listed = segments.filter(({ hasListedSeams }) => hasListedSeams)

  const has = (word: string): boolean =>
    more.has(word) || segments.some((segment) => documentsWith(segment, word) > 0)
  function hasFormOf(word: string): boolean {
    const stemmed = stem(word)
    stems ??= new Set([...more].map(stem))
    if (stems.has(stemmed) || segments.some((one) => isIn(one, stemmed, fieldNumbers.stem)))
      return true
    return stem(stemmed) === stemmed && has(stemmed)
  }
  /** A part of a compound that a word list knows. */
  const isListed = (part: string): boolean =>
    listed.some((one) => isIn(one, stem(part), partFields))
  const fits = (word: string): boolean => word.length >= shortestPart && word.length <= longestPart

  return {
    has,
    hasFormOf,
    nearest: (word, most) =>
      nearestOf(segments, word, most, sizeOfWord) ?? nearestOf(segments, word, most, sizeOfPart),
    isNearestInCompounds(word, most) {
      const ofWords = leastDistance(segments, word, most, sizeOfWord)
      return leastDistance(segments, word, most, sizeOfPart) < ofWords
    },
    lexicon: {
      opening: (word) => (isListed(word) ? 3 : fits(word) && has(word) ? 2 : 0),
      closing: (word) => (isListed(word) ? 3 : fits(word) && hasFormOf(word) ? 2 : 0),
      whole: (word) => (has(word) ? 1 : 0),
    },
  }
}

function isIn(segment: Segment, text: string, fields: readonly number[]): boolean {
  const term = findTerm(segment, text)
  return term >= 0 && fields.some((field) => findEntry(segment, term, field) >= 0)
}

/** In how many documents a word stands, in the field in which it stands most often. */
function documentsWith(segment: Segment, word: string): number {
  const term = findTerm(segment, word)
  return term < 0 ? 0 : sizeOfWord(segment, term)
}

/** In how many documents a term stands as a word, in the field in which it does so most often; it may be only a stem. */
export function sizeOfWord(segment: Segment, term: number): number {
  return sizeIn(segment, term, fieldNumbers.word)
}

/** The same of a term that stands as a part of compounds. */
function sizeOfPart(segment: Segment, term: number): number {
  return sizeIn(segment, term, partFields)
}

function sizeIn(segment: Segment, term: number, fields: readonly number[]): number {
  const sizes = fields.map((field) => findEntry(segment, term, field))
  return Math.max(0, ...sizes.map((entry) => (entry < 0 ? 0 : entrySize(segment, entry))))
}

type SizeOf = typeof sizeOfWord

/** By how many letters the nearest term that has a size differs, as an index counts them; infinite when none is within `most`. */
function leastDistance(
  segments: readonly Segment[],
  word: string,
  most: number,
  sizeOf: SizeOf,
): number {
  let least = Infinity
  for (const segment of segments) {
    for (const { term, distance } of nearTerms(segment.terms, word, most)) {
      if (distance >= least || isStopWord(segment.terms[term] ?? '')) continue
      if (sizeOf(segment, term) > 0) least = distance
    }
  }
  return least
}

function nearestOf(
  segments: readonly Segment[],
  word: string,
  most: number,
  sizeOf: SizeOf,
): string | null {
  const counts = new Map<string, number>()
  for (const segment of segments) {
    // Two letters that changed places are one slip, and two letters for whoever goes through the terms.
    for (const { term } of nearTerms(segment.terms, word, Math.max(most, 2))) {
      const text = segment.terms[term] ?? ''
      if (text.length < shortestNear || isStopWord(text)) continue
      counts.set(text, (counts.get(text) ?? 0) + sizeOf(segment, term))
    }
  }
  let nearest: string | null = null
  let least = most
  let mostDocuments = 0
  for (const [text, documents] of counts) {
    const distance = documents === 0 ? most + 1 : editDistance(word, text, most)
    if (distance > least || (distance === least && documents <= mostDocuments)) continue
    nearest = text
    least = distance
    mostDocuments = documents
  }
  return nearest
}
