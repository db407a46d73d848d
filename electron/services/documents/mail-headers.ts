// The head of a mail: its subject, day and sender. It alone is read of every message of a mailbox.
import { addressParser, decodeWords } from 'postal-mime'
import { Refusal } from '#core/edition/rejection'
import { shownTitle } from '#core/edition/shown-name'
import { dayOfMail } from './mail-date.ts'

export interface MailHead {
  /** Without the `Re:` and `Fwd:` before it. */
  readonly subject: string
  /** Whether somebody sent it on. */
  readonly isForward: boolean
  /** Whether its subject says that it answers another mail. */
  readonly saysAnswer: boolean
  /** Whether it names that mail, too. */
  readonly isAnswer: boolean
  /** YYYY-MM-DD, in the zone of the mail itself. */
  readonly date: string | null
  /** The name that the sender goes by; empty when there is only an address. */
  readonly sender: string
  /** The name of the mailing list; empty for none, and for one that is only an id. */
  readonly list: string
  readonly language: string | null
  /** The addresses of those who got it, in small letters. */
  readonly receivers: readonly string[]
  readonly senders: readonly string[]
  readonly contentType: string
}

export const mostHeaderBytes = 2 * 1024 * 1024
/** A longer value is no name or subject that anybody reads. */
const longestValue = 4_000

const replyMark = /^(?:re|antw|aw|sv|vs|betr|fw|fwd|doorst|wg|tr|i)\s?(?:\[\d{1,3}\])?\s?:\s*/iu
const forwardMark = /^(?:fw|fwd|doorst|wg|tr)\s?:/iu
const answerMark = /^(?:\[[^\]]{1,80}\]\s*)?(?:re|antw|aw|sv|vs|betr)\s?(?:\[\d{1,3}\])?\s?:/iu
const answerFields = ['in-reply-to', 'references']
const receiverFields = [
  'to',
  'cc',
  'bcc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-delivered-to',
]
const senderFields = ['from', 'sender', 'reply-to', 'return-path']

/** Where the first header begins, behind what programs put before it: a mark, empty lines, the `From ` line of a mailbox. */
export function startOfMail(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length && /\s/u.test(String.fromCharCode(bytes[at] ?? 0))) at += 1
  const begins = Buffer.from(bytes.subarray(at, at + 5)).toString('latin1')
  if (!/^>?From /u.test(begins)) return at
  const lineEnd = bytes.indexOf(10, at)
  return lineEnd === -1 ? bytes.length : lineEnd + 1
}

/**
 * The fields of a head, by their names in small letters: the first of each, and all that name receivers. `bytes` may go on
 * behind the head. Throws a `Refusal` for a head of more than 2 MB.
 */
export function readFields(bytes: Uint8Array): ReadonlyMap<string, string> {
  const head = decodeHead(bytes.subarray(0, endOfHead(bytes)))
  const fields = new Map<string, string>()
  for (const field of head.replace(/\r?\n(?=[ \t])/gu, '').split(/\r?\n/u)) {
    const colon = field.indexOf(':')
    const name = field.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const [known, value] = [fields.get(name), field.slice(colon + 1).trim()]
    if (name !== '' && known === undefined) fields.set(name, value)
    else if (known !== undefined && receiverFields.includes(name))
      fields.set(name, `${known}, ${value}`)
  }
  return fields
}

export function readHead(fields: ReadonlyMap<string, string>): MailHead {
  const value = (name: string): string => (fields.get(name) ?? '').slice(0, longestValue)
  const subject = shownTitle(decodeWords(value('subject')))
  const saysAnswer = answerMark.test(subject)
  const [from] = addressParser(value('from'), { flatten: true })
  const [, language = ''] = /^([a-z]{2})(?![a-z])/iu.exec(value('content-language')) ?? []
  return {
    subject: withoutMarks(subject),
    isForward: forwardMark.test(subject),
    saysAnswer,
    isAnswer: saysAnswer && answerFields.some((name) => fields.has(name)),
    date: dayOfMail(value('date')),
    sender: senderName(from?.name ?? ''),
    list: listName(value('list-id')),
    language: language === '' ? null : language.toLowerCase(),
    receivers: receiverFields.flatMap((name) => addressesIn(fields.get(name) ?? '')),
    senders: senderFields.flatMap((name) => addressesIn(fields.get(name) ?? '')),
    contentType: value('content-type').toLowerCase(),
  }
}

export function withoutMarks(subject: string): string {
  let rest = subject
  while (replyMark.test(rest)) rest = rest.replace(replyMark, '')
  return rest
}

/** Those between words of a text, in small letters; a stop behind one is not a part of it. */
export function addressesIn(text: string): string[] {
  const words = text
    .slice(0, 100_000)
    .split(/[\s<>"'‘’“”„«»(),:;![\]{}|…]+/u)
    .map((word) => word.replace(/^[.?]+|(?<![.?])[.?]+$/gu, ''))
  return words.filter((word) => /^[^@]+@[^@]+$/u.test(word)).map((word) => word.toLowerCase())
}

/** A name that is an address is none. */
export function senderName(name: string): string {
  const words = shownTitle(name)
  return words.includes('@') && addressesIn(words).length > 0 ? '' : words
}

/** `Havenblad <havenblad.lists.example>`; programs for newsletters put an id there, with or without the word "list". */
function listName(value: string): string {
  const words = shownTitle(decodeWords(value.slice(0, Math.max(0, value.indexOf('<')))))
  const name = words.replace(/^[\s"]+|[\s"]+$/gu, '')
  const isId = /(?=[a-z_-]*\d)[\w-]{12,}/iu.test(name) || addressesIn(name).length > 0
  return isId || !/\p{L}{2}/u.test(name) ? '' : name
}

function endOfHead(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = [buffer.indexOf('\n\n'), buffer.indexOf('\n\r\n')].filter((end) => end >= 0)
  const end = Math.min(buffer.length, ...ends)
  if (end > mostHeaderBytes) throw new Refusal('too-complex')
  return end
}

/** Heads are ASCII, or UTF-8; those of older programs are written in the character set of their text. */
function decodeHead(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const latin = Buffer.from(bytes).toString('latin1')
    return decoderFor(charsetIn(latin)).decode(bytes)
  }
}

/** The character set that a text names first, as a parameter, in its markup or in an encoded word. */
export function charsetIn(latin: string): string | null {
  const [, parameter, word] =
    /charset\s{0,9}=\s{0,9}["']?([\w.:-]{3,40})|=\?([\w.:-]{3,40})\?[bq]\?/iu.exec(latin) ?? []
  return (parameter ?? word ?? null)?.toLowerCase() ?? null
}

/** What is said to be UTF-8 and is not, or is in an unknown character set, is Windows-1252. */
export function decoderFor(charset: string | null): InstanceType<typeof TextDecoder> {
  try {
    const decoder = new TextDecoder(charset ?? 'windows-1252')
    return decoder.encoding === 'utf-8' ? new TextDecoder('windows-1252') : decoder
  } catch {
    return new TextDecoder('windows-1252')
  }
}
