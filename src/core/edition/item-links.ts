// Which links of a file belong to which item of the edition that was read from it.
import type { DigestBlock } from '../digest/digest-block.ts'
import type { Remark } from '../digest/remark.ts'
import { mostLinks, type Edition, type Link } from './edition.ts'
import { isLinkAddress, writtenOut } from './link-address.ts'

/** A link as the file has it; lines count from 1. */
export interface FileLink extends Link {
  readonly line: number
}

/** A block of the text. */
interface Place {
  readonly line: number
  /** Null for a heading, and for what is no part of the edition. */
  readonly owner: Owner | null
  /** Above a line that was taken for a heading, and is a link that leads on. */
  readonly above: Owner | null
}

/** What was quoted of a line as a part of the page. */
interface Furniture {
  readonly quotes: string[]
  seen: number
}

/** An item, or the opening of the edition: its words, and its links in the order of the file. */
interface Owner {
  readonly words: string
  readonly links: Link[]
  /** So many were looked for in the words. */
  seen: number
}

/** No more are looked for in a text than may be kept of it, with room for some that fall out. */
const mostLooks = 2 * mostLinks
const mostFound = 50

/** The words of a link are kept to so many characters. */
const longestLabel = 200

/**
 * The edition with the links of the file at its items, and those of title, lede and caption at the edition itself. A link
 * belongs to the block on whose line it stands. One on a line below belongs to the block above when its words stand in that
 * item, or when it leads on from it (`Lees verder`). Links of the page itself belong to nothing.
 *
 * @param blocks of which the edition was made
 * @param links what the file says is a link; addresses that its text writes out are read from the remarks
 */
