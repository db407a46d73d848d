// What a file of a dictionary holds, in whatever format it came.

/** A word of a dictionary, and what is said of it: each gloss is one line of text. */
export interface DictionaryArticle {
  readonly headword: string
  readonly glosses: readonly string[]
}

export interface DictionaryContent {
  /** As the dictionary calls itself; null when it does not say. */
  readonly name: string | null
  readonly articles: readonly DictionaryArticle[]
}

/** One that has a name: its own, or that of its file. */
export interface NamedDictionary extends DictionaryContent {
  readonly name: string
}

const mostGlosses = 8
const longestGloss = 200
const longestHeadword = 100

/** An entry without its number: `2. courteous`. */
const numbering = /^(?:\d{1,3}[.)]|[•‣–*-])\s+/u

/**
 * An article as it is printed → its glosses. A first line that only gives the headword, with its sound or class behind it, is none. What is
 * longer than a card can show is cut.
 */
export function readArticle(headword: string, printed: string): DictionaryArticle {
  const lines = tidy(printed).split('\n')
  const asked = tidy(headword).trim()
  const own = headwordIn(lines[0] ?? '', asked)
  const glosses = (own === null ? lines : lines.slice(1))
    .map((line) => line.trim().replace(numbering, '').trim())
    .filter((line) => line !== '')
    .slice(0, mostGlosses)
    .map((line) => (line.length > longestGloss ? `${line.slice(0, longestGloss - 1)}…` : line))
  return { headword: own ?? asked, glosses }
}

/** A word with its sound behind it, and its class perhaps: `voor- /vˈɔːr/`. */
const soundLine = /^[^/]{1,120} \/[^/]+\/(?:\s*<[^<>]*>)?$/u

/** The headword as a line spells it that only gives it; an index may have it in small letters. Null for any other line. */
function headwordIn(line: string, headword: string): string | null {
  const spelled = line.trim().slice(0, headword.length)
  const rest = line.trim().slice(headword.length)
  const isHeadword =
    spelled.toLowerCase() === headword.toLowerCase() && /^\s*(?:$|[/[<(])/u.test(rest)
  if (isHeadword) return spelled
  return soundLine.test(line.trim()) ? headword : null
}

/** The ĳ that older dictionaries set as one sign is two letters in texts. */
function tidy(text: string): string {
  return text.replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ').normalize('NFC').replaceAll('\r', '')
}

/** Whether it can be looked up: it has a headword that somebody may read, and glosses. */
export function isUsable({ headword, glosses }: DictionaryArticle): boolean {
  return /\p{L}/u.test(headword) && headword.length <= longestHeadword && glosses.length > 0
}
