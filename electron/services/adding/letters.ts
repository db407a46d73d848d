// The letters of a mailbox as editions: each by itself, or several as the sections or the items of one.
import path from 'node:path'
import { dutchCitation, englishCitation, writtenDate } from '#core/citation/cite-item'
import { groupBy } from '#core/group-by'
import { isWorded, wordsOf, type Block, type HeadingLevel } from '#core/document/source-document'
import { refusalAsResult, type Read } from '#core/edition/rejection'
import { fileStem } from '#core/edition/named-by-file'
import { joinDocuments, type DocumentPart } from '../documents/join-documents.ts'
import { isConversation, letterText } from '../documents/letter-text.ts'
import type { MailboxMessage } from '../documents/mailbox.ts'
import { draftOfRead, type Draft, type DraftOptions } from '../import/read-draft.ts'
import type { ReadEdition } from '../import/read-edition.ts'
import { hashOf } from '../library/kept-source.ts'
import type { DraftSource } from './keep-source.ts'

/** Of the subjects of letters. */
const letterLevel: HeadingLevel = 2

/** Each letter as an edition. It is read when its edition is asked for. */
export function lettersIn(
  options: DraftOptions,
  location: string,
  messages: readonly MailboxMessage[],
): DraftSource[] {
  const file = path.basename(location)
  return messages.map((message) => ({
    name: nameOf(message, file),
    sha256: message.sha256,
    async read() {
      const read = await options.cage.readMessage(location, message)
      return read.ok ? draftOfRead(read.value, file, message.sha256, options) : read
    },
  }))
}

export interface JoinListener {
  readonly onFailure: (name: string, failed: Extract<Read<never>, { ok: false }>) => void
  readonly onRead: () => void
}

/**
 * The letters of each month as an edition, a series apart from others; or all as one edition.
 * @param hears.onFailure of a letter that cannot be read: the edition goes without it
 * @param hears.onRead of each letter that was read
 */
export function joinedLetters(
  options: DraftOptions,
  location: string,
  messages: readonly MailboxMessage[],
  split: 'month' | 'whole',
  hears: JoinListener,
): DraftSource[] {
  const file = path.basename(location)
  const byDate = [...messages].sort((one, other) => compare(one.date ?? '', other.date ?? ''))
  const groups = groupBy(byDate, (message) => {
    const month = message.date?.slice(0, 7) ?? ''
    // Without a name of its own, a sender is told apart by the address, which goes no further.
    return split === 'whole' ? '' : `${month} ${seriesOf(message) ?? message.address}`
  })
  return [...groups.values()].map((group) => {
    const [first] = group
    const series = split === 'whole' || first === undefined ? null : seriesOf(first)
    const date =
      split === 'whole' ? (group.at(-1)?.date ?? null) : (first?.date?.slice(0, 7) ?? null)
    const sha256 = hashOf(group.map((message) => message.sha256).join(' '))
    return {
      name: [series ?? file, date].filter((part) => part !== null).join(' '),
      sha256,
      read: () => readJoined({ options, location, group, series, date, sha256, ...hears }),
    }
  })
}

async function readJoined(
  joined: JoinListener & {
    readonly options: DraftOptions
    readonly location: string
    readonly group: readonly MailboxMessage[]
    readonly series: string | null
    readonly date: string | null
    readonly sha256: string
  },
): Promise<Read<Draft>> {
  const { options, location, group, series, date, sha256, onFailure, onRead } = joined
  const file = path.basename(location)
  const parts: DocumentPart[] = []
  const areItems = isConversation(group)
  let language: string | null = null
  let failed: Extract<Read<never>, { ok: false }> | null = null
  for (const message of group) {
    const read = await options.cage.readMessage(location, message)
    onRead()
    if (read.ok) {
      parts.push(areItems ? itemOf(message, read.value) : sectionOf(message, read.value))
      language ??= read.value.document.stated.language
    } else if (read.reason === 'cancelled') return read
    else {
      failed ??= read
      onFailure(nameOf(message, file), read)
    }
  }
  if (parts.length === 0) return failed ?? { ok: false, reason: 'empty' }
  const { months } = language === 'en' ? englishCitation : dutchCitation
  const name = series ?? fileStem(file)
  const isMonth = date?.length === 'YYYY-MM'.length
  const title = isMonth ? `${name}, ${writtenDate(date, months)}` : name
  const whole = await refusalAsResult(() =>
    joinDocuments(parts, {
      ...{ titles: [{ text: title, from: 'subject' }], date, series, language },
      ...(areItems ? { itemLevel: letterLevel } : {}),
    }),
  )
  if (!whole.ok) return whole
  const parsed = await options.cage.parse(whole.value.document, file)
  if (!parsed.ok) return parsed
  const read = { ...whole.value, looks: null, ...parsed.value }
  // A form is of letters by themselves.
  return draftOfRead(read, file, sha256, { ...options, forms: undefined })
}

/** Its subject stands above it, and not once more as its first heading. */
function sectionOf(
  { subject }: MailboxMessage,
  { document, pictures, edition }: ReadEdition,
): DocumentPart {
  const text = subject === '' ? edition.title : subject
  const first = document.blocks.find(isWorded)
  const repeats = (block: Block): boolean =>
    block === first && block.kind === 'heading' && wordsOf(first) === text
  const blocks = document.blocks.filter((block) => !repeats(block))
  return {
    heading: { level: letterLevel, text },
    document: { document: { ...document, blocks }, pictures },
  }
}

/** A letter of people who write to each other is one text, with who wrote it and when. */
function itemOf(
  message: MailboxMessage,
  { document, pictures, edition }: ReadEdition,
): DocumentPart {
  return {
    heading: { level: letterLevel, text: message.subject || edition.title },
    // An answer is read so by itself.
    document: message.isAnswer
      ? { document, pictures }
      : letterText({ document, pictures }, message),
  }
}

function seriesOf({ list, sender }: MailboxMessage): string | null {
  return list || sender || null
}

function nameOf({ subject, sender, address }: MailboxMessage, file: string): string {
  return subject || sender || address || file
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
