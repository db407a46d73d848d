// Files that hold many editions, while the reader chooses among them.
import path from 'node:path'
import type { Collection, CollectionPart, CollectionSplit } from '#core/desktop/collection'
import type { Read } from '#core/edition/rejection'
import type { FeedContents } from '../documents/read-feed.ts'
import type { FeedSplit } from '../documents/feed-split.ts'
import type { MailboxMessage } from '../documents/mailbox.ts'
import { draftOfRead, type DraftOptions } from '../import/read-draft.ts'
import type { FeedFile } from '../import/read-many.ts'
import type { EditionLibrary } from '../library/edition-library.ts'
import { hashOf } from '../library/kept-source.ts'
import { joinedLetters, lettersIn, type JoinListener } from './letters.ts'
import type { DraftSource } from './keep-source.ts'

export type Held =
  | {
      readonly kind: 'mailbox'
      readonly location: string
      readonly messages: readonly MailboxMessage[]
    }
  | {
      readonly kind: 'feed'
      readonly location: string
      readonly file: FeedFile
      readonly sha256: string
      readonly contents: FeedContents
    }

/** More than a reader has open; after so many the oldest is forgotten. */
const mostHeld = 5

export function createCollections(library: EditionLibrary) {
  const held = new Map<number, Held>()
  let count = 0

  return {
    /** What the window shows of it. */
    hold(one: Held): Collection {
      const id = ++count
      held.set(id, one)
      held.delete(id - mostHeld)
      const hashes = new Set(
        library.list().entries.flatMap(({ sha256, earlier }) => [sha256, ...earlier]),
      )
      return { id, file: path.basename(one.location), ...shownOf(one, hashes) }
    },
    /** Undefined for one that was never there, or is forgotten. */
    find: (id: number) => held.get(id),
    drop: (id: number) => void held.delete(id),
    dropAll() {
      held.clear()
    },
  }
}

function shownOf(
  one: Held,
  hashes: ReadonlySet<string | null>,
): Pick<Collection, 'kind' | 'title' | 'parts' | 'areDigests'> {
  if (one.kind === 'mailbox') {
    const parts = one.messages.map(
      ({ subject, date, sender, address, list, sha256 }): CollectionPart => {
        return { title: subject, date, sender, address, list, isKnown: hashes.has(sha256) }
      },
    )
    return { kind: 'mailbox', title: '', parts, areDigests: true }
  }
  const { title, entries, areDigests } = one.contents
  const parts = entries.map(({ title: own, date, sha256 }): CollectionPart => {
    return { title: own, date, sender: '', address: '', list: '', isKnown: hashes.has(sha256) }
  })
  return { kind: 'feed', title, parts, areDigests }
}

/** What the chosen parts become. A mailbox is read as its editions are asked for, a feed at once. */
export async function sourcesOf(
  options: DraftOptions,
  one: Held,
  chosen: readonly number[],
  split: CollectionSplit,
  hears: JoinListener,
): Promise<Read<readonly DraftSource[]>> {
  if (one.kind === 'feed') return feedSources(options, one, chosen, split)
  const messages = chosen.flatMap((place) => one.messages[place] ?? [])
  const sources =
    split === 'month' || split === 'whole'
      ? joinedLetters(options, one.location, messages, split, hears)
      : lettersIn(options, one.location, messages)
  return { ok: true, value: sources }
}

async function feedSources(
  options: DraftOptions,
  { location, file, sha256, contents }: Extract<Held, { kind: 'feed' }>,
  chosen: readonly number[],
  split: CollectionSplit,
): Promise<Read<readonly DraftSource[]>> {
  const parts = await options.cage.readFeedParts(file, feedSplitOf(split), chosen)
  if (!parts.ok) return parts
  const name = path.basename(location)
  const sources = parts.value.map(({ entries, read }): DraftSource => {
    const own = entries.flatMap((place) => contents.entries[place] ?? [])
    const [only] = own
    const isFile = split === 'whole' && own.length === contents.entries.length
    const joined = own.map((entry) => entry.sha256).join(' ')
    const hash = isFile ? sha256 : own.length === 1 && only ? only.sha256 : hashOf(joined)
    return {
      name: only?.title || name,
      sha256: hash,
      read: async () => (read.ok ? draftOfRead(read.value, name, hash, options) : read),
    }
  })
  return { ok: true, value: sources }
}

function feedSplitOf(split: CollectionSplit): FeedSplit {
  return split === 'each' ? 'entry' : split
}
