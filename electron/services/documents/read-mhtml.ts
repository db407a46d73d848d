// A web page that a browser saved in one file (MHTML, RFC 2557) → a document: the page, with its pictures by their names.
import { isWorded, withEnd, type DocumentWithPictures } from '#core/document/source-document'
import { Refusal, refusalAsResult } from '#core/edition/rejection'
import { decodeMarkup, withoutHalfCharacter, type TextEncoding } from './decode-text.ts'
import { readFields, readHead } from './mail-headers.ts'
import { parameterOf, readMimeFile } from './mime-parts.ts'
import { locationOf, pageOf, readPictures } from './mime-pictures.ts'
import { readHtml } from './read-html.ts'

/** Throws a `Refusal`: 'not-a-saved-page' for what holds no page, 'empty' for one without words, 'too-complex', and those of encodings. */
export async function readMhtml(
  bytes: Uint8Array,
  encoding: TextEncoding | null,
): Promise<DocumentWithPictures> {
  const file = readMimeFile(bytes)
  const root = pageOf(file)
  if (root === null) throw new Refusal('not-a-saved-page')
  const content = await root.decode()
  const whole = file.breaksOff ? withoutHalfCharacter(content) : content
  const charset = parameterOf(root.fields.get('content-type') ?? '', 'charset')
  const html = decodeMarkup(whole, encoding, charset)
  const title = readHead(file.fields).subject
  const findPicture = await readPictures(file, root, html)
  const read = readHtml(html, { findPicture, title })
  if (!read.document.blocks.some(isWorded)) throw new Refusal('empty')
  return file.breaksOff ? withEnd(read) : read
}

/** So far into a file its head and that of its page are looked for. */
const longestHeads = 65_536
const receiverFields = ['to', 'received', 'delivered-to']

/** Whether a file is a saved page, whatever it is called: its page says where it lay, and nobody got it by mail. */
export async function isMhtml(bytes: Uint8Array): Promise<boolean> {
  const start = bytes.subarray(0, longestHeads)
  const fields = readFields(start)
  if (!fields.has('mime-version') || receiverFields.some((name) => fields.has(name))) return false
  if (!/^\s*(?:multipart\/related|text\/html)/iu.test(fields.get('content-type') ?? ''))
    return false
  const file = await refusalAsResult(() => readMimeFile(start))
  const root = file.ok ? pageOf(file.value) : null
  return root !== null && locationOf(root.fields) !== null
}
