// A lede that its author signs: `… en tot volgende week! – Ine`, or with `Ine Put, voorzitter` on a line below it.
import type { DigestPart } from './digest-parts.ts'
import { isSalutation } from './salutation.ts'
import { isOfDay } from './lines/date-line.ts'
import { longestHeading } from './lines/line-lengths.ts'
import { withoutSources } from './sources/item-end.ts'
import { isRegistered, sourceKey } from './sources/source-register.ts'

/** The top of an edition has no more lines. */
const longestTop = 10
/** `Ine Put`, `Pastoor B. van den Dijk`, and behind a comma what they are. */
const signature =
  /^(?:[–—-]\s?)?(?:\p{Lu}[\p{Ll}\p{M}’'-]+|\p{Lu}\.)(?:(?:\s(?:\p{Lu}[\p{L}\p{M}.’'-]*|van|de|den|der|het|’t|ter|ten|te|von|el|al|la|le|en)){1,6}(?:,\s\p{L}[^,.]{2,40})?|,\s\p{L}[^,.]{2,40})$/u
/** `Het bestuur`, `Tot in de winkel, Ine en de vrijwilligers`, `Ine Put namens de werkgroep`. */
const signatureOfMany =
  /^(?:het (?:bestuur|team)|de (?:redactie|redacteuren)|(?:groet|liefs|tot)\s[^.!?,]{2,30},\s\p{L}[^.!?,]{2,40}|(?:[^.!?,]{2,30}\s)?namens\s[^.!?,]{2,40})$/iu
/** What somebody is who signs. */
const role =
  /voorzitter|redacteur|redactie|directeur|secretaris|pastoor|dominee|wethouder|bestuur|co[oö]rdinator|penningmeester|burgemeester|rector|hoofd/iu
/** Who writes, and for whom. */
const ofPersons = /(?<!\p{L})(?:ik|mijn|we|wij|ons|onze|je|jullie|u|uw)(?!\p{L})/iu
/** `… en wie een fout vindt, mag hem houden. – H.` */
const initial = /\s[–—-]\s?\p{Lu}\.$/u
/** What says of a name that it is one of a source, besides a label. */
const inBrackets = /[)\]][.\s]*$/u
/** With fewer labels than this, a name behind a text may be its source. */
const fewestLabelled = 2

/**
 * Takes the name behind the first long text for that of its author: an initial behind a dash, or where sources have labels or
 * brackets and this one has none, nobody knows the name and it stands nowhere else.
 */
export function withSignedLede(parts: readonly DigestPart[]): readonly DigestPart[] {
  const at = parts.findIndex(
    ({ text, caption }) => text.length > longestHeading && caption === null,
  )
  const first = parts[at]
  const [name, ...others] = first?.end.sources ?? []
  if (first === undefined || name === undefined || others.length > 0) return parts
  if (first.end.isLabelled || first.bullet || first.isAtStart || isRegistered(name)) return parts
  const unsigned = (): readonly DigestPart[] =>
    parts.map((part) => (part === first ? { ...part, end: withoutSources(part.text) } : part))
  if (initial.test(first.text)) return unsigned()
  if (parts[at + 1]?.isShort !== true || parts[at + 1]?.isLabelled === true) return parts
  if (inBrackets.test(first.text)) return parts
  const rest = parts.filter((part) => part !== first)
  const isLabelled = (part: DigestPart): boolean =>
    part.isLabelled ||
    part.end.isLabelled ||
    (part.end.sources.length > 0 && inBrackets.test(part.text))
  const sourced = rest.filter((part) => isLabelled(part) || part.end.sources.length > 0)
  const labelled = sourced.filter(isLabelled)
  if (labelled.length < fewestLabelled || labelled.length * 2 <= sourced.length) return parts
  const key = sourceKey(name)
  const returns = rest.some(({ end, sourceLine }) =>
    [...end.sources, ...(sourceLine?.names ?? [])].some((other) => sourceKey(other) === key),
  )
  return returns ? parts : unsigned()
}

/**
 * The line below the lede on which its author signs, if there is one: a name, with one short line more between it and the next
 * text than any other place of the edition has.
 */
export function findSignature(parts: readonly DigestPart[]): DigestPart | null {
  const begin = parts.findIndex(({ isShort, caption }) => !isShort && caption === null)
  if (begin === -1 || begin > longestTop) return null
  const at = parts.findIndex((part, index) => index > begin && isHead(part))
  const part = parts[at]
  if (part === undefined || part.level !== null || part.sign !== null) return null
  if (at > longestTop || !(signature.test(part.text) || signatureOfMany.test(part.text)))
    return null
  const top = parts.slice(0, at)
  const isPersonal =
    role.test(part.text) || top.some(({ text }) => isSalutation(text) || ofPersons.test(text))
  const isLede = top.slice(begin).every(({ bullet, end }) => !bullet && end.sources.length === 0)
  const [first = 0, ...others] = rowsOfHeads(parts.slice(at))
  if (!isPersonal || !isLede || others.length === 0) return null
  return first === others.reduce((most, row) => Math.max(most, row)) + 1 ? part : null
}

function isHead({ isShort, bullet, caption, sourceLine, text }: DigestPart): boolean {
  return isShort && !bullet && caption === null && sourceLine === null && !isOfDay(text)
}

/** How many short lines stand above each text. */
function rowsOfHeads(parts: readonly DigestPart[]): number[] {
  const rows: number[] = []
  let length = 0
  for (const part of parts) {
    if (isHead(part)) length += 1
    else if (!part.isShort) {
      if (length > 0) rows.push(length)
      length = 0
    }
  }
  return rows
}
