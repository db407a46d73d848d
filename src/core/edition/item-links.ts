// Which links of a file belong to which item of the edition that was read from it.
import type { DigestBlock } from '../digest/digest-block.ts'
import type { Remark } from '../digest/remark.ts'
import { linksField, mostLinks, type Edition, type Link } from './edition.ts'
import { imageAddress, isAddress, leadsOn, shortened, squeeze, standsIn } from './link-words.ts'
import { linksInRemarks, type FileLink } from './remark-links.ts'

/** A block of the text, and what its links belong to. */
interface OwnedBlock {
  readonly line: number
  /** Null for a heading, and for what is no part of the edition. */
  readonly owner: Owner | null
  /** The item above a line that was taken for a heading: the line may be a link that leads on from it. */
  readonly above: Owner | null
}

/** What a remark quoted of one line as a part of the page. */
interface Furniture {
  readonly quotes: string[]
  /** How many labels were looked for in the quotes so far. */
  seen: number
}

/** An item, or the opening of the edition: its words, and its links in the order of the file. */
interface Owner {
  readonly words: string
  readonly links: Link[]
  /** How many labels were looked for in the words so far. */
  seen: number
}

/** So many links at most are looked for in one text: twice what may be kept, as some fall out. */
const mostLooks = 2 * mostLinks

/**
 * The edition with the links of the file at its items, and those of title, lede and caption at the edition itself.
 *
 * A link belongs to the block on whose line it stands. One on a line below belongs to the item above when its words stand in
 * it, or when it leads on from it (`Lees verder`). Links of the page itself belong to nothing.
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
  const owned = ownedBlocks(blocks, { opening, items: items.flat(), headed })
  const furniture = furnitureOf(remarks)
  const end = owned.findLast(({ owner }) => owner !== null)?.line ?? 0
  /** Below the last item the page begins; the first line of it may still lead on. */
  let firstBelow = Infinity
  for (const line of furniture.keys()) if (line > end) firstBelow = Math.min(firstBelow, line)
  let at = 0
  for (const link of all) {
    while ((owned[at + 1]?.line ?? Infinity) <= link.line) at += 1
    if (link.line <= Math.max(end, firstBelow) || !furniture.has(link.line))
      placeLink(link, owned, at, furniture.get(link.line))
  }
  return {
    ...edition,
    ...linksField(opening.links),
    sections: edition.sections.map((section, index) => ({
      ...section,
      items: section.items.map((item, place) => ({
        ...item,
        ...linksField(items[index]?.[place]?.links ?? []),
      })),
    })),
  }
}

function ownerOf(parts: readonly (string | null | undefined)[]): Owner {
  return { words: squeeze(parts.filter((part) => part != null).join(' ')), links: [], seen: 0 }
}

/** The blocks with what they belong to, in the order of the file. */
function ownedBlocks(
  blocks: readonly DigestBlock[],
  owners: {
    readonly opening: Owner
    readonly items: readonly Owner[]
    /** Those of each section with a heading. */
    readonly headed: readonly (readonly Owner[])[]
  },
): OwnedBlock[] {
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
    .map((block): OwnedBlock => {
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
  blocks: readonly OwnedBlock[],
  last: number,
  furniture: Furniture | undefined,
): void {
  const link = { label: squeeze(label), address }
  const block = blocks[last]
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
  while (blocks[first - 1]?.line === block.line) first -= 1
  const owners = blocks.slice(first, last + 1).flatMap(({ owner }) => owner ?? [])
  const owner = owners.find((one) => isWrittenIn(one, link.label))
  const isOwn = block.line === line || leadsOn(link)
  if (owner !== undefined) owner.links.push(kept)
  else if (isOwn && !imageAddress.test(address)) owners[0]?.links.push(kept)
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
