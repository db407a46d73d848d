// What of a text says how it was sent to its readers, and no news: ways to see it in a browser, to end a subscription.
import {
  isWorded,
  wordsOf,
  type Block,
  type DocumentWithPictures,
  type SourceDocument,
  type WordedBlock,
} from '#core/document/source-document'
import { isFurniture } from '#core/plain-text/furniture'
import { withoutPlaces } from './mail-addresses.ts'
import { deliveryPhrases, iconWords, networks, unsubscribeWords } from './mail-words.ts'

const longestAtHead = 300
const longestAtFoot = 1_000
const longestLabel = 40
const blocksAtHead = 8
/** In letters; it is no more than a third of the text either. */
const longestFoot = 2_000

/** A text without what is about delivery, which is told: mails are often kept as the page that they link to. */
export function withoutDelivery({
  document,
  pictures,
}: DocumentWithPictures): DocumentWithPictures {
  const delivery = deliveryIn(document.blocks)
  const blocks = document.blocks.filter((block) => !delivery.has(block))
  const left = [...document.leftOut, ...[...delivery].map(furniture)]
  const leftOut = left.sort((one, other) => one.line - other.line)
  return { document: { ...document, blocks, leftOut }, pictures }
}

/** A block as one that was left out; it quotes no address. */
export function furniture(block: Block): SourceDocument['leftOut'][number] {
  const quote = block.kind === 'picture' ? block.label : isWorded(block) ? wordsOf(block) : ''
  return { line: block.line, kind: 'furniture', quote: withoutPlaces(quote) }
}

/** Which blocks are about delivery: words at the head or the foot of the text, and icons anywhere. */
export function deliveryIn(blocks: readonly Block[]): ReadonlySet<Block> {
  const lastPart = Math.min(blocks.length - 12, Math.floor(blocks.length * 0.6))
  const found = new Set<Block>()
  for (const [index, block] of blocks.entries()) {
    const longest = index >= lastPart ? longestAtFoot : index < blocksAtHead ? longestAtHead : 0
    if (isWorded(block) && isAboutDelivery(block, longest)) found.add(block)
    if (block.kind === 'picture' && isIconOfNetwork(block.label)) found.add(block)
  }
  const isText = (block: Block): boolean =>
    isWorded(block) &&
    !found.has(block) &&
    (block.kind !== 'paragraph' || !isFurniture(wordsOf(block).trim()))
  const start = blocks.findIndex(isText)
  const foot = startOfFoot(blocks, found, lastPart)
  // A mail of pictures alone has no words but these.
  if (start === -1 || foot <= start) return found
  const end = Math.min(foot, blocks.findLastIndex(isText) + 1)
  for (const block of [...blocks.slice(0, start), ...blocks.slice(end)])
    if (isWorded(block)) found.add(block)
  return new Set([...found, ...headingsOf(blocks, found)])
}

/** Headings below which, up to the next one, all is about delivery. */
function headingsOf(blocks: readonly Block[], delivery: ReadonlySet<Block>): Block[] {
  let below: Block[] = []
  return blocks
    .filter(isWorded)
    .toReversed()
    .flatMap((block) => {
      if (block.kind !== 'heading') {
        below.push(block)
        return []
      }
      const heads = below.length > 0 && below.every((one) => delivery.has(one))
      below = []
      return heads ? [block] : []
    })
}

/** Where a foot begins: with words about delivery, or at a line across the text above them. It is short, and has no heading. */
function startOfFoot(
  blocks: readonly Block[],
  delivery: ReadonlySet<Block>,
  lastPart: number,
): number {
  const all = blocks.reduce((sum, block) => sum + lengthOf(block), 0)
  let start = blocks.length
  let length = 0
  let isAbout = false
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index]
    if (block === undefined || block.kind === 'heading') break
    length += lengthOf(block)
    if (length > longestFoot || length * 3 > all) break
    if (delivery.has(block) && index >= lastPart) {
      start = index
      isAbout = true
    } else if (block.kind === 'rule') {
      if (isAbout) start = index
      isAbout = false
    }
  }
  return start
}

function lengthOf(block: Block): number {
  return isWorded(block) ? wordsOf(block).length : 0
}

function isIconOfNetwork(label: string): boolean {
  const names = (foldedWords(label).match(/\p{L}+/gu) ?? []).filter((word) => !iconWords.has(word))
  return names.length === 1 && networks.has(names[0] ?? '')
}

function isAboutDelivery(block: WordedBlock, longest: number): boolean {
  const words = wordsOf(block)
  if (words.length > longest || !['paragraph', 'line', 'heading'].includes(block.kind)) return false
  const folded = foldedWords(words)
  if (deliveryPhrases.some((phrase) => folded.includes(phrase))) return true
  if (block.kind === 'heading') return false
  const labels = words
    .split(/[|·•\n]| [-–] /u)
    .map((label) => foldedWords(label).replace(/^\P{L}+/u, ''))
  if (labels.some((label) => label.length > longestLabel)) return false
  const links = block.runs.flatMap(({ text, link }) => {
    return link === undefined || text.trim() === '' ? [] : [foldedWords(text).trim()]
  })
  return labels.some((label) => endsSubscription(label, links))
}

function foldedWords(words: string): string {
  return words.toLowerCase().replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ')
}

/** A title may begin with such a word too: `Voorkeuren van kiezers`. So it leads somewhere, or says no more. */
function endsSubscription(label: string, links: readonly string[]): boolean {
  const word = unsubscribeWords.find((one) => label.startsWith(one))
  if (word === undefined) return false
  const more = label.slice(word.length).trim()
  return (
    !/\p{L}/u.test(more) ||
    unsubscribeWords.includes(more) ||
    /https?:\/\/|www\./u.test(more) ||
    links.some((link) => link.includes(label.trim()) || label.includes(link))
  )
}
