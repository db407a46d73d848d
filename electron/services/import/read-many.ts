// Files that hold many editions: a mailbox is read message by message, a feed in parts. Runs in the sandboxed process.
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Read } from '#core/edition/rejection'
import { decodeMarkup } from '../documents/decode-text.ts'
import type { MailboxMessage } from '../documents/mailbox.ts'
import type { FeedSplit } from '../documents/feed-split.ts'
import type { FeedContents } from '../documents/read-feed.ts'
import type { DocumentFile } from '../documents/read-document.ts'
import type { PackageFile } from '../packages/read-package.ts'
import { editionIn, type ReadEdition } from './read-edition.ts'

/** Where a message lies, and its hash. */
export type MessagePlace = Pick<MailboxMessage, 'offset' | 'length' | 'sha256'>

export type FeedFile = Pick<DocumentFile, 'bytes' | 'encoding' | 'name'>

/** An edition of some entries of a feed, which are named by their places in it. */
export interface FeedEdition {
  readonly entries: readonly number[]
  readonly read: Read<ReadEdition>
}

/** What a portion of a list is called on its way out. */
const portionName = 'portion.json'

type OnProgress = (done: number, all: number) => void

// What reads these is large, and waits until one comes.
const mailbox = () => import('../documents/mailbox.ts')
const mail = () => import('../documents/read-mail.ts')
const feed = () => import('../documents/read-feed.ts')

/**
 * The messages of a mailbox. Of many, each portion but the last goes out as a file, so that this process never holds all.
 * Throws a `Refusal`.
 */
export async function listMessages(
  file: string,
  onProgress: OnProgress,
  give: (portion: PackageFile) => Promise<void>,
): Promise<readonly MailboxMessage[]> {
  return (await mailbox()).listMailbox(file, onProgress, (messages) =>
    give({ path: portionName, bytes: Buffer.from(JSON.stringify(messages)) }),
  )
}

/** The edition in one message of a mailbox. Throws a `Refusal`. */
export async function readMessage(file: string, place: MessagePlace): Promise<Read<ReadEdition>> {
  const bytes = await (await mailbox()).readMailboxMessage(file, place)
  return editionIn(await (await mail()).readMail(bytes), path.basename(file))
}

/** Throws a `Refusal`. */
export async function listFeed({ bytes, encoding }: FeedFile): Promise<FeedContents> {
  const { feedEntries } = await feed()
  return feedEntries(decodeMarkup(bytes, encoding))
}

/**
 * A feed as several editions. Throws a `Refusal` for the whole of it.
 * @param only the places of the entries that are wanted; null for all
 */
export async function readFeedParts(
  { bytes, encoding, name }: FeedFile,
  split: FeedSplit,
  only: readonly number[] | null,
  onProgress: OnProgress,
): Promise<readonly FeedEdition[]> {
  const { readFeed } = await feed()
  const wanted = only === null ? undefined : new Set(only)
  const parts = readFeed(decodeMarkup(bytes, encoding), { split, only: wanted })
  const editions: FeedEdition[] = []
  for (const { entries, ...part } of parts) {
    editions.push({ entries, read: editionIn(part, name) })
    onProgress(editions.length, parts.length)
    // What was reported goes out before the next one is read.
    await setImmediate()
  }
  return editions
}
