// What of the text of a mail is about its sending: signatures, ways to unsubscribe, addresses and marks of those who got it.
import {
  isWorded,
  wordsOf,
  type Block,
  type Run,
  type SourceDocument,
  type WordedBlock,
} from '#core/document/source-document'
import { cleanAddress, hostOf, withoutPlaces, type People } from './mail-addresses.ts'
import { deliveryIn, furniture } from './delivery.ts'
import { addressesIn } from './mail-headers.ts'

const mostSignature = 12

/** The text of a mail without its furniture, which is told in `leftOut`, and without what points at those who got it. */
export function withoutFurniture(
  { blocks, leftOut, stated }: SourceDocument,
  people: People,
): SourceDocument {
  const end = startOfSignature(blocks)
  const delivery = deliveryIn(blocks)
  const kept: Block[] = []
  const left = leftOut.map((one) => ({ ...one, quote: withoutPlaces(one.quote) }))
  for (const [index, block] of blocks.entries()) {
    if (delivery.has(block) || (isWorded(block) && index >= end)) {
      left.push(furniture(block))
    } else if (block.kind !== 'picture') {
      kept.push(isWorded(block) ? withoutMarksOfReader(block, people) : block)
    } else if (block.file !== null) kept.push(block)
    else {
      const address = cleanAddress(block.address ?? '', people)
      if (block.label.trim() !== '' || address !== null) kept.push({ ...block, address })
    }
  }
  const quoted = left.filter((one) => one.quote.trim() !== '' && !isPictureElsewhere(one))
  return { stated, blocks: kept, leftOut: quoted.sort((one, other) => one.line - other.line) }
}

/** A small picture from elsewhere without words says nothing; many tell the sender who reads. */
function isPictureElsewhere({ kind, quote }: SourceDocument['leftOut'][number]): boolean {
  return kind === 'image' && /^https?:\/\/\S*$/iu.test(quote)
}

/** Where the signature begins: behind `-- `, or the line that programs for mailing lists draw. */
function startOfSignature(blocks: readonly Block[]): number {
  const from = Math.max(0, blocks.length - mostSignature - 1)
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (block === undefined || !isWorded(block)) continue
    const words = wordsOf(block).trimEnd()
    if (words === '--' || (/^_{30,}$/u.test(words) && index > 0)) return index
  }
  return blocks.length
}

function withoutMarksOfReader(block: WordedBlock, people: People): WordedBlock {
  const runs = block.runs.map(({ link, ...run }): Run => {
    const address = link === undefined ? null : cleanAddress(link, people)
    const text = withoutReceivers(run.text, people)
    return address === null ? { ...run, text } : { ...run, text, link: address }
  })
  // An address may be in two runs, as where a page lets a word break or sets one half in bold.
  const words = wordsOf({ runs })
  const clean = withoutReceivers(words, people)
  return { ...block, runs: clean === words ? runs : [{ text: clean }] }
}

function withoutReceivers(text: string, people: People): string {
  const clean = text.replace(/https?:\/\/[^\s<>"]+/gu, (address) => {
    const known = cleanAddress(address, people)
    if (known === null) return hostOf(address)
    return known.length < address.length ? known : address
  })
  const named = addressesIn(clean).filter((address) => people.receivers.has(address))
  // Addresses in a text are few; all of them are of the mail's own head.
  return [...new Set(named)].reduce((rest, address) => replaceWord(rest, address), clean)
}

function replaceWord(text: string, word: string): string {
  const folded = text.toLowerCase()
  // A few letters have a small form of another length.
  if (folded.length !== text.length) return text.replaceAll(word, '…')
  let result = ''
  let from = 0
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, from)) {
    result += `${text.slice(from, at)}…`
    from = at + word.length
  }
  return result + text.slice(from)
}
