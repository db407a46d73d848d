// Where the names of sources begin at the end of a text that has no full stop before them.
import words from '../words/names.json' with { type: 'json' }
import { joiningWords, looksLikeName, type IsKnown } from './source-names.ts'

/** These say who tells it: `zo meldt Reuters`, `de krant Dakpost`. */
const wordsOfTelling: ReadonlySet<string> = new Set(words.telling)
/** After these, too, a name belongs to the sentence: `een stuk in Nature`. */
const wordsBeforeAName: ReadonlySet<string> = new Set(words.beforeNames)
/** In these a clause ends: `… omdat het te duur is`. */
const wordsOfClauses = new Set(['is', 'was', 'niet'])
/** Who or what bears the name behind it: `bij diaken Put`, `windmolenbouwer Dakwind`. */
const bearer =
  /^(?:broeder|buurman|buurvrouw|coach|diaken|directeur|dirigent|docent|dokter|dominee|heer|huisarts|juf|juffrouw|kapelaan|meester|meneer|mevrouw|minister|paus|pastoor|premier|president|professor|rector|secretaris|trainer|voorzitter|wethouder|zuster|\p{Ll}*(?:aanbieder|bouwer|burgemeester|concern|fabrikant|hoogleraar|leverancier|maker|onderzoeker|ontwikkelaar|oprichter|penningmeester|producent|topman|topvrouw))$/u
/** What a name says that is one of a newspaper or a broadcaster. */
const mediaWord =
  /(?:^|\s)(?:omroep|rtv|tv|radio)(?:\s|$)|(?:nieuws|krant|courant|dagblad|weekblad|magazine|gazet|times|news|journal)(?:\s|$)/iu

const capitalArticle = /^(?:De|Der|Die|El|Het|La|Le|Les|The)$/u

/** Names of sources stand no further from the end. */
export const longestTail = 160
const longestKnownName = 5
const longestOpenName = 4

/**
 * Where a list of names begins that stands at the end of a text; -1 when it belongs to the sentence. At least half of all names
 * are known, and the first is, or says that it is a newspaper: the list begins where the sentence ends, and nothing else tells
 * where that is.
 */
export function knownNamesAtEnd(
  text: string,
  isKnown: IsKnown,
  draws: (word: string) => boolean = isInSentence,
): number {
  const from = Math.max(0, text.length - longestTail)
  const words = [...text.slice(from).matchAll(/\S+/gu)]
  // `_Blik_, _De Poldergids_`
  const wordAt = (index: number): string =>
    (words[index]?.[0] ?? '').replace(/^[_*]+|[_*]+(?=[,;]?$)/gu, '')
  let first = words.length
  let start = -1
  let known = 0
  let all = 0
  for (;;) {
    const count = knownNameBefore(first, wordAt, isKnown)
    const other = count === 0 ? unknownNameBefore(first, wordAt) : 0
    if (count + other === 0) break
    first -= count + other
    all += 1
    if (count > 0) known += 1
    const before = wordAt(first - 1)
    // What says that it is a newspaper begins the list, known or not.
    if (count > 0 || endsClause(before)) start = known * 2 >= all ? first : -1
    if (/^(?:[+·&;/|•]|\/\/|en)$/u.test(before)) first -= 1
    else if (!/[,;]$/u.test(before)) break
  }
  const before = wordAt(start - 1)
  return start < 1 || before.endsWith(':') || draws(before) ? -1 : from + (words[start]?.index ?? 0)
}

function endsClause(word: string): boolean {
  return /^\p{Ll}{2,}$/u.test(word) && !isInSentence(word) && !joiningWords.has(word)
}

/** `Le Dak`, `The Roof`, `Omroep Polder`; persons have other names. */
function saysPaper(name: string): boolean {
  return /^(?:Le|The)\s\p{Lu}/u.test(name) || mediaWord.test(name)
}

/** Whether a name that follows this word belongs to the sentence. */
export function isInSentence(word: string): boolean {
  return isTelling(word) || wordsBeforeAName.has(word.toLowerCase())
}

/** The same where nearly all items have sources and this one has no full stop: a clause may end in `… te duur is`. */
export function isTelling(word: string): boolean {
  return wordsOfTelling.has(word.toLowerCase())
}

