// A file in the source format of editions (docs/edition-format.md), and the notes beside it.
import fs from 'node:fs'
import path from 'node:path'
import type { Edition, EditionNotes } from '#core/edition/edition'
import { isNotesName } from '#core/edition/edition-path'
import { refusalAsResult } from '#core/edition/rejection'
import { isSourceEdition, parseSourceEdition } from '#core/edition/source-edition'
import { parseSourceNotes } from '#core/edition/source-notes'
import type { SourceResult } from '#core/edition/source-text'
import { decodeText } from '../../services/documents/decode-text.ts'
import { decoded, readInput } from './input.ts'
import type { Reading } from './reading-options.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { badInput } from './verb.ts'

const markdownName = /\.(?:md|markdown)$/iu
/** As long as a thick book. Sources are read in this process, so that every mistake is reported with its line. */
const maxSourceBytes = 2 ** 20
const maxMistakes = 100

/**
 * The text of a source edition: a Markdown file whose front matter has an `id` or a `revision`, unless another format was asked
 * for. Null for every other file. Throws a `VerbFailure` for notes, and for a source that is too long.
 */
export async function sourceIn(
  file: string,
  bytes: Buffer,
  { format, encoding }: Reading,
): Promise<string | null> {
  if (format !== null || !markdownName.test(file)) return null
  if (isNotesName(path.basename(file)))
    throw badInput(`${file} holds notes: name the edition beside it`)
  const text = await refusalAsResult(() => decodeText(bytes, encoding))
  if (!text.ok || !isSourceEdition(text.value)) return null
  if (bytes.length > maxSourceBytes) throw badInput(`${file} ${rejectionSentences['too-complex']}`)
  return text.value
}

interface SourceNotes {
  readonly file: string
  readonly result: SourceResult<EditionNotes>
}

function notesFileOf(file: string): string {
  return file.replace(markdownName, '.notes.md')
}

/**
 * The notes in `NAME.notes.md` beside the source edition `NAME.md`; null when there are none.
 * @param edition checked against the notes; null when it has mistakes itself
 */
export async function notesBeside(
  file: string,
  edition: Edition | null,
): Promise<SourceNotes | null> {
  const notesFile = notesFileOf(file)
  if (!fs.existsSync(notesFile)) return null
  const text = await decoded(notesFile, await readInput(notesFile), null)
  return { file: notesFile, result: parseSourceNotes(text, edition) }
}

interface SourceMistakes {
  /** As `file:line: reason`, at most a hundred of each file. */
  readonly mistakes: readonly string[]
  /** A sentence when the edition has no notes; else null. */
  readonly withoutNotes: string | null
}

export async function lintSource(file: string, text: string): Promise<SourceMistakes> {
  const result = parseSourceEdition(text)
  const mistakes = sentencesOf(file, result)
  const notes = await notesBeside(file, result.ok ? result.value : null)
  if (notes !== null)
    return { mistakes: [...mistakes, ...sentencesOf(notes.file, notes.result)], withoutNotes: null }
  const name = path.basename(notesFileOf(file))
  return { mistakes, withoutNotes: `${file}: no notes (${name} is not there)` }
}

/** Throws a `VerbFailure` with the first mistake in the source. */
export function parsedOrThrow<Value>(file: string, result: SourceResult<Value>): Value {
  if (result.ok) return result.value
  throw badInput(sentencesOf(file, result)[0] ?? `${file} is not valid`)
}

/** A file with front matter of another kind lacks keys, which is a mistake in its first line. */
function sentencesOf(file: string, result: SourceResult<unknown>): string[] {
  if (result.ok) return []
  return result.mistakes.slice(0, maxMistakes).map(({ line, reason }) => {
    const hint = line === 1 ? ' (--format markdown reads the file as a digest)' : ''
    return `${file}:${String(line)}: ${reason}${hint}`
  })
}
