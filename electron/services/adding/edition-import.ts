// Makes a proof of a file or a pasted text, and keeps it in the library once the reader has looked it over.
import path from 'node:path'
import type {
  AddCounts,
  AddedEdition,
  AddOutcome,
  AddSource,
  AddSummary,
  KeepChoice,
  KeepOutcome,
  MovedEditions,
  TakenBack,
} from '#core/desktop/adding'
import type { CollectionSplit } from '#core/desktop/collection'
import type { Edition } from '#core/edition/edition'
import { matchSteps } from '#core/library/match-items'
import type { ForeseenReading } from '#core/series/foreseen-reading'
import type { TextEncoding } from '../documents/decode-text.ts'
import { createProofs } from '../import/proofs.ts'
import {
  asRevision,
  draftOfFile,
  draftOfKept,
  draftOfText,
  readBytes,
  type Draft,
} from '../import/read-draft.ts'
import type { Run, Runs } from '../import/runs.ts'
import { hashOf } from '../library/kept-source.ts'
import { createCollectionAdding } from './add-collection.ts'
import { createAddingContext, type AddingOptions } from './adding-context.ts'
import { withRepeated } from './ask-repeated.ts'
import { classifyDraft, isLikelyRevision } from './classify-draft.ts'
import { findByHash } from './find-known-file.ts'
import { inSteps } from './in-steps.ts'
import {
  isMailbox,
  keepFile,
  keepFiles,
  type KeepFileOutcome,
  type OnEdition,
  type OnFile,
} from './keep-files.ts'
import type { DraftSource } from './keep-source.ts'
import { createProofKeeping } from './keep-proof.ts'
import { moveToSeries } from './move-to-series.ts'
import { createPageFolders } from './page-folders.ts'
import { rejected } from './rejected.ts'
import { createRereading, type Rereading } from './reread-series.ts'
import { takeBack } from './take-back.ts'

export interface EditionImport extends Rereading {
  /**
   * Makes a proof of one file or text, or a choice of one that holds many editions; keeps several files at once, to be looked
   * over later.
   */
  add(source: AddSource): Promise<AddOutcome>
  /** Keeps the parts at these places of a file that holds many editions; a single edition becomes a proof. */
  take(collection: number, parts: readonly number[], split: CollectionSplit): Promise<AddOutcome>
  /** What each of these parts would be read as; nothing is kept. */
  foresee(collection: number, parts: readonly number[]): Promise<readonly ForeseenReading[]>
  /** Takes what an adding brought out of the library again, as one task. */
  takeBack(added: readonly AddedEdition[]): Promise<TakenBack>
  /** Makes editions of the library editions of this series, as one task. */
  moveToSeries(ids: readonly string[], series: string | null): Promise<MovedEditions>
  /** Forgets a file of which nothing will be taken. */
  leave(collection: number): void
  /** Adds the files of an earlier refusal again, as text in this encoding. */
  readAgain(refusal: number, encoding: TextEncoding): Promise<AddOutcome>
  /** Reads the saved page of a proof once more, with the pictures of the folder beside it. */
  readFolder(proof: number): Promise<AddOutcome>
  /** Makes a proof of an edition that is in the library. */
  review(edition: string): Promise<AddOutcome>
  /** Ends one task at once, also within a file; the others go on. */
  cancel(task: number): void
  /** Runs other work with editions, with the same progress and `cancel`. */
  readonly runTask: Runs<AddCounts>['start']
  /** Forgets a proof that will not be kept. */
  drop(proof: number): void
  /** Forgets all proofs and choices, when the page that showed them is gone. */
  dropAll(): void
  keep(proof: number, edition: Edition, choice: KeepChoice): Promise<KeepOutcome>
  /** The bytes of a picture that an open proof lists, by their hash; null for every other hash. */
  picture(sha256: string): Uint8Array | null
  /** Keeps a file without a proof. Proofs that are being looked over do not change. */
  keepFile(file: string, onEdition?: OnEdition): Promise<KeepFileOutcome>
  /** The same for many files, with progress and `cancel`. */
  keepFiles(paths: readonly string[], onFile: OnFile): Promise<AddSummary>
}

/** Text that was pasted has no name. */
type Offered = Omit<DraftSource, 'name'> & { readonly name: string | null }

