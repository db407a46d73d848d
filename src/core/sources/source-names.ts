// What the name of a source looks like.
import furniture from '../words/furniture.json' with { type: 'json' }
import words from '../words/names.json' with { type: 'json' }
import { bareName } from './bare-name.ts'
import { isListed, sourceKey } from './source-register.ts'

/** Tells whether a name is known as a source: in the register, or beyond doubt elsewhere in the same text. */
export type IsKnown = (name: string) => boolean

const longestName = 40
const longestInstitution = 90
/** `Blik Inc.`, `Blik B.V.` and `b.l.k.`: this stop belongs to the name. */
const shortened = /\s(?:Inc|Ltd|Corp)$|(?:^|\s)(?:\p{L}\.)+\p{L}$/u
/** `Blik (Aix en Provence)`, `Blik (landelijke monitor)` */
const placeBehind = /\s\((?:\p{Lu}[^()]*|\p{Ll}[\p{L}\p{N}\s.-]{1,29})\)$/u
/** `Dorp FM 94.7`, `Blik Dorp e.o.` */
const addition = /(?<=\sFM)\s\d{2,3}[.,]\d$|(?<=\S\s\S+)\s(?:\p{Ll}\.){2}$/u
/** `blik.nl` */
export const webName = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}$/u
/** `Ministerie van Landbouw en Natuur` is one name. */
export const institution =
  /^(?:agentschap|departement|dienst|federatie|inspectie|instituut|ministerie|raad|stichting|vereniging|waterschap)\s/iu

const mostLooseWords = 3
/** What stands in the places of names and is none: notes on the article, and what a reader may do. */
const notes: ReadonlySet<string> = new Set(words.notes)
const looseWord = /^[\p{L}\p{N}’'&-]+$/u
/** A word of a name has a capital, is a number, or joins two others. */
export const joiningWords: ReadonlySet<string> = new Set(words.joining)
/** `Afmelden` below a mail is a button. */
const buttons: ReadonlySet<string> = new Set(furniture.lines)
/** A name may begin with these when a capital follows: `De Poldergids`, `Van Dam`, but not `Het gaat`. */
const articles: ReadonlySet<string> = new Set(words.articles)

/** Words that begin a Dutch sentence; a name that begins so is one only when it is known. */
const sentenceStarts: ReadonlySet<string> = new Set(words.sentenceStarts)
/** `Indrukwekkend` alone behind a sentence is a sentence that lost its stop. */
const adjective = /(?:elijk|wekkend|baar|zaam)$/u

/** A text without the bracket at its end that closes the one that opened before it. */
export function withoutClosing(text: string, opening: string): string {
  const closing = opening === '(' ? ')' : opening === '[' ? ']' : null
  const end = text.replace(/[.\s]+$/u, '')
  return closing !== null && end.endsWith(closing) ? end.slice(0, -1) : text
}

/** Strips dots, white space, signs of emphasis and a dash in front from both sides. */
export function trimName(name: string): string {
  let start = 0
  let end = name.length
  while (start < end && /[\s.*_–—-]/u.test(name.charAt(start))) start += 1
  // `MO*` is called so.
  const isStarred = name.charAt(end - 1) === '*' && isListed(name.slice(start, end))
  while (end > start && /[\s.*_]/u.test(name.charAt(end - 1)) && !isStarred) end -= 1
  return name.slice(start, end)
}

/** `kaart` of `zie kaart` is no name. */
export function isNote(name: string): boolean {
  return notes.has(name.split(/\s/u)[0] ?? '')
}

/** Whether the stop that follows a name belongs to it. */
export function isShortened(name: string): boolean {
  return shortened.test(name) || isListed(`${name}.`)
}

/** Whether a text looks like the name of a source that nobody has heard of: short and in capitals, or that of a body. */
export function looksLikeName(printed: string): boolean {
  const name = bareName(printed)
  if (isNote(placeBehind.exec(name)?.[0].trim().slice(1, -1) ?? '')) return false
  const words = name.replace(placeBehind, '').replace(addition, '').split(/\s+/u)
  const [first = '', second = ''] = words
  const fullWords = words.filter((word) => !joiningWords.has(word))
  const isInstitution = institution.test(name) && name.length <= longestInstitution
  if (!isInstitution && (name.length > longestName || fullWords.length > 4)) return false
  if (!/^[\p{L}\p{N}]/u.test(first) || !/\p{L}/u.test(name)) return false
  if (!hasWholeBrackets(name)) return false
  if (/[?!:‘"“”%]|['’](?!\p{L}|\s\p{Lu}|(?<=\p{Lu}.)\d)/u.test(name) || adjective.test(name))
    return false
  if (buttons.has(name.toLowerCase())) return false
  const key = sourceKey(first)
  const isArticle = articles.has(key) && /^\p{Lu}/u.test(second)
  // `OM` alone is no `om`.
  const isAbbreviation = words.length === 1 && /^\p{Lu}{2,}$/u.test(first)
  if (sentenceStarts.has(key) && !isArticle && !isAbbreviation) return false
  return (
    (isNameWord(first) || isArticle) &&
    !joiningWords.has(words.at(-1) ?? '') &&
    words.every((word) => isNameWord(word) || joiningWords.has(word))
  )
}

/** `Sport)` is the end of something else. */
function hasWholeBrackets(name: string): boolean {
  return name.split(/[([]/u).length === name.split(/[)\]]/u).length
}

/** Beside names that are known one may have a further word in lower case: `Dakpost, Polder centraal, de Nederlandse ggz`. */
export function canStandBesideNames(name: string): boolean {
  const words = name.replace(/^(?:de|het)\s(?=\p{Lu})/u, '').split(/\s+/u)
  return (
    looksLikeName(words[0] ?? '') &&
    words.length <= mostLooseWords &&
    words.every((word) => looseWord.test(word))
  )
}

/** `Technode`, `人民日报`, `36Kr`, `24uur`, `iFeng`, `s1-nieuws`, `(NL)`, `24`, and an address such as `blik.nl`. */
function isNameWord(word: string): boolean {
  return (
    /[\p{Lu}\p{Lo}]/u.test(word.slice(0, 5)) ||
    /^\d+(?:(?!ste$)[a-z]{3,})?$/u.test(word) ||
    webName.test(word) ||
    /^[a-z]+\d[a-z\d]*(?:-[a-z\d]+)*$/u.test(word)
  )
}
