// Finds the names of the sources at the end of an item of a plain-text digest. The shapes are those of real editions:
// `. SCMP`, `. GT, CNN`, `.. .Technode`, `(Xinhua)`, and a known name after a sentence that lost its full stop.

/** Names seen in digests. Only a known name is believed where nothing but its spelling says that it is a source. */
const knownNames = new Set(
  [
    ['SCMP', 'South China Morning Post', 'GT', 'Global Times', 'Technode', 'CNN', 'FEAutoCar'],
    ['Xinhua', 'CGTN', 'China Daily', 'Caixin', '36Kr', 'Sixth Tone', 'Pandaily', 'CNEVPost'],
    ['NYT', 'New York Times', 'BBC', 'TOI', 'ECNS', 'Nikkei', 'Nikkei Asia', 'The Guardian'],
    ['Bitter Winter', 'Foreign Affairs', 'Asia Times', 'Newsweek', 'Trivium', 'Trivium China'],
    ['Reuters', 'Bloomberg', 'Financial Times', 'Nature', 'Forbes', 'NOS', 'NRC'],
  ].flatMap((names) => names.map((name) => name.toLowerCase())),
)

/** After these words a name belongs to the sentence: `zo meldt Reuters`, `in Nature`. */
const wordsBeforeAName = new Set(
  (
    'aan aldus als bericht berichtte bij dan dat de deze dit door een en het in is krant met meldde meldt naar net of ' +
    'om onder op over persbureau schreef schrijft tegen tot uit van via volgens voor was weekblad zakenkrant ' +
    'zegt zei zender'
  ).split(' '),
)

/** Words that stand before a dot without ending a sentence. */
const abbreviations = new Set(['dr', 'ir', 'mr', 'nr', 'prof', 'ca', 'st', 'jr', 'inc', 'co', 'bv'])

const longestName = 40
const longestTail = 160
/** A shorter line that ends in a name, without a full stop before it, is a heading such as `Alibaba koopt SCMP`. */
const shortestSentenceWithoutStop = 110

export interface SplitItem {
  readonly text: string
  readonly sources: readonly string[]
}

/** Splits the source names off the end of an item. `text` is the item itself without them; no names is no split. */
export function splitSources(item: string): SplitItem {
  return (
    splitBracketed(item) ??
    splitAfterSentence(item) ??
    splitKnownName(item) ?? { text: item, sources: [] }
  )
}

/** The names on a line of their own, `Bron: A` or `Bronnen: A · B`; null for any other line. */
export function readSourceLine(line: string): readonly string[] | null {
  const label = ['Bronnen:', 'Bron:', 'bronnen:', 'bron:'].find((start) => line.startsWith(start))
  if (label === undefined || line.length > 1_000) return null
  const names = splitNames(line.slice(label.length))
  return names.length === 0 ? null : names
}

