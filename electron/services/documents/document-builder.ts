// Gathers the blocks of a rich text into a document. The readers of HTML, Markdown, Word, mail, feeds and EPUB write into one.
import type { Look } from '#core/document/look'
import { isLinkAddress, longestAddress } from '#core/edition/link-address'
import { packageLimits } from '#core/edition/manifest'
import { createPictureRoom } from '#core/edition/picture-room'
import { Refusal } from '#core/edition/rejection'
import {
  nothingStated,
  type Block,
  type DocumentPicture,
  type DocumentWithPictures,
  type HeadingLevel,
  type Run,
  type SourceDocument,
  type Stated,
} from '#core/document/source-document'
import { withDrawnHeadings } from './drawn-headings.ts'
import { usualSize } from './font-size.ts'
import { readPicture } from './read-picture.ts'
import { tidied } from './tidy-runs.ts'
import { withWholeHeadlines } from './whole-headlines.ts'

export type BlockRole = HeadingLevel | 'paragraph' | 'item' | 'quote' | 'caption' | 'row' | 'line'

export interface DocumentBuilder {
  /**
   * Adds words to the block at hand; white space runs together, no-break spaces stay. A block looks as its first words do,
   * which `look` tells.
   */
  write(text: string, look?: () => Look): void
  /** What is written until `closeBold` is in bold type. It nests. */
  openBold(): void
  closeBold(): void
  /** How large the next words are drawn, in CSS pixels. */
  setSize(size: number): void
  /** Ends the line within a block; twice, the block. */
  breakLine(): void
  /** Ends the block. Nothing happens between empty blocks. */
  endBlock(): void
  /**
   * Ends the block and says what the next words are, on which line of the file they begin, where that is known, and which
   * number is printed before them.
   */
  begin(role: BlockRole, startLine?: number, number?: string | null): void
  /** Ends the block. Blocks up to `closeList` stand one list deeper. */
  openList(): void
  closeList(): void
  /** What is written until `closeLink` is the label. Links do not nest: an inner one ends the outer. */
  openLink(address: string): void
  closeLink(): void
  /**
   * A picture at this place of the text. `source` is a `data:` address, or where it lies; `bytes` are given when the file
   * itself carries it.
   */
  addPicture(source: string, label: string, bytes?: Uint8Array | null): void
  addRule(): void
  /** Keeps what is no text beside the text. `line`: of the file; the line at hand without it. */
  leaveOut(kind: SourceDocument['leftOut'][number]['kind'], quote: string, line?: number): void
  /** What the file says of itself; the titles add up, and of the rest the first one said counts. */
  state(stated: Partial<Stated>): void
  finish(): DocumentWithPictures
}

/** `image/gif` of a picture that stands in its address. */
const mediaType = /^data:([a-z]+\/[a-z.+-]+)/iu
/** Addresses may be as long as a picture; the words before one are quoted whole. */
const asQuote = (text: string, words = 0): string => text.slice(0, words + 200)

/**
 * @param spacing `apart` puts an empty line between blocks; `in-place` puts each block on the line on which it begins
 *   in its file, as far as the blocks before it leave that line free
 */
