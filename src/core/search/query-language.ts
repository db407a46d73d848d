// What was typed, taken apart: words, phrases between quotes, what is to be left out, and operators such as `bron:SCMP`.
import { operatorNamed, readCriterion, type Criterion } from './query-operators.ts'
import type { QueryProblem } from './search-types.ts'

/** A stretch of what was typed, as [start, end) in UTF-16 units. */
interface Typed {
  readonly start: number
  readonly end: number
}

export interface QuotedPhrase extends Typed {
  /** What stands between the quotes. */
  readonly text: string
  /** The closing quote is not there yet: the last word may be a beginning. */
  readonly isOpen: boolean
}

export interface Exclusion extends Typed {
  readonly text: string
  readonly isPhrase: boolean
}

export interface QueryFilter extends Typed {
  readonly criterion: Criterion
  /** `-bron:SCMP`: what meets it is left out. */
  readonly isExcluding: boolean
}

export interface ParsedQuery {
  /** What was typed with a space for every character that is no part of a plain word, so that places stay what they are. */
  readonly words: string
  readonly phrases: readonly QuotedPhrase[]
  readonly exclusions: readonly Exclusion[]
  readonly filters: readonly QueryFilter[]
  /** The first thing that could not be understood; it counts for nothing. */
  readonly problem: QueryProblem | null
}

/** Beyond so many of a kind the rest is left out of account: a pasted page is no question. */
const most = 24

const doubleQuotes = '"“”„«»'
const openingQuotes = `${doubleQuotes}‘`

/** Never throws; takes time in proportion to the text. */
export function parseQueryLanguage(text: string): ParsedQuery {
  const phrases: QuotedPhrase[] = []
  const exclusions: Exclusion[] = []
  const filters: QueryFilter[] = []
  let problem: QueryProblem | null = null
  let unfinished: string | null = null
  const words: string[] = []
  /** Up to where `words` has come. */
  let written = 0
  const blank = ({ start, end }: Typed): void => {
    words.push(text.slice(written, start), ' '.repeat(end - start))
    written = end
  }

  for (const piece of piecesOf(text)) {
    const { start, end, isExcluding, operator, value, isQuoted, isOpen } = piece
    const typed = text.slice(start, end)
    if (operator !== null) {
      blank(piece)
      const name = operatorNamed(operator)
      const isTyped = end === text.length && (!isQuoted || isOpen)
      const reading = name === null ? 'unknown-operator' : readCriterion(name, value, isTyped)
      if (typeof reading !== 'string') filters.push({ start, end, criterion: reading, isExcluding })
      else if (reading === 'incomplete') unfinished = typed
      else problem ??= { kind: reading, text: typed }
    } else if (isExcluding) {
      blank(piece)
      if (isWord(value)) exclusions.push({ start, end, text: value, isPhrase: isQuoted })
    } else if (isQuoted) {
      blank(piece)
      if (isWord(value)) phrases.push({ start, end, text: value, isOpen })
    }
  }
  words.push(text.slice(written))
  const plain = words.join('')
  const isSought =
    isWord(plain) || phrases.length > 0 || filters.some((filter) => !filter.isExcluding)
  if (!isSought && exclusions.length + filters.length > 0)
    problem ??= { kind: 'nothing-to-find', text: text.trim() }
  else if (!isSought && unfinished !== null) problem ??= { kind: 'unfinished', text: unfinished }
  const kinds: readonly (readonly Typed[])[] = [phrases, exclusions, filters]
  const beyond = kinds.flatMap((ofKind) => ofKind.slice(most, most + 1))
  const [first] = beyond.toSorted((one, other) => one.start - other.start)
  if (first !== undefined) problem ??= tooMany(text, first)
  if (!isWord(text) && text.trim() !== '') problem = { kind: 'no-word', text: text.trim() }
  return {
    words: plain,
    phrases: phrases.slice(0, most),
    exclusions: exclusions.slice(0, most),
    filters: filters.slice(0, most),
    problem,
  }
}

/** @param left what is left out */
export function tooMany(text: string, left: Typed): QueryProblem {
  return { kind: 'too-many', text: text.slice(left.start, left.end) }
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** What stands between two spaces, or longer when there are quotes or an operator has its value behind a space. */
export interface QueryPiece extends Typed {
  /** With a hyphen in front. */
  readonly isExcluding: boolean
  /** What stands before the colon; null for words. */
  readonly operator: string | null
  /** Without hyphen, operator and quotes. */
  readonly value: string
  readonly isQuoted: boolean
  readonly isOpen: boolean
}

/** So `12:30` and `https://` are words. */
const operatorPattern = /(\p{L}[\p{L}\p{M}]+):(?![/\\:])/uy

export function* piecesOf(text: string): Generator<QueryPiece> {
  const lastSingle = lastClosingSingle(text)
  const spaceEnd = /\s*/uy
  const wordEnd = /\S*/uy
  const after = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from
    return from + (pattern.exec(text)?.[0].length ?? 0)
  }
  for (let start = after(spaceEnd, 0); start < text.length;) {
    let at = start
    const isExcluding = text[at] === '-' && /[^\s-]/u.test(text[at + 1] ?? '')
    if (isExcluding) at += 1
    const operator = operatorAt(text, at)
    if (operator !== null) at = valueStart(text, at + operator.length + 1)
    const closing = closingQuote(text, at, lastSingle)
    const isQuoted = closing !== null
    const end = isQuoted ? Math.min(closing + 1, text.length) : after(wordEnd, at)
    yield {
      start,
      end,
      isExcluding,
      operator,
      value: isQuoted ? text.slice(at + 1, closing) : text.slice(at, end),
      isQuoted,
      isOpen: isQuoted && closing === text.length,
    }
    start = after(spaceEnd, end)
  }
}

/** Where the value begins behind a colon: spaces may stand before it, as long as it is no operator or word to leave out itself. */
function valueStart(text: string, at: number): number {
  const next = at + text.slice(at).search(/\S|$/u)
  const first = text[next] ?? ''
  const isValue = isWord(first) || (first !== '' && openingQuotes.includes(first))
  return isValue && operatorAt(text, next) === null ? next : at
}

/** A name that is not known is one only where a value follows: `let op: dit` are words. */
function operatorAt(text: string, at: number): string | null {
  operatorPattern.lastIndex = at
  const name = operatorPattern.exec(text)?.[1] ?? null
  if (name === null || operatorNamed(name) !== null) return name
  const next = text[at + name.length + 1] ?? ''
  return /[\p{L}\p{N}]/u.test(next) || (next !== '' && doubleQuotes.includes(next)) ? name : null
}

/**
 * Where the quote closes that opens at `at`: at the end of the text when it does not, null when no quote opens there. A single
 * one counts only when it encloses something: ‘s avonds has none.
 */
function closingQuote(text: string, at: number, lastSingle: number): number | null {
  const quote = text[at] ?? ''
  if (quote === '‘') {
    if (at >= lastSingle) return null
    for (let end = at + 1; ; end++) if (isClosingSingle(text, end)) return end
  }
  if (quote === '' || !doubleQuotes.includes(quote)) return null
  for (let end = at + 1; end < text.length; end++) {
    if (doubleQuotes.includes(text[end] ?? '')) return end
  }
  return text.length
}

/** ’ at the end of a word, and not the apostrophe of auto’s. */
function isClosingSingle(text: string, at: number): boolean {
  return text[at] === '’' && at > 0 && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
}

function lastClosingSingle(text: string): number {
  let at = text.length - 1
  while (at >= 0 && !isClosingSingle(text, at)) at--
  return at
}
