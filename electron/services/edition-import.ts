// From a file or a pasted text to a proof, and from a proof into the library.
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { ImportSource, KeepOutcome, Proof, ProofOutcome, WriteFault } from '#core/desktop-api'
import type { Edition, EditionBundle, EditionNotes } from '#core/edition/edition'
import { packageLimits } from '#core/edition/manifest'
import { parseDigest } from '#core/edition/parse-digest'
import type { Rejection } from '#core/edition/rejection'
import { asNextRevision } from '#core/library/keep-ids'
import { likeEdition, sameEdition } from '#core/library/match-items'
import type { EditionLibrary } from './edition-library.ts'
import type { Cage } from './import/cage.ts'
import { formatOfName } from './import/imported-text.ts'
import { readWholeFile } from './import/read-whole-file.ts'

export interface EditionImport {
  read(source: ImportSource): Promise<ProofOutcome>
  keep(proof: number, edition: Edition): Promise<KeepOutcome>
  /** A file straight into the library, as not reviewed; a proof that is being looked at stays what it is. */
  take(file: string): Promise<TakeOutcome>
}

/** `isNew` is false when the library has the very same edition already; nothing changes then. */
export type TakeOutcome =
  | { readonly ok: true; readonly bundle: EditionBundle; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: Rejection | WriteFault }

export interface EditionImportOptions {
  readonly cage: Cage
  readonly library: EditionLibrary
  readonly hyphenate: (edition: Edition) => Promise<Record<string, string>>
  readonly programVersion: string
  readonly now: () => Date
}

/** What is behind a proof and does not go to the window. */
interface Pending {
  readonly notes: EditionNotes | null
  readonly publisher: string | null
  readonly origin: 'package' | 'own'
  /** The edition that is in the library already, with its notes. */
  readonly older: EditionBundle | null
}

type Draft = Pick<Proof, 'file' | 'text' | 'edition' | 'remarks'> &
  Pick<Pending, 'notes' | 'publisher' | 'origin'>
type DraftOutcome = { ok: true; draft: Draft } | { ok: false; reason: Rejection }

export function createEditionImport(options: EditionImportOptions): EditionImport {
  const { cage, library } = options
  let pending: (Pending & { readonly id: number }) | null = null
  let proofs = 0

  async function draftOf(source: ImportSource): Promise<DraftOutcome> {
    if (source.kind === 'text')
      return parse(source.text, { file: null, name: options.now().toISOString().slice(0, 10) })
    const file = path.basename(source.path)
    const ending = path.extname(file).toLowerCase()
    if (ending === '.editie') return fromPackage(source.path, file)
    const bytes = await readWholeFile(source.path, packageLimits.fileBytes)
    if (!bytes.ok) return bytes
    const format = formatOfName(file)
    const text = await cage.readText({ bytes: bytes.value, format, encoding: null })
    return text.ok ? parse(text.value.text, { file, name: file }) : text
  }

  async function fromPackage(location: string, file: string): Promise<DraftOutcome> {
    const { programVersion } = options
    const read = await cage.readPackage({ path: location, programVersion })
    if (!read.ok) return read
    const { edition, notes, manifest } = read.value
    const { publisher } = manifest
    const draft = { file, text: '', edition, remarks: [], notes, publisher, origin: 'package' }
    return { ok: true, draft: { ...draft, origin: 'package' } }
  }

  /** The same edition as it is in the library: only those that look like it are read. */
  function findOlder(edition: Edition): EditionBundle | null {
    for (const entry of likeEdition(edition, library.list().entries)) {
      const opened = library.open(entry.id)
      if (opened.ok && sameEdition(opened.bundle.edition, edition)) return opened.bundle
    }
    return null
  }

  async function bundleOf({ older, notes }: Pending, edition: Edition): Promise<EditionBundle> {
    const kept = older === null ? edition : asNextRevision(older.edition, edition)
    return {
      edition: kept,
      notes: notes === null ? null : { ...notes, edition: kept.id },
      hyphenation: await options.hyphenate(kept),
    }
  }

  function install(
    { origin, publisher }: Pending,
    bundle: EditionBundle,
    reviewed: boolean,
  ): { ok: true; bundle: EditionBundle } | { ok: false; reason: WriteFault } {
    const added = options.now().toISOString()
    const outcome = library.add(bundle, { origin, publisher, reviewed, added })
    if (outcome.ok) return { ok: true, bundle }
    const { reason } = outcome
    return {
      ok: false,
      reason: reason === 'disk-full' || reason === 'read-only' ? reason : 'failed',
    }
  }

  return {
    async read(source) {
      const outcome = await draftOf(source)
      if (!outcome.ok) {
        const file = source.kind === 'file' ? path.basename(source.path) : null
        return { ok: false, reason: outcome.reason, file }
      }
      const { file, text, edition, remarks, notes, publisher, origin } = outcome.draft
      const older = findOlder(edition)
      pending = { id: ++proofs, notes, publisher, origin, older }
      const replaces =
        older === null ? null : { title: older.edition.title, revision: older.edition.revision }
      return { ok: true, proof: { id: pending.id, file, text, edition, remarks, replaces } }
    },

    async keep(proof, mended) {
      if (pending?.id !== proof) return { ok: false, reason: 'no-proof' }
      const outcome = install(pending, await bundleOf(pending, mended), true)
      if (outcome.ok) pending = null
      return outcome
    },

    async take(file) {
      const outcome = await draftOf({ kind: 'file', path: file })
      if (!outcome.ok) return outcome
      const { edition, notes, publisher, origin } = outcome.draft
      const taken = { notes, publisher, origin, older: findOlder(edition) }
      const bundle = await bundleOf(taken, edition)
      if (taken.older !== null && isSameText(taken.older, bundle))
        return { ok: true, bundle: taken.older, isNew: false }
      const installed = install(taken, bundle, false)
      return installed.ok ? { ...installed, isNew: true } : installed
    },
  }
}

function isSameText(older: EditionBundle, newer: EditionBundle): boolean {
  const { revision } = older.edition
  return (
    isDeepStrictEqual(older.edition, { ...newer.edition, revision }) &&
    isDeepStrictEqual(older.notes, newer.notes)
  )
}

function parse(text: string, { file, name }: { file: string | null; name: string }): DraftOutcome {
  const parsed = parseDigest(text, { fileName: name })
  if (!parsed.ok) return parsed
  const { edition, remarks } = parsed
  return {
    ok: true,
    draft: { file, text, edition, remarks, notes: null, publisher: null, origin: 'own' },
  }
}
