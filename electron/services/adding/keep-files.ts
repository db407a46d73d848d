// Keeps files in the library without a proof; the reader looks them over later.
import path from 'node:path'
import type { AddSummary } from '#core/desktop/adding'
import type { WriteFault } from '#core/desktop/transfer'
import type { Rejection } from '#core/edition/rejection'
import type { TextEncoding } from '../documents/decode-text.ts'
import { asRevision, draftOfFile, readBytes } from '../import/read-draft.ts'
import type { Run } from '../import/runs.ts'
import type { AddingContext } from './adding-context.ts'
import { classifyDraft } from './classify-draft.ts'
import { findByEarlierHash, findByHash } from './find-known-file.ts'
import { keepDraft } from './keep-draft.ts'

/** `isNew` is false when the library has the edition already, word for word; nothing changes then. */
export type KeepFileOutcome =
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: Rejection | WriteFault }
  /** A newer version of an edition that the reader mended, named by its title: nothing changes. */
  | { readonly ok: false; readonly reason: 'mended'; readonly title: string }

/** Says whether to go on with the next file. */
export type OnFile = (file: string, outcome: KeepFileOutcome) => boolean

/** @param task null for one that cannot be cancelled */
export async function keepFile(
  context: AddingContext,
  location: string,
  encoding: TextEncoding | null,
  task: Run | null,
): Promise<KeepFileOutcome> {
  const { library, learned } = context
  const hashed = await readBytes(location)
  if (!hashed.ok) return hashed
  const { sha256 } = hashed.value
  const known = findByHash(library, sha256) ?? findByEarlierHash(library, sha256)
  if (known !== null) return { ok: true, isNew: false }
  const read = await draftOfFile(context.readingFor(task), location, hashed.value, encoding)
  if (!read.ok) return read
  const found = classifyDraft(library, read.value)
  if (found.kind === 'outdated') return { ok: false, reason: 'older-serial' }
  if (found.kind === 'same') return { ok: true, isNew: false }
  const next = found.kind === 'next' ? found : null
  if (next?.automaticAction === 'skip')
    return { ok: false, reason: 'mended', title: next.older.bundle.edition.title }
  const older = next?.automaticAction === 'replace' ? next.older : null
  const draft = older === null ? read.value : asRevision(read.value, older.bundle.edition, learned)
  const outcome = await keepDraft(context, draft, draft.edition, older, false)
  return outcome.ok ? { ok: true, isNew: true } : outcome
}

/** Keeps files one after the other, as one task. */
export function keepFiles(
  context: AddingContext,
  paths: readonly string[],
  encoding: TextEncoding | null,
  onFile: OnFile,
): Promise<AddSummary> {
  const failures: AddSummary['failures'][number][] = []
  const mended: AddSummary['mended'][number][] = []
  const notUtf8: string[] = []
  const counts = { kept: 0, known: 0 }
  const summary = (isCancelled: boolean): AddSummary => {
    const refusal = context.refusedFiles.remember(notUtf8)
    return { ...counts, mended, failures, isCancelled, refusal }
  }
  return context.tasks.start(async (task, report) => {
    for (const [done, location] of paths.entries()) {
      report({ done, all: paths.length })
      const outcome = await context.inTurn(() => keepFile(context, location, encoding, task))
      const isWanted = onFile(location, outcome)
      const file = path.basename(location)
      const isCut = task.signal.aborted && !outcome.ok && outcome.reason === 'cancelled'
      if (outcome.ok) counts[outcome.isNew ? 'kept' : 'known']++
      else if (outcome.reason === 'mended') mended.push({ file, title: outcome.title })
      else if (!isCut) {
        failures.push({ file, reason: outcome.reason })
        if (outcome.reason === 'not-utf-8') notUtf8.push(location)
      }
      const isLast = done === paths.length - 1 && !isCut
      if ((!isWanted || task.signal.aborted) && !isLast) return summary(true)
    }
    return summary(false)
  })
}
