// Gathers the blocks of a rich text into lines, with headings, links and images beside them.
import { readImageFacts } from '#core/edition/image-kind'
import { isLinkAddress, longestAddress } from '#core/edition/link-address'
import { packageLimits } from '#core/edition/manifest'
import { Refusal } from '#core/edition/rejection'
import type { HeadingLevel, ImportedText } from './imported-text.ts'

export interface LineWriter {
  /** Adds words to the block at hand; white space runs together, no-break spaces stay. */
  write(text: string): void
  /** What is written until `closeBold` is in bold type. It nests. */
  openBold(): void
  closeBold(): void
  /** Ends the line within a block. `startLine`: see `begin`. */
  breakLine(startLine?: number): void
  /** Ends the block; the next one begins with `* ` when it is an item. Nothing happens between empty blocks. */
  endBlock(): void
  /** Says what the next words are, and on which line of the file they begin. Ends the block before. */
  begin(role: Role, startLine?: number): void
  /** What is written until `closeLink` is the label. Links do not nest: an inner one ends the outer. */
  openLink(address: string): void
  closeLink(): void
  /** @param source a `data:` address with the image, or where it lies */
  addImage(source: string, label: string): void
  /** Keeps what is no text, of a line of the file, beside the text. */
  leaveOut(kind: 'field', quote: string, line: number): void
  finish(): ImportedText
}

type Role = HeadingLevel | 'item' | 'caption' | 'text'

type Growing<Type> = { -readonly [Key in keyof Type]: Type[Key] }

const mostImages = 200
/** `image/gif` of an embedded image. */
const mediaType = /^data:([a-z]+\/[a-z.+-]+)/iu
/** Addresses may be as long as a picture; the words before one are quoted whole. */
const asQuote = (text: string, words = 0): string => text.slice(0, words + 200)

/**
 * @param spacing `apart` puts an empty line between blocks; `in-place` puts each block on the line on which it begins
 *   in its file, as far as the blocks before it leave that line free
 */
