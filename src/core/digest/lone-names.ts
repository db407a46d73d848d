// A name behind a text that stands so nowhere else: whoever wrote it signs.
import type { DigestPart } from './digest-parts.ts'
import { longestHeading } from './lines/line-lengths.ts'
import { withoutSources } from './sources/item-end.ts'
import { isRegistered } from './sources/source-register.ts'

/** With fewer texts than this, a name behind one of them may be a source. */
const fewestTexts = 6

/** Takes a name that nobody knows for part of its text, where it is the only one behind a text and none has a label. */
export function withoutLoneName(parts: readonly DigestPart[]): readonly DigestPart[] {
  const texts = parts.filter(
    ({ text, caption }) => text.length > longestHeading && caption === null,
  )
  const sourced = parts.filter(
    ({ end, sourceLine }) => end.sources.length > 0 || sourceLine !== null,
  )
  const [lone, ...others] = sourced
  if (lone === undefined || others.length > 0 || texts.length < fewestTexts) return parts
  const { end, text } = lone
  const [name = '', ...more] = end.sources
  if (name === '' || more.length > 0 || end.isLabelled || lone.isAtStart) return parts
  const isInBrackets = /^[([].*[)\]]\.?$/u.test(text.slice(end.text.length).trim())
  if (isInBrackets || isRegistered(name)) return parts
  return parts.map((part) => (part === lone ? { ...part, end: withoutSources(text) } : part))
}
