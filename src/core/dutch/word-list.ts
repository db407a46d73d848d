// A word list packed into bytes that are searched directly, so that opening it costs no more than reading the file.
import type { CompoundLexicon, PartGrade } from './compound.ts'
import { stem } from './stem.ts'

/** The name of the list beside the compiled editions. */
export const wordListFileName = 'dutch-words.bin'

/** The grades of a word, two bits each (`gradeBits`). */
export type GradesOf = (word: string) => number

/**
 * Where each grade begins in the bits. `closingStem`: as a closing part, for the words of which it is the stem; the others as in
 * `CompoundLexicon`.
 */
export const gradeBits = { opening: 0, closing: 2, closingStem: 4, whole: 6 } as const

export function lexiconOf(gradesOf: GradesOf): CompoundLexicon {
  const grade = (word: string, bits: number): PartGrade =>
    ((gradesOf(word) >> bits) & 3) as PartGrade
  const larger = (one: PartGrade, other: PartGrade): PartGrade => (one > other ? one : other)
  return {
    opening: (word) => grade(word, gradeBits.opening),
    closing: (word) =>
      larger(grade(word, gradeBits.closing), grade(stem(word), gradeBits.closingStem)),
    whole: (word) => larger(grade(word, gradeBits.whole), grade(stem(word), gradeBits.whole)),
  }
}

/** A lexicon in which words of a library, above all names, may open a compound as well: `Huaweitoestel`. */
export function withOpenings(
  list: CompoundLexicon,
  isKnown: (word: string) => boolean,
): CompoundLexicon {
  return {
    ...list,
    opening(word) {
      const grade = list.opening(word)
      return grade === 0 && word.length >= shortestName && isKnown(word) ? 1 : grade
    },
  }
}

const shortestName = 4
const firstLetterCode = 97
const alphabetSize = 26
const prefixLength = 3
/** One entry for each three letters with which a word may begin, and one for the end. */
const prefixTableLength = alphabetSize ** 3 + 1
/** Added to bytes with grades, so that they differ from letters. */
const gradeMark = 0x80

/**
 * The format: a table of offsets, one for each three letters with which words begin; then the words in order, each as its letters
 * and two bytes for its grades. Words of less than three letters, or with other signs than a to z, are left out.
 */
export function packWordList(grades: ReadonlyMap<string, number>): Uint8Array {
  const words = [...grades.keys()].filter((word) => /^[a-z]{3,}$/.test(word)).toSorted()
  const table = new Uint32Array(prefixTableLength)
  const bytes: number[] = []
  let next = 0
  for (const word of words) {
    const slot = prefixNumber(word)
    while (next <= slot) table[next++] = bytes.length
    for (let index = 0; index < word.length; index++) bytes.push(word.charCodeAt(index))
    const bits = grades.get(word) ?? 0
    bytes.push(gradeMark + (bits >> 4), gradeMark + (bits & 15))
  }
  while (next < prefixTableLength) table[next++] = bytes.length
  const packed = new Uint8Array(table.byteLength + bytes.length)
  const view = new DataView(packed.buffer)
  for (const [index, start] of table.entries()) view.setUint32(index * 4, start, true)
  packed.set(bytes, table.byteLength)
  return packed
}

function prefixNumber(word: string): number {
  let slot = 0
  for (let index = 0; index < prefixLength; index++)
    slot = slot * alphabetSize + word.charCodeAt(index) - firstLetterCode
  return slot
}

/** Reads what `packWordList` wrote. Other bytes give no grades, or wrong ones, but it never throws. */
export function openPackedWordList(packed: Uint8Array): GradesOf {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  if (packed.byteLength < prefixTableLength * 4) return () => 0
  const words = packed.subarray(prefixTableLength * 4)
  return (word) => {
    if (word.length < prefixLength || !/^[a-z]{3}/.test(word)) return 0
    const slot = prefixNumber(word)
    return findIn(words, word, view.getUint32(slot * 4, true), view.getUint32(slot * 4 + 4, true))
  }
}

function findIn(words: Uint8Array, word: string, from: number, to: number): number {
  let low = from
  let high = Math.min(to, words.length)
  while (low < high) {
    let at = (low + high) >> 1
    while (at > low && !beginsAt(words, at)) at--
    let same = 0
    while (same < word.length && words[at + same] === word.charCodeAt(same)) same++
    const there = words[at + same] ?? gradeMark
    if (same === word.length && there >= gradeMark)
      return ((there & 15) << 4) | ((words[at + same + 1] ?? 0) & 15)
    if (same < word.length && (there >= gradeMark || there < word.charCodeAt(same))) {
      low = at + same
      while (low < high && (words[low] ?? gradeMark) < gradeMark) low++
      low += 2
    } else high = at
  }
  return 0
}

function beginsAt(words: Uint8Array, at: number): boolean {
  return (words[at] ?? 0) < gradeMark && (words[at - 1] ?? gradeMark) >= gradeMark
}
