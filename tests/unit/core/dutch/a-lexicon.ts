import type { CompoundLexicon } from '../../../../src/core/dutch/compound.ts'
import { stem } from '../../../../src/core/dutch/stem.ts'

/** A lexicon in which each of the words opens and closes compounds, in any inflection. */
export function aLexicon(words: string): CompoundLexicon {
  const known = new Set(words.split(' '))
  const stems = new Set([...known].map(stem))
  return {
    opening: (word) => (known.has(word) ? 3 : 0),
    closing: (word) => (known.has(word) || stems.has(stem(word)) ? 3 : 0),
    whole: (word) => (known.has(word) ? 3 : 0),
  }
}
