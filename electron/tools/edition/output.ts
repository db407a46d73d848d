// What the command says, on standard output and on standard error.
import fs from 'node:fs'
import tty from 'node:tty'
import { writeOutHidden } from '#core/edition/hidden-characters'
import { badInput } from './verb.ts'

/** Prints a text as it is. Throws a `VerbFailure` when it cannot be written. */
export function print(text: string): void {
  try {
    write(1, `${text}\n`)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw badInput(`standard output cannot be written (${code})`)
  }
}

/** Prints one line, in which names and words of strangers cannot begin another or move the cursor. */
export function printLine(line: string): void {
  print(writeOutHidden(line))
}

/** Says one line on standard error. */
export function complain(sentence: string): void {
  try {
    write(2, `${writeOutHidden(sentence)}\n`)
  } catch {
    // There is nobody left to tell.
  }
}

/**
 * Writes all of a text before it returns: a stream would leave out what a full disk does not take, and say nothing.
 * When nobody listens any more (`| head`), the rest is not wanted, and that is no failure.
 */
function write(descriptor: 1 | 2, text: string): void {
  if (tty.isatty(descriptor)) {
    // A console of Windows takes letters, and no bytes.
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
