// Splits compounds as the index does, so that texts are marked by the same parts by which they were indexed.
import {
  createCompoundSplitter,
  type CompoundLexicon,
  type CompoundSplitter,
} from '../../dutch/compound.ts'
import { createMemo } from '../../memo.ts'
import { sizeOfWord } from '../vocabulary.ts'
import { findTerm, seamsOfTerm } from './segment.ts'
import type { SegmentSet } from './segment-set.ts'

/**
 * A word in a segment made with a word list has the seams stored there, or none. A word that any segment has as a compound has
 * those seams. `lexicon` splits all others. Answers are cached, so make a new splitter when the segments have changed.
 */
export function createKnownSplitter(
  sets: readonly SegmentSet[],
  lexicon: CompoundLexicon,
): CompoundSplitter {
  const segments = sets.flatMap(({ parts }) => parts.map(({ segment }) => segment))
  const splitAfresh = createCompoundSplitter(lexicon)

  function split(word: string): readonly number[] {
    let seams: readonly number[] | null = null
    for (const segment of segments) {
      const term = findTerm(segment, word)
      if (term < 0) continue
      const found = seamsOfTerm(segment, term)
      if (segment.hasListedSeams && sizeOfWord(segment, term) > 0) return found ?? []
      seams = found ?? seams
    }
    return seams ?? splitAfresh(word)
  }

  return createMemo(20_000, split)
}
