// What finding names and terms needs to know of the library.
import { hasCapital, nameWords } from '#core/reading-notes/capital-runs'
import type { NoteTools } from '#core/reading-notes/note-edition'
import { placesOf } from '#core/reading-notes/word-places'
import { lookUp } from '#core/lookup/look-up'
import { stem } from '#core/dutch/stem'
import { createMemo } from '#core/memo'
import type { SegmentSet } from '#core/search/compact/segment-set'
import type { ProgramWords } from './word-tools.ts'

/** So many items that have a word are read to see whether it is a name there. */
const mostRead = 3
const mostRemembered = 5_000
/** In a smaller library a word that stands in two items is not common yet. */
const fewestDocuments = 500

/** @param items the index of the library; null without one */
export function createNoteTools(words: ProgramWords, items: SegmentSet | null): NoteTools {
  const placesOfWord = (folded: string) =>
    items === null ? [] : placesOf(items, folded, stem(folded), Infinity)
  return {
    isWord: createMemo(mostRemembered, words.isWord),
    isCompound: words.isCompound,
    lookUp: (word, context) => lookUp(word, context, words),
    perThousand(folded) {
      const { documents } = items?.statistics ?? { documents: 0 }
      return ((placesOfWord(folded) ?? []).length * 1_000) / Math.max(documents, fewestDocuments)
    },
    isKnown: createMemo(mostRemembered, (folded) =>
      (placesOfWord(folded) ?? []).slice(0, mostRead).some(({ part, document }) => {
        const { text } = part.segment.read(document)
        return nameWords(text).some(
          (word) => word.folded === folded && hasCapital(word) && !word.opensSentence,
        )
      }),
    ),
  }
}
