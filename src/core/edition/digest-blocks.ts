// The lines of a plain-text digest and the part each plays. A line is a block: blank lines come and go in real
// editions, so what a line is follows from its bullet, its length and its end.
import { readSourceLine, splitSources } from './digest-sources.ts'

/** A line with words in it, without its bullet and the white space around it. */
interface Line {
  readonly text: string
  readonly bullet: boolean
}

export type DigestBlock =
  | { readonly role: 'title' | 'lede' | 'heading'; readonly text: string }
  | { readonly role: 'caption'; readonly caption: string; readonly credit: string | null }
  | { readonly role: 'item'; readonly text: string; readonly sources: readonly string[] }
  | { readonly role: 'sources'; readonly sources: readonly string[] }

/** Real headings have 18 to 46 characters, the shortest item 320. */
const longestHeading = 90
const longestTitle = 160
const longestCaption = 300

/** Lines that a web page puts around a digest; they are no part of it. */
const furniture = new Set([
  'Actueel nieuws',
  'Bekijk in browser',
  'Disclaimer',
  'Een reactie achterlaten',
  'Lees verder',
])
const furnitureStarts = ['Auteur:', 'Categorie:', 'Je e-mailadres ', 'Vereiste velden ']

/** Gives every line of a digest its role, in the order of the text; page furniture is left out. */
export function readDigestBlocks(text: string): DigestBlock[] {
  const blocks: DigestBlock[] = []
  const roles = new Set<DigestBlock['role']>()
  for (const line of readLines(text)) {
    const block = readBlock(line, roles)
    blocks.push(block)
    roles.add(block.role)
  }
  return blocks
}

function readLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map((line) => readBullet(line.trim()))
    .filter(({ text: words }) => /[\p{L}\p{N}]/u.test(words) && !isFurniture(words))
}

function isFurniture(text: string): boolean {
  return furniture.has(text) || furnitureStarts.some((start) => text.startsWith(start))
}

/** `*Een`, `* Een`, `*** Een`, `• Een`, `- Een` and `1、Een`; but `**vet**` and `-38%` are text. */
function readBullet(line: string): Line {
  const bullet = /^(?:(?:\*|\*{3,})(?!\*)|[•·]|[-–+]\s|\d{1,3}、)\s*/u.exec(line)
  return { text: line.slice(bullet?.[0].length ?? 0), bullet: bullet !== null }
}

/** `before` holds the roles of the lines above: only the first line is a title, a lede stands above all items. */
function readBlock({ text, bullet }: Line, before: ReadonlySet<string>): DigestBlock {
  const opening = !before.has('heading') && !before.has('item')
  const sourceLine = before.has('item') ? readSourceLine(text) : null
  if (sourceLine !== null) return { role: 'sources', sources: sourceLine }

  const caption = bullet || before.has('caption') ? null : readCaption(text)
  if (caption !== null) return caption

  const item = splitSources(text)
  if (bullet || item.sources.length > 0) return { role: 'item', ...item }
  if (before.size === 0 && text.length <= longestTitle) return { role: 'title', text }
  if (text.length <= longestHeading && !text.endsWith('.')) return { role: 'heading', text }
  if (opening && !before.has('lede')) return { role: 'lede', text }
  return { role: 'item', ...item }
}

/** `Drone boven de haven Foto: Xinhua Disclaimer`: the last word is a link label and no part of the name. */
function readCaption(text: string): DigestBlock | null {
  const start = text.lastIndexOf('Foto')
  if (text.length > longestCaption || start === -1) return null
  if (/[\p{L}\p{N}]$/u.test(text.slice(0, start))) return null
  const rest = text.slice(start + 'Foto'.length)
  const caption = text.slice(0, start).trim()
  const hasColon = rest.startsWith(':')
  const credit = rest.replace(/^[:\s]+/u, '').replace(/\s+Disclaimer$/u, '')
  if (!isCredit(credit) || !(hasColon || (caption !== '' && /^\s/u.test(rest)))) return null
  return caption === ''
    ? { role: 'caption', caption: `Foto: ${credit}`, credit: null }
    : { role: 'caption', caption, credit }
}

/** A name of at most five words that begin with capitals, so that `Foto van de week` stays a heading. */
function isCredit(credit: string): boolean {
  const words = credit.split(/\s+/u)
  return (
    credit.length <= 60 && words.length <= 5 && words.every((word) => /^\p{Lu}|^\//u.test(word))
  )
}
