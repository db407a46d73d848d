// Writes files that the reader chose: all of them whole, or nothing.
import fs from 'node:fs/promises'
import path from 'node:path'
import type { ExportOutcome } from '#core/desktop/transfer'
import type { Outcome, ReasonOf } from '#core/outcome'

export interface WrittenFile {
  readonly file: string
  readonly content: string | Uint8Array
}

/** The temporary file that becomes `file` when all are complete. */
export function partOf(file: string, index = 0): string {
  const number = index === 0 ? '' : `-${String(index)}`
  return path.join(path.dirname(file), `.leeslamp-${String(process.pid)}${number}.part`)
}

/** Why nothing was written, in so far as the reader can do something about it. */
export function exportFault(error: unknown): Exclude<ReasonOf<ExportOutcome>, 'cancelled'> {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'not-permitted' : 'failed'
}

/**
 * Writes temporary files first and renames them when all are on the disk. So a full disk leaves older files as they were.
 * @param signal cancels it before the first is renamed
 * @param report is given how many are on the disk
 */
export async function writeTogether(
  files: readonly WrittenFile[],
  signal?: AbortSignal,
  report?: (done: number) => void,
): Promise<Outcome<unknown, ReasonOf<ExportOutcome>>> {
  const parts = files.map(({ file, content }, index) => ({
    ...{ file, content },
    part: partOf(file, index),
  }))
  try {
    for (const [done, { part, content }] of parts.entries()) {
      signal?.throwIfAborted()
      report?.(done)
      await writeSynced(part, content, signal)
    }
    signal?.throwIfAborted()
    for (const { part, file } of parts) await fs.rename(part, file)
    return { ok: true }
  } catch (error) {
    // The first error is the one to report.
    for (const { part } of parts) await fs.rm(part, { force: true }).catch(() => undefined)
    return { ok: false, reason: signal?.aborted === true ? 'cancelled' : exportFault(error) }
  }
}

export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  signal?: AbortSignal,
): Promise<ExportOutcome> {
  const outcome = await writeTogether([{ file, content }], signal)
  return outcome.ok ? { ok: true, file } : outcome
}

async function writeSynced(
  file: string,
  content: string | Uint8Array,
  signal?: AbortSignal,
): Promise<void> {
  const handle = await fs.open(file, 'w')
  try {
    await handle.writeFile(content, { signal })
    await handle.sync()
  } finally {
    await handle.close()
  }
}
