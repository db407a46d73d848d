// Puts a draft into the library: as an edition of its own, or as the next revision of an older one.
import type { WriteFault } from '#core/desktop/transfer'
import { isUnsure } from '#core/edition/remark'
import type { Edition, EditionBundle } from '#core/edition/edition'
import { asNextRevision, notesFor } from '#core/library/keep-ids'
import { belongToAnotherEdition } from '#core/annotations/belong-to-another-edition'
import { isOlderIssue, type EditionMark } from '#core/library/library-entry'
import { sameEdition } from '#core/library/same-edition'
import { sketchSteps } from '#core/library/sketch-edition'
import type { Annotation } from '#core/annotations/annotation'
import type { Hyphenate } from '../editions/hyphenate-edition.ts'
import type { Draft } from '../import/read-draft.ts'
import { writeFaultOf, type EditionLibrary } from '../library/edition-library.ts'
import { markOf, noPast, pastOf, type KeptSource } from '../library/kept-source.ts'
import type { KeptEdition } from '../library/library-file.ts'
import { inSteps } from './in-steps.ts'

export interface KeepDraftOptions {
  readonly library: EditionLibrary
  readonly hyphenate: Hyphenate
  /** Ids of editions outside the library that no edition in it may have: that of the bundled edition. */
  readonly reservedIds: readonly string[]
  /** The reader's bookmarks and notes of an edition id. */
  readonly annotationsOf: (
    edition: string,
  ) => readonly Pick<Annotation, 'kind' | 'item' | 'quote'>[]
  readonly now: () => Date
}

/**
 * @param edition the draft's edition as the reader mended it
 * @param older the edition of which it becomes the next revision; null for none
 * @param isReviewed whether the reader looked it over
 */
export async function keepDraft(
  options: KeepDraftOptions,
  draft: Draft,
  edition: Edition,
  older: KeptEdition | null,
  isReviewed: boolean,
  signal?: AbortSignal,
): Promise<{ ok: true; bundle: EditionBundle } | { ok: false; reason: WriteFault | 'cancelled' }> {
  const { library, hyphenate, now } = options
  const before = older ?? (await findRemoved(library, edition))
  const identified =
    before === null
      ? (asReplacementOfDamaged(library, edition) ?? withFreeId(options, edition))
      : await inSteps(asNextRevision(before.bundle.edition, edition, before.past.items))
  const { notes } = draft
  // The library makes its entry in one go, and the sketch in it takes longest.
  await inSteps(sketchSteps(identified))
  const bundle = {
    edition: identified,
    notes: notes === null ? null : await inSteps(notesFor(draft.edition, identified, notes)),
    hyphenation: await hyphenate(identified, signal),
  }
  const source = sourceOf(draft, older)
  if (signal?.aborted === true) return { ok: false, reason: 'cancelled' }
  const { origin, publisher, images } = draft
  const provenance = {
    ...{ origin, publisher, reviewed: isReviewed },
    added: isOfOneFile(source, older) ? older.provenance.added : now().toISOString(),
    ...(isReviewed ? {} : { questions: draft.remarks.filter(isUnsure).length }),
    ...(isReviewed || draft.formed === null ? {} : { formed: draft.formed }),
  }
  const past = before === null ? noPast : pastOf(before, identified)
  const outcome = await inSteps(library.addSteps(bundle, provenance, { source, images, past }))
  return outcome.ok ? { ok: true, bundle } : { ok: false, reason: writeFaultOf(outcome.reason) }
}

/** Who mends an edition, or has it read anew, brings no text in. */
function isOfOneFile(source: KeptSource | null, older: KeptEdition | null): older is KeptEdition {
  return source !== null && source.sha256 === older?.source?.sha256
}

/** A draft of an older issue is a mending of the newer one that it replaces, and keeps that one's source with its serial. */
function sourceOf(draft: Draft, older: KeptEdition | null): KeptSource | null {
  if (older === null) return draft.source
  const mark = markOf(older.source, older.provenance.publisher)
  const { issue } = markOf(draft.source, draft.publisher)
  return isOlderIssue(issue, mark.issue) ? older.source : inheritIssue(draft.source, mark)
}

/** A text that replaces a package keeps the package's issue, so that its serial is not forgotten. */
function inheritIssue(source: KeptSource | null, { issue }: EditionMark): KeptSource | null {
  return source !== null && source.kind !== 'package' && issue !== null
    ? { ...source, over: issue }
    : source
}

/** The same edition among the removed ones. The reader's bookmarks and notes find it again under its old id. */
async function findRemoved(library: EditionLibrary, edition: Edition): Promise<KeptEdition | null> {
  const removed = library.removed(edition.id)
  if (removed === null) return null
  return (await inSteps(sameEdition(removed.bundle.edition, edition))) ? removed : null
}

/**
 * An edition whose file is damaged is replaced by its next revision. Its text cannot be compared, so its id and title must
 * agree.
 */
function asReplacementOfDamaged(library: EditionLibrary, edition: Edition): Edition | null {
  const damaged = library
    .list()
    .damaged.find(({ id, reason }) => id === edition.id && reason === 'damaged')
  if (damaged === undefined || (damaged.title ?? edition.title) !== edition.title) return null
  return { ...edition, revision: damaged.revision + 1 }
}

/**
 * Numbers an id that another edition has: a weekly with one title gives every issue the same id. The id of a removed edition is
 * not free, since that may be brought back. Neither is one to which annotations of a lost edition belong.
 */
function withFreeId(
  { library, reservedIds, annotationsOf }: KeepDraftOptions,
  edition: Edition,
): Edition {
  const taken = new Set([...library.takenIds(), ...reservedIds])
  const isFree = (id: string): boolean =>
    !taken.has(id) && !belongToAnotherEdition(annotationsOf(id), edition)
  let { id } = edition
  for (let count = 2; !isFree(id); count++) id = `${edition.id.slice(0, 110)}-${String(count)}`
  return { ...edition, id }
}
