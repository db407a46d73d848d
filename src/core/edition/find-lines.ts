// On which line of the file each part of an edition begins, so that a proof can be laid beside its file.
import { squeeze } from '../squeeze.ts'

/** So many characters identify a beginning. It is sought so far ahead, since parts stand in the order of the file. */
const beginningLength = 40
const longestGap = 20_000

/**
 * The line (from 1) on which each text begins, looking only forwards; null for one that does not stand in the file.
 * White space of all kinds counts as one space. A short text, such as a heading, is preferred at the start of a line to
 * between other words. It never counts inside a word.
 * @param texts each as it may stand there, the likeliest first
 */
export function findLines(file: string, texts: readonly (readonly string[])[]): (number | null)[] {
  const { flat, lineStarts } = flatten(file)
  const starts = new Set(lineStarts)
  let from = 0
  let line = 0
  return texts.map((forms) => {
    const window = flat.slice(from, from + longestGap)
    for (const form of forms) {
      const words = squeeze(form)
      const at = likeliestPlace(window, words, (place) => starts.has(from + place))
      if (at === null) continue
      from += at
      while ((lineStarts[line + 1] ?? Infinity) <= from) line++
      const begins = line + 1
      from += Math.min(words.length, beginningLength)
      return begins
    }
    return null
  })
}

/** Where the beginning of the words stands in the window. */
function likeliestPlace(
  window: string,
  words: string,
  isLineStart: (at: number) => boolean,
): number | null {
  if (words === '') return null
  const begins = words.slice(0, beginningLength)
  const isWhole = begins === words
  let between: number | null = null
  let at = window.indexOf(begins)
  for (let tries = 0; at !== -1 && tries < mostTries; tries++) {
    const after = isWhole ? window.charAt(at + begins.length) : ''
    if (!letter.test(window.charAt(at - 1)) && !letter.test(after)) {
      if (!isWhole || beginsLine(window, at, isLineStart)) return at
      between ??= at
    }
    at = window.indexOf(begins, at + 1)
  }
  return between
}

const letter = /[\p{L}\p{N}]/u
/** A word that a text has more often is no heading of it. */
const mostTries = 200
const longestSigns = 8

/** Whether nothing but bullets, quotes or the signs of a heading stand between the start of the line and this place. */
function beginsLine(window: string, at: number, isLineStart: (at: number) => boolean): boolean {
  for (let start = at; start >= Math.max(0, at - longestSigns); start--) {
    if (isLineStart(start)) return true
    if (letter.test(window.charAt(start - 1))) return false
  }
  return false
}

/** The file as one line, and where in it each of its lines starts. */
function flatten(file: string): { flat: string; lineStarts: number[] } {
  const lineStarts: number[] = []
  let flat = ''
  for (const line of file.split(/\r\n|[\n\r]/u)) {
    lineStarts.push(flat.length)
    const words = squeeze(line)
    if (words !== '') flat += `${words} `
  }
  return { flat, lineStarts }
}
