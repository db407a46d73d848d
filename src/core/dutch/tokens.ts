// Splits texts and queries into words, in all the ways in which they may be searched.
import { createMemo } from '../memo.ts'
import { foldWithOffsets, type FoldedText } from './fold.ts'

/**
 * part: a word, or one part of a hyphenated word or code; joined: those parts written as one (`evbouwers`); number: as it is
 * written (`608.000`); other: another way to write a number (`608000`, `30%`, `34` of `34ste`), or the letters or the digits of
 * a code (`nx` and `9031` of `nx9031`).
 */
export type WordKind = 'part' | 'joined' | 'number' | 'other'

/** One word of a token, folded; it stands at [start, end) in the source text, in UTF-16 units. */
export interface Word {
  readonly text: string
  readonly kind: WordKind
  readonly start: number
  readonly end: number
  /** The range in the source text of the letters [from, to) of `text`. */
  rangeOf(from: number, to: number): readonly [start: number, end: number]
}

/** A run of characters between spaces and punctuation, with the words in it. */
export interface Token {
  /** As it is written in the text. */
  readonly source: string
  readonly start: number
  readonly end: number
  readonly words: readonly Word[]
}

// Letters and digits. Inside: an apostrophe before a letter, a hyphen before a letter or digit, a point or comma between digits.
// After a number: a percent sign, with or without a space.
const tokenPattern =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]|['’‘ʼ´`](?=\p{L})|[-‑‐](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N}))*(?:(?<=\p{N})[ \u00a0\u202f]?%)?/gu

/** Takes time in proportion to the text. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const { 0: source, index: start } of text.matchAll(tokenPattern)) {
    const words = wordsOfToken(source, start)
    if (words.length > 0) tokens.push({ source, start, end: start + source.length, words })
  }
  return tokens
}

/** The offsets of the tokens of a text, in order. */
export interface TokenPlaces {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Where the tokens of `tokenize` stand, for callers that have the words of most tokens in a cache. */
export function tokenPlaces(text: string): TokenPlaces {
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  // Matching without offsets takes a fraction of the time. No letter or digit stands between two tokens, so a token is where
  // its first letter comes next. Half of a surrogate pair may be part of other signs, so then the whole token is compared.
  for (const token of text.match(tokenPattern) ?? []) {
    const first = token.charCodeAt(0)
    const isHalf = (first & 0xf800) === 0xd800
    while (text.charCodeAt(at) !== first || (isHalf && !text.startsWith(token, at))) at++
    starts.push(at)
    at += token.length
    ends.push(at)
  }
  return { starts, ends }
}

function wordsOfToken(source: string, start: number): readonly Word[] {
  const folded = foldWithOffsets(source)
  return wordsOf(folded.text).map((word) => placeWord(word, folded, start))
}

/** A word, with its offsets in the folded token. */
interface WordInToken {
  readonly text: string
  readonly kind: WordKind
  readonly start: number
  readonly end: number
}

function placeWord(word: WordInToken, folded: FoldedText, offset: number): Word {
  const sourceRange = (from: number, to: number): readonly [number, number] => {
    const [start, end] = folded.sourceRange(from, to)
    return [offset + start, offset + end]
  }
  const [start, end] = sourceRange(word.start, word.end)
  const standsThere = folded.text.startsWith(word.text, word.start)
  return {
    text: word.text,
    kind: word.kind,
    start,
    end,
    rangeOf: (from, to) => {
      if (!standsThere) return [start, end]
      const [partStart, partEnd] = sourceRange(word.start + from, word.start + to)
      // The last part takes along the ending behind it: baby's in tweelingbaby's.
      return [partStart, to === word.text.length ? end : partEnd]
    },
  }
}

/** Cached, because most tokens of a text are the same few thousand words. */
const cachedWordsOf = createMemo(20_000, takeApart)
const longestCached = 30

function wordsOf(token: string): readonly WordInToken[] {
  return token.length > longestCached ? takeApart(token) : cachedWordsOf(token)
}

function takeApart(token: string): readonly WordInToken[] {
  if (/^\d[\d.,]*(?: ?%)?$/.test(token)) return numberWords(token)
  const end = token.replace(/ ?%$/, '').length
  const parts: WordInToken[] = []
  let start = 0
  for (const piece of token.slice(0, end).split('-')) {
    parts.push(...partWords(piece, start))
    start += piece.length + 1
  }
  if (start - 1 > 0 && token.slice(0, end).includes('-')) {
    const joined = parts
      .filter((word) => word.kind === 'part')
      .map((word) => word.text)
      .join('')
    parts.push({ text: joined, kind: 'joined', start: 0, end })
  }
  return parts
}

/** 608.000 → 608.000 and 608000; 30% → 30 and 30%. */
function numberWords(token: string): readonly WordInToken[] {
  const digits = token.replace(/ ?%$/, '')
  const place = { start: 0, end: token.length }
  const words: WordInToken[] = [{ text: digits, kind: 'number', start: 0, end: digits.length }]
  if (token.endsWith('%')) words.push({ text: `${digits}%`, kind: 'other', ...place })
  if (/^\d{1,3}(?:\.\d{3})+$/.test(digits)) {
    words.push({ text: digits.replaceAll('.', ''), kind: 'other', start: 0, end: digits.length })
  }
  return words
}

/** Endings behind an apostrophe that are no part of the word: auto's, China's, tv'tje. */
const apostropheEnding = /'(?:s|tje|tjes|n|er|ers|en)$/

function partWords(piece: string, start: number): readonly WordInToken[] {
  const end = start + piece.length
  const base = piece.replace(apostropheEnding, '')
  if (base === '') return []
  if (base.includes("'")) {
    const inner = base.split("'")
    const words: WordInToken[] = [{ text: inner.join(''), kind: 'part', start, end }]
    let offset = start
    for (const half of inner) {
      if (half.length > 1)
        words.push({ text: half, kind: 'other', start: offset, end: offset + half.length })
      offset += half.length + 1
    }
    return words
  }
  return [{ text: base, kind: 'part', start, end }, ...insideOf(base, start)]
}

/** The two halves of a code, and the number of an ordinal. */
function insideOf(base: string, start: number): readonly WordInToken[] {
  const ordinal = /^(\d+)(?:e|de|ste)$/.exec(base)
  if (ordinal?.[1] !== undefined) {
    return [{ text: ordinal[1], kind: 'other', start, end: start + ordinal[1].length }]
  }
  const code = base.length > 3 ? /^([a-z]{2,})(\d[\da-z]*)$/.exec(base) : null
  if (code?.[1] === undefined || code[2] === undefined) return []
  const middle = start + code[1].length
  return [
    { text: code[1], kind: 'other', start, end: middle },
    { text: code[2], kind: 'other', start: middle, end: start + base.length },
  ]
}
