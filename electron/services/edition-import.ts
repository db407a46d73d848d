// From a file or a pasted text to a proof, and from a proof into the library.
import path from 'node:path'
import type {
  AddOutcome,
  AddProgress,
  AddSource,
  AddSummary,
  KeepChoice,
  KeepOutcome,
} from '#core/desktop/adding'
import type { WriteFault } from '#core/desktop/transfer'
import { isUnsure } from '#core/digest/remark'
import type { Edition, EditionBundle } from '#core/edition/edition'
import { seriesOf } from '#core/edition/learned-sources'
import type { Rejection } from '#core/edition/rejection'
import { knownSeries } from '#core/library/known-series'
import { isOlderIssue } from '#core/library/library-entry'
import { writeFaultOf, type EditionLibrary } from './edition-library.ts'
import type { Hyphenate } from './hyphenate-edition.ts'
import type { TextEncoding } from './import/decode-text.ts'
import type { LearnedNames } from './import/learned-record.ts'
import { createProofs, type Pending } from './import/proofs.ts'
import {
  asRevision,
  draftOfFile,
  draftOfKept,
  draftOfText,
  readBytes,
  type Draft,
  type DraftOptions,
} from './import/read-draft.ts'
import { createRuns, type Run, type Runs } from './import/runs.ts'
import { hashOf, markOf } from './library/kept-source.ts'
import type { KeptEdition } from './library/library-file.ts'
import {
  bundleOf,
  entryMadeOf,
  entryOnceMadeOf,
  sourceOver,
  standingOf,
  type AnnotationsOf,
  type Standing,
} from './library/next-edition.ts'

export interface EditionImport {
  /** One file or text becomes a proof; several files are kept at once, not looked over yet. */
  add(source: AddSource): Promise<AddOutcome>
  /** The files of an earlier refusal as text in this encoding: one becomes a proof, several are kept. */
  readAgain(refusal: number, encoding: TextEncoding): Promise<AddOutcome>
  /** A proof of an edition that is in the library. */
  review(edition: string): Promise<AddOutcome>
  /** Ends one work at once, also within a file; the others go on. */
  cancel(run: number): void
  /** Other work with editions, with the same progress and `cancel`. */
  readonly start: Runs['start']
  /** Lets go of a proof that will not be kept. */
  drop(proof: number): void
  /** Lets go of all of them: the window that showed them is gone. */
  dropAll(): void
  keep(proof: number, edition: Edition, choice: KeepChoice): Promise<KeepOutcome>
  /** A file straight into the library, as not looked over; a proof that is being looked at stays what it is. */
  take(file: string): Promise<TakeOutcome>
  /** The same for many files, with progress and `cancel`. */
  takeAll(paths: readonly string[], onTaken: OnTaken): Promise<AddSummary>
}

/** `isNew` is false when the library has the edition already, word for word; nothing changes then. */
export type TakeOutcome =
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: Rejection | WriteFault }
  /** A newer version of an edition that the reader mended, by its title: nothing changes. */
  | { readonly ok: false; readonly reason: 'mended'; readonly title: string }

/** Says whether to go on with the next file. */
type OnTaken = (file: string, outcome: TakeOutcome) => boolean

export interface EditionImportOptions extends DraftOptions {
  readonly learned?: LearnedNames
  readonly library: EditionLibrary
  readonly hyphenate: Hyphenate
  /** Ids of editions that are not in the library, and that nothing there may be taken for: the bundled one. */
  readonly reservedIds: readonly string[]
  readonly annotationsOf: AnnotationsOf
  readonly now: () => Date
  /** Told calmly: see `withCalmProgress`. */
  readonly onProgress: (progress: AddProgress) => void
}

/** The edition that a draft may be the next revision of; null when it is one of its own. */
interface Place {
  readonly older: KeptEdition | null
  readonly isLikely: boolean
}

