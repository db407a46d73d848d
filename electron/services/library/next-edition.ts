// What a draft becomes in the library: an edition of its own, or the next revision of one that is there.
import type { Annotation } from '#core/annotations/annotation'
import { belongToAnotherEdition } from '#core/annotations/belong-to-another-edition'
import type { Edition, EditionBundle } from '#core/edition/edition'
import { asNextRevision, notesFor } from '#core/library/keep-ids'
import {
  isOlderIssue,
  isOneIssue,
  type EditionMark,
  type LibraryEntry,
} from '#core/library/library-entry'
import { itemsOf, matchItems } from '#core/library/match-items'
import {
  areTwoIssues,
  countUnchanged,
  hasSameNameAndDay,
  likeEdition,
  sameEdition,
} from '#core/library/same-edition'
import type { EditionLibrary } from '../edition-library.ts'
import type { Draft } from '../import/read-draft.ts'
import {
  hashOf,
  headOf,
  isMended,
  markOf,
  noPast,
  pastOf,
  wordsOf,
  type EditionPast,
  type KeptSource,
} from './kept-source.ts'
import type { KeptEdition } from './library-file.ts'

/** The reader's annotations of an edition id. */
export type AnnotationsOf = (edition: string) => readonly Pick<Annotation, 'quote'>[]

/** How a draft stands to what is in the library. */
export type Standing =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'next'
      readonly older: KeptEdition
      /** Whether it can take the place of the older one without the reader's decision, be kept beside it, or neither. */
      readonly unasked: 'replace' | 'keep-apart' | 'leave'
    }
  /** Its words are there already, and under no lower serial. */
  | { readonly kind: 'same'; readonly older: KeptEdition }
  /** A package of a lower serial than one that the library's edition came from. */
  | { readonly kind: 'outdated' }

/** The entry of the edition that was made of these very bytes and can still be read; it may have been mended since. */
export function entryMadeOf(library: EditionLibrary, sha256: string): LibraryEntry | null {
  return readable(library, (entry) => entry.sha256 === sha256)
}

/** The same for bytes that an earlier revision of it was made of. */
export function entryOnceMadeOf(library: EditionLibrary, sha256: string): LibraryEntry | null {
  return readable(library, ({ earlier }) => earlier.includes(sha256))
}

/** The catalogue may know an edition whose file is damaged by now: adding it again is how the reader gets it back. */
function readable(
  library: EditionLibrary,
  isSought: (entry: LibraryEntry) => boolean,
): LibraryEntry | null {
  const entry = library.list().entries.find(isSought)
  return entry !== undefined && library.open(entry.id).ok ? entry : null
}

/**
 * Only editions that look like the draft are read. Of several, the one whose place the draft can take counts, and otherwise
 * the first that it is like.
 */
export function standingOf(library: EditionLibrary, draft: Draft): Standing {
  const { entries } = library.list()
  const { issue } = markOf(draft.source, draft.publisher)
  const issued = entries.filter((entry) => isOneIssue(issue, issueOf(entry)))
  if (issued.some((entry) => isOlderIssue(issue, issueOf(entry)))) return { kind: 'outdated' }
  const alike = likeEdition(draft.edition, entries).filter((entry) => !issued.includes(entry))
  let apart: Standing = { kind: 'new' }
  for (const entry of [...issued, ...alike]) {
    const older = library.open(entry.id)
    if (!older.ok) continue
    if (!issued.includes(entry) && !sameEdition(older.bundle.edition, draft.edition)) continue
    const kept = issueOf(entry)
    const brings = bringsMore(library, older, draft, { kept, issue })
    if (isSameText(older, draft.edition) && !isOlderIssue(kept, issue) && !brings)
      return { kind: 'same', older }
    const unasked = unaskedOf(older, draft, { kept, issue })
    if (unasked !== 'keep-apart') return { kind: 'next', older, unasked }
    if (apart.kind === 'new') apart = { kind: 'next', older, unasked }
  }
  return apart
}

/** Which package an edition of the library is, and which one a draft is. */
interface Issues {
  readonly kept: EditionMark['issue']
  readonly issue: EditionMark['issue']
}

/**
 * The edition of an organisation is its publisher's as if it had come as a package, also once the reader has mended it: that says
 * nothing of its serial.
 */
function issueOf({ id, revision, origin, publisher, issue }: LibraryEntry): EditionMark['issue'] {
  if (issue !== null || publisher === null || origin === 'package') return issue
  return { publisher, edition: id, serial: origin === 'bundled' ? revision : 0 }
}

/** Where so large a share of the items have the same numbers, a text is the older one with corrections, and not the next week's. */
const shareOfCorrected = 0.5

/**
 * The edition of a package, or of the organisation that handed the program out, is its publisher's: nobody else's text takes its
 * place unasked, and no package whose items have nothing in common with it, as when a publisher names every week alike. What the
 * reader mended is never undone unasked.
 */
