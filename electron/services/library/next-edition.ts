// What a draft becomes in the library: an edition of its own, or the next revision of one that is there.
import type { Edition, EditionBundle } from '#core/edition/edition'
import { asNextRevision, notesFor } from '#core/library/keep-ids'
import { isOlderIssue, type LibraryEntry } from '#core/library/library-entry'
import { likeEdition, sameEdition } from '#core/library/match-items'
import type { EditionLibrary } from '../edition-library.ts'
import { parse, type Draft } from '../import/read-draft.ts'
import { markOf } from './kept-source.ts'
import type { KeptEdition } from './library-file.ts'

/** How a draft stands to what is in the library. */
export type Standing =
  | { readonly kind: 'new' }
  | { readonly kind: 'next'; readonly older: KeptEdition }
  /** Its words are there already, and under no lower serial. */
  | { readonly kind: 'same'; readonly older: KeptEdition }
  /** A package of a lower serial than the one that the library's edition came from. */
  | { readonly kind: 'outdated' }

/** The entry of the edition that was made of these very bytes; it may have been mended since. */
export function entryMadeOf(library: EditionLibrary, sha256: string): LibraryEntry | null {
  return library.list().entries.find((entry) => entry.sha256 === sha256) ?? null
}

/** Only editions that look like the draft are read. */
export function standingOf(library: EditionLibrary, draft: Draft): Standing {
  const { entries } = library.list()
  const { issue } = markOf(draft.source)
  const ofPublisher = entries.filter(
    (entry) =>
      issue !== null &&
      entry.issue?.edition === issue.edition &&
      entry.publisher === draft.publisher,
  )
  const alike = likeEdition(draft.edition, entries).filter((entry) => !ofPublisher.includes(entry))
  for (const entry of [...ofPublisher, ...alike]) {
    const older = library.open(entry.id)
    if (!older.ok) continue
    if (!ofPublisher.includes(entry) && !sameEdition(older.bundle.edition, draft.edition)) continue
    if (isOlderIssue(issue, entry.issue)) return { kind: 'outdated' }
    const isSame = isSameText(older, draft.edition) && !isOlderIssue(entry.issue, issue)
    return { kind: isSame ? 'same' : 'next', older }
  }
  return { kind: 'new' }
}

/**
 * Word for word what the library has, whatever ids and revision it has, or had before it was mended: the mending stays.
 */
function isSameText({ bundle, source }: KeptEdition, edition: Edition): boolean {
  const words = wordsOf(edition)
  if (wordsOf(bundle.edition) === words) return true
  if (source?.kind !== 'text') return false
  const before = parse(source.imported, source.file)
  return before.ok && wordsOf(before.value.edition) === words
}

function wordsOf({ title, lede, figure, sections }: Edition): string {
  return JSON.stringify([
    ...[title, lede, figure],
    ...sections.map(({ heading, items }) => [
      heading,
      ...items.map(({ title: head, text, sources }) => [head, text, sources]),
    ]),
  ])
}

/** What is kept of a draft: as it was mended, as a revision of the older edition if there is one. */
export async function bundleOf(
  draft: Pick<Draft, 'edition' | 'notes'>,
  mended: Edition,
  options: {
    readonly older: Edition | null
    readonly library: EditionLibrary
    readonly reservedIds: readonly string[]
    readonly hyphenate: (edition: Edition) => Promise<Record<string, string>>
  },
): Promise<EditionBundle> {
  const { older, library, reservedIds } = options
  const before = older ?? removedBefore(mended, library)
  const edition =
    before === null
      ? { ...mended, id: freeId(mended.id, library, reservedIds) }
      : asNextRevision(before, mended)
  return {
    edition,
    notes: draft.notes === null ? null : notesFor(draft.edition, edition, draft.notes),
    hyphenation: await options.hyphenate(edition),
  }
}

/** The same edition, removed and now brought in anew: bookmarks and notes of the reader's find it under its id. */
function removedBefore(edition: Edition, library: EditionLibrary): Edition | null {
  const before = library.removed(edition.id)?.bundle.edition ?? null
  return before !== null && sameEdition(before, edition) ? before : null
}

/**
 * A title that every week has gives every week the same id: another edition gets one of its own. One that was removed may
 * be brought back and needs its id.
 */
function freeId(id: string, library: EditionLibrary, reservedIds: readonly string[]): string {
  const taken = new Set([...library.takenIds(), ...reservedIds])
  let free = id
  for (let count = 2; taken.has(free); count++) free = `${id.slice(0, 110)}-${String(count)}`
  return free
}
