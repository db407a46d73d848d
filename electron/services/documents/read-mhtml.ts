// A web page that a browser saved in one file (MHTML, RFC 2557) → a document: the page, with its pictures by their names.
import { decodeWords } from 'postal-mime'
import { isWorded, withEnd, type DocumentWithPictures } from '#core/document/source-document'
import { longestAddress } from '#core/edition/link-address'
import { Refusal, refusalAsResult } from '#core/edition/rejection'
import { decodeMarkup, withoutHalfCharacter, type TextEncoding } from './decode-text.ts'
import { readFields, readHead } from './mail-headers.ts'
import { parameterOf, readMimeFile, type MimeFile, type MimePart } from './mime-parts.ts'
import { readHtml, type FindPicture } from './read-html.ts'

const pageTypes = new Set(['text/html', 'application/xhtml+xml'])
const pictureTypes = /^(?:image\/.*|application\/octet-stream)$/u
/** What a file takes its addresses from that says nothing of where it lay (RFC 2557, 5). */
const noPlace = 'thismessage:/'
const baseTag = /<base\s[^<>]{0,200}?href\s?=\s?["']?([^"'<>\s]+)/iu

/**
 * Names of parts are compared and never opened. Throws a `Refusal`: 'not-a-saved-page' for what holds no page, 'empty' for one
 * without words, 'too-complex', and those of encodings.
 */
export async function readMhtml(
  bytes: Uint8Array,
  encoding: TextEncoding | null,
): Promise<DocumentWithPictures> {
  const file = readMimeFile(bytes)
  const root = rootOf(file)
  if (root === null) throw new Refusal('not-a-saved-page')
  const content = await root.decode()
  const whole = file.breaksOff ? withoutHalfCharacter(content) : content
  const charset = parameterOf(root.fields.get('content-type') ?? '', 'charset')
  const html = decodeMarkup(whole, encoding, charset)
  const around = resolved(locationOf(file.fields) ?? '', noPlace)
  const own = resolved(locationOf(root.fields) ?? '', around)
  const base = resolved(baseTag.exec(html)?.[1] ?? '', own)
  const title = readHead(file.fields).subject
  const findPicture = await pictureFinder(file.parts, around, base)
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
  const root = file.ok ? rootOf(file.value) : null
  return root !== null && locationOf(root.fields) !== null
}

/** The part that the file calls its first, else the first page in it. */
function rootOf({ fields, parts }: MimeFile): MimePart | null {
  const start = parameterOf(fields.get('content-type') ?? '', 'start')
  const pages = parts.filter(({ type }) => pageTypes.has(type))
  return pages.find((part) => start !== null && idOf(part) === bareId(start)) ?? pages[0] ?? null
}

async function pictureFinder(
  parts: readonly MimePart[],
  around: string,
  base: string,
): Promise<FindPicture> {
  const found = new Map<string, Uint8Array>()
  for (const part of parts) {
    if (!pictureTypes.test(part.type)) continue
    const location = locationOf(part.fields)
    const id = idOf(part)
    const names = [
      ...(location === null ? [] : [resolved(location, around), resolved(location, base)]),
      ...(id === null ? [] : [`cid:${id}`]),
    ].filter((name) => !found.has(name))
    if (names.length === 0) continue
    const content = await part.decode()
    for (const name of names) found.set(name, content)
  }
  return (source) => found.get(resolved(source.trim(), base)) ?? null
}

/** Where a part says that it lay. A long one stands on several lines, and may be in encoded words. */
function locationOf(fields: ReadonlyMap<string, string>): string | null {
  const value = fields.get('content-location')?.slice(0, longestAddress)
  return value === undefined ? null : decodeWords(value).replace(/\s+/gu, '')
}

function idOf({ fields }: MimePart): string | null {
  const id = fields.get('content-id')
  return id === undefined ? null : bareId(id)
}

function bareId(id: string): string {
  return id.trim().replace(/^<|>$/gu, '')
}

/** An address as browsers write it out; a picture may stand in its address, and is left as it is. */
function resolved(address: string, base: string): string {
  if (address.length > longestAddress || !URL.canParse(address, base)) return address
  return new URL(address, base).href
}