/** `… gedaald. (Xinhua)`: the bracket must stand after the end of a sentence, or it belongs to it: `(EV).` */
function splitBracketed(item: string): SplitItem | null {
  const end = item.endsWith('.') ? item.length - 1 : item.length
  if (item[end - 1] !== ')') return null
  const start = item.lastIndexOf('(', end - 1)
  if (start < 1 || end - start > longestTail) return null
  const before = item.slice(0, start).replace(/[\s(]{1,20}$/u, '')
  if (!/[.!?…][’”"')]?$/u.test(before)) return null
  return splitWith(before, item.slice(start + 1, end - 1).replace(/^\$/u, ''), isName)
}

/** `… gedaald. SCMP` and `… gedaald.. .Technode`. */
function splitAfterSentence(item: string): SplitItem | null {
  const endsInStop = item.endsWith('.')
  const names = endsInStop ? item.replace(/[.\s]{1,20}$/u, '') : item
  const start = sentenceEnd(names)
  if (start === -1) return null
  // A last sentence of one word is not a source, unless the name is known: `Klopt.` but `SCMP.`
  return splitWith(names.slice(0, start), names.slice(start), endsInStop ? isKnown : isName)
}

/** `… te ondersteunen SCMP`: no full stop to go by, so the name must be known and not part of the sentence. */
function splitKnownName(item: string): SplitItem | null {
  if (item.length < shortestSentenceWithoutStop) return null
  const words = item.slice(-longestTail).split(/\s+/u)
  for (let count = 4; count >= 1; count -= 1) {
    const name = words.slice(-count).join(' ')
    const before = words.at(-count - 1)?.toLowerCase() ?? ''
    const isSource = isKnown(name) && !wordsBeforeAName.has(before) && !before.endsWith(',')
    // A name counts its own white space, so its place is where as many words begin.
    if (isSource) return splitWith(item.slice(0, startOfLastWords(item, count)), name, isKnown)
  }
  return null
}

function splitWith(
  before: string,
  tail: string,
  accepts: (name: string) => boolean,
): SplitItem | null {
  const names = splitNames(tail)
  const text = withoutLooseStops(before)
  if (!/[\p{L}\p{N}]/u.test(text) || names.length === 0 || !names.every(accepts)) return null
  return { text, sources: [...new Set(names)] }
}

/** Where the last sentence of a text ends, within reach of a source list: the index after its closing mark, or -1. */
function sentenceEnd(text: string): number {
  const from = Math.max(0, text.length - longestTail)
  for (let index = text.length - 1; index >= from; index -= 1) {
    const mark = text.charAt(index)
    if (!'.!?…'.includes(mark)) continue
    const next = text.slice(index + 1)
    // `.Technode` glued to its stop begins with a capital; `JD.com` and `1.200` do not.
    const isEnd = /^[’”"')]?\s/u.test(next) || /^\p{Lu}/u.test(next)
    if (
      isEnd &&
      !(mark === '.' && endsInAbbreviation(text.slice(Math.max(0, index - 20), index)))
    ) {
      return index + 1 + (/^[’”"')]/u.test(next) ? 1 : 0)
    }
  }
  return -1
}

function endsInAbbreviation(before: string): boolean {
  const word = before.split(/[\s.(]+/u).at(-1) ?? ''
  return (word.length === 1 && /\p{L}/u.test(word)) || abbreviations.has(word.toLowerCase())
}

/** Splits a list at commas, semicolons, pluses and middle dots; at `en` and `/` only between names that are known. */
function splitNames(tail: string): string[] {
  const parts = splitOutsideBrackets(tail).flatMap((part) => {
    const halves = part.split(/\s(?:en|and|&)\s|\//u).map(trimName)
    return halves.length > 1 && halves.every(isKnown) ? halves : [trimName(part)]
  })
  return parts.filter((name) => name !== '')
}

function splitOutsideBrackets(list: string): string[] {
  const parts = ['']
  let depth = 0
  for (const mark of list) {
    if (mark === '(') depth += 1
    else if (mark === ')') depth -= 1
    if (depth === 0 && ',;+·'.includes(mark)) parts.push('')
    else parts.push((parts.pop() ?? '') + mark)
  }
  return parts
}

function trimName(name: string): string {
  return name.replace(/^[\s.]+/u, '').replace(/[\s.]{1,20}$/u, '')
}

function isKnown(name: string): boolean {
  return knownNames.has(name.toLowerCase())
}

/** A known name, or a short one in capitals as an unknown source would be printed. */
function isName(name: string): boolean {
  if (isKnown(name)) return true
  if (name.length > longestName) return false
  const words = name.split(/\s+/u)
  if (words.length > 4 || !/^(?:\p{Lu}|\d+\p{Lu})/u.test(name)) return false
  return words.every(
    (word) => /^[(\d]*\p{Lu}/u.test(word) || /^(?:of|the|de|van|and|en|&|\/)$/u.test(word),
  )
}

/** Strips white space and stops from the end, but leaves the sentence its own stop, or its three dots. */
function withoutLooseStops(text: string): string {
  let end = text.length
  while (end > 0 && /[\s.]/u.test(text.charAt(end - 1))) end -= 1
  let dots = 0
  while (text[end + dots] === '.') dots += 1
  return text.slice(0, end) + (dots >= 3 ? '...' : dots > 0 ? '.' : '')
}

function startOfLastWords(text: string, count: number): number {
  let index = text.length
  for (let word = 0; word < count; word += 1) {
    while (index > 0 && /\s/u.test(text.charAt(index - 1))) index -= 1
    while (index > 0 && !/\s/u.test(text.charAt(index - 1))) index -= 1
  }
  return index
}
