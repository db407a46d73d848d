// From a file or a pasted text to a proof, and from a proof into the library.
import path from 'node:path'
import type {
  AddOutcome,
  AddProgress,
  AddSource,
  AddSummary,
  KeepOutcome,
  Proof,
  WriteFault,
} from '#core/desktop-api'
import type { Edition, EditionBundle, EditionNotes } from '#core/edition/edition'
import { packageLimits } from '#core/edition/manifest'
import { parseDigest } from '#core/edition/parse-digest'
import type { Rejection } from '#core/edition/rejection'
import { asNextRevision, notesFor } from '#core/library/keep-ids'
import { likeEdition, sameEdition } from '#core/library/match-items'
import { writeFaultOf, type EditionLibrary } from './edition-library.ts'
import type { Cage } from './import/cage.ts'
import { formatOfName, type LineMarks } from './import/imported-text.ts'
import { readWholeFile } from './import/read-whole-file.ts'

export interface EditionImport {
  /** One file or text becomes a proof; several files are kept at once, not looked over yet. */
  add(source: AddSource): Promise<AddOutcome>
  /** A proof of an edition that is in the library. */
  review(edition: string): AddOutcome
  /** Ends the adding of many files after the one at hand. */
  cancel(): void
  keep(proof: number, edition: Edition): Promise<KeepOutcome>
  /** A file straight into the library, as not looked over; a proof that is being looked at stays what it is. */
  take(file: string): Promise<TakeOutcome>
}

/** `isNew` is false when the library has the edition already, word for word; nothing changes then. */
export type TakeOutcome =
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: Rejection | WriteFault }

export interface EditionImportOptions {
  readonly cage: Cage
  readonly library: EditionLibrary
  readonly hyphenate: (edition: Edition) => Promise<Record<string, string>>
  readonly programVersion: string
  /** Ids of editions that are not in the library, and that nothing there may be taken for: the bundled one. */
  readonly reservedIds: readonly string[]
  readonly now: () => Date
  readonly onProgress: (progress: AddProgress) => void
}

/** What is behind a proof and does not go to the window. */
interface Pending {
  readonly id: number
  /** As it was read, before it was mended: what the notes speak of. */
  readonly edition: Edition
  readonly notes: EditionNotes | null
  readonly publisher: string | null
  readonly origin: 'package' | 'own'
  /** The edition that is in the library already. */
  readonly older: Edition | null
}

type Draft = Pick<Proof, 'file' | 'text' | 'remarks'> & Omit<Pending, 'id' | 'older'>
type DraftOutcome = { ok: true; draft: Draft } | { ok: false; reason: Rejection }

