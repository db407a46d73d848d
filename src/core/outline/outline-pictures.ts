// The pictures of an item or an opening, with their captions.
import { isWorded, wordsOf, type Block, type SourceDocument } from '../document/source-document.ts'
import { pictureWords } from '../document/picture-words.ts'
import type { Remark } from '../edition/remark.ts'
import type { Edition } from '../edition/edition.ts'
import { longestLine } from '../edition/edition.ts'
import { findLines } from '../edition/find-lines.ts'
import {
  behindText,
  mostPictures,
  pictureKey,
  picturesField,
  type Picture,
} from '../edition/picture.ts'
import { squeeze } from '../squeeze.ts'
import { groupBy } from '../group-by.ts'

type PictureBlock = Extract<Block, { readonly kind: 'picture' }>

export interface ReadPictures {
  readonly field: { pictures?: Picture[] }
  /** The blocks without pictures, and without captions that a picture took. */
  readonly rest: readonly Block[]
  readonly remarks: readonly Remark[]
}

/** A caption belongs to the picture right before or behind it. One of which nothing is known is left out. */
export function readPictures(blocks: readonly Block[]): ReadPictures {
  const pictures: Picture[] = []
  const rest: Block[] = []
  const remarks: Remark[] = []
  const taken = new Set<Block>()
  const keys = new Set<string>()
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'picture') {
      if (!taken.has(block)) rest.push(block)
      continue
    }
    const caption = captionBeside(blocks, index, taken)
    if (caption !== null) {
      taken.add(caption.block)
      if (rest.at(-1) === caption.block) rest.pop()
    }
    const picture = pictureOf(block, caption?.words ?? null)
    const key = picture === null ? null : pictureKey(picture)
    const hasRoom = key !== null && (keys.has(key) || keys.size < mostPictures)
    if (picture === null || !hasRoom) remarks.push(remarkOf(block))
    else pictures.push({ ...picture, after: rest.filter(isWorded).length })
    if (hasRoom) keys.add(key)
  }
  return { field: picturesField(pictures), rest, remarks }
}

function captionBeside(
  blocks: readonly Block[],
  index: number,
  taken: ReadonlySet<Block>,
): { readonly block: Block; readonly words: string } | null {
  for (const block of [blocks[index + 1], blocks[index - 1]]) {
    if (block?.kind !== 'caption' || taken.has(block)) continue
    return { block, words: wordsOf(block).replace(/\s+/gu, ' ').slice(0, longestLine) }
  }
  return null
}

function pictureOf({ file, label, address }: PictureBlock, caption: string | null): Picture | null {
  const words = squeeze(label).slice(0, longestLine) || null
  if (file === null && words === null && caption === null && address === null) return null
  return { file, label: words, caption, address }
}

function remarkOf(block: PictureBlock): Remark {
  return { line: block.line, kind: 'image-left-out', quote: pictureWords(block) }
}

/** An edition whose items are known by their words alone: each picture goes to the item above it, or to the opening. */
export function withPicturesByLine(
  edition: Edition,
  text: string,
  { blocks }: Pick<SourceDocument, 'blocks'>,
): { readonly edition: Edition; readonly remarks: readonly Remark[] } {
  const { field, remarks } = readPictures(blocks)
  if (field.pictures === undefined) return { edition, remarks }
  const items = edition.sections.flatMap((section) => section.items)
  const lines = findLines(
    text,
    items.map((item) => [item.title ?? item.text, item.text]),
  )
  /** The last item that begins above the picture at hand; items and blocks both go down the text. */
  let owner: string | null = null
  let next = 0
  const own = groupBy(
    blocks.filter(({ kind }) => kind === 'picture'),
    (block) => {
      for (; next < items.length && (lines[next] ?? 0) <= block.line; next += 1)
        if (lines[next] !== null) owner = items[next]?.id ?? null
      return owner
    },
  )
  const read = new Map([...own].map(([owner, mine]) => [owner, readPictures(mine)]))
  const fieldOf = (owner: string | null): { pictures?: Picture[] } =>
    picturesField((read.get(owner)?.field.pictures ?? []).map(behindText))
  return {
    remarks: [...read.values()].flatMap((one) => one.remarks),
    edition: {
      ...edition,
      ...fieldOf(null),
      sections: edition.sections.map((section) => ({
        ...section,
        items: section.items.map((item) => ({ ...item, ...fieldOf(item.id) })),
      })),
    },
  }
}
