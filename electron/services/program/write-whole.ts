// Writes a file that the reader chose: all of it or nothing.
import fs from 'node:fs/promises'
import path from 'node:path'
import type { ExportOutcome } from '#core/desktop/transfer'

/** The temporary file that becomes `file` when it is complete. */
export function partOf(file: string): string {
  return path.join(path.dirname(file), `.leeslamp-${String(process.pid)}.part`)
}

/**
 * Writes a temporary file first and renames it when all of it is on the disk. So a full disk leaves an older file as it was.
 * @param signal cancels it before the rename
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  signal?: AbortSignal,
): Promise<ExportOutcome> {
  const temporary = partOf(file)
  try {
    const handle = await fs.open(temporary, 'w')
    try {
      await handle.writeFile(content, { signal })
      await handle.sync()
    } finally {
      await handle.close()
    }
    signal?.throwIfAborted()
    await fs.rename(temporary, file)
    return { ok: true, file }
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined) // the first error is the one to report
    if (signal?.aborted === true) return { ok: false, reason: 'cancelled' }
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, reason: 'disk-full' }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      return { ok: false, reason: 'not-permitted' }
    return { ok: false, reason: 'failed' }
  }
}
