// The parts of a compound, as the index has them: what it was indexed by is what its texts are marked by.
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
 * A word that a word list has judged is as it says; one that was indexed as a compound stays one; others are split by
 * `lexicon`. Answers are remembered, so it is to be made anew when the segments have changed.
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
