// The bytes of a segment's file, read where they are needed.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'

export interface SegmentBytes {
  /** In bytes. */
  readonly size: number
  /** Fills a buffer with the bytes from `start` on. Gives the part that was filled: less when the file ends before. */
  readInto(bytes: Buffer<ArrayBuffer>, start: number): Buffer<ArrayBuffer>
  /** Afterwards nothing can be read any more. */
  close(): void
}

/** Of a file that stays open. Throws what the file system throws. */
export function bytesOnDisk(file: string): SegmentBytes {
  const descriptor = openSync(file, 'r')
  return {
    size: fstatSync(descriptor).size,
    readInto(bytes, start) {
      let done = 0
      while (done < bytes.length) {
        const count = readSync(descriptor, bytes, done, bytes.length - done, start + done)
        if (count === 0) break
        done += count
      }
      return bytes.subarray(0, done)
    },
    close: () => closeSync(descriptor),
  }
}

/**
 * Of a file of the program. Electron copies such a file out of the program's archive when it is opened, and may leave the copy
 * behind; read as a whole it is only read. Throws what the file system throws.
 */
export function bytesOfProgram(file: string): SegmentBytes {
  const all = readFileSync(file)
  return {
    size: all.length,
    readInto: (bytes, start) => bytes.subarray(0, all.copy(bytes, 0, Math.min(start, all.length))),
    close: () => undefined,
  }
}
