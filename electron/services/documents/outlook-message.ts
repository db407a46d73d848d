// A mail as Outlook saves one (.msg).
import { decompressRTF } from '@kenjiuno/decompressrtf'
import MsgReader, { type FieldsData } from '@kenjiuno/msgreader'
import { Refusal } from '#core/edition/rejection'
import { shownTitle } from '#core/edition/shown-name'
import { checkCompoundFile, isCompoundFile } from './compound-file.ts'
import { dayOfMail } from './mail-date.ts'
import {
  charsetIn,
  decoderFor,
  readFields,
  readHead,
  senderName,
  withoutMarks,
} from './mail-headers.ts'
import { deepestMail, type MailMessage } from './mail-message.ts'
import { htmlInRtf } from './rtf-html.ts'

export const isOutlookFile = isCompoundFile

/** The library is CommonJS; what runs it may put its default export one step further away. */
const Reader = 'default' in MsgReader ? (MsgReader.default as typeof MsgReader) : MsgReader

/** Throws a `Refusal` 'not-a-mail' for what is damaged, or is another file of Office. */
export function readOutlookMessage(bytes: Uint8Array): MailMessage {
  checkCompoundFile(bytes)
  try {
    // The library takes a buffer from its beginning.
    const reader = new Reader(new Uint8Array(bytes).buffer)
    const fields = reader.getFileData()
    return messageOf(fields, reader, 0)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('not-a-mail')
  }
}

function messageOf(fields: FieldsData, reader: MsgReader, depth: number): MailMessage {
  if (depth > deepestMail) throw new Refusal('too-complex')
  const html = htmlOf(fields)
  const text = fields.body ?? ''
  if (html === '' && text === '' && fields.subject === undefined) throw new Refusal('not-a-mail')
  const attachments = fields.attachments ?? []
  return {
    head: headOf(fields),
    html,
    text,
    breaksOff: false,
    findPicture: (source) => {
      const found = attachments.find(
        ({ pidContentId, fileName, dataId }) =>
          dataId !== undefined &&
          ((pidContentId !== undefined && source === `cid:${pidContentId}`) || source === fileName),
      )
      return found === undefined ? null : reader.getAttachment(found).content
    },
    carried: attachments.flatMap(({ innerMsgContentFields }) =>
      innerMsgContentFields === undefined
        ? []
        : [messageOf(innerMsgContentFields, reader, depth + 1)],
    ),
  }
}

/** By the head with which it came, where Outlook kept that; its own dates have no zone. */
function headOf(fields: FieldsData): MailMessage['head'] {
  const head = readHead(readFields(Buffer.from(fields.headers ?? '')))
  const addresses = (fields.recipients ?? []).flatMap(
    ({ smtpAddress, email }) => smtpAddress ?? email ?? [],
  )
  const senders = [fields.senderSmtpAddress, fields.sentRepresentingSmtpAddress, fields.senderEmail]
  const subject = fields.subject ?? ''
  return {
    ...head,
    subject: head.subject === '' ? withoutMarks(shownTitle(subject)) : head.subject,
    sender: head.sender === '' ? senderName(fields.senderName ?? '') : head.sender,
    date: head.date ?? dayOfMail(fields.clientSubmitTime ?? fields.messageDeliveryTime ?? ''),
    receivers: [...head.receivers, ...addresses.map((address) => address.toLowerCase())],
    senders: [...head.senders, ...senders.flatMap((address) => address?.toLowerCase() ?? [])],
  }
}

/** It lies there as a text, as bytes, or within the RTF that Outlook makes of it. */
function htmlOf({ bodyHtml, html, compressedRtf, internetCodepage }: FieldsData): string {
  if (bodyHtml !== undefined && bodyHtml !== '') return bodyHtml
  if (html !== undefined && html.length > 0) {
    const isUtf8 = internetCodepage === 65_001 || charsetIn(latinOf(html)) === 'utf-8'
    return (isUtf8 ? new TextDecoder() : decoderFor(charsetIn(latinOf(html)))).decode(html)
  }
  return compressedRtf === undefined ? '' : (htmlInRtf(unpackRtf(compressedRtf)) ?? '')
}

/** Empty when it says that it is longer than it is: the library would go on for as long. */
function unpackRtf(packed: Uint8Array): string {
  const said = packed.length < 16 ? Infinity : Buffer.from(packed).readUInt32LE(0) + 4
  if (said > packed.length) return ''
  return latinOf(Uint8Array.from(decompressRTF([...packed])))
}

function latinOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
