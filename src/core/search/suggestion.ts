// A spelling that the library knows, for a query that found nothing.
import type { QueryWord } from './parse-query.ts'
import type { Vocabulary } from './vocabulary.ts'

const longest = 40

/**
 * The query with each unknown word replaced by the nearest word of the vocabulary, folded; null when a word has nothing
 * near it or nothing was unknown. One letter may differ in words of 3, two from 5, three from 9; a word with digits stays as it is.
 */
export function suggestSpelling(
  query: string,
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): string | null {
  let suggested = ''
  let done = 0
  for (const word of words) {
    const text = word.joined ?? word.parts[0]
    if (text === undefined || /\d/.test(text) || vocabulary.hasFormOf(text)) continue
    const nearest = nearestWord(text, vocabulary)
    if (nearest === null) return null
    suggested += query.slice(done, word.start) + nearest
    done = word.end
  }
  return done === 0 ? null : suggested + query.slice(done)
}

function nearestWord(text: string, vocabulary: Vocabulary): string | null {
  if (text.length < 3 || text.length > longest) return null
  return vocabulary.nearest(text, text.length < 5 ? 1 : text.length < 9 ? 2 : 3)
}
