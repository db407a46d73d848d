// The mails in a digest of plain text (RFC 1153), as programs for mailing lists send it: a line across the page between each two.
import { Refusal } from '#core/edition/rejection'
import { readFields, readHead } from './mail-headers.ts'
import { mostMails, type MailMessage } from './mail-message.ts'

/** Above the first mail. */
const firstLine = /^-{70}$/u
const lineBetween = /^-{30}$/u
const number = /^Message: \d{1,4}$/u
const fewestMails = 2

/**
 * The mail with what stands above its digest as its text, and the mails of that as carried; the same mail when it is no digest.
 * Throws a `Refusal`: 'too-complex' for more mails than a mail may carry.
 */
export function withDigest(message: MailMessage): MailMessage {
  const lines = message.text.split(/\r\n|[\n\r]/u)
  const start = lines.findIndex((line) => firstLine.test(line.trimEnd()))
  if (start === -1 || message.html !== '') return message
  const parts: string[][] = [[]]
  for (const line of lines.slice(start + 1)) {
    if (lineBetween.test(line.trimEnd())) parts.push([])
    else parts.at(-1)?.push(line)
  }
  const mails = parts.map(mailIn)
  const carried = mails.filter((mail) => mail !== null)
  if (carried.length < fewestMails) return message
  if (carried.length > mostMails) throw new Refusal('too-complex')
  const others = parts.filter((_, index) => mails[index] === null).flat()
  // The mark of a signature: what lies behind the mails is about the list, and told as left out.
  return { ...message, text: [...lines.slice(0, start), '-- ', ...others].join('\n'), carried }
}

/** Null for what has no head of a mail, as the last lines of a digest. */
function mailIn(part: readonly string[]): MailMessage | null {
  const first = part.findIndex((line) => line.trim() !== '' && !number.test(line.trimEnd()))
  const end = part.findIndex((line, index) => index > first && line.trim() === '')
  if (first === -1 || end === -1) return null
  const fields = readFields(Buffer.from(part.slice(first, end).join('\n')))
  if (!fields.has('from') || !(fields.has('subject') || fields.has('date'))) return null
  return {
    ...{ head: readHead(fields), html: '', text: part.slice(end + 1).join('\n') },
    ...{ findPicture: () => null, carried: [], breaksOff: false },
  }
}
