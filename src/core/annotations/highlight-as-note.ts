// A highlight whose words are gone becomes part of the note at its item.
import type { Highlight, Note } from './annotation.ts'
import { asBlockQuote, asText } from './markdown-text.ts'
import { joinTexts, mergeTexts } from './merge-texts.ts'

/**
 * Its words as a quote, and what was written at it; behind the note that is there.
 * @param now as an ISO timestamp
 * @returns null when that is too long for a note
 */
export function highlightAsNote(
  { anchor, note = '' }: Pick<Highlight, 'anchor' | 'note'>,
  present: Pick<Note, 'text' | 'changed'> | undefined,
  now: string,
): string | null {
  const quoted = asBlockQuote(asText(anchor.exact))
  const text = note.trim() === '' ? quoted : `${quoted}\n\n${note}`
  const before = { text: present?.text ?? '', changed: present?.changed ?? now }
  const parts = mergeTexts(before, { text, changed: now })
  return parts === null ? null : joinTexts(parts)
}
