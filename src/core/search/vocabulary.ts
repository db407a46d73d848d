// The words of a library: they split compounds where no word list is at hand, and offer a spelling that is known.
import type { CompoundLexicon } from '../dutch/compound.ts'
import { stem } from '../dutch/stem.ts'

export interface Vocabulary {
  /** In how many documents each folded word stands, or stood: what was removed is not counted down. */
  readonly words: ReadonlyMap<string, number>
  add(word: string, documents?: number): void
  /** A part of a compound that a word list knows. */
  addPart(part: string): void
  has(word: string): boolean
  /** True when some inflection of the word is known. */
  hasFormOf(word: string): boolean
  readonly lexicon: CompoundLexicon
}

const shortestPart = 4
const longestPart = 13

export function createVocabulary(): Vocabulary {
  const words = new Map<string, number>()
  const parts = new Set<string>()
  const stems = new Set<string>()
  const partStems = new Set<string>()
  const fits = (word: string): boolean => word.length >= shortestPart && word.length <= longestPart
  return {
    words,
    add(word, documents = 1) {
      words.set(word, (words.get(word) ?? 0) + documents)
      stems.add(stem(word))
    },
    addPart(part) {
      parts.add(part)
      partStems.add(stem(part))
    },
    has: (word) => words.has(word),
    hasFormOf: (word) => stems.has(stem(word)),
    lexicon: {
      // Of batterijen the stem is known to open a compound too.
      opening: (word) =>
        parts.has(word) ? 3 : fits(word) && (words.has(word) || partStems.has(word)) ? 2 : 0,
      closing: (word) =>
        parts.has(word) || partStems.has(stem(word))
          ? 3
          : fits(word) && stems.has(stem(word))
            ? 2
            : 0,
      whole: (word) => (words.has(word) ? 1 : 0),
    },
  }
}
