// The pictures of a MIME file by the names that its page gives them: where a part says that it lay (RFC 2557), or its id (RFC 2392).
import { decodeWords } from 'postal-mime'
import { longestAddress } from '#core/edition/link-address'
import { parameterOf, type MimeFile, type MimePart } from './mime-parts.ts'
import type { FindPicture } from './read-html.ts'

const pageTypes = new Set(['text/html', 'application/xhtml+xml'])
const pictureTypes = /^(?:image\/.*|application\/octet-stream)$/u
/** What a file takes its addresses from that says nothing of where it lay (RFC 2557, 5). */
const noPlace = 'thismessage:/'
const baseTag = /<base\s[^<>]{0,200}?href\s?=\s?["']?([^"'<>\s]+)/iu

/**
 * Names of parts are compared and never opened. Decodes all pictures.
 * @param page the part that has the page
 * @param html what that says
 */
export async function readPictures(
  file: MimeFile,
  page: MimePart,
  html: string,
): Promise<FindPicture> {
  const around = resolved(locationOf(file.fields) ?? '', noPlace)
  const own = resolved(locationOf(page.fields) ?? '', around)
  const base = resolved(baseTag.exec(html)?.[1] ?? '', own)
  const found = new Map<string, Uint8Array>()
  for (const part of file.parts) {
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
export function locationOf(fields: ReadonlyMap<string, string>): string | null {
  const value = fields.get('content-location')?.slice(0, longestAddress)
  return value === undefined ? null : decodeWords(value).replace(/\s+/gu, '')
}

/** The page of a file: the part that it calls its first, else the first page in it. */
export function pageOf({ fields, parts }: MimeFile): MimePart | null {
  const start = parameterOf(fields.get('content-type') ?? '', 'start')
  const pages = parts.filter(({ type }) => pageTypes.has(type))
  return pages.find((part) => start !== null && idOf(part) === bareId(start)) ?? pages[0] ?? null
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
