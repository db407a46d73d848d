// Items that begin with a place: `GENT – Het dak lekt.` Where most texts do, one that does so never goes on with the one above it.
import type { DigestPart } from './digest-parts.ts'

const place = /^\p{Lu}(?:[\p{L} .’'/()-]{1,28}\s[–—-]|[\p{Lu} .’'/()-]{1,28}:)\s/u
const fewest = 4
const share = 0.6

/** Marks such items. */
export function withOpenings(parts: readonly DigestPart[]): readonly DigestPart[] {
  const texts = parts.filter(isText)
  const placed = texts.filter(({ text }) => place.test(text)).length
  if (placed < fewest || placed < share * texts.length) return parts
  return parts.map((part) =>
    isText(part) && place.test(part.text) ? { ...part, opensItem: true } : part,
  )
}

function isText({ isShort, isLabelled, bullet, sourceLine }: DigestPart): boolean {
  return !isShort && !isLabelled && !bullet && sourceLine === null
}
