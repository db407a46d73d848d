// What every format becomes before the digest parser reads it.
import * as v from 'valibot'
import { formatOfEnding, hasEditionEnding } from '#core/edition/edition-path'

const lineNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

/**
 * A file as plain text, and beside it what plain text cannot say. This is all that leaves the cage.
 *
 * The text has one block a line: a paragraph, a heading, or a list item with `* ` before it. Between blocks of HTML
 * and Word files stands an empty line; a block of a Markdown file stands on the line on which it begins in the file,
 * so that a remark of the digest parser names a line of the file; a text file comes as it is.
 */
export const importedTextSchema = v.strictObject({
  text: v.string(),
  /**
   * Lines of the text that the file itself marks as headings, or sets in bold type from end to end, as many authors
   * do with theirs. A line alone does not tell that as surely.
   */
  headings: v.array(
    v.strictObject({ line: lineNumber, level: v.picklist([1, 2, 3, 4, 5, 6, 'bold']) }),
  ),
  /** Lines that the file itself says are captions of pictures. */
  captions: v.array(lineNumber),
  /**
   * The words in bold type that a line begins with and goes on behind: `Dak lekt.` in `Dak lekt. De school …`. They
   * stood apart when the file has a line of its own for them within an item of a list.
   */
  leads: v.optional(
    v.array(v.strictObject({ line: lineNumber, words: v.string(), apart: v.boolean() })),
    [],
  ),
  /** `http`, `https` and `mailto` only. An image that lies elsewhere is kept as a link to it, and never fetched. */
  links: v.array(v.strictObject({ line: lineNumber, label: v.string(), address: v.string() })),
  /** Embedded images, told to be PNG, JPEG or WebP by their bytes. */
  images: v.array(
    v.strictObject({
      line: lineNumber,
      kind: v.picklist(['png', 'jpg', 'webp']),
      label: v.string(),
      bytes: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    }),
  ),
  /**
   * What was left out, by line: a link to nowhere we go, an image that is none, words that the reader of the file does not
   * see (`field`: a field of a Markdown file's head, the title of a link, a comment), and what a Word file has around
   * each of its pages, of line 1. Words are quoted whole, of an address at most 200 letters.
   */
  leftOut: v.array(
    v.strictObject({
      line: lineNumber,
      kind: v.picklist(['link', 'image', 'field', 'around']),
      quote: v.string(),
    }),
  ),
})

export type ImportedText = Readonly<v.InferOutput<typeof importedTextSchema>>
export type HeadingLevel = Exclude<ImportedText['headings'][number]['level'], 'bold'>

export const textFormats = ['text', 'markdown', 'html', 'docx'] as const
export type TextFormat = (typeof textFormats)[number]

/** A text file as it is: nothing stands beside it. */
export function plainText(text: string): ImportedText {
  return { text, headings: [], captions: [], leads: [], links: [], images: [], leftOut: [] }
}

/** Whether a file's name is that of an edition: with a known ending, and neither hidden nor temporary. */
export function isEditionName(fileName: string): boolean {
  return !/^[.~]/u.test(fileName) && hasEditionEnding(fileName)
}

/** The format that the name of a file promises; plain text for every ending but those of other texts. */
export function formatOfName(fileName: string): TextFormat {
  const format = formatOfEnding(fileName)
  return format === null || format === 'package' ? 'text' : format
}