export function createEditionImport(options: EditionImportOptions): EditionImport {
  const { cage, library } = options
  let pending: Pending | null = null
  let proofs = 0
  let isCancelled = false

  async function draftOfFile(location: string): Promise<DraftOutcome> {
    const file = path.basename(location)
    const ending = path.extname(file).toLowerCase()
    if (ending === '.editie') return fromPackage(location, file)
    const bytes = await readWholeFile(location, packageLimits.fileBytes)
    if (!bytes.ok) return bytes
    const format = formatOfName(file)
    const text = await cage.readText({ bytes: bytes.value, format, encoding: null })
    return text.ok ? parse(text.value.text, file, text.value) : text
  }

  async function fromPackage(location: string, file: string): Promise<DraftOutcome> {
    const { programVersion } = options
    const read = await cage.readPackage({ path: location, programVersion })
    if (!read.ok) return read
    const { edition, notes, manifest } = read.value
    const { publisher } = manifest
    return {
      ok: true,
      draft: { file, text: '', edition, remarks: [], notes, publisher, origin: 'package' },
    }
  }

  /** The same edition as it is in the library: only those that look like it are read. */
  function findOlder(edition: Edition): Edition | null {
    for (const entry of likeEdition(edition, library.list().entries)) {
      const opened = library.open(entry.id)
      if (opened.ok && sameEdition(opened.bundle.edition, edition)) return opened.bundle.edition
    }
    return null
  }

  /** A title that every week has gives every week the same id: another edition gets one of its own. */
  function freeId(id: string): string {
    const { entries, damaged } = library.list()
    const kept = [...entries, ...damaged].map((one) => one.id)
    const taken = new Set([...kept, ...options.reservedIds])
    let free = id
    for (let count = 2; taken.has(free); count++) free = `${id.slice(0, 110)}-${String(count)}`
    return free
  }

  function proofOf(draft: Draft, older: Edition | null): AddOutcome {
    const { file, text, edition, remarks, notes, publisher, origin } = draft
    pending = { id: ++proofs, edition, notes, publisher, origin, older }
    const replaces = older === null ? null : { title: older.title, revision: older.revision }
    return {
      ok: true,
      kind: 'proof',
      proof: { id: proofs, file, text, edition, remarks, replaces },
    }
  }

  /** What is kept of a draft: as it was mended, as a revision of the older edition if there is one. */
  async function bundleOf(
    draft: Pick<Draft, 'edition' | 'notes'>,
    mended: Edition,
    older: Edition | null,
  ): Promise<EditionBundle> {
    const edition =
      older === null ? { ...mended, id: freeId(mended.id) } : asNextRevision(older, mended)
    return {
      edition,
      notes: draft.notes === null ? null : notesFor(draft.edition, edition, draft.notes),
      hyphenation: await options.hyphenate(edition),
    }
  }

  async function take(location: string): Promise<TakeOutcome> {
    const read = await draftOfFile(location)
    if (!read.ok) return read
    const { edition, publisher, origin } = read.draft
    const older = findOlder(edition)
    if (older !== null && isSameText(older, edition)) return { ok: true, isNew: false }
    const added = options.now().toISOString()
    const bundle = await bundleOf(read.draft, edition, older)
    const outcome = library.add(bundle, { origin, publisher, reviewed: false, added })
    return outcome.ok
      ? { ok: true, isNew: true }
      : { ok: false, reason: writeFaultOf(outcome.reason) }
  }

  async function takeAll(paths: readonly string[]): Promise<AddSummary> {
    isCancelled = false
    const failures: AddSummary['failures'][number][] = []
    const counts = { kept: 0, known: 0 }
    for (const [done, location] of paths.entries()) {
      if (isCancelled) break
      options.onProgress({ done, all: paths.length })
      const outcome = await take(location)
      if (outcome.ok) counts[outcome.isNew ? 'kept' : 'known']++
      else failures.push({ file: path.basename(location), reason: outcome.reason })
    }
    return { ...counts, failures, isCancelled }
  }

  return {
    take,

    async add(source) {
      if (source.kind === 'files' && source.paths.length > 1)
        return { ok: true, kind: 'kept', summary: await takeAll(source.paths) }
      const [location = ''] = source.kind === 'files' ? source.paths : []
      const outcome =
        source.kind === 'text' ? parse(source.text, null) : await draftOfFile(location)
      if (outcome.ok) return proofOf(outcome.draft, findOlder(outcome.draft.edition))
      const file = source.kind === 'text' ? null : path.basename(location)
      return { ok: false, reason: outcome.reason, file }
    },

    review(id) {
      const opened = library.open(id)
      if (!opened.ok) return { ok: false, reason: 'not-found', file: null }
      const { bundle, provenance } = opened
      const { edition, notes } = bundle
      const { publisher } = provenance
      const origin = provenance.origin === 'package' ? 'package' : 'own'
      return proofOf(
        { file: null, text: '', edition, remarks: [], notes, publisher, origin },
        edition,
      )
    },

    cancel() {
      isCancelled = true
    },

    async keep(proof, mended) {
      if (pending?.id !== proof) return { ok: false, reason: 'no-proof' }
      const { older, publisher, origin } = pending
      const bundle = await bundleOf(pending, mended, older)
      const added = options.now().toISOString()
      const outcome = library.add(bundle, { origin, publisher, reviewed: true, added })
      if (!outcome.ok) return { ok: false, reason: writeFaultOf(outcome.reason) }
      pending = null
      return { ok: true, bundle }
    },
  }
}

/** Word for word the same edition, whatever ids and revision it has. */
function isSameText(one: Edition, other: Edition): boolean {
  const words = ({ title, lede, figure, sections }: Edition): string =>
    JSON.stringify([
      ...[title, lede, figure],
      ...sections.map(({ heading, items }) => [
        heading,
        ...items.map(({ title: head, text, sources }) => [head, text, sources]),
      ]),
    ])
  return words(one) === words(other)
}

/** @param file tells the date; pasted text has none, and a date is not made up */
function parse(text: string, file: string | null, marks?: LineMarks): DraftOutcome {
  const parsed = parseDigest(text, { fileName: file ?? '', ...marks })
  if (!parsed.ok) return parsed
  const { edition, remarks } = parsed
  return {
    ok: true,
    draft: { file, text, edition, remarks, notes: null, publisher: null, origin: 'own' },
  }
}
