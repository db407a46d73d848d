// A mail taken apart: its head, its text, its own pictures and the mails that it carries. Of everything else in it, nothing is kept.
import PostalMime, { type Attachment } from 'postal-mime'
import { Refusal, refusalAsResult } from '#core/edition/rejection'
import { hasOldLines, withLineFeeds } from './decode-text.ts'
import { readMimeFile } from './mime-parts.ts'
import { pageOf, readPictures } from './mime-pictures.ts'
import type { FindPicture } from './read-html.ts'
import {
  charsetIn,
  mostHeaderBytes,
  readFields,
  readHead,
  startOfMail,
  type MailHead,
} from './mail-headers.ts'

export interface MailMessage {
  readonly head: MailHead
  /** Empty when it has no such part. */
  readonly html: string
  readonly text: string
  /** The picture that its HTML means by a `cid:` address, by the name of a file, or by where it lay. */
  readonly findPicture: FindPicture
  /** Mails that it carries whole: one that was sent on, or those of a digest. */
  readonly carried: readonly MailMessage[]
  /** Whether the file ends before the mail does. */
  readonly breaksOff: boolean
}

/** So deep may mails carry each other. */
export const deepestMail = 10
/** So many may one mail carry, each with all that it carries itself. */
export const mostMails = 500

/** Throws a `Refusal`: 'not-a-mail' for what has no head of one, 'too-complex' for what was made to be so. */
export async function readMessage(
  bytes: Uint8Array,
  count = { mails: 0 },
  depth = 0,
): Promise<MailMessage> {
  count.mails += 1
  if (depth > deepestMail || count.mails > mostMails) throw new Refusal('too-complex')
  const lines = hasOldLines(bytes) ? withLineFeeds(bytes) : bytes
  const mail = lines.subarray(startOfMail(lines))
  if (mail.length === 0) throw new Refusal('empty')
  const fields = readFields(mail)
  if (!isHeadOfMail(fields)) throw new Refusal('not-a-mail')
  const email = await parse(withCharset(mail, fields))
  const carried: MailMessage[] = []
  for (const { mimeType, content } of email.attachments) {
    if (mimeType !== 'message/rfc822' || typeof content === 'string') continue
    const own = await refusalAsResult(() => readMessage(new Uint8Array(content), count, depth + 1))
    if (own.ok) carried.push(own.value)
    // One that is no mail says nothing of the one that carries it.
    else if (own.reason === 'too-complex') throw new Refusal(own.reason)
  }
  const findByName = pictureFinder(email.attachments)
  const findByPlace = await picturesByPlace(mail, email.html ?? '')
  return {
    head: readHead(fields),
    html: email.html ?? '',
    text: email.text ?? '',
    findPicture: (source) => findByName(source) ?? findByPlace(source),
    carried,
    breaksOff: isUnclosed(mail, fields.get('content-type') ?? ''),
  }
}

/** Whether a mail of several parts lacks the line that closes the last of them (RFC 2046, 5.1.1). */
function isUnclosed(mail: Uint8Array, contentType: string): boolean {
  const [, quoted, bare] =
    /^multipart\/.*?;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/isu.exec(contentType) ?? []
  const boundary = quoted ?? bare
  return boundary !== undefined && !bufferOf(mail).includes(`\n--${boundary}--`)
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

async function parse(mail: Uint8Array): ReturnType<typeof PostalMime.parse> {
  try {
    return await PostalMime.parse(mail, {
      forceRfc822Attachments: true,
      maxHeadersSize: mostHeaderBytes,
      maxNestingDepth: 100,
    })
  } catch {
    // Its own limits are all that it throws for.
    throw new Refusal('too-complex')
  }
}

const fieldsOfMails = [
  'from',
  'to',
  'date',
  'subject',
  'received',
  'message-id',
  'mime-version',
  'content-type',
]

function isHeadOfMail(fields: ReadonlyMap<string, string>): boolean {
  return fieldsOfMails.some((name) => fields.has(name))
}

const textPart = /^content-type:[ \t]*text\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gimu

/**
 * Says of texts that are no UTF-8 and do not say what they are in which character set they are: that of the subject or of
 * the page's own head, or else Windows-1252.
 */
function withCharset(mail: Uint8Array, fields: ReadonlyMap<string, string>): Uint8Array {
  const buffer = bufferOf(mail)
  const isJapanese = buffer.includes('\u001b$B')
  if (!isJapanese && isUtf8(mail)) return mail
  const latin = buffer.toString('latin1')
  const named = charsetIn(latin)
  const charset = named ?? (isJapanese ? 'iso-2022-jp' : 'windows-1252')
  const added = `; charset=${charset === 'utf-8' ? 'windows-1252' : charset}`
  const said = latin.replace(textPart, (field) => (/charset/iu.test(field) ? field : field + added))
  const head = fields.has('content-type') ? '' : `Content-Type: text/plain${added}\r\n`
  return Buffer.from(head + said, 'latin1')
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function pictureFinder(attachments: readonly Attachment[]): FindPicture {
  const found = new Map<string, Uint8Array>()
  for (const { contentId, filename, content, mimeType } of attachments) {
    if (typeof content === 'string' || mimeType === 'message/rfc822') continue
    const bytes = new Uint8Array(content)
    for (const name of [contentId && `cid:${contentId.replace(/^<|>$/gu, '')}`, filename])
      if (name && !found.has(name)) found.set(name, bytes)
  }
  return (source) => found.get(source.trim()) ?? found.get(decoded(source.trim())) ?? null
}

const placedPart = /^content-location:/imu

/** Pictures that say where they lay, as of a page that was sent by mail (RFC 2557). */
async function picturesByPlace(mail: Uint8Array, html: string): Promise<FindPicture> {
  const none = (): null => null
  if (html === '' || !placedPart.test(bufferOf(mail).toString('latin1'))) return none
  const file = await refusalAsResult(() => readMimeFile(mail))
  const page = file.ok ? pageOf(file.value) : null
  return file.ok && page !== null ? readPictures(file.value, page, html) : none
}

function decoded(source: string): string {
  try {
    return decodeURIComponent(source)
  } catch {
    return source
  }
}
