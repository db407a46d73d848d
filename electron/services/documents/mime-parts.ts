// The parts of a MIME file (RFC 2046), with what their heads say. One is decoded when it is asked for.
import PostalMime from 'postal-mime'
import { Refusal } from '#core/edition/rejection'
import { mostHeaderBytes, readFields, startOfMail } from './mail-headers.ts'

export interface MimePart {
  readonly fields: ReadonlyMap<string, string>
  /** `text/html`: in small letters, without parameters. */
  readonly type: string
  readonly decode: () => Promise<Uint8Array>
}

export interface MimeFile {
  readonly fields: ReadonlyMap<string, string>
  readonly type: string
  /** Those that hold no others, in order; the file itself where it has none. */
  readonly parts: readonly MimePart[]
  /** Whether it ends before its last part does. */
  readonly breaksOff: boolean
}

const deepestPart = 10
const mostParts = 5_000
const longestField = 4_000

/** Throws a `Refusal` 'too-complex' for what was made to be so. */
export function readMimeFile(file: Uint8Array): MimeFile {
  const bytes = bufferOf(file.subarray(startOfMail(file)))
  const fields = readFields(bytes)
  const parts: MimePart[] = []
  /** What is still to be looked into, the next one last. */
  const open = [{ bytes, depth: 0 }]
  let breaksOff = false
  for (let entity = open.pop(); entity !== undefined; entity = open.pop()) {
    const own = entity.depth === 0 ? fields : readFields(entity.bytes)
    const type = typeOf(own)
    const { depth } = entity
    if (type.startsWith('multipart/')) {
      const boundary = parameterOf(own.get('content-type') ?? '', 'boundary')
      const split = splitAt(entity.bytes, boundary ?? '')
      if (depth === deepestPart || split.parts.length + open.length > mostParts)
        throw new Refusal('too-complex')
      breaksOff ||= !split.isClosed
      open.push(...split.parts.toReversed().map((part) => ({ bytes: part, depth: depth + 1 })))
    } else {
      const content = entity.bytes
      parts.push({ fields: own, type, decode: () => decode(content) })
      if (parts.length > mostParts) throw new Refusal('too-complex')
    }
  }
  return { fields, type: typeOf(fields), parts, breaksOff }
}

/** The value of a parameter of a field, such as `charset`; null for none. */
export function parameterOf(field: string, name: string): string | null {
  const parameters = field
    .slice(0, longestField)
    .matchAll(/;\s*([\w-]{1,40})\s*=\s*(?:"([^"]*)"|([^\s;"]+))/gu)
  for (const [, key = '', quoted, bare] of parameters)
    if (key.toLowerCase() === name) return quoted ?? bare ?? null
  return null
}

function typeOf(fields: ReadonlyMap<string, string>): string {
  const [type = ''] = (fields.get('content-type') ?? 'text/plain').slice(0, longestField).split(';')
  return type.trim().toLowerCase()
}

/** Between lines of `--` and the boundary, up to the one with `--` behind it. */
function splitAt(bytes: Buffer, boundary: string): { parts: Buffer[]; isClosed: boolean } {
  const mark = Buffer.from(`--${boundary}`)
  const parts: Buffer[] = []
  let start: number | null = null
  let at = boundary === '' ? -1 : bytes.indexOf(mark)
  for (; at !== -1; at = bytes.indexOf(mark, at + mark.length)) {
    if (at > 0 && bytes[at - 1] !== 10) continue
    const found = bytes.indexOf(10, at)
    const lineEnd = found === -1 ? bytes.length : found
    const rest = bytes.toString('latin1', at + mark.length, Math.min(lineEnd, at + longestField))
    const [, closing] = /^(--)?[ \t\r]*$/u.exec(rest) ?? []
    if (closing === undefined && rest.trim() !== '') continue
    if (start !== null) parts.push(bytes.subarray(start, at))
    if (closing !== undefined) return { parts, isClosed: true }
    start = Math.min(lineEnd + 1, bytes.length)
  }
  if (start !== null) parts.push(bytes.subarray(start))
  return { parts, isClosed: false }
}

async function decode(part: Buffer): Promise<Uint8Array> {
  // The parser gives what is attached as bytes, whatever it is; the first of two fields counts.
  const attached = Buffer.concat([Buffer.from('Content-Disposition: attachment\r\n'), part])
  const { attachments } = await parse(attached)
  const content = attachments[0]?.content ?? ''
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}

async function parse(part: Buffer): ReturnType<typeof PostalMime.parse> {
  try {
    return await PostalMime.parse(part, { maxHeadersSize: mostHeaderBytes, maxNestingDepth: 1 })
  } catch {
    // Its own limits are all that it throws for.
    throw new Refusal('too-complex')
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
