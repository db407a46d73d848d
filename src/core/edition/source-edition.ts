// Reads the source text of an edition (docs/edition-format.md).
import { linksField, mostLinks, type Edition, type Link } from './edition.ts'
import { readFrontMatter } from './front-matter.ts'
import { isLinkAddress } from './link-address.ts'
import { readBlocks, type Block, type LabelKind } from './source-blocks.ts'
import {
  checkLengths,
  checkSections,
  finishSection,
  type ItemDraft,
  type SectionDraft,
} from './source-drafts.ts'
import { headKeys, isId, notAnId, readHead } from './source-head.ts'
import { sourceLines, sourceResult, type Mistake, type SourceResult } from './source-text.ts'

type Label = 'Figuur' | 'Foto' | 'Bron' | 'Bronnen' | 'Link'
type EditionBlock = Block<Label>

const labels: ReadonlyMap<Label, LabelKind> = new Map([
  ['Figuur', 'text'],
  ['Foto', 'line'],
  ['Bron', 'line'],
  ['Bronnen', 'line'],
  ['Link', 'line'],
])

const longestFrontMatter = 20_000

/** Whether a text means to be a source edition. Other programs put front matter on top of a text too, with its title and date. */
export function isSourceEdition(text: string): boolean {
  const [first, ...lines] = sourceLines(text.slice(0, longestFrontMatter))
  if (first?.text !== '---') return false
  const end = lines.findIndex((line) => line.text === '---')
  const front = end === -1 ? lines : lines.slice(0, end)
  return front.some((line) => /^(?:id|revision)\s*:/u.test(line.text))
}

/** The edition in a text that is a source edition without any mistake; null for every other text. */
export function sourceEditionIn(text: string): Edition | null {
  if (!isSourceEdition(text)) return null
  const result = parseSourceEdition(text)
  return result.ok ? result.value : null
}

/**
 * The edition that a source file describes. The paragraphs of an item stand in its text with an empty line between
 * them. Never throws: everything that is wrong is reported with its line.
 */
export function parseSourceEdition(source: string): SourceResult<Edition> {
  const front = readFrontMatter(sourceLines(source), headKeys)
  const mistakes: Mistake[] = [...front.mistakes]
  const head = readHead(front.values, mistakes)
  const blocks = readBlocks(front.body, labels)
  const firstHeading = blocks.findIndex(({ kind }) => kind === 'heading')
  const opening = firstHeading === -1 ? blocks : blocks.slice(0, firstHeading)
  const { lede, figure, links } = readOpening(opening, mistakes)
  const sections = readSections(blocks.slice(opening.length), head.firstSection, mistakes)
  checkSections(sections, mistakes)

  const edition = {
    ...{ ...head.fields, lede, figure, ...linksField(links) },
    sections: sections.map(finishSection),
  }
  if (mistakes.length === 0) checkLengths(edition, sections, mistakes)
  return sourceResult(edition, mistakes)
}

/** What stands before the first heading: the lede, the caption and credit of the figure, and links. */
function readOpening(
  blocks: readonly EditionBlock[],
  mistakes: Mistake[],
): Pick<Edition, 'lede' | 'figure'> & { readonly links: readonly Link[] } {
  const links: Link[] = []
  let lede: string | null = null
  let caption: string | null = null
  let credit: string | null = null
  for (const [index, block] of blocks.entries()) {
    const { line, text } = block
    if (block.kind !== 'label') {
      if (lede !== null) {
        mistakes.push({
          line,
          reason: 'the lede is one paragraph; an item begins with "### item-id"',
        })
      }
      lede ??= text
    } else if (text === '') {
      mistakes.push({ line, reason: `nothing stands after "${block.label}:"` })
    } else if (block.label === 'Link') {
      const reason = addLink(links, text)
      if (reason !== null) mistakes.push({ line, reason })
    } else if (block.label === 'Figuur') {
      if (caption !== null) mistakes.push({ line, reason: 'an edition has one "Figuur:"' })
      caption ??= text
    } else if (block.label === 'Foto') {
      const above = blocks[index - 1]
      if (above?.kind !== 'label' || above.label !== 'Figuur') {
        mistakes.push({ line, reason: '"Foto:" stands directly under "Figuur:"' })
      }
      credit ??= text
    } else {
      mistakes.push({ line, reason: `"${block.label}:" stands under an item` })
    }
  }
  return { lede, figure: caption === null ? null : { caption, credit }, links }
}

