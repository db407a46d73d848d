// The bytes of a file that somebody points at.
import fs from 'node:fs/promises'
import type { Read } from '#core/edition/rejection'

/** All of a file, when it is one and has no more than so many bytes. Never throws. */
export async function readWholeFile(file: string, most: number): Promise<Read<Buffer>> {
  try {
    const found = await fs.stat(file)
    // A device or a pipe has no size, and might never end.
    if (!found.isFile()) return { ok: false, reason: 'not-permitted' }
    if (found.size > most) return { ok: false, reason: 'file-too-large' }
    return { ok: true, value: await fs.readFile(file) }
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { ok: false, reason: isMissing ? 'not-found' : 'not-permitted' }
  }
}
