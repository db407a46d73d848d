// Which links of a file belong to which item of the edition that was read from it.
import type { Remark } from '../digest/remark.ts'
import { mostLinks, type Edition, type Link } from './edition.ts'
import { isLinkAddress } from './link-address.ts'
import { proofRows, type ProofRow } from './proof-rows.ts'

/** A link as the file has it; lines count from 1. */
export interface FileLink extends Link {
  readonly line: number
}

/** The words of a link are kept to so many characters. */
const longestLabel = 200

/**
 * The edition with the links of the file at its items, and those of title, lede and caption at the edition itself. A link
 * belongs to the part on whose line it stands; one on a line below belongs to the part above it when its words stand in that
 * part, or when it leads on from it (`Lees verder`). Links of the page itself belong to nothing.
 *
 * @param text the file as the parser read it
 */
export function withLinks(edition: Edition, text: string, links: readonly FileLink[]): Edition {
  if (links.length === 0) return edition
  const rows = proofRows(edition, text, [])
  const placed = placeLinks(rows, links)
  const linksOf = (row: ProofRow): Link[] => linksOfRow(row, placed.get(row) ?? [])
  const ofItems = new Map(rows.flatMap((row) => (row.item ? [[row.item.id, linksOf(row)]] : [])))
  const ofOpening = rows.flatMap((row) => (isOpening(row) ? linksOf(row) : []))
  return {
    ...edition,
    ...asField(ofOpening),
    sections: edition.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, ...asField(ofItems.get(item.id) ?? []) })),
    })),
  }
}

/** The field of an edition or an item: absent when there are no links; each address once. */
export function asField(links: readonly Link[]): { links?: Link[] } {
  const byAddress = new Map<string, Link>()
  for (const link of links) if (!byAddress.has(link.address)) byAddress.set(link.address, link)
  const kept = [...byAddress.values()].slice(0, mostLinks)
  return kept.length === 0 ? {} : { links: kept }
}

/** The addresses that stand in the text itself, as in a mail without types: `Lees meer: https://…`. */
export function linksInRemarks(remarks: readonly Remark[]): FileLink[] {
  return remarks.flatMap(({ line, kind, quote }) => {
    if (kind !== 'link-line') return []
    const found = /\bhttps?:\/\/[^\s<>()[\]"]+/u.exec(quote)
    const address = (found?.[0] ?? '').replace(/[.,;:!?]+$/u, '')
    if (found === null || !isLinkAddress(address)) return []
    const label = quote.slice(0, found.index).replace(/[\s:<([{→>»–—-]+$/u, '')
    return [{ line, label: label.trim() || address, address }]
  })
}

/** Each link by the part above it, in the order of the file. */
function placeLinks(
  rows: readonly ProofRow[],
  links: readonly FileLink[],
): Map<ProofRow, FileLink[]> {
  const starts = rows.filter((row) => row.line !== null)
  const placed = new Map<ProofRow, FileLink[]>()
  let at = -1
  for (const link of links.toSorted((one, other) => one.line - other.line)) {
    while ((starts[at + 1]?.line ?? Infinity) <= link.line) at += 1
    const row = starts[at]
    if (row === undefined) continue
    const own = placed.get(row)
    if (own === undefined) placed.set(row, [link])
    else own.push(link)
  }
  return placed
}

/** Those that are the row's own; no more of them are looked at than may be kept, with room for some that fall out. */
function linksOfRow({ line, text, item }: ProofRow, links: readonly FileLink[]): Link[] {
  const words = squeeze([text, ...(item?.sources ?? [])].join(' '))
  return links.slice(0, 2 * mostLinks).flatMap((link) => {
    const label = squeeze(link.label)
    const isWritten = words.includes(label)
    const isOwn = link.line === line && !isImage.test(link.address)
    if (label === '' || !(isWritten || isOwn || leadsOn(link))) return []
    return [{ label: shortened(label), address: link.address }]
  })
}

function isOpening({ role }: ProofRow): boolean {
  return role === 'title' || role === 'lede' || role === 'caption'
}

/** `Lees verder`, `Bekijk de foto’s`, or a bare address; but not `Bekijk deze mail in uw browser` or `Uitschrijven`. */
function leadsOn({ label, address }: Link): boolean {
  return leading.test(label) && !ofPage.test(`${label} ${address}`)
}

const leading =
  /^\W*(?:bekijk|beluister|bron|download|hier|https?:\/\/|kijk|klik|lees|luister|meer|naar|origineel|verder|volledige?)\b/iu
const ofPage =
  /\b(?:aanmelden|abonneren|afmelden|browser|inschrijven|mail|nieuwsbrief|uitschrijven|unsub|unsubscribe|webversie)\b/iu
const isImage = /\.(?:avif|gif|jpe?g|png|svg|webp)$/iu

function shortened(label: string): string {
  return label.length <= longestLabel
    ? label
    : `${label.slice(0, longestLabel).replace(/\s?\S*$/u, '')} …`
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
