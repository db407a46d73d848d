// A mailbox (mbox): where its messages lie and what their heads say. It is read as a stream: one may have 4 GB.
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import { Refusal } from '#core/edition/rejection'
import { hasOldLines, withLineFeeds } from './decode-text.ts'
import { readFields, readHead, startOfMail, type MailHead } from './mail-headers.ts'

export interface MailboxMessage extends Pick<MailHead, 'subject' | 'date' | 'sender' | 'list'> {
  /** Where its `From ` line begins. */
  readonly offset: number
  readonly length: number
  /** Of the sender, for the choice alone; empty for none. */
  readonly address: string
  /** Whether it answers another message. */
  readonly isAnswer: boolean
  /** Of the message without its `From ` line: the same message in another mailbox has the same. */
  readonly sha256: string
}

/** A larger message is named and passed over. */
export const mostMessageBytes = 20 * 1024 * 1024
const mostMailboxBytes = 4 * 1024 * 1024 * 1024
const mostMessages = 250_000
/** So many are held at once: their words hold on to the heads that they were cut from. */
const portion = 500
const chunkBytes = 1024 * 1024
/** Of a message, where its head is looked for. */
const headBytes = 64 * 1024
/** The `From ` line and the beginning of the next must lie within so much. */
const lookAhead = 512
/** Smaller are the bytes of white space. */
const spaceByte = 0x20
/** Of a line, to see whether an empty one goes before it. */
const bytesBefore = 2

type FileHandle = Awaited<ReturnType<typeof fs.open>>
/** Fewer bytes than asked for where the file ends; lines end in a line feed, whatever they end in there. */
type ReadPart = (offset: number, length: number) => Promise<Buffer>

/**
 * The messages of a mailbox, in order. Throws a `Refusal`: 'not-a-mail' for what does not begin as a mailbox.
 * @param onProgress bytes that were read, of how many
 * @param give takes each portion of a large mailbox, and the answer holds the rest; without it the answer holds all
 */
export async function listMailbox(
  file: string,
  onProgress: (done: number, total: number) => void = () => undefined,
  give: ((messages: readonly MailboxMessage[]) => Promise<void>) | null = null,
): Promise<readonly MailboxMessage[]> {
  return withFile(file, async (read, size) => {
    if (size > mostMailboxBytes) throw new Refusal('file-too-large')
    let messages: MailboxMessage[] = []
    let count = 0
    let start: number | null = null
    const add = async (from: number, end: number): Promise<void> => {
      if (count >= mostMessages) throw new Refusal('too-many-parts')
      count += 1
      messages.push(await readMessageHead(read, from, end - from))
      if (give === null || messages.length < portion) return
      await give(messages)
      messages = []
    }
    for await (const offset of messageStarts(read, size, onProgress)) {
      if (start !== null) await add(start, offset)
      start = offset
    }
    if (start === null) throw new Refusal(size === 0 ? 'empty' : 'not-a-mail')
    await add(start, size)
    return messages
  })
}

/**
 * One message, as its sender wrote it. Throws a `Refusal`: 'file-too-large' for one of more than 20 MB, 'not-found' when the
 * mailbox has changed since it was listed.
 */
export async function readMailboxMessage(
  file: string,
  { offset, length, sha256 }: Pick<MailboxMessage, 'offset' | 'length' | 'sha256'>,
): Promise<Buffer> {
  if (length > mostMessageBytes) throw new Refusal('file-too-large')
  return withFile(file, async (read) => {
    const bytes = await read(offset, length)
    if (hashOfMessage(bytes) !== sha256) throw new Refusal('not-found')
    // Programs put `>` before a line that begins with `From `.
    return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gmu, '$1'), 'latin1')
  })
}

async function withFile<Value>(
  file: string,
  work: (read: ReadPart, size: number) => Promise<Value>,
): Promise<Value> {
  let handle: FileHandle | null = null
  try {
    // A pipe would wait for its other end when it is opened.
    if (!(await fs.stat(file)).isFile()) throw new Refusal('not-permitted')
    handle = await fs.open(file)
    return await work(await readerOf(handle), (await handle.stat()).size)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Refusal(isMissing ? 'not-found' : 'not-permitted')
  } finally {
    await handle?.close()
  }
}

/** The place of every `From ` line that begins a message. */
async function* messageStarts(
  read: ReadPart,
  size: number,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<number> {
  /** What was read and is still looked at, and its place in the file. */
  let window = Buffer.alloc(0)
  let base = 0
  for (let done = 0; done < size || done === 0;) {
    const chunk = await read(done, Math.min(chunkBytes, size - done))
    if (chunk.length === 0) break
    window = Buffer.concat([window, chunk])
    done += chunk.length
    const end = done >= size ? window.length : window.length - lookAhead
    let at = bytesBefore
    if (base === 0) {
      at = window.findIndex((byte) => byte > spaceByte)
      // What does not begin as one is no mailbox, however long it is.
      if (at === -1 || !beginsMessage(window, at)) return
      yield at
    }
    at = window.indexOf('\nFrom ', at)
    while (at !== -1 && at < end) {
      if (endsEmptyLine(window, at) && beginsMessage(window, at + 1)) yield base + at + 1
      at = window.indexOf('\nFrom ', at + 1)
    }
    const kept = Math.max(0, end - bytesBefore)
    window = window.subarray(kept)
    base += kept
    onProgress(done, size)
  }
}

function endsEmptyLine(window: Buffer, at: number): boolean {
  const before = window[at - 1]
  return before === 10 || (before === 13 && window[at - 2] === 10)
}

/**
 * `From `, one word for somebody, and a date with a time: `Mon Nov  4 10:00:00 2030`, as a mail has it, or `2030-11-04 10:00`. Archives of lists
 * write `a at b`. Sentences about times begin with `From ` too.
 */
const envelopeLine =
  /^From (?:\S+(?: at \S+)? +)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2} +|\d{1,2} +[A-Z][a-z]{2} +\d{4} +)|\d{4}-\d\d-\d\d[ T])\d{1,2}:\d\d/u

/** A line as between two messages; then a field. Another line of a text that begins so has no field below it. */
function beginsMessage(window: Buffer, at: number): boolean {
  const [line = '', next = ''] = window.toString('latin1', at, at + lookAhead).split('\n', 2)
  const isEnvelope = envelopeLine.test(line) && /\d{4}/u.test(line)
  return isEnvelope && /^(?:>From |[\w-]{1,76}:)/u.test(next)
}

async function readMessageHead(
  read: ReadPart,
  offset: number,
  length: number,
): Promise<MailboxMessage> {
  const bytes = await read(offset, Math.min(length, mostMessageBytes))
  const fields = readFields(bytes.subarray(startOfMail(bytes), headBytes))
  const { subject, date, sender, senders, list, isAnswer } = readHead(fields)
  const [address = ''] = senders
  const sha256 = hashOfMessage(bytes)
  return { offset, length, subject, date, sender, address, list, isAnswer, sha256 }
}

/** Empty lines behind the last message of a mailbox come with the next one. */
function hashOfMessage(bytes: Buffer): string {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] ?? 0) <= spaceByte) end -= 1
  const content = bytes.subarray(Math.min(startOfMail(bytes), end), end)
  return createHash('sha256').update(content).digest('hex')
}

/** What the file begins with tells how lines end in all of it, so that each message is read as it was listed. */
async function readerOf(handle: FileHandle): Promise<ReadPart> {
  if (!hasOldLines(await readAt(handle, 0, headBytes))) return (...part) => readAt(handle, ...part)
  return async (...part) => Buffer.from(withLineFeeds(await readAt(handle, ...part)))
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}
