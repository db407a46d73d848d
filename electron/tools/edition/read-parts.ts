// The editions in a file that holds several, one after another.
import path from 'node:path'
import type { Read } from '#core/edition/rejection'
import type { Cage } from '../../services/import/cage.ts'
import type { FeedSplit } from '../../services/documents/feed-split.ts'
import { readInput, valueOrThrow } from './input.ts'
import type { ReadEdition } from '../../services/import/read-edition.ts'
import type { Reading } from './reading-options.ts'

export interface ReadPart {
  /** What it is called where it cannot be read. */
  readonly name: string
  readonly read: Read<ReadEdition>
}

/** An edition a message; each is read when it is asked for. Throws a `VerbFailure` for what is no mailbox. */
export async function* messagesIn(cage: Cage, file: string): AsyncGenerator<ReadPart> {
  const messages = valueOrThrow(file, await cage.listMailbox(file))
  for (const [index, message] of messages.entries())
    yield {
      name: `message ${String(index + 1)} (${message.subject || message.sender})`,
      read: await cage.readMessage(file, message),
    }
}

/** Throws a `VerbFailure` for what is no feed. */
export async function* partsOfFeed(
  cage: Cage,
  file: string,
  { encoding }: Reading,
  split: FeedSplit,
): AsyncGenerator<ReadPart> {
  const source = { bytes: await readInput(file), encoding, name: path.basename(file) }
  const parts = valueOrThrow(file, await cage.readFeedParts(source, split, null))
  for (const [index, { read }] of parts.entries()) yield { name: `part ${String(index + 1)}`, read }
}
