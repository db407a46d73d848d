// What a file says, in its own structure, before an edition is made of it. Every reader of a format gives one.
import * as v from 'valibot'
import type { Look } from './look.ts'
import { pictureFileSchema, type PictureFile } from '../edition/picture.ts'

/** A file has no more lines than this; `documentText` makes each of them. */
const mostLines = 2 ** 25
/** Of an item of a list, as it is printed. */
const longestNumber = 8
const lineNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostLines))

/** Words of one kind. A line break within a block is a `\n`; all other white space is single spaces. */
export const runSchema = v.strictObject({
  text: v.string(),
  bold: v.optional(v.literal(true)),
  /** `http`, `https` or `mailto`, written out in ASCII. */
  link: v.optional(v.string()),
})

/** `line`: where the block begins in `documentText`. `depth`: in how many lists it stands, one within another. */
const placed = { line: lineNumber, depth: v.pipe(v.number(), v.integer(), v.minValue(0)) }
const worded = { ...placed, runs: v.array(runSchema) }

export const headingLevels = [1, 2, 3, 4, 5, 6] as const

export const blockSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('heading'),
    level: v.picklist(headingLevels),
    ...worded,
  }),
  v.strictObject({ kind: v.literal('paragraph'), ...worded }),
  /** The first paragraph of an item of a list; `depth` is 1 or more. Others of the same item are paragraphs of that depth. */
  v.strictObject({
    kind: v.literal('item'),
    ...worded,
    /** As it is printed; an item of a list without numbers has none. */
    number: v.exactOptional(v.pipe(v.string(), v.maxLength(longestNumber))),
  }),
  v.strictObject({ kind: v.literal('quote'), ...worded }),
  /** The caption of the picture before or behind it. */
  v.strictObject({ kind: v.literal('caption'), ...worded }),
  /** A row of a table of data; its cells are parted by ` | `. */
  v.strictObject({ kind: v.literal('row'), ...worded }),
  /** A line of plain text, of which the file does not say what it is; its white space is as it came. */
  v.strictObject({ kind: v.literal('line'), ...worded }),
  v.strictObject({
    kind: v.literal('picture'),
    ...placed,
    /** Its alternative text; may be empty. */
    label: v.string(),
    /** Null for one that is not in the file. */
    file: v.nullable(pictureFileSchema),
    /** Where it lies, when it is not in the file. It is never fetched. */
    address: v.nullable(v.string()),
  }),
  /** A line across the page. */
  v.strictObject({ kind: v.literal('rule'), ...placed }),
])

/** Where a file says something of itself. */
export const placesOfTitle = ['front-matter', 'head', 'meta', 'subject', 'feed', 'package'] as const

export const statedSchema = v.strictObject({
  /** All that it calls itself, the likeliest first. */
  titles: v.array(v.strictObject({ text: v.string(), from: v.picklist(placesOfTitle) })),
  /** YYYY-MM-DD or YYYY-MM. */
  date: v.nullable(v.string()),
  series: v.nullable(v.string()),
  /** Of the issue. */
  number: v.exactOptional(v.string()),
  /** Two letters, as in BCP 47. */
  language: v.nullable(v.string()),
  /** The headings of this level are titles of items, where the format says so: entries of a feed, chapters of a book. */
  itemLevel: v.optional(v.picklist(headingLevels)),
})

export const sourceDocumentSchema = v.strictObject({
  stated: statedSchema,
  blocks: v.array(blockSchema),
  /**
   * What was left out, by line. `link`: leads to nowhere we go. `image`: a picture that cannot be shown. `field`: words
   * that a reader of the file does not see. `around`: what stands around each page. `furniture`: what belongs to the page
   * and not to its text. `end`: the file breaks off, and the rest of its text is missing.
   */
  leftOut: v.array(
    v.strictObject({
      line: lineNumber,
      kind: v.picklist(['link', 'image', 'field', 'around', 'furniture', 'end']),
      quote: v.string(),
    }),
  ),
})

export type Run = Readonly<v.InferOutput<typeof runSchema>>
/** What reads a file tells how a block looks, too; that is kept apart (`kept-looks.ts`). */
export type Block = Readonly<v.InferOutput<typeof blockSchema>> & { readonly look?: Look }
export type WordedBlock = Extract<Block, { readonly runs: unknown }>
export type HeadingLevel = (typeof headingLevels)[number]
export type Stated = Readonly<v.InferOutput<typeof statedSchema>>
export type SourceDocument = Readonly<
  Omit<v.InferOutput<typeof sourceDocumentSchema>, 'blocks'> & { blocks: Block[] }
>

/** A picture with its bytes. */
export interface DocumentPicture extends PictureFile {
  readonly bytes: Uint8Array
}

/** A document, and the pictures in its file, each once. */
export interface DocumentWithPictures {
  readonly document: SourceDocument
  readonly pictures: readonly DocumentPicture[]
}

export const nothingStated: Stated = { titles: [], date: null, series: null, language: null }

/** A document whose file breaks off, with a remark at its end that says so. */
export function withEnd(read: DocumentWithPictures): DocumentWithPictures {
  const { blocks, leftOut } = read.document
  const line = blocks.at(-1)?.line ?? 1
  return {
    ...read,
    document: { ...read.document, leftOut: [...leftOut, { line, kind: 'end', quote: '' }] },
  }
}

/** The words of a block, its line breaks as `\n`. */
export function wordsOf({ runs }: Pick<WordedBlock, 'runs'>): string {
  return runs.map(({ text }) => text).join('')
}

export function isWorded(block: Block): block is WordedBlock {
  return 'runs' in block
}

/** All of a block but what it is. */
export function contentOf({
  line,
  depth,
  runs,
  look,
}: WordedBlock): Pick<WordedBlock, 'line' | 'depth' | 'runs' | 'look'> {
  return { line, depth, runs, ...(look === undefined ? {} : { look }) }
}

/** The document alone, as its schema has it. */
export function withoutLooks(document: SourceDocument): SourceDocument {
  const blocks = document.blocks.map((block): Block => {
    const own = { ...block }
    delete own.look
    return own
  })
  return { ...document, blocks }
}

/** A plain text: each line that has words is a block. */
export function documentOfText(text: string): SourceDocument {
  const blocks = text.split(/\r\n|[\n\r]/u).flatMap((words, index): Block[] => {
    if (words.trim() === '') return []
    return [{ kind: 'line', line: index + 1, depth: 0, runs: [{ text: words }] }]
  })
  return { stated: nothingStated, blocks, leftOut: [] }
}

/** The document as plain lines, as a proof shows it: a block on its line, and `* ` before an item of a list. */
export function documentText({ blocks }: Pick<SourceDocument, 'blocks'>): string {
  const parts: string[] = []
  /** The line that the last part ends on. */
  let line = 0
  for (const block of blocks.filter(isWorded)) {
    const words = `${block.kind === 'item' ? '* ' : ''}${wordsOf(block)}`
    const gap = Math.max(1, block.line - line)
    parts.push('\n'.repeat(gap), words)
    line += gap + words.split('\n').length - 1
  }
  return parts.join('').slice(1)
}
