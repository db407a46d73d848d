// The bytes of a file that somebody points at.
import fs from 'node:fs/promises'
import type { Read } from '#core/edition/rejection'

/** All of a file, when it is one and has no more than so many bytes. Never throws. */
export async function readWholeFile(file: string, most: number): Promise<Read<Buffer>> {
  let handle: fs.FileHandle | null = null
  try {
    // A pipe would wait for its other end when it is opened.
    if (!(await fs.stat(file)).isFile()) return { ok: false, reason: 'not-permitted' }
    handle = await fs.open(file)
    const found = await handle.stat()
    // A device or a pipe has no size, and might never end.
    if (!found.isFile()) return { ok: false, reason: 'not-permitted' }
    if (found.size > most) return { ok: false, reason: 'file-too-large' }
    return await readUpTo(handle, found.size, most)
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { ok: false, reason: isMissing ? 'not-found' : 'not-permitted' }
  } finally {
    await handle?.close()
  }
}

/** The file may grow while it is read: one byte more than there may be is enough to know. */
async function readUpTo(handle: fs.FileHandle, size: number, most: number): Promise<Read<Buffer>> {
  const parts: Buffer[] = []
  let length = 0
  for (;;) {
    const part = Buffer.alloc(Math.min(Math.max(size - length, 0) + 1, most + 1 - length))
    const { bytesRead } = await handle.read(part, 0, part.length, length)
    if (bytesRead === 0) return { ok: true, value: Buffer.concat(parts, length) }
    parts.push(part.subarray(0, bytesRead))
    length += bytesRead
    if (length > most) return { ok: false, reason: 'file-too-large' }
  }
}
