// A mail → a document: what somebody sent to be read, without what machines and senders put around it.
import { Refusal } from '#core/edition/rejection'
import {
  isWorded,
  withEnd,
  wordsOf,
  type Block,
  type DocumentWithPictures,
  type HeadingLevel,
  type SourceDocument,
} from '#core/document/source-document'
import { createDocumentBuilder } from './document-builder.ts'
import { findForwarded, quotedAddresses } from './forwarded-mail.ts'
import { joinDocuments } from './join-documents.ts'
import { letterText } from './letter-text.ts'
import type { People } from './mail-addresses.ts'
import { furniture } from './delivery.ts'
import { withoutFurniture } from './mail-furniture.ts'
import type { MailHead } from './mail-headers.ts'
import { readMessage, type MailMessage } from './mail-message.ts'
import { isOutlookFile, readOutlookMessage } from './outlook-message.ts'
import { withDigest } from './plain-digest.ts'
import { writeHtml } from './read-html.ts'

/** Of the subjects of the mails in a digest. */
const mailLevel: HeadingLevel = 2
/** Mails sent on, each within the one before. */
const mostForwards = 10

/**
 * The text of a mail (RFC 5322 or an Outlook file), by its HTML where it has that. A mail that was sent on is read as what
 * was sent on, a digest as its mails one after another. Throws a `Refusal`.
 */
export async function readMail(bytes: Uint8Array): Promise<DocumentWithPictures> {
  const message = isOutlookFile(bytes) ? readOutlookMessage(bytes) : await readMessage(bytes)
  const whole = documentOf(message, { receivers: new Set(), senders: new Set() })
  const read = message.head.isAnswer ? asLetter(whole, message.head) : whole
  if (!read.document.blocks.some(isWorded)) throw new Refusal('empty')
  return message.breaksOff ? withEnd(read) : read
}

/** An answer is one text without a title of its own, with who wrote it and when. */
function asLetter(read: DocumentWithPictures, head: MailHead): DocumentWithPictures {
  const heading = { level: mailLevel, text: '' }
  return joinDocuments([{ heading, document: letterText(read, head) }], {
    ...read.document.stated,
    itemLevel: mailLevel,
  })
}

function documentOf(whole: MailMessage, around: People): DocumentWithPictures {
  const message = withDigest(whole)
  const { head, carried } = message
  const carriedTo = carried.flatMap((one) => [...one.head.receivers])
  const people: People = {
    receivers: new Set([...around.receivers, ...head.receivers, ...carriedTo]),
    senders: new Set([...around.senders, ...head.senders]),
  }
  const own = ownDocument(message, people)
  if (carried.length === 0) return own
  const parts = carried.map((one) => documentOf(one, people))
  if (carried.length > 1 || head.contentType.startsWith('multipart/digest')) {
    const mails = parts.map((document, index) => {
      const { subject: text, sender, date } = carried[index]?.head ?? head
      return {
        heading: { level: mailLevel, text },
        document: letterText(document, { sender, date }),
      }
    })
    return joinDocuments([{ heading: null, document: own }, ...mails], {
      ...statedOf(head),
      itemLevel: mailLevel,
    })
  }
  const [sent] = parts
  if (sent === undefined) return own
  // The longer of the two is the news; nothing of the other goes without a remark.
  if (lengthOf(sent) < lengthOf(own)) {
    const line = own.document.blocks.at(-1)?.line ?? 1
    return withLeftOut(own, [...own.document.leftOut, ...remarksOn(sent, line)])
  }
  return withLeftOut(sent, [...remarksOn(own, 1), ...sent.document.leftOut])
}

function withLeftOut(
  read: DocumentWithPictures,
  leftOut: SourceDocument['leftOut'],
): DocumentWithPictures {
  return { ...read, document: { ...read.document, leftOut } }
}

/** All of a text, and what was already left out of it, as left out at one line of the other. */
function remarksOn(
  { document }: DocumentWithPictures,
  line: number,
): SourceDocument['leftOut'][number][] {
  const blocks = document.blocks.filter(isWorded).map(furniture)
  return [...blocks, ...document.leftOut].map((left) => ({ ...left, line }))
}

/** In letters, with what was left out. */
function lengthOf({ document }: DocumentWithPictures): number {
  const words = document.blocks.filter(isWorded).map(wordsOf)
  return [...words, ...document.leftOut.map(({ quote }) => quote)].join('').length
}

/** By its HTML, or by its text where that says nothing. */
function ownDocument(message: MailMessage, people: People): DocumentWithPictures {
  const { html, text, findPicture, head } = message
  const page = createDocumentBuilder('apart')
  if (html !== '') writeHtml(html, page, { findPicture })
  let read = page.finish()
  if (!read.document.blocks.some(isWorded)) {
    const lines = createDocumentBuilder('in-place')
    writeLines(text, lines)
    read = lines.finish()
  }
  return { ...read, document: tidied({ ...read.document, stated: statedOf(head) }, head, people) }
}

function writeLines(text: string, builder: ReturnType<typeof createDocumentBuilder>): void {
  for (const [index, line] of text.split(/\r\n|[\n\r]/u).entries()) {
    if (line.trim() === '') continue
    builder.begin('line', index + 1)
    builder.write(line)
  }
}

function statedOf(
  head: Pick<MailHead, 'subject' | 'date' | 'list' | 'sender' | 'language'>,
): SourceDocument['stated'] {
  const { subject, date, list, sender, language } = head
  const series = [list, sender].find((name) => name !== '') ?? null
  return {
    titles: subject === '' ? [] : [{ text: subject, from: 'subject' }],
    date,
    series,
    language,
  }
}

/** Without what was written above a mail that was sent on, then without furniture. */
function tidied(document: SourceDocument, head: MailHead, people: People): SourceDocument {
  let { blocks, stated } = document
  const before: SourceDocument['leftOut'][number][] = []
  const receivers = new Set(people.receivers)
  for (let count = 0; count < mostForwards; count += 1) {
    const sent = findForwarded(blocks, head)
    if (sent === null) break
    before.push(...blocks.slice(0, sent.fields).filter(isWorded).map(furniture))
    blocks = blocks.slice(sent.start)
    for (const address of sent.addresses) receivers.add(address)
    stated = { ...statedOf({ ...head, ...sent, list: '' }) }
  }
  for (const address of quotedAddresses(blocks)) receivers.add(address)
  const whole = { ...document, stated, blocks }
  const rest = withoutFurniture(whole, { ...people, receivers })
  return fromFirstLine({ ...rest, leftOut: [...before, ...rest.leftOut] })
}

/** What was taken away above leaves no empty lines. */
function fromFirstLine(document: SourceDocument): SourceDocument {
  const shift = (document.blocks[0]?.line ?? 1) - 1
  if (shift === 0) return document
  const up = <Placed extends { readonly line: number }>(one: Placed): Placed => ({
    ...one,
    line: Math.max(1, one.line - shift),
  })
  return {
    ...document,
    blocks: document.blocks.map((block): Block => up(block)),
    leftOut: document.leftOut.map(up),
  }
}