/** More questions than a reader has open: of more, the oldest are let go of. */
const mostRefusals = 50

export function createEditionImport(options: EditionImportOptions): EditionImport {
  const { library } = options
  const proofs = createProofs()
  const runs = createRuns(options.onProgress)
  let refusals = 0
  /** The files that were no UTF-8; the window knows them by a number. */
  const refused = new Map<number, readonly string[]>()
  let last: Promise<unknown> = Promise.resolve()

  /** The library is changed for one file at a time: each looks at what the one before has made of it. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = last.then(work)
    last = result.catch(() => undefined) // the one who asked for it hears of it
    return result
  }

  const reading: DraftOptions = {
    ...options,
    knownSeries: (title) => knownSeries(title, library.list().entries),
  }

  /** What is read in the cage for a run ends with it. */
  function readingOf({ signal }: Run): DraftOptions {
    const { cage } = options
    return {
      ...reading,
      cage: {
        readText: (file) => cage.readText(file, signal),
        parse: (lines, name) => cage.parse(lines, name, signal),
        readPackage: (file, onFile) => cage.readPackage(file, onFile, signal),
        hyphenate: (texts) => cage.hyphenate(texts, signal),
        close: cage.close,
      },
    }
  }

  function refusalOf(paths: readonly string[]): number | null {
    if (paths.length === 0) return null
    const id = ++refusals
    refused.set(id, paths)
    refused.delete(id - mostRefusals)
    return id
  }

  function isThere(file: string | null, edition: { id: string; title: string }): AddOutcome {
    return { ok: true, kind: 'known', file, edition: edition.id, title: edition.title }
  }

  /** A draft for the reader to look over, unless there is nothing to look at. */
  function offer(draft: Draft): AddOutcome {
    const { file } = draft
    const standing = standingOf(library, draft)
    if (standing.kind === 'outdated')
      return { ok: false, reason: 'older-serial', file, refusal: null }
    const proof = { draft, isReview: false, lacksImages: false }
    if (standing.kind === 'new') return proofs.offer({ ...proof, older: null })
    const { older } = standing
    const likely = isLikely(standing)
    const isIssue = draft.origin === 'package' && older.source?.kind === 'package'
    if (standing.kind === 'same' && isIssue) return isThere(file, older.bundle.edition)
    const next = likely ? asRevision(draft, older.bundle.edition, options.learned) : draft
    return proofs.offer({ ...proof, draft: next, older }, likely)
  }

  /** Where a proof belongs by now: the library may have changed while it was looked over. */
  function placeNow({ draft, older, isReview }: Pending): Place | 'outdated' {
    if (isReview) {
      const opened = older === null ? null : library.open(older.bundle.edition.id)
      return { older: opened?.ok === true ? opened : older, isLikely: true }
    }
    const standing = standingOf(library, draft)
    if (standing.kind === 'outdated') return 'outdated'
    if (standing.kind === 'new') return { older: null, isLikely: true }
    return { older: standing.older, isLikely: isLikely(standing) }
  }

  async function addOne(
    location: string,
    encoding: TextEncoding | null,
    run: Run,
  ): Promise<AddOutcome> {
    const file = path.basename(location)
    const hashed = await readBytes(location)
    if (!hashed.ok) return { ok: false, reason: hashed.reason, file, refusal: null }
    const known = entryMadeOf(library, hashed.value.sha256)
    if (known !== null) return isThere(file, known)
    const read = await draftOfFile(readingOf(run), location, hashed.value, encoding)
    if (run.signal.aborted) return { ok: false, reason: 'cancelled', file, refusal: null }
    if (read.ok) return offer(read.value)
    const refusal = read.reason === 'not-utf-8' ? refusalOf([location]) : null
    return { ok: false, reason: read.reason, file, refusal }
  }

  async function addText(text: string, run: Run): Promise<AddOutcome> {
    const known = entryMadeOf(library, hashOf(text))
    if (known !== null) return isThere(null, known)
    const draft = await draftOfText(readingOf(run), text)
    if (run.signal.aborted) return { ok: false, reason: 'cancelled', file: null, refusal: null }
    if (draft.ok) return offer(draft.value)
    return { ok: false, reason: draft.reason, file: null, refusal: null }
  }

  async function takeOne(
    location: string,
    encoding: TextEncoding | null,
    reading: DraftOptions,
  ): Promise<TakeOutcome> {
    const hashed = await readBytes(location)
    if (!hashed.ok) return hashed
    const { sha256 } = hashed.value
    const known = entryMadeOf(library, sha256) ?? entryOnceMadeOf(library, sha256)
    if (known !== null) return { ok: true, isNew: false }
    const read = await draftOfFile(reading, location, hashed.value, encoding)
    if (!read.ok) return read
    const standing = standingOf(library, read.value)
    if (standing.kind === 'outdated') return { ok: false, reason: 'older-serial' }
    if (standing.kind === 'same') return { ok: true, isNew: false }
    const unasked = standing.kind === 'next' ? standing.unasked : null
    const older = standing.kind === 'next' ? standing.older : null
    if (unasked === 'leave')
      return { ok: false, reason: 'mended', title: older?.bundle.edition.title ?? '' }
    const place = unasked === 'replace' ? older : null
    const draft =
      place === null ? read.value : asRevision(read.value, place.bundle.edition, options.learned)
    const outcome = await addDraft(draft, draft.edition, place, false)
    return outcome.ok ? { ok: true, isNew: true } : outcome
  }

  /** Puts a draft into the library, as it was mended and as the next revision of an older edition if there is one. */
  async function addDraft(
    draft: Draft,
    mended: Edition,
    older: KeptEdition | null,
    reviewed: boolean,
    signal?: AbortSignal,
  ): Promise<
    { ok: true; bundle: EditionBundle } | { ok: false; reason: WriteFault | 'cancelled' }
  > {
    const { publisher, origin, images } = draft
    const hyphenate = (edition: Edition): Promise<Record<string, string>> =>
      options.hyphenate(edition, signal)
    const { bundle, past } = await bundleOf(draft, mended, { ...options, older, hyphenate })
    if (signal?.aborted === true) return { ok: false, reason: 'cancelled' }
    const mark = older === null ? null : markOf(older.source, older.provenance.publisher)
    const { issue } = markOf(draft.source, publisher)
    // A mending of an older issue on top of a newer one is a mending of that: its serial is not forgotten.
    const isOlder = mark !== null && isOlderIssue(issue, mark.issue)
    const source = isOlder ? (older?.source ?? null) : sourceOver(draft.source, mark)
    const added = options.now().toISOString()
    const questions = draft.remarks.filter(isUnsure).length
    const asked = reviewed ? {} : { questions }
    const provenance = { origin, publisher, reviewed, added, ...asked }
    const outcome = library.add(bundle, provenance, { source, images, past })
    if (!outcome.ok) return { ok: false, reason: writeFaultOf(outcome.reason) }
    return { ok: true, bundle }
  }

  function takeMany(
    paths: readonly string[],
    encoding: TextEncoding | null,
    onTaken: OnTaken,
  ): Promise<AddSummary> {
    const failures: AddSummary['failures'][number][] = []
    const mended: AddSummary['mended'][number][] = []
    const notUtf8: string[] = []
    const counts = { kept: 0, known: 0 }
    return runs.start(async (run, at) => {
      for (const [done, location] of paths.entries()) {
        at({ done, all: paths.length })
        const outcome = await inTurn(() => takeOne(location, encoding, readingOf(run)))
        const isWanted = onTaken(location, outcome)
        const file = path.basename(location)
        const isCut = run.signal.aborted && !outcome.ok && outcome.reason === 'cancelled'
        if (outcome.ok) counts[outcome.isNew ? 'kept' : 'known']++
        else if (outcome.reason === 'mended') mended.push({ file, title: outcome.title })
        else if (!isCut) {
          failures.push({ file, reason: outcome.reason })
          if (outcome.reason === 'not-utf-8') notUtf8.push(location)
        }
        const isLast = done === paths.length - 1 && !isCut
        if ((isWanted && !run.signal.aborted) || isLast) continue
        return { ...counts, mended, failures, isCancelled: true, refusal: refusalOf(notUtf8) }
      }
      return { ...counts, mended, failures, isCancelled: false, refusal: refusalOf(notUtf8) }
    })
  }

  async function addFiles(
    paths: readonly string[],
    encoding: TextEncoding | null,
  ): Promise<AddOutcome> {
    const [first = '', ...others] = paths
    if (others.length > 0)
      return { ok: true, kind: 'kept', summary: await takeMany(paths, encoding, () => true) }
    return runs.start(async (run, at) => {
      at({ done: 0, all: 1 })
      return inTurn(() => addOne(first, encoding, run))
    })
  }

  return {
    take: (file) => inTurn(() => takeOne(file, null, reading)),
    takeAll: (paths, onTaken) => takeMany(paths, null, onTaken),

    add(source) {
      if (source.kind === 'files') return addFiles(source.paths, null)
      return runs.start(async (run, at) => {
        at({ done: 0, all: 1 })
        return inTurn(() => addText(source.text, run))
      })
    },

    readAgain(refusal, encoding) {
      const paths = refused.get(refusal)
      if (paths === undefined)
        return Promise.resolve({ ok: false, reason: 'not-found', file: null, refusal: null })
      return addFiles(paths, encoding)
    },

    review: (id) =>
      runs.start(async (run, at) => {
        at({ done: 0, all: 1 })
        const opened = library.open(id)
        if (!opened.ok) return { ok: false, reason: 'not-found', file: null, refusal: null }
        const file = opened.source?.file ?? null
        const images = library.images(id)
        const draft = await draftOfKept(readingOf(run), opened, images ?? [])
        const lacksImages = images === null
        if (draft.ok)
          return proofs.offer({ draft: draft.value, older: opened, isReview: true, lacksImages })
        return { ok: false, reason: draft.reason, file, refusal: null }
      }),

    cancel: runs.cancel,
    start: runs.start,
    drop: proofs.drop,
    dropAll: proofs.dropAll,

    keep: (proof, mended, { asNew, names }) =>
      runs.start((run, at) => {
        at({ done: 0, all: 1 })
        return inTurn(async () => {
          const found = proofs.get(proof)
          if (found === undefined) return { ok: false, reason: 'no-proof' }
          const { draft, isReview, isOvertaken = false, lacksImages } = found
          if (lacksImages) return { ok: false, reason: 'images-lost' }
          const now = placeNow(found)
          if (now === 'outdated') return { ok: false, reason: 'older-serial' }
          const isAsked = asNew && (!isReview || isOvertaken) && found.older !== null
          if (now.older !== null && !isAsked && !isSameRevision(now.older, found.older)) {
            const replaces = proofs.overtake(proof, now.older, now.isLikely)
            return { ok: false, reason: 'overtaken', replaces }
          }
          const place = isAsked ? null : now.older
          const outcome = await addDraft(draft, mended, place, true, run.signal)
          if (!outcome.ok) return outcome
          proofs.drop(proof)
          options.learned?.add([seriesOf(draft.edition, draft.file), mended.series], names)
          return outcome
        })
      }),
  }
}

function isLikely(standing: Extract<Standing, { older: unknown }>): boolean {
  return standing.kind === 'same' || standing.unasked !== 'keep-apart'
}

function isSameRevision(one: KeptEdition, other: KeptEdition | null): boolean {
  const { id, revision } = one.bundle.edition
  return other?.bundle.edition.id === id && other.bundle.edition.revision === revision
}
