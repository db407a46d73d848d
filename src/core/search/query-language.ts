// Takes a query apart into words, phrases between quotes, exclusions, and operators such as `bron:SCMP`.
import { operatorNamed, readCriterion, type Criterion } from './query-operators.ts'
import type { QueryProblem } from './search-types.ts'

/** A range [start, end) of the query, in UTF-16 units. */
interface TypedRange {
  readonly start: number
  readonly end: number
}

export interface QuotedPhrase extends TypedRange {
  /** The text between the quotes. */
  readonly text: string
  /** The closing quote is missing, so the last word may be incomplete. */
  readonly isOpen: boolean
}

export interface Exclusion extends TypedRange {
  readonly text: string
  readonly isPhrase: boolean
}

export interface QueryFilter extends TypedRange {
  readonly criterion: Criterion
  /** With a hyphen, as in `-bron:SCMP`: documents that meet the criterion are left out. */
  readonly isExcluding: boolean
}

export interface ParsedQuery {
  /** The query with spaces for all but plain words, so that offsets stay those of the query. */
  readonly words: string
  readonly phrases: readonly QuotedPhrase[]
  readonly exclusions: readonly Exclusion[]
  readonly filters: readonly QueryFilter[]
  /** The first part that could not be understood; it is ignored. */
  readonly problem: QueryProblem | null
}

/** More phrases, exclusions or operators are ignored: somebody may paste a whole page. */
const maxOfAKind = 24

const doubleQuotes = '"“”„«»'
const openingQuotes = `${doubleQuotes}‘`

/** Never throws. Takes time in proportion to the text. */
export function parseQueryLanguage(text: string): ParsedQuery {
  const phrases: QuotedPhrase[] = []
  const exclusions: Exclusion[] = []
  const filters: QueryFilter[] = []
  let problem: QueryProblem | null = null
  let unfinished: string | null = null
  const words: string[] = []
  /** The offset up to which `words` is filled. */
  let done = 0
  const blank = ({ start, end }: TypedRange): void => {
    words.push(text.slice(done, start), ' '.repeat(end - start))
    done = end
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
  words.push(text.slice(done))
  const plain = words.join('')
  const isSought =
    isWord(plain) || phrases.length > 0 || filters.some((filter) => !filter.isExcluding)
  if (!isSought && exclusions.length + filters.length > 0)
    problem ??= { kind: 'nothing-to-find', text: text.trim() }
  else if (!isSought && unfinished !== null) problem ??= { kind: 'unfinished', text: unfinished }
  const kinds: readonly (readonly TypedRange[])[] = [phrases, exclusions, filters]
  const beyond = kinds.flatMap((ofKind) => ofKind.slice(maxOfAKind, maxOfAKind + 1))
  const [first] = beyond.toSorted((one, other) => one.start - other.start)
  if (first !== undefined) problem ??= tooMany(text, first)
  if (!isWord(text) && text.trim() !== '') problem = { kind: 'no-word', text: text.trim() }
  return {
    words: plain,
    phrases: phrases.slice(0, maxOfAKind),
    exclusions: exclusions.slice(0, maxOfAKind),
    filters: filters.slice(0, maxOfAKind),
    problem,
  }
}

/** @param ignored the first range that is ignored */
export function tooMany(text: string, ignored: TypedRange): QueryProblem {
  return { kind: 'too-many', text: text.slice(ignored.start, ignored.end) }
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** A part of the query between two spaces. It is longer with quotes, or when a space follows the colon of an operator. */
export interface QueryPiece extends TypedRange {
  /** A hyphen stands in front. */
  readonly isExcluding: boolean
  /** The name before the colon; null for words. */
  readonly operator: string | null
  /** Without hyphen, operator and quotes. */
  readonly value: string
  readonly isQuoted: boolean
  readonly isOpen: boolean
}

/** A name with a colon; `12:30` and `https://` are words. */
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

/** Where the value of an operator begins. Spaces may precede it, but not another operator or an exclusion. */
function valueStart(text: string, at: number): number {
  const next = at + text.slice(at).search(/\S|$/u)
  const first = text[next] ?? ''
  const isValue = isWord(first) || (first !== '' && openingQuotes.includes(first))
  return isValue && operatorAt(text, next) === null ? next : at
}

/** An unknown name counts as an operator only if a value follows at once: `let op: dit` are words. */
function operatorAt(text: string, at: number): string | null {
  operatorPattern.lastIndex = at
  const name = operatorPattern.exec(text)?.[1] ?? null
  if (name === null || operatorNamed(name) !== null) return name
  const next = text[at + name.length + 1] ?? ''
  return /[\p{L}\p{N}]/u.test(next) || (next !== '' && doubleQuotes.includes(next)) ? name : null
}

/**
 * Where the quote closes that opens at `at`; the end of the text when it does not close. Null when no quote opens there. A
 * single quote counts only if it closes: `‘s avonds` has none.
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

/** True for ’ at the end of a word, not for the apostrophe of auto’s. */
function isClosingSingle(text: string, at: number): boolean {
  return text[at] === '’' && at > 0 && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
}

function lastClosingSingle(text: string): number {
  let at = text.length - 1
  while (at >= 0 && !isClosingSingle(text, at)) at--
  return at
}
