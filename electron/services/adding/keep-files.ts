// Keeps files in the library without a proof; the reader looks them over later. Of a mailbox each letter is an edition.
import path from 'node:path'
import type { AddSummary } from '#core/desktop/adding'
import type { TextEncoding } from '../documents/decode-text.ts'
import { formatOfName } from '../documents/formats.ts'
import { draftOfFile, readBytes } from '../import/read-draft.ts'
import type { Run } from '../import/runs.ts'
import type { AddingContext } from './adding-context.ts'
import { lettersIn } from './letters.ts'
import { isWriteFault, keepSource, type KeepSourceOutcome } from './keep-source.ts'
import { createSummary } from './summary.ts'

/** `isNew` is false when the library has the edition already, word for word; nothing changes then. */
export type KeepFileOutcome =
  | { readonly ok: true; readonly isNew: boolean }
  | Extract<KeepSourceOutcome, { readonly ok: false }>

/** Says whether to go on with the next file. */
export type OnFile = (file: string, outcome: KeepFileOutcome) => boolean

/** Hears of each edition in a file, by the name of the file or of the letter. */
export type OnEdition = (name: string, outcome: KeepSourceOutcome) => void

/**
 * The outcome of a mailbox is that of the whole: its letters may fail one by one. It ends where the library cannot be written.
 * @param task null for one that cannot be cancelled
 */
export async function keepFile(
  context: AddingContext,
  location: string,
  encoding: TextEncoding | null,
  task: Run | null,
  onEdition: OnEdition,
): Promise<KeepFileOutcome> {
  const name = path.basename(location)
  if (isMailbox(location)) return keepMailbox(context, location, task, onEdition)
  const outcome = await context.inTurn(() => keepOne(context, location, encoding, task))
  onEdition(name, outcome)
  return withoutTitle(outcome)
}

export function isMailbox(location: string): boolean {
  return formatOfName(path.basename(location)) === 'mailbox'
}

async function keepOne(
  context: AddingContext,
  location: string,
  encoding: TextEncoding | null,
  task: Run | null,
): Promise<KeepSourceOutcome> {
  const hashed = await readBytes(location)
  if (!hashed.ok) return hashed
  const read = () => draftOfFile(context.readingFor(task), location, hashed.value, encoding)
  const { sha256 } = hashed.value
  return keepSource(context, { name: path.basename(location), sha256, read })
}

async function keepMailbox(
  context: AddingContext,
  location: string,
  task: Run | null,
  onEdition: OnEdition,
): Promise<KeepFileOutcome> {
  const reading = context.readingFor(task)
  const listed = await reading.cage.listMailbox(location)
  if (!listed.ok) {
    onEdition(path.basename(location), listed)
    return listed
  }
  let isNew = false
  const kept = new Set<string>()
  for (const letter of lettersIn(reading, location, listed.value)) {
    const outcome = await context.inTurn(() => keepSource(context, letter, kept))
    onEdition(letter.name, outcome)
    if (isWriteFault(outcome)) return withoutTitle(outcome)
    if (task?.signal.aborted === true) return { ok: false, reason: 'cancelled' }
    if (outcome.ok) kept.add(outcome.id)
    isNew ||= outcome.ok && outcome.isNew
  }
  return { ok: true, isNew }
}

function withoutTitle(outcome: KeepSourceOutcome): KeepFileOutcome {
  return outcome.ok ? { ok: true, isNew: outcome.isNew } : outcome
}

/** Keeps files one after the other, as one task. */
export function keepFiles(
  context: AddingContext,
  paths: readonly string[],
  encoding: TextEncoding | null,
  onFile: OnFile,
): Promise<AddSummary> {
  const summary = createSummary()
  const notUtf8: string[] = []
  const result = (isCancelled: boolean): AddSummary =>
    summary.result({ isCancelled, refusal: context.refusedFiles.remember(notUtf8) })
  return context.tasks.start(async (task, report) => {
    for (const [done, location] of paths.entries()) {
      report({ done, all: paths.length })
      const outcome = await keepFile(context, location, encoding, task, summary.add)
      const isWanted = onFile(location, outcome)
      const isCut = task.signal.aborted && !outcome.ok && outcome.reason === 'cancelled'
      if (!outcome.ok && outcome.reason === 'not-utf-8') notUtf8.push(location)
      const isLast = done === paths.length - 1 && !isCut
      if ((!isWanted || task.signal.aborted) && !isLast) return result(true)
    }
    return result(false)
  })
}