/** How many words before `end` make the longest known name; 0 for none. */
export function knownNameBefore(
  end: number,
  wordAt: (index: number) => string,
  isKnown: IsKnown,
): number {
  for (let count = Math.min(longestKnownName, end - 1); count >= 1; count -= 1) {
    const name = Array.from({ length: count }, (_, index) => wordAt(end - count + index))
      .join(' ')
      .replace(/[,;]$/u, '')
    // Behind the comma of a list `taz` is one, too.
    const isInList = isKnown(name) && /\p{Lu}\S*[,;]$/u.test(wordAt(end - count - 1))
    if (isInList || isPrintedName(name, isKnown)) return count
  }
  return 0
}

/** How many words before `end` make an unknown name between two commas, behind the last one, or before the first when it says that it is a newspaper; 0 for none. */
function unknownNameBefore(end: number, wordAt: (index: number) => string): number {
  const isBeforeComma = /[,;]$/u.test(wordAt(end - 1))
  for (let count = 1; count <= Math.min(longestKnownName, end - 1); count += 1) {
    const before = wordAt(end - count - 1)
    const name = Array.from({ length: count }, (_, index) => wordAt(end - count + index)).join(' ')
    const isFirst = isBeforeComma && endsClause(before) && saysPaper(name)
    if (!isFirst && !/[,;]$/u.test(before)) continue
    return looksLikeName(name.replace(/[,;]$/u, '')) ? count : 0
  }
  return 0
}

/** A known name, and not a common word that is spelled like one: `een kwestie van de tijd`. */
export function isPrintedName(name: string, isKnown: IsKnown): boolean {
  return isKnown(name) && /[\p{Lu}\d.]/u.test(name)
}

/**
 * Where unknown names begin that stand in capitals at the very end, behind a word in lower case that does not draw them
 * into its sentence: `… per reis Noordzee Magazine`; -1 when there are none.
 */
export function openNamesAtEnd(text: string): number {
  const names = lastNames(text)
  if (names === null) return -1
  // Companies, too, have names in capitals.
  const draws = names.areMedia ? isTelling : isInSentence
  const isDrawn = draws(names.before) && !wordsOfClauses.has(names.before)
  const isBorne = !names.areMedia && bearer.test(names.before)
  return isDrawn || isBorne ? -1 : names.start
}

/** The same in a line that may be a heading: only newspapers and broadcasters, by what their names say. */
export function mediaNamesAtEnd(text: string): number {
  const names = lastNames(text)
  return names === null || !names.areMedia || isInSentence(names.before) ? -1 : names.start
}

/** The names in capitals at the very end, and the word before them. */
function lastNames(
  text: string,
): { readonly start: number; readonly before: string; readonly areMedia: boolean } | null {
  const from = Math.max(0, text.length - longestTail)
  const words = [...text.slice(from).matchAll(/\S+/gu)]
  let last = -1
  let isName = false
  for (const [index, [word]] of words.entries()) {
    isName = /^\d*\p{Lu}/u.test(word) || (isName && (joiningWords.has(word) || /^\d+$/u.test(word)))
    if (!isName) last = index
  }
  // `… in Gent De Polderkrant`
  const article = words.findLastIndex(
    ([word], index) => index > last + 1 && capitalArticle.test(word) && index < words.length - 1,
  )
  const paper = article === -1 ? '' : text.slice(from + (words[article]?.index ?? 0))
  if (saysPaper(paper) && looksLikeName(paper) && !words[article - 1]?.[0].endsWith(','))
    return { start: text.length - paper.length, before: '', areMedia: mediaWord.test(paper) }
  const before = words[last]?.[0] ?? ''
  const first = words[last + 1]
  if (last < 1 || first === undefined || !/(?:\p{Ll}\p{Ll}|[%\d])[’”"')]?$/u.test(before))
    return null
  const start = from + first.index
  const list = text
    .slice(start)
    .split(',')
    .map((name) => name.trim())
  const areNames = list.every(
    (name) => looksLikeName(name) && name.split(/\s/u).length <= longestOpenName,
  )
  return areNames ? { start, before, areMedia: list.some((name) => mediaWord.test(name)) } : null
}
