// `edition build`: makes an edition package.
import * as v from 'valibot'
import { isDate } from '#core/edition/calendar-date'
import type { Edition } from '#core/edition/edition'
import { editionId } from '#core/edition/edition-ids'
import { minimumProgramVersion } from '#core/edition/manifest'
import { hasHiddenCharacters } from '#core/edition/hidden-characters'
import { isRevision } from '#core/edition/source-head'
import { readPackage } from '../../services/packages/read-package.ts'
import { writePackage, type PackageInput } from '../../services/packages/write-package.ts'
import { readEditionSource, type EditionSource } from './edition-source.ts'
import { checkOut, writeOut } from './out-file.ts'
import { printLine } from './output.ts'
import { readingOptions, readingUsage, readReading } from './reading-options.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { badInput, misuse, type ExitCode, type Request, type Verb } from './verb.ts'

export const buildVerb: Verb = {
  usage: `build FILE|FOLDER --publisher NAME -o OUT [--series NAME] [--date YYYY-MM-DD] [--revision N] ${readingUsage}`,
  help:
    'Makes an edition package (.editie), not signed. FILE is a digest (text, Markdown, HTML, Word, mail, feed or EPUB) or a source ' +
    'edition; FOLDER holds one of them and perhaps images/, or what unpack wrote. The same input gives the same bytes.',
  options: {
    ...readingOptions,
    publisher: { type: 'string' },
    series: { type: 'string' },
    date: { type: 'string' },
    revision: { type: 'string' },
    out: { type: 'string', short: 'o' },
  },
  run: build,
}

async function build(request: Request): Promise<ExitCode> {
  const { source, out, publisher, change, reading } = readRequest(request)
  checkOut(out, [])
  const read = await readEditionSource(request.host, source, reading)
  checkOut(out, read.files)
  const edition = changeEdition(read, change)
  if (edition.date === null) throw badInput(`${source} has no date; say --date YYYY-MM-DD`)
  const notes = read.notes === null ? null : { ...read.notes, edition: edition.id }
  const items = edition.sections.reduce((count, section) => count + section.items.length, 0)
  if (items === 0) throw badInput(`${source} has no items`)
  const bytes = await pack(source, { publisher, edition, notes, images: read.images })
  await writeOut(out, bytes)
  const withNotes = notes === null ? 'without notes' : 'with notes'
  printLine(`${out}: ${edition.id}, ${items} items, ${withNotes}, ${bytes.length} bytes`)
  return 0
}

interface Change {
  readonly series: string | null
  readonly date: string | null
  readonly revision: number | null
}

function readRequest({ args, options }: Request) {
  const [source, ...rest] = args
  if (source === undefined || rest.length > 0) throw misuse('build takes one file or folder')
  const { out, date = null } = options
  // Names identify publishers and series, so spaces around them must not count.
  const publisher = options.publisher?.trim() ?? ''
  const series = options.series?.trim() ?? null
  if (publisher === '') throw misuse('--publisher is missing')
  if (out === undefined || out === '') throw misuse('-o is missing')
  if (date !== null && !isDate(date)) throw misuse(`"${date}" is no date`)
  for (const [option, name] of [
    ['--publisher', publisher],
    ['--series', series ?? ''],
  ] as const) {
    if (hasHiddenCharacters(name)) throw misuse(`${option} takes a name on one line, as it reads`)
  }
  const { revision = null } = options
  if (revision !== null && !isRevision(revision)) {
    throw misuse('--revision takes a number from 1 to 999999')
  }
  return {
    source,
    out,
    publisher,
    change: { series, date, revision: revision === null ? null : Number(revision) },
    reading: readReading(options),
  }
}

/** A new date gives a digest a new id, since two weeks may have the same title. An id of the author's stays. */
function changeEdition({ edition, hasOwnId }: EditionSource, change: Change): Edition {
  const dated =
    change.date === null ? edition : { ...edition, date: { value: change.date, inferred: false } }
  return {
    ...dated,
    id: change.date === null || hasOwnId ? edition.id : editionId(edition, change.date),
    series: change.series ?? edition.series,
    revision: change.revision ?? edition.revision,
  }
}

/** Reads the package back, so that no reader's program can refuse it. */
async function pack(source: string, input: PackageInput): Promise<Buffer> {
  let bytes: Buffer
  try {
    bytes = await writePackage(input)
  } catch (error) {
    if (!(error instanceof v.ValiError)) throw error
    const [issue] = (error as v.ValiError<v.GenericSchema>).issues
    const field = v.getDotPath(issue) ?? 'a field'
    throw badInput(`${source} gives no edition that can be packed: ${field}: ${issue.message}`)
  }
  const read = await readPackage(bytes, { programVersion: minimumProgramVersion })
  if (read.ok) return bytes
  throw badInput(`${source} gives a package that ${rejectionSentences[read.reason]}`)
}
