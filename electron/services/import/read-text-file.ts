// A file in one of the formats a digest may come in → plain lines. Runs in the cage.
import { Refusal, refusalAsResult, type Read } from '#core/edition/rejection'
import { sourceEditionIn } from '#core/edition/source-edition'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { formatOfName, plainText, type ImportedText, type TextFormat } from './imported-text.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'

export interface TextFile {
  readonly bytes: Uint8Array
  /** Null goes by the name, and takes a Markdown file in the source format of editions as it is. */
  readonly format: TextFormat | null
  /** What the reader chose; null goes by the mark at the beginning of the file. A Word file has its own. */
  readonly encoding: TextEncoding | null
  /** Tells the format and the date. Null for text that was pasted: it has no date, and one is not made up. */
  readonly name: string | null
}

/** The file as plain lines. Never throws for bad input; the reason names what is wrong. */
export function readTextFile(file: TextFile): Promise<Read<ImportedText>> {
  return refusalAsResult(() => readFormat(file))
}

function readFormat({
  bytes,
  format,
  encoding,
  name,
}: TextFile): ImportedText | Promise<ImportedText> {
  switch (format ?? formatOfName(name ?? '')) {
    case 'text':
      if (isOfAnotherProgram(bytes)) throw new Refusal('binary')
      return plainText(decodeText(bytes, encoding))
    case 'markdown': {
      const text = decodeText(bytes, encoding)
      const isSource = format === null && sourceEditionIn(text) !== null
      return isSource ? plainText(text) : readMarkdown(text)
    }
    case 'html':
      return readHtml(decodeText(bytes, encoding))
    case 'docx':
      return readDocx(bytes)
  }
}

/** RTF and PDF may be plain letters from end to end, and are no text that somebody reads. */
function isOfAnotherProgram(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  return beginning === '{\\rtf' || beginning === '%PDF-'
}
