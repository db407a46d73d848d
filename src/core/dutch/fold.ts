// Folds texts for comparison: without case, accents and ligatures, and with one kind of apostrophe and hyphen.

/** Letters that Unicode does not decompose, and signs that a Dutch reader does not tell apart. */
const replacements: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ...[...'’‘ʼ´`′ʹ'].map((sign): [string, string] => [sign, "'"]),
  ...[...'‑‐–−'].map((sign): [string, string] => [sign, '-']),
])

/** Accents, soft hyphens and other signs without width. */
const ignoredCharacters = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu

/** Enough for every letter of Europe. A text with all of Unicode cannot fill the memory. */
const maxCachedCharacters = 4_096
const cache = new Map<string, string>()

function foldCharacter(character: string): string {
  const known = cache.get(character)
  if (known !== undefined) return known
  const folded = foldAfresh(character)
  if (cache.size < maxCachedCharacters) cache.set(character, folded)
  return folded
}

function foldAfresh(character: string): string {
  const replaced = replacements.get(character)
  if (replaced !== undefined) return replaced
  const decomposed = character.normalize('NFKD')
  // Otherwise ½ would become 1⁄2, and be read as the number 12.
  if (decomposed.includes('\u2044') && decomposed !== character) return character
  let folded = ''
  for (const part of decomposed.toLowerCase().replace(ignoredCharacters, '')) {
    folded += replacements.get(part) ?? part
  }
  return folded
}

const plainAscii = /^[\0-\x7f]*$/

/**
 * Lower case, without accents, soft hyphens and ligatures. Each character is folded by itself, so a part of a text folds to a part
 * of the folded text.
 */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replaceAll('`', "'")
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

/** A folded text, with the offsets of its source. */
export interface FoldedText {
  readonly text: string
  /**
   * The range in the source, in UTF-16 units, that became the folded range [start, end). Half a ligature gives the whole
   * ligature; a combining accent goes with the letter before it.
   */
  sourceRange(start: number, end: number): readonly [start: number, end: number]
}

/** Folds as `fold` does, and keeps the offset of every character in the source. */
export function foldWithOffsets(source: string): FoldedText {
  if (plainAscii.test(source)) {
    return { text: fold(source), sourceRange: (start, end) => [start, end] }
  }
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const character of source) {
    const folded = foldCharacter(character)
    const end = offset + character.length
    if (folded === '' && ends.length > 0) {
      // A sign that is dropped belongs to the character before it, and to all that this was folded to.
      const owner = starts.at(-1)
      for (let index = ends.length - 1; index >= 0 && starts[index] === owner; index--) {
        ends[index] = end
      }
    }
    for (let index = 0; index < folded.length; index++) {
      starts.push(offset)
      ends.push(end)
    }
    text += folded
    offset = end
  }
  return {
    text,
    sourceRange: (start, end) => {
      if (end <= start) {
        const place = starts[start] ?? source.length
        return [place, place]
      }
      return [starts[start] ?? source.length, ends[end - 1] ?? source.length]
    },
  }
}
