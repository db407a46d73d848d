// The words of a part of a text, to go through them one by one and to look one up.

/** A word of a text. Offsets are in UTF-16 units. */
export interface PlacedWord {
  readonly start: number
  readonly end: number
  readonly word: string
}

const pattern = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu

/** The words within a range of a text, in order. Figures are none. */
export function wordsIn(text: string, start: number, end: number): readonly PlacedWord[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ 0: word, index }) => ({
    ...{ start: start + index, end: start + index + word.length },
    word,
  }))
}

/** The word that stands at an offset; null when none does. */
export function wordAt(text: string, offset: number): PlacedWord | null {
  const reach = 200
  const from = Math.max(0, offset - reach)
  const words = wordsIn(text, from, Math.min(text.length, offset + reach))
  return words.find(({ start, end }) => start <= offset && offset <= end) ?? null
}
