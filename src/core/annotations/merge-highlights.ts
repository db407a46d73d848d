// Two states of one highlight become one.
import { omit } from '../omit.ts'
import type { Highlight } from './annotation.ts'
import { textOf, withTags } from './merge-states.ts'
import { joinedParts, joinTexts, mergeTexts, type WrittenText } from './merge-texts.ts'

/**
 * The state that was changed last stays, with the notes and tags of both. Of two that were changed at one moment it is the same one in
 * whatever order they come.
 * @returns `present` itself when nothing is to be added to it
 */
export function mergeHighlights(present: Highlight, imported: Highlight): Highlight | 'too-long' {
  const parts = mergeTexts(noteOf(present), noteOf(imported))
  if (parts === null) return 'too-long'
  const last = isLater(imported, present) ? imported : present
  const joined = joinedParts(parts, last)
  const merged: Highlight = {
    ...omit(last, 'note', 'joined'),
    ...(parts.length === 0 ? {} : { note: joinTexts(parts) }),
    ...(joined === undefined ? {} : { joined }),
  }
  return withTags(merged, present, imported)
}

function isLater(one: Highlight, other: Highlight): boolean {
  const [first, second] = [Date.parse(one.changed), Date.parse(other.changed)]
  return first === second ? orderOf(one) > orderOf(other) : first > second
}

/** Notes and tags do not count: those of both stay. */
function orderOf(highlight: Highlight): string {
  return textOf(omit(highlight, 'note', 'joined', 'tags'))
}

function noteOf({ note = '', changed, joined, author }: Highlight): WrittenText {
  return { text: note, changed, joined, author }
}
