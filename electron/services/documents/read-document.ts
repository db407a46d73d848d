// A file in one of the formats a digest may come in → a document. Runs in the sandboxed process.
import { documentOfText, type DocumentWithPictures } from '#core/document/source-document'
import { Refusal } from '#core/edition/rejection'
import { sourceEditionIn } from '#core/edition/source-edition'
import { decodeMarkup, decodeText, type TextEncoding } from './decode-text.ts'
import { withoutDelivery } from './delivery.ts'
import { beginsAsFeed } from './feed-root.ts'
import { formatOfName, type DocumentFormat } from './formats.ts'
import { besidePage, type PictureBeside } from './beside-page.ts'

export interface DocumentFile {
  readonly bytes: Uint8Array
  /** Null goes by the name, and takes a Markdown file in the source format of editions as it is. */
  readonly format: DocumentFormat | null
  /** What the reader chose; null goes by the bytes. A Word file has its own. */
  readonly encoding: TextEncoding | null
  /** Tells the format and the date. Null for text that was pasted: it has no date, and one is not made up. */
  readonly name: string | null
  /** Of a page: the pictures that lie beside it. */
  readonly beside?: readonly PictureBeside[]
}

/** Throws a `Refusal` that names what is wrong. */
export async function readDocument(file: DocumentFile): Promise<DocumentWithPictures> {
  const { bytes, format, encoding, name, beside = [] } = file
  // What reads all but plain text is large, and waits until one comes.
  switch (format ?? (await formatOf(bytes, name ?? ''))) {
    case 'text':
      if (isOfAnotherProgram(bytes)) throw new Refusal('binary')
      return withoutDelivery(plain(decodeText(bytes, encoding)))
    case 'markdown': {
      const text = decodeText(bytes, encoding)
      const isSource = format === null && sourceEditionIn(text) !== null
      if (isSource) return plain(text)
      return withoutDelivery((await import('./read-markdown.ts')).readMarkdown(text))
    }
    case 'html':
      return (await import('./read-html.ts')).readHtml(decodeMarkup(bytes, encoding), {
        findPicture: besidePage(beside),
      })
    case 'mhtml':
      return (await import('./read-mhtml.ts')).readMhtml(bytes, encoding)
    case 'docx':
      return withoutDelivery(await (await import('./read-docx.ts')).readDocx(bytes))
    case 'mail':
      return (await import('./read-mail.ts')).readMail(bytes)
    case 'mailbox':
      // It holds many documents, and is read by its path.
      throw new Refusal('not-a-mail')
    case 'feed': {
      const { readFeed } = await import('./read-feed.ts')
      const [whole] = readFeed(decodeMarkup(bytes, encoding), { split: 'whole' })
      if (whole === undefined) throw new Refusal('empty')
      return { document: whole.document, pictures: whole.pictures }
    }
    case 'epub':
      return (await import('./read-epub.ts')).readEpub(bytes)
  }
}

const textFormats = new Set<DocumentFormat>(['text', 'markdown', 'html'])

/** By the name of a file, unless it says itself that it is a feed or a saved page. */
async function formatOf(bytes: Uint8Array, name: string): Promise<DocumentFormat> {
  const named = formatOfName(name)
  if (textFormats.has(named) && beginsAsFeed(bytes)) return 'feed'
  // A saved page begins as a mail does, which no other file is likely to do.
  const begins = Buffer.from(bytes.subarray(0, 80)).toString('latin1')
  if (named === 'mailbox' || !/^[\w-]{1,60}:[ \t]/u.test(begins)) return named
  return (await (await import('./read-mhtml.ts')).isMhtml(bytes)) ? 'mhtml' : named
}

function plain(text: string): DocumentWithPictures {
  return { document: documentOfText(text), pictures: [] }
}

/** RTF and PDF may be plain letters from end to end, and are no text that somebody reads. */
function isOfAnotherProgram(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  return beginning === '{\\rtf' || beginning === '%PDF-'
}
