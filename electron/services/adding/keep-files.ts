// Keeps files in the library without a proof; the reader looks them over later. Of a mailbox each letter is an edition.
import path from 'node:path'
import type { AddSummary } from '#core/desktop/adding'
import type { Read } from '#core/edition/rejection'
import type { TextEncoding } from '../documents/decode-text.ts'
import { formatOfName } from '../documents/formats.ts'
import { draftOfFile, readAhead, readBytes } from '../import/read-draft.ts'
import type { Run } from '../import/runs.ts'
import type { AddingContext } from './adding-context.ts'
import { isListed } from './find-known-file.ts'
import { lettersIn } from './letters.ts'
import {
  isWriteFault,
  keepSource,
  type DraftSource,
  type KeepSourceOutcome,
} from './keep-source.ts'
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
 * @param opened the same file, when it was opened ahead
 */
export async function keepFile(
  context: AddingContext,
  location: string,
  encoding: TextEncoding | null,
  task: Run | null,
  onEdition: OnEdition,
  opened: Promise<Read<DraftSource>> | null = null,
): Promise<KeepFileOutcome> {
  if (isMailbox(location)) return keepMailbox(context, location, task, onEdition)
  const outcome = await context.inTurn(async () => {
    const source = await (opened ?? openFile(context, location, encoding, task))
    return source.ok ? keepSource(context, source.value) : source
  })
  onEdition(path.basename(location), outcome)
  return withoutTitle(outcome)
}

export function isMailbox(location: string): boolean {
  return formatOfName(path.basename(location)) === 'mailbox'
}

/** Reads the bytes of a file, and lets the cage begin with those that the library does not know. Never throws. */
async function openFile(
  context: AddingContext,
  location: string,
  encoding: TextEncoding | null,
  task: Run | null,
): Promise<Read<DraftSource>> {
  const hashed = await readBytes(location)
  if (!hashed.ok) return hashed
  const reading = context.readingFor(task)
  const { sha256 } = hashed.value
  const ahead = isListed(context.library, sha256)
    ? null
    : readAhead(reading.cage, location, hashed.value, encoding)
  const read = () => draftOfFile(reading, location, hashed.value, encoding, ahead)
  return { ok: true, value: { name: path.basename(location), sha256, read } }
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
    isNew ||= outcome.ok && outcome.added !== null
  }
  return { ok: true, isNew }
}

function withoutTitle(outcome: KeepSourceOutcome): KeepFileOutcome {
  return outcome.ok ? { ok: true, isNew: outcome.added !== null } : outcome
}

/** So many are read while one is compared, written and synced: both then go on all the time. */
const filesAhead = 2

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
    const open = (location: string): Promise<Read<DraftSource>> | null =>
      isMailbox(location) ? null : openFile(context, location, encoding, task)
    const opened = paths.slice(0, filesAhead).map(open)
    for (const [done, location] of paths.entries()) {
      report({ done, all: paths.length })
      opened.push(...paths.slice(done + filesAhead, done + filesAhead + 1).map(open))
      const source = opened.shift() ?? null
      const outcome = await keepFile(context, location, encoding, task, summary.add, source)
      const isWanted = onFile(location, outcome)
      const isCut = task.signal.aborted && !outcome.ok && outcome.reason === 'cancelled'
      if (!outcome.ok && outcome.reason === 'not-utf-8') notUtf8.push(location)
      const isLast = done === paths.length - 1 && !isCut
      if ((!isWanted || task.signal.aborted) && !isLast) return result(true)
    }
    return result(false)
  })
}
