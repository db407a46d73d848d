// A dictionary of the dictd server: an index of words with places in base 64, and the articles in one file.
// Source of the format: the manual pages dictd(8) and dictfmt(1).
import { isUsable, readArticle, type DictionaryContent } from '#core/lookup/dictionary-content'

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueOf: ReadonlyMap<string, number> = new Map(
  [...digits].map((digit, value) => [digit, value]),
)

/** Under such a word stands what the dictionary says of itself: its name, its alphabet. */
const ofItself = /^00-?database/u
const nameHeadword = /^00-?database-?short$/u

/**
 * @param index lines of headword, offset and length in bytes, between tabs
 * @param articles the file that they point into, unpacked
 * @returns null when no line points to an article
 */
export function readDictd(index: string, articles: Uint8Array): DictionaryContent | null {
  const decoder = new TextDecoder('utf-8')
  const found = index.split('\n').flatMap((line) => {
    const [headword = '', offset, length] = line.trimEnd().split('\t')
    const from = numberOf(offset)
    const to = from + numberOf(length)
    if (!(to > from && to <= articles.length)) return []
    return { headword, printed: decoder.decode(articles.subarray(from, to)) }
  })
  const name = found.find(({ headword }) => nameHeadword.test(headword))
  const words = found
    // A space stands for words that were left out before it.
    .filter(({ headword }) => !ofItself.test(headword) && !headword.startsWith(' '))
    .map(({ headword, printed }) => readArticle(headword, printed))
    .filter(isUsable)
  if (words.length === 0) return null
  const printedName = name && readArticle(name.headword, name.printed).glosses[0]
  return { name: printedName ?? null, articles: words }
}

/** NaN for what is no number. */
function numberOf(printed: string | undefined): number {
  if (printed === undefined || printed === '') return Number.NaN
  return [...printed].reduce((sum, digit) => sum * 64 + (valueOf.get(digit) ?? Number.NaN), 0)
}
