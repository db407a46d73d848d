// Finding a string as it was typed: capitals and accents aside, word boundaries not asked for.
import type { TextRange } from '../search/search-types.ts'

/** A text without capitals and accents, and for each of its characters where it came from. */
function plain(text: string): { folded: string; from: number[] } {
  let folded = ''
  const from: number[] = []
  let offset = 0
  for (const character of text) {
    const base = character
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replace('’', "'")
    for (let unit = 0; unit < base.length; unit++) from.push(offset)
    folded += base
    offset += character.length
  }
  from.push(offset)
  return { folded, from }
}

/** Every place where `wanted` stands in `text`, from left to right and without overlap; none for an empty wish. */
export function findAll(text: string, wanted: string): TextRange[] {
  const needle = plain(wanted).folded
  if (needle === '') return []
  const { folded, from } = plain(text)
  const found: TextRange[] = []
  for (
    let at = folded.indexOf(needle);
    at !== -1;
    at = folded.indexOf(needle, at + needle.length)
  ) {
    const start = from[at] ?? 0
    found.push([start, endOf(text, start, from[at + needle.length] ?? text.length)])
  }
  return found
}

/** The end of a range, with the accents that belong to its last letter. */
function endOf(text: string, start: number, end: number): number {
  const rest = /^\p{M}+/u.exec(text.slice(Math.max(start, end)))
  return end + (rest?.[0].length ?? 0)
}