function unaskedOf(
  older: KeptEdition,
  draft: Draft,
  { kept, issue }: Issues,
): 'replace' | 'keep-apart' | 'leave' {
  const { bundle, provenance, source } = older
  const { edition } = bundle
  const isIssue = isOneIssue(kept, issue)
  // Of a package that was kept before 24 November 2026 only the publisher is known.
  const isTheirs = isIssue || (kept === null && draft.publisher === provenance.publisher)
  const isOther = itemsOf(edition).length > 0 && matchItems(edition, draft.edition).size === 0
  if (provenance.origin !== 'own' && (!isTheirs || isOther)) return 'keep-apart'
  if (!isIssue && areTwoIssues(edition, draft.edition)) return 'keep-apart'
  // A text of the reader's own that has a package's place was put there by the reader.
  const isPutThere = provenance.origin === 'own' && isIssue
  const isOfDay = isIssue || hasSameNameAndDay(edition, draft.edition)
  if (!isOfDay && !isCorrected(edition, draft.edition)) return 'keep-apart'
  return isPutThere || isMended(source, edition, provenance) ? 'leave' : 'replace'
}

function isCorrected(older: Edition, newer: Edition): boolean {
  const items = Math.min(itemsOf(older).length, itemsOf(newer).length)
  return countUnchanged(older, newer) >= shareOfCorrected * items
}

/** Whether a package has more to it than the words that the library has: a publisher, a serial, another head, notes or images. */
function bringsMore(
  library: EditionLibrary,
  older: KeptEdition,
  { edition, notes, images, origin }: Draft,
  { kept, issue }: Issues,
): boolean {
  if (origin !== 'package') return false
  const { bundle, provenance } = older
  if (!isOneIssue(kept, issue)) return kept === null && provenance.origin === 'own'
  if (!isSameHead(older, edition)) return true
  const mapped = notes === null ? null : notesFor(edition, bundle.edition, notes)
  if (JSON.stringify(mapped) !== JSON.stringify(bundle.notes)) return true
  const pictures = library.images(bundle.edition.id)
  return (
    pictures !== null &&
    (pictures.length !== images.length ||
      pictures.some(({ path, bytes }, index) => {
        const image = images[index]
        return image?.path !== path || Buffer.compare(image.bytes, bytes) !== 0
      }))
  )
}

/**
 * Word for word what the library has, whatever ids and revision it has, or had before it was mended: the mending stays.
 */
function isSameText({ bundle, source }: KeptEdition, edition: Edition): boolean {
  const words = wordsOf(edition)
  if (wordsOf(bundle.edition) === words) return true
  return source?.words === hashOf(words)
}

/** The same for series and date; the title is among the words. */
function isSameHead({ bundle, source }: KeptEdition, edition: Edition): boolean {
  const head = headOf(edition)
  return headOf(bundle.edition) === head || source?.head === hashOf(head)
}

/** What a draft was made of, as it is kept when it takes the place of an older edition: a serial is not forgotten. */
export function sourceOver(
  source: KeptSource | null,
  older: EditionMark | null,
): KeptSource | null {
  const issue = older?.issue ?? null
  return source?.kind === 'text' && issue !== null ? { ...source, over: issue } : source
}

/** What is kept of a draft: as it was mended, as a revision of the older edition if there is one. */
export async function bundleOf(
  draft: Pick<Draft, 'edition' | 'notes'>,
  mended: Edition,
  options: {
    readonly older: KeptEdition | null
    readonly library: EditionLibrary
    readonly reservedIds: readonly string[]
    readonly annotationsOf: AnnotationsOf
    readonly hyphenate: (edition: Edition) => Promise<Record<string, string>>
  },
): Promise<{ readonly bundle: EditionBundle; readonly past: EditionPast }> {
  const { library } = options
  const before = options.older ?? removedBefore(mended, library)
  const edition =
    before === null
      ? (inPlaceOfDamaged(mended, library) ?? {
          ...mended,
          id: freeId(mended, options),
        })
      : asNextRevision(before.bundle.edition, mended, before.past.items)
  const bundle = {
    edition,
    notes: draft.notes === null ? null : notesFor(draft.edition, edition, draft.notes),
    hyphenation: await options.hyphenate(edition),
  }
  return { bundle, past: before === null ? noPast : pastOf(before, edition) }
}

/** The same edition, removed and now brought in anew: bookmarks and notes of the reader's find it under its id. */
function removedBefore(edition: Edition, library: EditionLibrary): KeptEdition | null {
  const before = library.removed(edition.id)
  return before !== null && sameEdition(before.bundle.edition, edition) ? before : null
}

/**
 * An edition whose file is damaged, brought in anew. Its text cannot be compared, so its id and title must tell; the damaged
 * file is put away as one that was removed.
 */
function inPlaceOfDamaged(edition: Edition, library: EditionLibrary): Edition | null {
  const damaged = library
    .list()
    .damaged.find(({ id, reason }) => id === edition.id && reason === 'damaged')
  if (damaged === undefined || (damaged.title ?? edition.title) !== edition.title) return null
  return { ...edition, revision: damaged.revision + 1 }
}

/**
 * A title that every week has gives every week the same id: another edition gets one of its own. One that was removed may
 * be brought back and needs its id; and what the reader wrote about one that is gone for good must not show in another.
 */
function freeId(
  edition: Edition,
  options: {
    readonly library: EditionLibrary
    readonly reservedIds: readonly string[]
    readonly annotationsOf: AnnotationsOf
  },
): string {
  const { library, reservedIds, annotationsOf } = options
  const { id } = edition
  const taken = new Set([...library.takenIds(), ...reservedIds])
  let free = id
  for (
    let count = 2;
    taken.has(free) || belongToAnotherEdition(annotationsOf(free), edition);
    count++
  )
    free = `${id.slice(0, 110)}-${String(count)}`
  return free
}
