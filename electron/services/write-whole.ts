// Writes a file of the reader's choice: whole, or not at all.
import fs from 'node:fs/promises'
import path from 'node:path'
import type { ExportOutcome } from '#core/desktop/transfer'

/** Where a file is written before it takes its place. */
export function partOf(file: string): string {
  return path.join(path.dirname(file), `.leeslamp-${String(process.pid)}.part`)
}

/**
 * Writes beside the file first and renames into place when all is on the disk, so that a full disk leaves an older file
 * as it was.
 * @param signal ends it before the file takes its place
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  signal?: AbortSignal,
): Promise<ExportOutcome> {
  const beside = partOf(file)
  try {
    const handle = await fs.open(beside, 'w')
    try {
      await handle.writeFile(content, { signal })
      await handle.sync()
    } finally {
      await handle.close()
    }
    signal?.throwIfAborted()
    await fs.rename(beside, file)
    return { ok: true, file }
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => undefined) // the first error is the one to tell
    if (signal?.aborted === true) return { ok: false, reason: 'cancelled' }
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, reason: 'disk-full' }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      return { ok: false, reason: 'not-permitted' }
    return { ok: false, reason: 'failed' }
  }
}
