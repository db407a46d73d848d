// The bytes of a file that somebody points at.
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import type { Read } from '#core/edition/rejection'

/** All of a file, when it is one and has no more than so many bytes. Never throws. */
export async function readWholeFile(file: string, most: number): Promise<Read<Buffer>> {
  try {
    const found = await fs.stat(file)
    // A device or a pipe has no size, and might never end.
    if (!found.isFile()) return { ok: false, reason: 'not-permitted' }
    if (found.size > most) return { ok: false, reason: 'file-too-large' }
    return await readUpTo(file, most)
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { ok: false, reason: isMissing ? 'not-found' : 'not-permitted' }
  }
}

/** A file that grows meanwhile is read no further than a byte beyond the limit. */
async function readUpTo(file: string, most: number): Promise<Read<Buffer>> {
  const parts: Buffer[] = []
  for await (const part of createReadStream(file, { end: most })) parts.push(part as Buffer)
  const value = Buffer.concat(parts)
  return value.length > most ? { ok: false, reason: 'file-too-large' } : { ok: true, value }
}