export function withLinks(
  edition: Edition,
  blocks: readonly DigestBlock[],
  links: readonly FileLink[],
  remarks: readonly Remark[],
): Edition {
  const all = [...links, ...linksInRemarks(remarks)].sort((one, other) => one.line - other.line)
  if (all.length === 0) return edition
  const opening = ownerOf([edition.title, edition.lede, edition.figure?.caption])
  const items = edition.sections.map((section) =>
    section.items.map(({ title, text, sources }) => ownerOf([title, text, ...sources])),
  )
  const headed = items.filter((_, index) => edition.sections[index]?.heading !== null)
  const places = placesOf(blocks, { opening, items: items.flat(), headed })
  const furniture = furnitureOf(remarks)
  const end = places.findLast(({ owner }) => owner !== null)?.line ?? 0
  /** Below the last item the page begins; the first line of it may still lead on. */
  let firstBelow = Infinity
  for (const line of furniture.keys()) if (line > end) firstBelow = Math.min(firstBelow, line)
  let at = 0
  for (const link of all) {
    while ((places[at + 1]?.line ?? Infinity) <= link.line) at += 1
    if (link.line <= Math.max(end, firstBelow) || !furniture.has(link.line))
      placeLink(link, places, at, furniture.get(link.line))
  }
  return {
    ...edition,
    ...asField(opening.links),
    sections: edition.sections.map((section, index) => ({
      ...section,
      items: section.items.map((item, place) => ({
        ...item,
        ...asField(items[index]?.[place]?.links ?? []),
      })),
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

/** Whether the words of a link stand in a text as they are, and not as a part of longer words. */
export function hasWords(text: string, label: string): boolean {
  return standsIn(squeeze(text), squeeze(label).replace(/ …$/u, ''))
}

/** The same for words without needless white space. */
function standsIn(text: string, words: string): boolean {
  let at = text.indexOf(words)
  for (let found = 0; at !== -1 && found < mostFound; found += 1) {
    const around = text.slice(Math.max(0, at - 1), at) + text.charAt(at + words.length)
    if (!/[\p{L}\p{N}]/u.test(around)) return true
    at = text.indexOf(words, at + words.length)
  }
  return false
}

/**
 * The addresses that stand in the text itself, as in a mail without types: `Lees meer: https://…`, or `[3]` where another line
 * says what that leads to.
 */
export function linksInRemarks(remarks: readonly Remark[]): FileLink[] {
  const quotes = remarks.filter(({ kind }) => kind === 'link-line')
  const references = new Map(
    quotes.flatMap(({ quote }) => {
      const [, number = ''] = /^\[(\d{1,3})\]\s?:?\s/u.exec(quote) ?? []
      const found = number === '' ? null : addressIn(quote)
      return found === null ? [] : [[number, found.address] as const]
    }),
  )
  return quotes.flatMap(({ line, quote }) => {
    const [, number = ''] = /^\[(\d{1,3})\](?!\s?:?\s)/u.exec(quote) ?? []
    const reference = references.get(number)
    if (reference !== undefined) return [{ line, label: reference, address: reference }]
    const found = /^\[\d{1,3}\]/u.test(quote) ? null : addressIn(quote)
    return found === null ? [] : [{ line, ...found }]
  })
}

function addressIn(quote: string): Link | null {
  const found = /https?:\/\/[^\s<>"“”«»]+/iu.exec(quote)
  if (found === null) return null
  const end = found.index + found[0].length
  // The second half of an address that is broken stands elsewhere.
  if (quote.charAt(found.index - 1) === '<' && quote.charAt(end) !== '>') return null
  const address = writtenOut(withoutStops(found[0]))
  if (!isLinkAddress(address)) return null
  const words = quote.slice(0, found.index)
  return { label: /\p{L}/u.test(words) ? withoutMarks(words) : address, address }
}

/** Without the full stop or the bracket that belongs to the sentence around it. */
function withoutStops(address: string): string {
  let open = 0
  for (const sign of address) open += sign === '(' ? 1 : sign === ')' ? -1 : 0
  let end = address.length
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1)
    if (last === ')' && open < 0) open += 1
    else if (!".,;:!?*_’'[]".includes(last)) break
  }
  return address.slice(0, end)
}

function withoutMarks(words: string): string {
  let end = words.length
  while (end > 0 && !/[\p{L}\p{N}.!?’”)]/u.test(words.charAt(end - 1))) end -= 1
  return words.slice(0, end).trim()
}

function ownerOf(parts: readonly (string | null | undefined)[]): Owner {
  return { words: squeeze(parts.filter((part) => part != null).join(' ')), links: [], seen: 0 }
}

/** The blocks with what they belong to, in the order of the file. */
function placesOf(
  blocks: readonly DigestBlock[],
  owners: {
    readonly opening: Owner
    readonly items: readonly Owner[]
    /** Those of each section with a heading. */
    readonly headed: readonly (readonly Owner[])[]
  },
): Place[] {
  const { opening, items, headed } = owners
  const areTitles = headed.every((below) => below.length <= 1)
  /** So many items and headings have begun. */
  let begun = 0
  let headings = 0
  const ownerOfBlock = (block: DigestBlock): Owner | null => {
    switch (block.role) {
      case 'title':
      case 'lede':
      case 'caption':
        return opening
      case 'item':
        if (!block.continues || begun === 0) begun += 1
        return items[begun - 1] ?? null
      case 'item-title':
        return items[begun] ?? null
      case 'sources':
        return items[block.isAbove ? begun : begun - 1] ?? null
      case 'heading': {
        const [only = null] = headed[headings++] ?? []
        return areTitles ? only : null
      }
      default:
        return null
    }
  }
  return blocks
    .map((block): Place => {
      const above = block.role === 'heading' ? (items[begun - 1] ?? null) : null
      return { line: block.line, owner: ownerOfBlock(block), above }
    })
    .sort((one, other) => one.line - other.line)
}

function furnitureOf(remarks: readonly Remark[]): ReadonlyMap<number, Furniture> {
  const byLine = new Map<number, Furniture>()
  for (const { line, kind, quote } of remarks) {
    if (kind !== 'page-furniture') continue
    const own = byLine.get(line)
    if (own === undefined) byLine.set(line, { quotes: [squeeze(quote)], seen: 0 })
    else own.quotes.push(squeeze(quote))
  }
  return byLine
}

function placeLink(
  { line, label, address }: FileLink,
  places: readonly Place[],
  last: number,
  furniture: Furniture | undefined,
): void {
  const link = { label: squeeze(label), address }
  const block = places[last]
  if (link.label === '' || block === undefined || block.line > line) return
  if (furniture !== undefined && isOfFurniture(link, furniture)) return
  const kept = { label: shortened(link.label), address }
  const isReadOn = block.line === line && !isAddress(link.label) && leadsOn(link)
  if (block.above !== null && isReadOn) {
    block.above.links.push(kept)
    return
  }
  // Several blocks may stand on one line: a heading may be glued to the end of an item.
  let first = last
  while (places[first - 1]?.line === block.line) first -= 1
  const owners = places.slice(first, last + 1).flatMap(({ owner }) => owner ?? [])
  const owner = owners.find((one) => isWrittenIn(one, link.label))
  const isOwn = block.line === line || leadsOn(link)
  if (owner !== undefined) owner.links.push(kept)
  else if (isOwn && !isImage.test(address)) owners[0]?.links.push(kept)
}

function isWrittenIn(owner: Owner, label: string): boolean {
  owner.seen += 1
  return owner.seen <= mostLooks && standsIn(owner.words, label)
}

/** Whether the page says the words of the link, and not as a line of its own that leads on from an item. */
function isOfFurniture(link: Link, furniture: Furniture): boolean {
  furniture.seen += 1
  if (furniture.seen > mostLooks) return true
  const { label } = link
  const quoted = furniture.quotes.find((quote) => standsIn(quote, label))
  if (quoted === undefined) return false
  return !leadsOn(link) || quoted.length > label.length + longestMark
}

/** What may stand around the words of a link on its line. */
const longestMark = 4

/** `Lees verder`, `Bekijk de foto’s`, or a bare address; but not `Bekijk deze mail in uw browser` or one that ends in `/afmelden`. */
function leadsOn({ label, address }: Link): boolean {
  if (pageAddress.test(address)) return false
  return isAddress(label) || (leading.test(label) && !ofPage.test(label))
}

function isAddress(label: string): boolean {
  return /^https?:\/\//u.test(label)
}

const leading =
  /^\W*(?:bekijk(?! (?:alle|ons|onze)\b)|beluister|bron|lees(?! (?:ons|onze|ook)\b)|luister|naar (?:dit|het)|origineel|verder|volledige?)\b/iu
const ofPage =
  /(?<!\p{L})(?:browser|cookie(?:s|beleid|verklaring)|edities|e-?mail|nieuwsbrie(?:f|ven)|privacy(?:beleid|verklaring)|voorwaarden|webversie)(?!\p{L})/iu
const pageAddress =
  /\/(?:afmelden|opt-?out|preferences|uitschrijven|unsub|unsubscribe|voorkeuren)(?:[/?#]|$)/iu
const isImage = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/iu

function shortened(label: string): string {
  if (label.length <= longestLabel) return label
  const cut = label.lastIndexOf(' ', longestLabel)
  return `${label.slice(0, cut > 0 ? cut : longestLabel)} …`
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