export function createEditionImport(options: AddingOptions): EditionImport {
  const context = createAddingContext(options)
  const { library, learned, tasks, refusedFiles, inTurn, readingFor } = context
  const proofs = createProofs(options.annotationsOf)
  const collections = createCollectionAdding(context, offerSource)
  const pageFolders = createPageFolders(context, proofs, offer)
  const keep = createProofKeeping(context, proofs)

  /** Makes a proof of a draft, unless it brings nothing new. */
  async function offer(draft: Draft, { signal }: Run): Promise<AddOutcome> {
    const { file } = draft
    const found = await inSteps(classifyDraft(library, draft))
    if (signal.aborted) return rejected('cancelled', file)
    if (found.kind === 'outdated') return rejected('older-serial', file)
    const proof = { draft, isReview: false, lacksImages: false }
    if (found.kind === 'new') {
      const asked = await withRepeated(library, draft, null)
      return proofs.offer({ ...proof, draft: asked, older: null })
    }
    const { older } = found
    const isIssue = draft.origin === 'package' && older.source?.kind === 'package'
    if (found.kind === 'same' && isIssue) return alreadyKept(file, older.bundle.edition)
    const isLikely = isLikelyRevision(found)
    const next = isLikely ? asRevision(draft, older.bundle.edition, learned) : draft
    return proofs.offer({ ...proof, draft: next, older }, isLikely)
  }

  /** The same of what is not read yet, unless the library knows it. */
  async function offerSource({ name, sha256, read }: Offered, task: Run): Promise<AddOutcome> {
    const known = findByHash(library, sha256)
    if (known !== null) return alreadyKept(name, known)
    if (proofs.isFull()) return rejected('too-many-proofs', name)
    const draft = await read()
    if (task.signal.aborted) return rejected('cancelled', name)
    return draft.ok ? offer(draft.value, task) : rejected(draft.reason, name)
  }

  async function addFile(
    location: string,
    encoding: TextEncoding | null,
    task: Run,
  ): Promise<AddOutcome> {
    const file = path.basename(location)
    const hashed = await readBytes(location)
    if (!hashed.ok) return rejected(hashed.reason, file)
    const { sha256 } = hashed.value
    const choice =
      findByHash(library, sha256) === null
        ? await collections.addFeed(location, hashed.value, encoding, task)
        : null
    if (choice !== null) return choice
    const read = () => draftOfFile(readingFor(task), location, hashed.value, encoding)
    const outcome = await offerSource({ name: file, sha256, read }, task)
    if (outcome.ok) return pageFolders.offer(outcome, { location, encoding })
    if (outcome.reason !== 'not-utf-8') return outcome
    return { ...outcome, refusal: refusedFiles.remember([location]) }
  }

  function addText(
    { text, html }: Extract<AddSource, { kind: 'text' }>,
    task: Run,
  ): Promise<AddOutcome> {
    const read = () => draftOfText(readingFor(task), text, html)
    return offerSource({ name: null, sha256: hashOf(html ?? text), read }, task)
  }

  /** Runs a task of one step. */
  function runStep<Value>(
    work: (task: Run, report: (counts: AddCounts) => void) => Promise<Value>,
  ): Promise<Value> {
    return tasks.start((task, report) => {
      report({ done: 0, all: 1 })
      return work(task, report)
    })
  }

  async function addFiles(
    paths: readonly string[],
    encoding: TextEncoding | null,
  ): Promise<AddOutcome> {
    const [first = '', ...others] = paths
    if (others.length === 0)
      return runStep((task, report) =>
        isMailbox(first)
          ? collections.addMailbox(first, task, report)
          : inTurn(() => addFile(first, encoding, task)),
      )
    const summary = await keepFiles(context, paths, encoding, () => true)
    return { ok: true, kind: 'kept', summary }
  }

  async function review(id: string, task: Run): Promise<AddOutcome> {
    const opened = library.open(id)
    if (!opened.ok) return rejected('not-found', null)
    if (proofs.isFull()) return rejected('too-many-proofs', opened.source?.file ?? null)
    const images = library.images(id)
    const draft = await draftOfKept(readingFor(task), opened, images ?? [])
    if (!draft.ok) return rejected(draft.reason, opened.source?.file ?? null)
    const lacksImages = images === null
    await inSteps(matchSteps(opened.bundle.edition, draft.value.edition))
    const asked = opened.provenance.reviewed
      ? draft.value
      : await withRepeated(library, draft.value, id)
    return proofs.offer({ draft: asked, older: opened, isReview: true, lacksImages })
  }

  return {
    keepFile: (file, onEdition = () => undefined) => keepFile(context, file, null, null, onEdition),
    keepFiles: (paths, onFile) => keepFiles(context, paths, null, onFile),
    add: (source) =>
      source.kind === 'files'
        ? addFiles(source.paths, null)
        : runStep((task) => inTurn(() => addText(source, task))),
    readAgain(refusal, encoding) {
      const paths = refusedFiles.find(refusal)
      return paths === undefined
        ? Promise.resolve(rejected('not-found', null))
        : addFiles(paths, encoding)
    },
    take: collections.take,
    foresee: collections.foresee,
    takeBack: (added) => takeBack(context, added),
    moveToSeries: (ids, series) => moveToSeries(context, ids, series),
    leave: collections.drop,
    review: (id) => runStep((task) => review(id, task)),
    readFolder: (proof) => runStep((task) => inTurn(() => pageFolders.read(proof, task))),
    cancel: tasks.cancel,
    runTask: tasks.start,
    picture: proofs.picture,
    ...createRereading(context),
    drop(proof) {
      proofs.drop(proof)
      pageFolders.drop(proof)
    },
    dropAll() {
      proofs.dropAll()
      pageFolders.dropAll()
      collections.dropAll()
    },
    async keep(proof, mended, choice) {
      const outcome = await runStep((task) => inTurn(() => keep(proof, mended, choice, task)))
      if (outcome.ok) pageFolders.drop(proof)
      return outcome
    },
  }
}

function alreadyKept(file: string | null, edition: { id: string; title: string }): AddOutcome {
  return { ok: true, kind: 'known', file, edition: edition.id, title: edition.title }
}
