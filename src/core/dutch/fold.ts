// Folding: the form in which words are compared. Case, accents, ligatures and the many apostrophes fall away.

/** Letters that Unicode does not decompose, and signs that are one and the same to a Dutch reader. */
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

/** Accents; and soft hyphens and other signs without width, which may stand inside a word and are no part of it. */
const ignoredCharacters = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu

/** Enough for every letter of Europe; a text that goes through all of Unicode does not fill the memory. */
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
  // ½ decomposes into three signs that would be read as the number 12.
  if (decomposed.includes('\u2044') && decomposed !== character) return character
  let folded = ''
  for (const part of decomposed.toLowerCase().replace(ignoredCharacters, '')) {
    folded += replacements.get(part) ?? part
  }
  return folded
}

const plainAscii = /^[\0-\x7f]*$/

/**
 * The form in which texts are compared: lower case, without accents, soft hyphens and ligatures, with one kind of
 * apostrophe and hyphen. Each character is folded by itself, so that folding a part is a part of the folding.
 */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replaceAll('`', "'")
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

/** A folded text that still knows where it came from. */
export interface FoldedText {
  readonly text: string
  /**
   * Where the characters lie that the folded range [start, end) came from, as UTF-16 offsets in the source. Half a
   * ligature is all of the ligature; an accent that stands by itself goes with the letter before it.
   */
  sourceRange(start: number, end: number): readonly [start: number, end: number]
}

/** As `fold`, and keeps for every folded character its place in the source. */
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
      // What leaves no trace belongs to the character before it, and to all that came of that character.
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
