// Whether a draft is a new edition, the next revision of one in the library, or nothing new.
import type { Edition } from '#core/edition/edition'
import { allPictures } from '#core/edition/picture'
import { notesFor } from '#core/library/keep-ids'
import {
  isOlderIssue,
  isOneIssue,
  type EditionMark,
  type LibraryEntry,
} from '#core/library/library-entry'
import { itemsOf, matchSteps } from '#core/library/match-items'
import {
  areTwoIssues,
  isSureCorrection,
  likeEdition,
  sameEdition,
} from '#core/library/same-edition'
import type { Steps } from '#core/steps'
import type { Draft } from '../import/read-draft.ts'
import type { EditionLibrary } from '../library/edition-library.ts'
import {
  documentOfSource,
  hasMendedHead,
  hashOf,
  headOf,
  isMended,
  markOf,
  wordsOf,
} from '../library/kept-source.ts'
import type { KeptEdition } from '../library/library-file.ts'

/**
 * What happens when nobody is asked: the draft replaces the older edition, becomes an edition of its own, or is skipped.
 */
type AutomaticAction = 'replace' | 'keep-apart' | 'skip'

export type DraftClass =
  | { readonly kind: 'new' }
  /** May be the next revision of an older edition. */
  | {
      readonly kind: 'next'
      readonly older: KeptEdition
      readonly automaticAction: AutomaticAction
    }
  /** The library has these words already, under the same serial or a higher one. */
  | { readonly kind: 'same'; readonly older: KeptEdition }
  /** A package with a lower serial than the one that the library's edition came from. */
  | { readonly kind: 'outdated' }

/**
 * Reads only those editions that look like the draft. An edition that the draft may replace goes before one that it is
 * kept apart from. Which items the two share is known afterwards: see `matchSteps`.
 */
export function* classifyDraft(library: EditionLibrary, draft: Draft): Steps<DraftClass> {
  // It was read and checked just now, in one go.
  yield lengthOf(draft.edition)
  const { entries } = library.list()
  const { issue } = markOf(draft.source, draft.publisher)
  const issued = entries.filter((entry) => isOneIssue(issue, issueOf(entry)))
  if (issued.some((entry) => isOlderIssue(issue, issueOf(entry)))) return { kind: 'outdated' }
  const like = yield* likeEdition(draft.edition, entries)
  const alike = like.filter((entry) => !issued.includes(entry))
  let apart: DraftClass = { kind: 'new' }
  for (const entry of [...issued, ...alike]) {
    const older = yield* library.openSteps(entry.id)
    if (!older.ok) continue
    const { edition } = older.bundle
    if (!issued.includes(entry) && !(yield* sameEdition(edition, draft.edition))) continue
    yield* matchSteps(edition, draft.edition)
    const issues = { kept: issueOf(entry), issue }
    const isSame = hasSameWords(older, draft.edition) && !isOlderIssue(issues.kept, issue)
    yield lengthOf(edition)
    if (isSame && !(yield* addsToPackage(library, older, draft, issues)))
      return { kind: 'same', older }
    const automaticAction = yield* chooseAutomaticAction(older, draft, issues)
    if (automaticAction !== 'keep-apart') return { kind: 'next', older, automaticAction }
    if (apart.kind === 'new') apart = { kind: 'next', older, automaticAction }
  }
  return apart
}

/** Which packages the edition in the library and the draft came from. */
interface Issues {
  readonly kept: EditionMark['issue']
  readonly issue: EditionMark['issue']
}

/**
 * An organisation's edition counts as a package of its publisher, also after the reader mended it. A mended one has no serial
 * any more, so it gets the lowest.
 */
function issueOf({ id, revision, origin, publisher, issue }: LibraryEntry): EditionMark['issue'] {
  if (issue !== null || publisher === null || origin === 'package') return issue
  return { publisher, edition: id, serial: origin === 'bundled' ? revision : 0 }
}

