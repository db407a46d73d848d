// Finding a string as it was typed: capitals, accents and ligatures aside, word boundaries not asked for.
import { fold, foldWithOffsets } from '../dutch/fold.ts'
import type { TextRange } from '../search/search-types.ts'

/** Every place where `wanted` stands in `text`, from left to right and without overlap; none for an empty wish. */
export function findAll(text: string, wanted: string): TextRange[] {
  const needle = fold(wanted)
  if (needle === '') return []
  const folded = foldWithOffsets(text)
  const found: TextRange[] = []
  let end = 0
  for (
    let at = folded.text.indexOf(needle);
    at !== -1;
    at = folded.text.indexOf(needle, at + needle.length)
  ) {
    const range = folded.sourceRange(at, at + needle.length)
    if (range[0] < end) continue // the other half of a ligature that is already taken
    found.push(range)
    end = range[1]
  }
  return found
}
