// Finds the passage that an address quotes, also when its text was corrected since.
import { findAll } from '../reading/find-in-text.ts'
import type { QuotedPassage } from '../edition/edition-link.ts'
import {
  contextLength,
  type PartText,
  type Passage,
  type PassageAnchor,
} from '../reading/passage.ts'
import { createPassagePlacer } from './place-passage.ts'

/** Null when its words stand nowhere, or nobody can tell where. @param texts of the edition, those of the item among them */
export function findQuoted(
  { start, end }: QuotedPassage,
  item: string,
  texts: readonly PartText[],
): Passage | null {
  const own = texts.filter((one) => one.item === item)
  for (const text of own) {
    const found = quotedIn(text, start, end)
    if (found !== null) return found
  }
  const place = createPassagePlacer(texts)
  const first = place(anchorOfQuote(start), item)
  if (first.state === 'loose') return null
  if (end === null) return first.passage
  const last = place(anchorOfQuote(end), first.passage.item)
  if (last.state === 'loose' || last.passage.item !== first.passage.item) return null
  const isInOrder =
    last.passage.part === first.passage.part && last.passage.end > first.passage.start
  return isInOrder ? { ...first.passage, end: last.passage.end } : null
}

/** Letter by letter, but for capitals and accents. */
function quotedIn(
  { item, part, text }: PartText,
  start: string,
  end: string | null,
): Passage | null {
  for (const [from, until] of findAll(text, start)) {
    if (end === null) return { item, part, start: from, end: until }
    const last = findAll(text, end).find(([at]) => at >= until)
    if (last !== undefined) return { item, part, start: from, end: last[1] }
  }
  return null
}

/** A quote alone does not say what stands beside it: this stands in no text. */
const unknown = '\u0003'.repeat(contextLength)

function anchorOfQuote(exact: string): PassageAnchor {
  return { part: 'item', exact, prefix: unknown, suffix: unknown, start: 0, end: exact.length }
}
