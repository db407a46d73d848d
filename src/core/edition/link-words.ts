// The words of links: whether a text has them, and what they say of where the link belongs.
import type { Link } from './edition.ts'

/** A text may have the words many times inside longer ones; after so many it counts as not having them. */
const mostFound = 50

/** The words of a link are kept to so many characters. */
const longestLabel = 200

/** Whether the words of a link stand in a text as they are, and not as a part of longer words. */
export function hasWords(text: string, label: string): boolean {
  return standsIn(squeeze(text), squeeze(label).replace(/ …$/u, ''))
}

/** The same for a text and words without needless white space. */
export function standsIn(text: string, words: string): boolean {
  let at = text.indexOf(words)
  for (let found = 0; at !== -1 && found < mostFound; found += 1) {
    const around = text.slice(Math.max(0, at - 1), at) + text.charAt(at + words.length)
    if (!/[\p{L}\p{N}]/u.test(around)) return true
    at = text.indexOf(words, at + words.length)
  }
  return false
}

/**
 * Whether a link leads on from the item above it: `Lees verder`, `Bekijk de foto’s`, or a bare address. `Bekijk deze mail in
 * uw browser` and an address that ends in `/afmelden` belong to the page.
 */
export function leadsOn({ label, address }: Link): boolean {
  if (pageAddress.test(address)) return false
  return isAddress(label) || (leading.test(label) && !ofPage.test(label))
}

export function isAddress(label: string): boolean {
  return /^https?:\/\//u.test(label)
}

const leading =
  /^\W*(?:bekijk(?! (?:alle|ons|onze)\b)|beluister|bron|lees(?! (?:ons|onze|ook)\b)|luister|naar (?:dit|het)|origineel|verder|volledige?)\b/iu
const ofPage =
  /(?<!\p{L})(?:browser|cookie(?:s|beleid|verklaring)|edities|e-?mail|nieuwsbrie(?:f|ven)|privacy(?:beleid|verklaring)|voorwaarden|webversie)(?!\p{L})/iu
const pageAddress =
  /\/(?:afmelden|opt-?out|preferences|uitschrijven|unsub|unsubscribe|voorkeuren)(?:[/?#]|$)/iu
/** An address of an image, which is no link to read on. */
export const imageAddress = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/iu

export function shortened(label: string): string {
  if (label.length <= longestLabel) return label
  const cut = label.lastIndexOf(' ', longestLabel)
  return `${label.slice(0, cut > 0 ? cut : longestLabel)} …`
}

/** With one space where there was white space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
