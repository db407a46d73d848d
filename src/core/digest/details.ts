// Lines that say when and where of an item: `Locatie: Gent`, `Aanvang: 20 uur`.
import type { DigestPart } from './digest-parts.ts'
import { longestHeading } from './lines/line-lengths.ts'

const label =
  /^(?:aanmelden|aanvang|adres|contact(?:persoon)?|datum|deadline|doelgroep|duur|e-?mail|entree|inlichtingen|inschrijven|kosten|locatie|meer (?:info|informatie|weten)|opgave|opgeven|organisat(?:ie|or)|plaats|prijs|sprekers?|tarief|telefoon|tickets|tijd(?:en|stip)?|toegang|voor wie|waar|wanneer|website|zaal)\s?:\s\S/iu

/** Takes such lines below the first text for a part of the item above them. */
export function withDetails(parts: readonly DigestPart[]): readonly DigestPart[] {
  const first = parts.findIndex(({ text }) => text.length > longestHeading)
  return parts.map((part, index) => {
    const canBeDetail = part.isShort && !part.bullet && part.level === null && !part.isLabelled
    if (first === -1 || index <= first || !canBeDetail || !label.test(part.text)) return part
    return { ...part, isShort: false, isListed: true }
  })
}
