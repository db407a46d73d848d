// The words of a query.
import { isStopWord } from '../dutch/stop-words.ts'
import { tokenize, type WordKind } from '../dutch/tokens.ts'

/** One word of the query, with its offsets in the query. */
export interface QueryWord {
  readonly start: number
  readonly end: number
  /** The parts between hyphens; one for most words, none for a number. */
  readonly parts: readonly string[]
  /** The parts written as one, when there are more than one. */
  readonly joined: string | null
  /** The ways in which a number may be written; empty for other words. */
  readonly numbers: readonly string[]
  /** True for `auto's`: only `auto` is searched then, and not words that begin with it. */
  readonly isWhole: boolean
}

/** More words are ignored: somebody may paste a whole page. */
export const maxQueryWords = 24

const endsInApostrophe = /['’‘ʼ´`]\p{L}+$/u

/** The words of a query, `limit` at most. Stop words are left out, unless there is nothing else. */
export function parseQueryWords(text: string, limit = maxQueryWords): readonly QueryWord[] {
  const words = tokenize(text).map(({ source, start, end, words }): QueryWord => {
    const pick = (...kinds: readonly WordKind[]): readonly string[] =>
      words.filter((word) => kinds.includes(word.kind)).map((word) => word.text)
    const isNumber = words.some((word) => word.kind === 'number')
    return {
      start,
      end,
      parts: pick('part').slice(0, maxQueryWords),
      joined: pick('joined')[0] ?? null,
      numbers: isNumber ? pick('number', 'other') : [],
      isWhole: endsInApostrophe.test(source),
    }
  })
  const significant = words.filter(
    (word) => !word.parts.every(isStopWord) || word.numbers.length > 0,
  )
  return (significant.length > 0 ? significant : words).slice(0, limit)
}