function readSections(
  blocks: readonly EditionBlock[],
  firstSection: string,
  mistakes: Mistake[],
): SectionDraft[] {
  const sections: SectionDraft[] = []
  for (const block of blocks) {
    const { line } = block
    if (block.kind === 'heading' && block.level === 2) {
      sections.push(readSectionHeading(line, block.text, mistakes))
      continue
    }
    if (block.kind === 'heading' && block.level === 3) {
      if (sections.length === 0) sections.push({ line, id: firstSection, heading: null, items: [] })
      sections.at(-1)?.items.push(readItemHeading(line, block.text, mistakes))
      continue
    }
    const reason = addToItem(sections.at(-1)?.items.at(-1), block)
    if (reason !== null) mistakes.push({ line, reason })
  }
  return sections
}

function readSectionHeading(line: number, text: string, mistakes: Mistake[]): SectionDraft {
  const mark = text.endsWith('}') ? text.lastIndexOf('{#') : -1
  const heading = (mark === -1 ? text : text.slice(0, mark)).trim()
  const id = mark === -1 ? '' : text.slice(mark + 2, -1).trim()
  if (mark === -1 || heading === '') {
    mistakes.push({ line, reason: 'a section begins with "## Heading {#section-id}"' })
  } else if (!isId(id)) {
    mistakes.push({ line, reason: notAnId(id) })
  }
  return { line, id, heading, items: [] }
}

function readItemHeading(line: number, text: string, mistakes: Mistake[]): ItemDraft {
  const colon = text.indexOf(':')
  const id = (colon === -1 ? text : text.slice(0, colon)).trim()
  const title = colon === -1 ? null : text.slice(colon + 1).trim()
  if (!isId(id)) mistakes.push({ line, reason: notAnId(id) })
  if (title === '') mistakes.push({ line, reason: 'no title stands after the colon' })
  return { line, id, title, paragraphs: [], sources: null, links: [] }
}

/** Adds a block to the item above it; returns what is wrong with the block, if anything. */
function addToItem(item: ItemDraft | undefined, block: EditionBlock): string | null {
  if (block.kind === 'heading') return 'a section begins with "##", an item with "###"'
  if (item === undefined) return 'no item stands above this line; an item begins with "### item-id"'
  if (block.kind !== 'label') {
    if (item.sources !== null) return `text after the sources of item "${item.id}"`
    item.paragraphs.push(block.text)
    return null
  }
  if (block.label === 'Link') return addLink(item.links, block.text)
  if (block.label === 'Figuur' || block.label === 'Foto') {
    return `"${block.label}:" stands before the first item`
  }
  if (item.sources !== null) return `item "${item.id}" has its sources on one line`
  item.sources = block.text.split(',').map((name) => name.trim())
  return item.sources.includes('') ? `a source without a name in "${block.text}"` : null
}

/** `Link: Het hele rapport https://…`: its words, if any, and its address; returns what is wrong with it, if anything. */
function addLink(links: Link[], text: string): string | null {
  const address = text.split(/\s/u).at(-1) ?? ''
  if (!isLinkAddress(address))
    return '"Link:" ends with an address in ASCII that begins with https://, http:// or mailto:'
  if (links.length >= mostLinks) return `at most ${mostLinks} links stand here`
  if (links.some((link) => link.address === address)) return 'a link stands here twice'
  links.push({ label: text.slice(0, -address.length).trim() || address, address })
  return null
}