export function createLineWriter(spacing: 'apart' | 'in-place'): LineWriter {
  const lines: string[] = []
  const result: Growing<Omit<ImportedText, 'text'>> = {
    headings: [],
    captions: [],
    leads: [],
    links: [],
    images: [],
    leftOut: [],
  }
  let role: Role = 'text'
  let startLine: number | null = null
  let words: string[] = []
  let boldDepth = 0
  let isAllBold = true
  /** What the line begins with in bold type, when that has ended. */
  let lead: { words: string; apart: boolean } | null = null
  let link: { address: string; label: string[] } | null = null
  let imageBytes = 0
  let imageCount = 0
  /** Links and images of the line at hand; they get its number when it ends. */
  let waiting: ((line: number) => void)[] = []

  function endLine(): void {
    const text = oneLine(words)
    words = []
    const ownLead = lead
    lead = null
    const isBold = isAllBold && role === 'text'
    isAllBold = true
    if (text === '') return
    link?.label.push(' ')
    if (startLine !== null) while (lines.length < startLine - 1) lines.push('')
    startLine = null
    const level = isBold ? 'bold' : role
    if (level === 'caption') result.captions.push(lines.length + 1)
    else if (level !== 'text' && level !== 'item') {
      result.headings.push({ line: lines.length + 1, level })
    }
    lines.push(role === 'item' ? `* ${text}` : text)
    const canHaveLead = level === 'text' || level === 'item'
    if (canHaveLead && ownLead !== null) result.leads.push({ line: lines.length, ...ownLead })
    // The second line of an item or a heading is no other item and no other heading.
    role = 'text'
    settleWaiting(lines.length)
  }

  function settleWaiting(line: number): void {
    for (const settle of waiting) settle(Math.max(1, line))
    waiting = []
  }

  function lastLine(): number {
    return lines.findLastIndex((line) => line !== '') + 1
  }

  function endBlock(): void {
    endLine()
    role = 'text'
    startLine = null
    if (spacing === 'apart' && lines.length > 0 && lines.at(-1) !== '') lines.push('')
  }

  function addLink(address: string, label: string): void {
    const safe = safeAddress(address)
    waiting.push((line) => {
      if (safe === null) result.leftOut.push({ line, kind: 'link', quote: asQuote(address) })
      else result.links.push({ line, label, address: safe })
    })
  }

  function closeLink(): void {
    if (link === null) return
    const { address, label } = link
    link = null
    addLink(address, label.join('').replace(/\s+/gu, ' ').trim())
    // A link around whole blocks belongs to the last of them.
    const hasEnded = lines.length > 0 && words.every((part) => part.trim() === '')
    if (hasEnded && label.some((part) => part.trim() !== '')) settleWaiting(lastLine())
  }

  return {
    write(text) {
      words.push(text)
      if (boldDepth === 0 && text.trim() !== '') {
        const before = isAllBold ? oneLine(words.slice(0, -1)) : ''
        if (before !== '') lead ??= { words: before, apart: false }
        isAllBold = false
      }
      link?.label.push(text)
    },
    openBold() {
      boldDepth += 1
    },
    closeBold() {
      boldDepth = Math.max(0, boldDepth - 1)
    },
    breakLine(line) {
      // The title of an item, above its text.
      const title = role === 'item' && isAllBold ? oneLine(words) : ''
      if (title !== '') {
        lead = { words: title, apart: true }
        isAllBold = false
        words.push(' ')
        return
      }
      endLine()
      startLine = line ?? null
    },
    endBlock,
    begin(next, line) {
      endBlock()
      role = next
      startLine = line ?? null
    },
    openLink(address) {
      closeLink()
      link = { address, label: [] }
    },
    closeLink,
    addImage(source, label) {
      if (safeAddress(source) !== null) return addLink(source, label)
      const bytes = readDataAddress(source)
      const facts = bytes === null ? null : readImageFacts(bytes)
      imageBytes += bytes?.length ?? 0
      if (imageBytes > packageLimits.totalBytes) throw new Refusal('unpacks-too-large')
      imageCount += 1
      if (imageCount > mostImages) throw new Refusal('too-complex')
      waiting.push((line) => {
        if (bytes === null || facts === null || facts.kind === 'gif') {
          const place = /^data:/iu.test(source) ? (mediaType.exec(source)?.[1] ?? '?') : source
          const named = label.trim() === '' ? place : `${label}: ${place}`
          result.leftOut.push({ line, kind: 'image', quote: asQuote(named, label.length) })
        } else result.images.push({ line, kind: facts.kind, label, bytes })
      })
    },
    leaveOut(kind, quote, line) {
      result.leftOut.push({ line, kind, quote })
    },
    finish() {
      closeLink()
      endBlock()
      // What stands below the last words belongs to them.
      settleWaiting(lastLine())
      while (lines.at(-1) === '') lines.pop()
      return { text: lines.join('\n'), ...result }
    },
  }
}

/** White space runs together, no-break spaces stay. */
function oneLine(words: readonly string[]): string {
  return words
    .join('')
    .replace(/[\t\n\f\r ]+/gu, ' ')
    .replace(/^ | $/gu, '')
}

/** The address, written out, when it is one that may ever be shown as a link; else null. Nothing is opened. */
function safeAddress(address: string): string | null {
  const trimmed = address.trim()
  // A picture may stand in its address, and be large.
  if (trimmed.length > longestAddress || !URL.canParse(trimmed)) return null
  const { href } = new URL(trimmed)
  return isLinkAddress(href) ? href : null
}

/** The bytes of a `data:` address in base64, or null for any other; what it says of their kind is not believed. */
function readDataAddress(address: string): Uint8Array | null {
  const comma = address.indexOf(',')
  const head = address.slice(0, Math.min(comma, 200))
  if (!/^data:/iu.test(head) || !/;base64$/iu.test(head)) return null
  const bytes = Buffer.from(address.slice(comma + 1), 'base64')
  return bytes.length > packageLimits.fileBytes ? null : bytes
}