/**
 * A package's edition belongs to its publisher: no other text replaces it unasked. Neither does a package that shares no item
 * with it, since some publishers give every issue the same name. What the reader mended is never replaced unasked.
 */
function* chooseAutomaticAction(
  older: KeptEdition,
  draft: Draft,
  { kept, issue }: Issues,
): Steps<AutomaticAction> {
  const { bundle, provenance, source } = older
  const { edition } = bundle
  const isIssue = isOneIssue(kept, issue)
  // Packages that were kept before 24 November 2026 have no issue, only a publisher.
  const isTheirs = isIssue || (kept === null && draft.publisher === provenance.publisher)
  const matches = yield* matchSteps(edition, draft.edition)
  const isOther = itemsOf(edition).length > 0 && matches.size === 0
  if (provenance.origin !== 'own' && (!isTheirs || isOther)) return 'keep-apart'
  if (!isIssue && areTwoIssues(edition, draft.edition)) return 'keep-apart'
  // The reader put a text of their own in the place of a package.
  const isPutThere = provenance.origin === 'own' && isIssue
  const known = withOwnHead(older, draft.edition)
  if (!isIssue && !(yield* isSureCorrection(known, draft.edition))) return 'keep-apart'
  return isPutThere || isMended(source, edition, provenance) ? 'skip' : 'replace'
}

/**
 * The edition without the title and the series that the reader gave it: they tell nothing of what its text is. It has the
 * series that its file states; what is not known is that of the newer edition.
 */
function withOwnHead(
  { bundle: { edition }, source, provenance }: KeptEdition,
  { title, series }: Edition,
): Edition {
  if (!hasMendedHead(source, edition, provenance)) return edition
  return { ...edition, title, series: documentOfSource(source)?.stated.series ?? series }
}

/** Whether a package adds a publisher, a serial, a head, notes, pictures or images to words that the library has. */
function* addsToPackage(
  library: EditionLibrary,
  older: KeptEdition,
  { edition, notes, images, origin }: Draft,
  { kept, issue }: Issues,
): Steps<boolean> {
  if (origin !== 'package') return false
  const { bundle, provenance } = older
  if (!isOneIssue(kept, issue)) return kept === null && provenance.origin === 'own'
  if (!hasSameHead(older, edition)) return true
  const mapped = notes === null ? null : yield* notesFor(edition, bundle.edition, notes)
  if (JSON.stringify(mapped) !== JSON.stringify(bundle.notes)) return true
  const pictures = [edition, bundle.edition].map((one) => JSON.stringify(allPictures(one)))
  if (pictures[0] !== pictures[1]) return true
  const keptImages = library.images(bundle.edition.id)
  return (
    keptImages !== null &&
    (keptImages.length !== images.length ||
      keptImages.some(({ path, bytes }, index) => {
        const image = images[index]
        return image?.path !== path || Buffer.compare(image.bytes, bytes) !== 0
      }))
  )
}

/** How many characters its items have. */
function lengthOf(edition: Edition): number {
  return itemsOf(edition).reduce((length, { text }) => length + text.length, 0)
}

/** Compares all words with those of the kept edition, as it is and as it was before the reader mended it. */
function hasSameWords({ bundle, source }: KeptEdition, edition: Edition): boolean {
  const words = wordsOf(edition)
  if (wordsOf(bundle.edition) === words) return true
  return source?.words === hashOf(words)
}

/** The same for title, series and date. */
function hasSameHead({ bundle, source }: KeptEdition, edition: Edition): boolean {
  const head = headOf(edition)
  return headOf(bundle.edition) === head || source?.head === hashOf(head)
}

/** Whether a draft is more likely a revision of what was found than an edition of its own. */
export function isLikelyRevision(found: Extract<DraftClass, { older: unknown }>): boolean {
  return found.kind === 'same' || found.automaticAction !== 'keep-apart'
}
