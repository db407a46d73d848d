// What the verbs of the `edition` command have in common.
import { fileURLToPath } from 'node:url'
import type { Rejection } from '#core/edition/rejection'
import { startCageChild } from '../services/import/cage-child.ts'
import { createCage, type Cage } from '../services/import/cage.ts'
import { residentMemory } from '../services/import/resident-memory.ts'

/** Bad input ends with 1, bad use with 2. */
export type ExitCode = 0 | 1 | 2

/** Ends a verb with one line on standard error and this code. */
export class VerbFailure extends Error {
  readonly code: 1 | 2

  constructor(code: 1 | 2, sentence: string) {
    super(sentence)
    this.code = code
  }
}

/**
 * Runs a verb; what it returns goes to standard output, what it fails with to standard error. A file that cannot be
 * read or written is bad input; every other error is a mistake of ours and thrown on.
 */
export async function runVerb(verb: () => Promise<string>): Promise<ExitCode> {
  try {
    process.stdout.write(`${await verb()}\n`)
    return 0
  } catch (error) {
    const failure = error instanceof VerbFailure ? error : fileFailure(error)
    if (failure === null) throw error
    process.stderr.write(`${failure.message}\n`)
    return failure.code
  }
}

function fileFailure(error: unknown): VerbFailure | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null
  const { code = 'unknown', path = 'a file' } = error as NodeJS.ErrnoException
  return new VerbFailure(1, `${path} cannot be read or written (${code})`)
}

/** Lends a cage to some work. */
export async function withCage<Value>(work: (cage: Cage) => Promise<Value>): Promise<Value> {
  const program = fileURLToPath(new URL('../services/import/import-cage.ts', import.meta.url))
  const cage = createCage({ start: () => startCageChild(program), residentMemory })
  try {
    return await work(cage)
  } finally {
    cage.close()
  }
}

/** What is wrong with a file, as the end of a sentence that begins with its name. */
export const rejectionSentences: Readonly<Record<Rejection, string>> = {
  empty: 'is empty',
  binary: 'is not text',
  'line-too-long': 'has a line that is too long for a digest',
  'not-utf-8': 'is not text in UTF-8; when it is in Windows-1252, say --encoding windows-1252',
  'not-utf-16': 'is not text in UTF-16',
  'file-too-large': 'is larger than 20 MB',
  'too-complex': 'is nested too deeply or holds too much',
  'not-a-word-file': 'is not a Word file (.docx)',
  'damaged-zip': 'is damaged, or is no zip archive',
  'too-many-files': 'holds more than 2,000 files',
  'unpacks-too-large': 'is too large when unpacked',
  'packed-too-tightly': 'unpacks to more than 200 times its size',
  'bad-name': 'holds a file with a name that leads elsewhere',
  'duplicate-name': 'holds two files of the same name',
  'not-a-regular-file': 'holds a link, a folder or a device',
  encrypted: 'is encrypted',
  'unknown-compression': 'is compressed in a way that is not known',
  'conflicting-headers': 'contradicts itself about its files',
  'overlapping-files': 'holds files that overlap',
  'hidden-bytes': 'holds bytes that belong to no file',
  'no-manifest': 'does not begin with a manifest',
  'manifest-too-large': 'has a manifest of more than 256 KB',
  'manifest-invalid': 'has a manifest that is not valid',
  'newer-format': 'is in a newer format',
  'needs-newer-program': 'needs a newer version of the program',
  'missing-file': 'lacks a file of its manifest',
  'unlisted-file': 'holds a file that is not in its manifest',
  'wrong-size': 'holds a file of another size than it says',
  'wrong-hash': 'holds a file that was changed',
  'edition-invalid': 'holds an edition that is not valid',
  'notes-invalid': 'holds notes that are not valid',
  'image-invalid': 'holds an image that is no PNG, JPEG or WebP, or another one than its name says',
  'too-much-memory': 'takes too much memory to read',
  'too-slow': 'takes too long to read',
  'reader-crashed': 'cannot be read: the reader crashed over it',
  cancelled: 'was not read to its end',
  'not-found': 'does not exist',
  'not-permitted': 'cannot be read',
}
