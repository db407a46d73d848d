// Keeps one edition without a proof, unless the library has it; the reader looks it over later.
import type { AddedEdition } from '#core/desktop/adding'
import type { WriteFault } from '#core/desktop/transfer'
import { rejections, type Read, type Rejection } from '#core/edition/rejection'
import { asRevision, type Draft } from '../import/read-draft.ts'
import type { AddingContext } from './adding-context.ts'
import { classifyDraft } from './classify-draft.ts'
import { findByEarlierHash, findByHash } from './find-known-file.ts'
import { inSteps } from './in-steps.ts'
import { keepDraft } from './keep-draft.ts'

/** What an edition is made of: it is known by its hash before it is read. */
export interface DraftSource {
  /** What it is called where it cannot be read. */
  readonly name: string
  readonly sha256: string
  readonly read: () => Promise<Read<Draft>>
}

export type KeepSourceOutcome =
  | {
      readonly ok: true
      /** Null when the library has the edition already, word for word; nothing changes then. */
      readonly added: AddedEdition | null
      /** Its id and title in the library. */
      readonly id: string
      readonly title: string
      /** Whether it was read as the form of its series says. */
      readonly isTaught: boolean
    }
  | { readonly ok: false; readonly reason: Rejection | WriteFault }
  /** A newer version of an edition that the reader mended, named by its title: nothing changes. */
  | { readonly ok: false; readonly reason: 'mended'; readonly title: string }

/** @param apart the ids of editions that this one is no revision of, however alike: they came out of the same file */
export async function keepSource(
  context: AddingContext,
  { sha256, read }: DraftSource,
  apart: ReadonlySet<string> = new Set(),
): Promise<KeepSourceOutcome> {
  const { library, learned } = context
  const known = findByHash(library, sha256) ?? findByEarlierHash(library, sha256)
  if (known !== null)
    return { ok: true, added: null, isTaught: false, id: known.id, title: known.title }
  const draft = await read()
  if (!draft.ok) return draft
  const found = await inSteps(classifyDraft(library, draft.value))
  if (found.kind === 'outdated') return { ok: false, reason: 'older-serial' }
  if (found.kind === 'same') {
    const { id, title } = found.older.bundle.edition
    return { ok: true, added: null, isTaught: false, id, title }
  }
  const isApart = found.kind === 'next' && apart.has(found.older.bundle.edition.id)
  const next = found.kind === 'next' && !isApart ? found : null
  if (next?.automaticAction === 'skip')
    return { ok: false, reason: 'mended', title: next.older.bundle.edition.title }
  const older = next?.automaticAction === 'replace' ? next.older : null
  const kept = older === null ? draft.value : asRevision(draft.value, older.bundle.edition, learned)
  const outcome = await keepDraft(context, kept, kept.edition, older, false)
  if (!outcome.ok) return outcome
  const { id, revision, title } = outcome.bundle.edition
  const isTaught = draft.value.taught?.changes != null
  const added = { id, revision, replaced: older?.bundle.edition.revision ?? null }
  return { ok: true, added, isTaught, id, title }
}

/** Whether the library could not be written: another edition would not come in either. */
export function isWriteFault(outcome: KeepSourceOutcome): boolean {
  const others: readonly string[] = [...rejections, 'mended']
  return !outcome.ok && !others.includes(outcome.reason)
}
