import fs from 'node:fs'
import tty from 'node:tty'
import { writeOutHidden } from '#core/edition/hidden-characters'
import { badInput } from './verb.ts'

/** Throws a `VerbFailure` when it cannot be written. */
export function print(text: string): void {
  try {
    write(1, `${text}\n`)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw badInput(`standard output cannot be written (${code})`)
  }
}

/** Escapes hidden characters, so that text of strangers cannot start another line or move the cursor. */
export function printLine(line: string): void {
  print(writeOutHidden(line))
}

export function printError(sentence: string): void {
  try {
    write(2, `${writeOutHidden(sentence)}\n`)
  } catch {
    // Nobody is left to read it.
  }
}

/**
 * Writes all of a text before it returns: a stream would not report a full disk. A closed pipe (`| head`) is no failure, since
 * nobody wants the rest.
 */
function write(descriptor: 1 | 2, text: string): void {
  if (tty.isatty(descriptor)) {
    // A Windows console takes characters, not bytes.
    const stream = descriptor === 1 ? process.stdout : process.stderr
    stream.write(text)
    return
  }
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length;) {
    try {
      written += fs.writeSync(descriptor, bytes, written)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10) // the pipe is full
    }
  }
}
