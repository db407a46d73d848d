// From a file or a pasted text to a proof, and from a proof into the library.
import path from 'node:path'
import type { ImportSource, KeepOutcome, Proof, ProofOutcome } from '#core/desktop-api'
import type { Edition, EditionNotes } from '#core/edition/edition'
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
}

export interface EditionImportOptions {
  readonly cage: Cage
  readonly library: EditionLibrary
  readonly hyphenate: (edition: Edition) => Promise<Record<string, string>>
  readonly programVersion: string
  readonly now: () => Date
}

/** What is behind a proof and does not go to the window. */
interface Pending {
  readonly id: number
  readonly notes: EditionNotes | null
  readonly publisher: string | null
  readonly origin: 'package' | 'own'
  /** The edition that is in the library already. */
  readonly older: Edition | null
}

type Draft = Pick<Proof, 'file' | 'text' | 'edition' | 'remarks'> &
  Pick<Pending, 'notes' | 'publisher' | 'origin'>
type DraftOutcome = { ok: true; draft: Draft } | { ok: false; reason: Rejection }

export function createEditionImport(options: EditionImportOptions): EditionImport {
  const { cage, library } = options
  let pending: Pending | null = null
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
  function findOlder(edition: Edition): Edition | null {
    for (const entry of likeEdition(edition, library.list().entries)) {
      const opened = library.open(entry.id)
      if (opened.ok && sameEdition(opened.bundle.edition, edition)) return opened.bundle.edition
    }
    return null
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
      const replaces = older === null ? null : { title: older.title, revision: older.revision }
      return { ok: true, proof: { id: pending.id, file, text, edition, remarks, replaces } }
    },

    async keep(proof, mended) {
      if (pending?.id !== proof) return { ok: false, reason: 'no-proof' }
      const { older, notes, publisher, origin } = pending
      const edition = older === null ? mended : asNextRevision(older, mended)
      const bundle = {
        edition,
        notes: notes === null ? null : { ...notes, edition: edition.id },
        hyphenation: await options.hyphenate(edition),
      }
      const added = options.now().toISOString()
      const outcome = library.add(bundle, { origin, publisher, reviewed: true, added })
      if (!outcome.ok) {
        const { reason } = outcome
        return {
          ok: false,
          reason: reason === 'disk-full' || reason === 'read-only' ? reason : 'failed',
        }
      }
      pending = null
      return { ok: true, bundle }
    },
  }
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
