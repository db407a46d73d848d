// A mail that was sent on within the text of another: where it begins, and what is said of it.
import { isWorded, wordsOf, type Block } from '#core/document/source-document'
import { dayOfMail } from './mail-date.ts'
import { addressesIn, senderName, withoutMarks, type MailHead } from './mail-headers.ts'
import { fieldNames, forwardLines } from './mail-words.ts'

export interface ForwardedMail {
  /** The place of the first block that tells of it. */
  readonly fields: number
  /** The place of its first block. */
  readonly start: number
  readonly subject: string
  readonly sender: string
  readonly date: string | null
  /** All addresses in these blocks. */
  readonly addresses: readonly string[]
}

/** So far down a mail begins what it sends on. */
const mostBlocksBefore = 60
/** Who writes more letters than this above it answers, unless the subject or a line says otherwise. */
const mostLettersBefore = 400
/** No head of a mail takes more blocks. */
const mostFieldBlocks = 12

/** Null for a mail that sends nothing on; one that answers another in words of its own is none, whatever it quotes. */
export function findForwarded(
  blocks: readonly Block[],
  { isForward, saysAnswer }: Pick<MailHead, 'isForward' | 'saysAnswer'>,
): ForwardedMail | null {
  let before = 0
  for (const [index, block] of blocks.slice(0, mostBlocksBefore).entries()) {
    const found = readFieldsAt(blocks, index)
    const isClear = found?.hasLine === true || before <= mostLettersBefore
    if (found !== null && (isForward || before === 0 || (isClear && !saysAnswer))) return found
    if (isWorded(block)) before += wordsOf(block).length
  }
  return null
}

/** The addresses in all heads of other mails that a mail quotes. */
export function quotedAddresses(blocks: readonly Block[]): string[] {
  const addresses: string[] = []
  for (let index = 0; index < blocks.length;) {
    const found = readFieldsAt(blocks, index)
    if (found !== null) addresses.push(...found.addresses)
    index = found?.start ?? index + 1
  }
  return addresses
}

/** The head of another mail that begins at this block: three fields or more, with a sender and a subject among them. */
export function readFieldsAt(
  blocks: readonly Block[],
  first: number,
): (ForwardedMail & { hasLine: boolean }) | null {
  const values = new Map<string, string>()
  const addresses: string[] = []
  let hasLine = false
  let count = 0
  let start = first
  for (; start < Math.min(blocks.length, first + mostFieldBlocks); start += 1) {
    const lines = linesOf(blocks[start])
    // What stands behind the fields in their own block is a value that goes on.
    if (lines[0] === undefined || !(isForwardLine(lines[0]) || isOfField(lines[0], count))) break
    let name = ''
    for (const line of lines) {
      addresses.push(...addressesIn(line))
      const field = fieldOf(line)
      if (isForwardLine(line)) hasLine = true
      else if (field === null) values.set(name, `${values.get(name) ?? ''} ${line}`)
      else {
        ;({ name } = field)
        count += 1
        if (!values.has(name)) values.set(name, field.value)
      }
    }
  }
  const subject = values.get('subject')
  const from = values.get('from')
  if (count < 3 || subject === undefined || from === undefined) return null
  return {
    fields: first,
    start,
    hasLine,
    subject: withoutMarks(subject.replace(/\s+/gu, ' ').trim()),
    sender: senderName(from.replace(/[<[(].*$/u, '').replace(/["*]/gu, '')),
    date: dayOfMail(values.get('date') ?? ''),
    addresses,
  }
}

/** In plain text the address of a field may stand on a line of its own below it. */
function isOfField(line: string, fieldsAbove: number): boolean {
  return (
    fieldOf(line) !== null || (fieldsAbove > 0 && /^[[<(]\S{1,100}@\S{1,100}[\])>]$/u.test(line))
  )
}

function linesOf(block: Block | undefined): string[] {
  if (block === undefined || !isWorded(block)) return []
  const lines = wordsOf(block).slice(0, 5_000).split('\n')
  return lines.map((line) => line.replace(/^[>\s*]+/u, '').trim()).filter((line) => line !== '')
}

function isForwardLine(line: string): boolean {
  const words = line.replace(/^[-_\s]+|[-_:\s]+$/gu, '').toLowerCase()
  return words.length < 60 && forwardLines.includes(words)
}

/** `Van: Jan`, and `*Van:* | Jan` of a table. */
function fieldOf(line: string): { name: string; value: string } | null {
  const [, label = '', value = ''] =
    /^([\p{L}-]{1,15}(?: \p{L}{1,2})?)\s?\*?:\*?(.*)$/u.exec(line) ?? []
  const name = fieldNames.get(label.toLowerCase())
  return name === undefined ? null : { name, value: value.replace(/^[\s|*]+/u, '') }
}
