// What a web page or a mail puts around a digest: whole lines, and the link `Lees verder` glued to what it belongs to.
import { longestHeading } from './line-lengths.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'

/** Whole lines, in lower case, without what stands after their last letter. */
const wholeLines = new Set([
  'actueel nieuws',
  'afmelden',
  'bekijk deze e-mail in je browser',
  'bekijk in browser',
  'bekijk in je browser',
  'bekijk online',
  'deel dit artikel',
  'disclaimer',
  'een reactie achterlaten',
  'lees meer',
  'lees verder',
  'de redactie',
  'reactie plaatsen',
  'tot volgende week',
  'uitschrijven',
  'veel leesplezier',
])
const lineStarts = [
  'auteur:',
  'categorie:',
  'categorieën:',
  'je e-mailadres ',
  'vereiste velden ',
  'lees verder op ',
  'lees verder via ',
  'lees meer op ',
  // The head of a mail.
  'van: ',
  'aan: ',
  'onderwerp: ',
  'verzonden: ',
]
const longestLine = 200
const link = 'Lees verder'

/** Whether a whole line is no part of the digest. */
export function isFurniture(text: string): boolean {
  if (text.length > longestLine) return false
  const line = text.toLowerCase()
  return (
    wholeLines.has(withoutTrailingMarks(line)) || lineStarts.some((start) => line.startsWith(start))
  )
}

function withoutTrailingMarks(line: string): string {
  let end = line.length
  while (end > 0 && !/\p{L}/u.test(line.charAt(end - 1))) end -= 1
  return line.slice(0, end)
}

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
  if (before !== '' && !endsAsSentence(before) && !before.endsWith(')')) return null
  const isHeading =
    after.length <= longestHeading && /^[^\p{Ll}\s.,;:]/u.test(after) && !after.endsWith('.')
  if (after !== '' && !isHeading) return null
  return { kept: [before, after].filter((part) => part !== ''), cut: link + mark.trim() }
}
