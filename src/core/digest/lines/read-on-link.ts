// The link `Lees verder`, glued to what it belongs to.
import { longestHeading } from './line-lengths.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'

const link = 'Lees verder'
/** A short name behind the last sentence, where a source stands: words with capitals. */
const endsAsSource =
  /[.!?…]['’”"»)]*\s\p{Lu}[^\s.!?…]*(?:\s(?:[\p{Lu}\d&][^\s.!?…]*|van|de|der|den|het|en)){0,3}$/u

/**
 * Cuts the link `Lees verder` out of a line: it may end a text, or have the next heading glued to it. Null when the
 * words are part of a sentence.
 */
export function cutLink(
  text: string,
): { readonly kept: readonly string[]; readonly cut: string } | null {
  const start = text.lastIndexOf(link)
  if (start === -1) return null
  const before = text.slice(0, start).trim()
  const mark = /^\s?(?:[»>→…›]|\.{3})/u.exec(text.slice(start + link.length))?.[0] ?? ''
  const after = text.slice(start + link.length + mark.length).trim()
  // `Blik, 12 juli | Lees verder`
  const apart = /\s?[|·]$/u.exec(before)
  const isApart =
    apart !== null || before.endsWith(')') || (after === '' && endsAsSource.test(before))
  if (before !== '' && !endsAsSentence(before) && !isApart) return null
  const isHeading =
    after.length <= longestHeading && /^[^\p{Ll}\s.,;:_*~]/u.test(after) && !after.endsWith('.')
  if (after !== '' && !isHeading) return null
  return {
    kept: [before.slice(0, apart?.index), after].filter((part) => part !== ''),
    cut: link + mark.trim(),
  }
}
