// Documents one after another as one: the mails of a digest, the entries of a feed, the chapters of a book.
import { Refusal } from '#core/edition/rejection'
import { packageLimits } from '#core/edition/manifest'
import { createPictureRoom } from '#core/edition/picture-room'
import { pictureWords } from '#core/document/picture-words'
import {
  isWorded,
  nothingStated,
  wordsOf,
  type Block,
  type DocumentPicture,
  type DocumentWithPictures,
  type HeadingLevel,
  type SourceDocument,
  type Stated,
} from '#core/document/source-document'

export interface DocumentPart {
  /** The heading above it, with where it leads; null for none. One without words is a rule above the part. */
  readonly heading: {
    readonly level: HeadingLevel
    readonly text: string
    readonly link?: string | null
  } | null
  /** Below which level its own headings go, where it has none above it. */
  readonly below?: HeadingLevel
  readonly document: DocumentWithPictures
}

/** What the parts state of themselves is left: `stated` is of the whole. Headings of a part go below the one above it. */
export function joinDocuments(
  parts: readonly DocumentPart[],
  stated: Partial<Stated>,
): DocumentWithPictures {
  const blocks: Block[] = []
  const leftOut: SourceDocument['leftOut'][number][] = []
  const pictures = new Map<string, DocumentPicture>()
  const room = createPictureRoom()
  let free = 1
  let bytes = 0
  for (const {
    heading,
    below = heading?.level,
    document: { document, pictures: own },
  } of parts) {
    if (heading !== null) {
      blocks.push(headingBlock(heading, free))
      free += 2
    }
    for (const picture of own) {
      if (pictures.has(picture.sha256)) continue
      bytes += picture.bytes.length
      if (bytes > packageLimits.totalBytes) throw new Refusal('unpacks-too-large')
      if (room.take(picture)) pictures.set(picture.sha256, picture)
    }
    const shift = free - 1
    const deeper = below === undefined ? 0 : stepsBelow(below, document.blocks)
    for (const block of document.blocks) {
      // It parts what is below one heading, and would end what is below it.
      if (block.kind === 'rule' && below !== undefined) continue
      if (block.kind === 'picture' && block.file !== null && !pictures.has(block.file.sha256)) {
        leftOut.push({ line: block.line + shift, kind: 'image', quote: pictureWords(block) })
        continue
      }
      blocks.push({ ...lower(block, deeper), line: block.line + shift })
      free = Math.max(free, block.line + shift + heightOf(block) + 1)
    }
    for (const left of document.leftOut) leftOut.push({ ...left, line: left.line + shift })
  }
  return {
    document: { stated: { ...nothingStated, ...stated }, blocks, leftOut },
    pictures: [...pictures.values()],
  }
}

function headingBlock(heading: NonNullable<DocumentPart['heading']>, line: number): Block {
  const { level, text, link = null } = heading
  if (text === '') return { kind: 'rule', line, depth: 0 }
  return {
    kind: 'heading',
    level,
    line,
    depth: 0,
    runs: [link === null ? { text } : { text, link }],
  }
}

function heightOf(block: Block): number {
  return isWorded(block) ? wordsOf(block).split('\n').length : 1
}

function stepsBelow(level: HeadingLevel, blocks: readonly Block[]): number {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const highest = levels.reduce((least: number, own) => Math.min(least, own), 6)
  return Math.max(0, level + 1 - highest)
}

function lower(block: Block, steps: number): Block {
  if (block.kind !== 'heading') return block
  return { ...block, level: Math.min(6, block.level + steps) as HeadingLevel }
}
