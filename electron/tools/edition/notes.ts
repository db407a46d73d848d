// `edition notes`: what the program finds in an edition by itself.
import type { Edition } from '#core/edition/edition'
import { findEarlier } from '#core/reading-notes/find-earlier'
import { noteEdition } from '#core/reading-notes/note-edition'
import { shownFindings } from '#core/reading-notes/shown-findings'
import type { ItemFindings } from '#core/reading-notes/reading-notes'
import type { SegmentSet } from '#core/search/compact/segment-set'
import { createNoteTools } from '../../services/reading-notes/note-tools.ts'
import { readProgramWords } from '../../services/reading-notes/word-tools.ts'
import { print } from './output.ts'
import { readDigest } from './read-edition.ts'
import { readingOptions, readingUsage, readReading } from './reading-options.ts'
import { badInput, misuse, type ExitCode, type Host, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'
import { holdsLibrary, libraryOption, withIndex } from './with-library.ts'

export const notesVerb: Verb = {
  usage: `notes FILE [--library DIR] ${readingUsage}`,
  help:
    'Prints what the program finds in each item by itself, as JSON: figures, names, terms, and with --library earlier items about the ' +
    'same thing. `shown` tells what the window shows of it. Offsets are in UTF-16 units of `text`.',
  options: { ...libraryOption, ...readingOptions },
  run: notes,
}

async function notes({ args, options, host }: Request): Promise<ExitCode> {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) throw misuse('notes takes one file')
  const reading = readReading(options)
  const { library } = options
  if (library !== undefined && !holdsLibrary(library))
    throw badInput(`${library} is no folder with a library`)
  const { edition } = await withCage(host, (cage) => readDigest(cage, file, reading))
  const items =
    library === undefined
      ? itemsOf(edition, host, null)
      : withIndex(host, library, true, (index) => itemsOf(edition, host, index.items))
  print(JSON.stringify({ items }, null, 2))
  return 0
}

function itemsOf(edition: Edition, host: Host, index: SegmentSet | null) {
  const words = readProgramWords({ compounds: host.words, glosses: host.glosses })
  const findings = noteEdition(edition, createNoteTools(words, index))
  const items = edition.sections.flatMap((section) => section.items)
  const date = edition.date?.value ?? null
  return items.map(({ title, text }, at) => {
    const found = findings[at]
    if (found === undefined) return { text }
    const later = {
      ...{ edition: edition.id, date, language: edition.language },
      ...{ title, text, names: found.names },
    }
    return {
      ...printable(text, found),
      earlier:
        index === null ? [] : findEarlier(index, later, words.tellingOf).map(printableEarlier),
    }
  })
}

function printable(text: string, found: ItemFindings) {
  const shown = shownFindings(found)
  const shownNames = new Set(shown.names.map(({ name }) => name))
  return {
    text,
    figures: found.figures.map((figure) => {
      const { start, end, printed, value, unit, change } = figure
      const clause = text.slice(figure.clauseStart, figure.clauseEnd)
      return {
        ...{ start, end, printed, value, unit, change, clause },
        shown: shown.figures.includes(figure),
      }
    }),
    names: found.names.map(({ start, end, printed, name, kind }) => {
      return { start, end, printed, name, kind, shown: shownNames.has(name) }
    }),
    terms: found.terms.map((term) => {
      const { start, end, headword, parts, gloss } = term
      return { start, end, headword, parts, gloss, shown: shown.terms.includes(term) }
    }),
  }
}

function printableEarlier({
  edition,
  item,
  title,
  date,
  names,
  words,
}: ReturnType<typeof findEarlier>[number]) {
  return { edition, item, title, date, why: { names, words } }
}
