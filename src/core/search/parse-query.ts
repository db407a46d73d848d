// What was typed, read as words.
import { isStopWord } from '../dutch/stop-words.ts'
import { tokenize, type WordKind } from '../dutch/tokens.ts'

/** One word of the query, with its place in what was typed. */
export interface QueryWord {
  readonly start: number
  readonly end: number
  /** The parts between hyphens; one for most words. Empty for a number. */
  readonly parts: readonly string[]
  /** The parts written as one, when there are more than one. */
  readonly joined: string | null
  /** A number in the ways it may be written. */
  readonly numbers: readonly string[]
  /** True of `auto's`, of which only `auto` is sought: it is no beginning of a longer word. */
  readonly isWhole: boolean
}

/** What a longer query has beyond this is not looked for: a pasted page is no question. */
export const mostWords = 24

const endsInApostrophe = /['’‘ʼ´`]\p{L}+$/u

/** The words of a query, so many at most. Words that stand in almost every text count only when there is nothing else. */
export function parseQuery(text: string, most = mostWords): readonly QueryWord[] {
  const words = tokenize(text).map(({ source, start, end, words }): QueryWord => {
    const pick = (...kinds: readonly WordKind[]): readonly string[] =>
      words.filter((word) => kinds.includes(word.kind)).map((word) => word.text)
    const isNumber = words.some((word) => word.kind === 'number')
    return {
      start,
      end,
      parts: pick('part').slice(0, mostWords),
      joined: pick('joined')[0] ?? null,
      numbers: isNumber ? pick('number', 'other') : [],
      isWhole: endsInApostrophe.test(source),
    }
  })
  const telling = words.filter((word) => !word.parts.every(isStopWord) || word.numbers.length > 0)
  return (telling.length > 0 ? telling : words).slice(0, most)
}
