// A file in one of the formats a digest may come in → plain lines. Runs in the cage.
import { Refusal, settle, type Read } from '#core/edition/rejection'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { plainText, type ImportedText, type TextFormat } from './imported-text.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'

export interface TextFile {
  readonly bytes: Uint8Array
  readonly format: TextFormat
  /** What the reader chose; null goes by the mark at the beginning of the file. A Word file has its own. */
  readonly encoding: TextEncoding | null
}

/** The file as plain lines. Never throws for bad input; the reason names what is wrong. */
export function readTextFile(file: TextFile): Promise<Read<ImportedText>> {
  return settle(() => readFormat(file))
}

function readFormat({ bytes, format, encoding }: TextFile): ImportedText | Promise<ImportedText> {
  switch (format) {
    case 'text':
      if (isOfAnotherProgram(bytes)) throw new Refusal('binary')
      return plainText(decodeText(bytes, encoding))
    case 'markdown':
      return readMarkdown(decodeText(bytes, encoding))
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