export function createDocumentBuilder(spacing: 'apart' | 'in-place'): DocumentBuilder {
  const blocks: Block[] = []
  const pictures: DocumentPicture[] = []
  const leftOut: SourceDocument['leftOut'][number][] = []
  let stated: Stated = nothingStated
  /** The first line that no block has taken. */
  let free = 1
  let role: BlockRole = 'paragraph'
  let startLine: number | null = null
  /** Before the words of an item of a list. */
  let number: string | null = null
  let runs: Run[] = []
  let look: Look | null = null
  let boldDepth = 0
  let size = usualSize
  /** Of the smallest words in the block at hand. */
  let least = Infinity
  let leadsWithin = false
  /** Of the words in the block at hand: whether they lead to another place of the same text. */
  let ways = new Set<boolean>()
  const sizes = new Map<Block, number>()
  let listDepth = 0
  let link: string | null = null
  let pictureBytes = 0
  const room = createPictureRoom()
  /** Pictures within the block at hand; they stand behind it. */
  let waiting: Block[] = []

  function endBlock(): void {
    // Mails fill their first line with characters that nobody sees.
    const isSeen = runs.some(({ text }) => /[^\s\p{Cf}]/u.test(text))
    const isWay = ways.size === 1 && ways.has(true) && typeof role !== 'number'
    const words = isSeen ? tidied(runs) : []
    const line = Math.max(startLine ?? 0, free)
    const depth = role === 'item' ? Math.max(1, listDepth) : listDepth
    const own = { line, depth, ...(look === null ? {} : { look }) }
    if (isWay) leave('furniture', words.map(({ text }) => text).join(''), line)
    else if (words.length > 0) {
      const block: Block =
        typeof role === 'number'
          ? { kind: 'heading', level: role, ...own, runs: words }
          : role === 'item' && number !== null
            ? { kind: role, ...own, runs: words, number }
            : { kind: role, ...own, runs: words }
      blocks.push(block)
      sizes.set(block, least)
      const height = words.reduce((sum, { text }) => sum + text.split('\n').length - 1, 1)
      free = line + height + (spacing === 'apart' ? 1 : 0)
    }
    for (const picture of waiting) blocks.push({ ...picture, line })
    waiting = []
    runs = []
    look = null
    least = Infinity
    ways = new Set()
    role = 'paragraph'
    startLine = null
    number = null
  }

  function leave(
    kind: SourceDocument['leftOut'][number]['kind'],
    quote: string,
    line = free,
  ): void {
    if (quote.trim() !== '') leftOut.push({ line, kind, quote })
  }

  function addKept(bytes: Uint8Array, label: string, source: string): void {
    pictureBytes += bytes.length
    if (pictureBytes > packageLimits.totalBytes) throw new Refusal('unpacks-too-large')
    const read = readPicture(bytes)
    if (read === null || !room.take(read)) return leavePicture(label, source)
    const { bytes: kept, ...file } = read
    waiting.push({ kind: 'picture', line: free, depth: listDepth, label, file, address: null })
    if (!pictures.some(({ sha256 }) => sha256 === file.sha256))
      pictures.push({ ...file, bytes: kept })
  }

  function leavePicture(label: string, source: string): void {
    const place = /^data:/iu.test(source) ? (mediaType.exec(source)?.[1] ?? '?') : source
    const named = label.trim() === '' ? place : `${label}: ${place}`
    leave('image', asQuote(named, label.length), startLine ?? free)
  }

  return {
    write(written, lookOfWords) {
      // Where a line may break is for the program that shows it.
      const text = written.replace(/[\u200b\u2060\ufeff]/gu, '')
      if (text === '') return
      if (/[\p{L}\p{N}]/u.test(text)) {
        least = Math.min(least, size)
        ways.add(leadsWithin)
        look ??= lookOfWords?.() ?? null
      }
      runs.push({
        text: role === 'line' ? text : text.replace(/[\t\n\f\r ]+/gu, ' '),
        ...(boldDepth > 0 ? { bold: true as const } : {}),
        ...(link === null ? {} : { link }),
      })
    },
    setSize(next) {
      size = next
    },
    openBold() {
      boldDepth += 1
    },
    closeBold() {
      boldDepth = Math.max(0, boldDepth - 1)
    },
    breakLine() {
      if (runs.findLast(({ text }) => text.trim() !== '' || text === '\n')?.text !== '\n')
        runs.push({ text: '\n' })
      // An empty line parts paragraphs.
      else endBlock()
    },
    endBlock,
    begin(next, line, printed) {
      endBlock()
      role = next
      startLine = line ?? null
      number = printed ?? null
    },
    openList() {
      endBlock()
      listDepth += 1
    },
    closeList() {
      endBlock()
      listDepth = Math.max(0, listDepth - 1)
    },
    openLink(address) {
      // `#` alone is a link that its author has not made yet.
      if (address === '#') return
      leadsWithin = address.startsWith('#')
      if (leadsWithin) return
      link = safeAddress(address)
      if (link === null) leave('link', asQuote(address), startLine ?? free)
    },
    closeLink() {
      link = null
      leadsWithin = false
    },
    addPicture(source, label, bytes) {
      const own = bytes ?? readDataAddress(source)
      if (own !== null) return addKept(own, label, source)
      const address = safeAddress(source)
      if (address === null) return leavePicture(label, source)
      waiting.push({ kind: 'picture', line: free, depth: listDepth, label, file: null, address })
    },
    addRule() {
      endBlock()
      blocks.push({ kind: 'rule', line: free, depth: listDepth })
    },
    leaveOut(kind, quote, line) {
      leave(kind, quote, line)
    },
    state({ titles = [], date = null, series = null, language = null, number }) {
      const numbered = stated.number ?? number
      stated = {
        titles: [...stated.titles, ...titles.filter(({ text }) => text.trim() !== '')],
        date: stated.date ?? date,
        series: stated.series ?? series,
        language: stated.language ?? language,
        ...(numbered === undefined ? {} : { number: numbered }),
      }
    },
    finish() {
      endBlock()
      const headed = withDrawnHeadings(blocks, sizes)
      // Who types Markdown makes one heading of one headline; what lays out a page or a mail may make two.
      const whole = spacing === 'apart' ? withWholeHeadlines(headed) : headed
      return { document: { stated, blocks: whole, leftOut }, pictures }
    },
  }
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
