// Lines that say when and where of an item: `Locatie: Gent`, `Aanvang: 20 uur`.
import type { DigestPart } from './digest-parts.ts'
import { readDateLine } from './lines/date-line.ts'
import { longestHeading } from './lines/line-lengths.ts'

const label =
  /^(?:aanmelden|aanvang|adres|contact(?:persoon)?|datum|deadline|doelgroep|duur|e-?mail|entree|inlichtingen|inschrijven|kosten|locatie|meer (?:info|informatie|weten)|opgave|opgeven|organisat(?:ie|or)|plaats|prijs|sprekers?|tarief|telefoon|tickets|tijd(?:en|stip)?|toegang|voor wie|waar|wanneer|website|zaal)\s?:\s\S/iu

/** `Relevantie: hoog`: a word that an author puts below texts so often is no heading. */
const ownLabel = /^(\p{Lu}[\p{L} ]{1,24}):\s\S/u
const fewestOwn = 3

/** Takes such lines below the first text for a part of the item above them. */
export function withDetails(parts: readonly DigestPart[]): readonly DigestPart[] {
  const first = parts.findIndex(({ text }) => text.length > longestHeading)
  if (first === -1) return parts
  const own = ownLabels(parts)
  return parts.map((part, index) => {
    if (index <= first || !canBeDetail(part)) return part
    const isDetail =
      (label.test(part.text) && !isDayAboveText(parts, index) && !isTitle(parts, index)) ||
      own.has(ownLabel.exec(part.text)?.[1] ?? '')
    return isDetail ? { ...part, isShort: false, isListed: true } : part
  })
}

/** `Datum: 12 juli 2030` between the title or the sources of an item and its text. */
function isDayAboveText(parts: readonly DigestPart[], index: number): boolean {
  const [above, part, next] = [-1, 0, 1].map((step) => parts[index + step])
  if (part === undefined || readDateLine(part.text) === null) return false
  return above?.isShort === true && next?.isShort === false && !next.gapBefore
}

/** `Kosten: het water stijgt` with an empty line above it and a text right below it. */
function isTitle(parts: readonly DigestPart[], index: number): boolean {
  const [part, next] = [parts[index], parts[index + 1]]
  return part?.gapBefore === true && next?.isShort === false && !next.gapBefore
}

function canBeDetail({ isShort, bullet, level, isLabelled }: DigestPart): boolean {
  return isShort && !bullet && level === null && !isLabelled
}

/** The words before a colon that stand again and again right below texts, and never above one. */
function ownLabels(parts: readonly DigestPart[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; below: number }>()
  parts.forEach((part, index) => {
    const key = canBeDetail(part) ? ownLabel.exec(part.text)?.[1] : undefined
    if (key === undefined) return
    const count = counts.get(key) ?? { all: 0, below: 0 }
    counts.set(key, count)
    count.all += 1
    const [above, next] = [parts[index - 1], parts[index + 1]]
    const isBelow = above !== undefined && (!above.isShort || above.isLabelled)
    const isApart = next === undefined || next.isShort || next.gapBefore
    if (isBelow && !part.gapBefore && isApart) count.below += 1
  })
  const own = [...counts].filter(([, { all, below }]) => all >= fewestOwn && below === all)
  return new Set(own.map(([key]) => key))
}
