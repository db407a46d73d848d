// `edition lint`: prints what an editor should check before an edition is published.
import { isUnsure, type Remark, type RemarkKind } from '#core/edition/remark'
import { readInput } from './input.ts'
import { printLine } from './output.ts'
import { digestOf } from './read-edition.ts'
import { readingOptions, readingUsage, readReading } from './reading-options.ts'
import { lintSource, sourceIn } from './source-file.ts'
import { misuse, type ExitCode, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'

export const lintVerb: Verb = {
  usage: `lint FILE ${readingUsage}`,
  help:
    'Prints a sentence for each remark, by line, or for each mistake in a source edition and its notes; ends with 1 when ' +
    'one of them needs a look.',
  options: readingOptions,
  run: lint,
}

/** Each sentence is followed by the words it is about. */
const sentences: Readonly<Record<RemarkKind, string>> = {
  'title-missing': 'no title was found, so the file gives its name',
  'breaks-off': 'the file breaks off here, and the rest of its text is missing',
  'long-heading': 'this heading is long; is it an item?',
  'photo-label': 'taken for the label of a photo and left out',
  'glued-heading': 'a heading without a line of its own',
  'item-without-sources': 'this item names no sources',
  'unknown-source': 'a source that is not in the register',
  'source-without-stop': 'taken for a source, though no full stop stands before it',
  'source-or-sentence': 'left in the sentence, though it is the name of a source',
  'joining-word': 'taken for two sources',
  'sources-without-item': 'sources without an item above them',
  'in-each-edition': 'stands in an earlier edition of the series too',
  label: 'a mark of the layout, left out here and wherever it stands again',
  'page-furniture': 'belongs to the page around the edition and was left out',
  'line-without-words': 'a line without words was left out',
  'updated-mark': 'the mark of an updated article was taken off the title',
  'series-in-title': 'the series was taken off the title',
  'date-line': 'the date of the edition',
  'link-line': 'an address on a line of its own was taken out of the text',
  'second-caption': 'the caption of another picture was left out',
  'lines-joined': 'lines that were broken at a fixed width were joined, here first',
  'unseen-words': 'no reader of the file sees this, and it was left out',
  'image-left-out': 'an image was left out',
}

async function lint({ args, options, host }: Request): Promise<ExitCode> {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) throw misuse('lint takes one file')
  const reading = readReading(options)
  const bytes = await readInput(file)
  const source = await sourceIn(file, bytes, reading)
  if (source !== null) {
    const { mistakes, withoutNotes } = await lintSource(file, source)
    for (const mistake of mistakes) printLine(mistake)
    if (withoutNotes !== null) printLine(withoutNotes)
    return mistakes.length === 0 ? 0 : 1
  }
  const { remarks } = await withCage(host, (cage) => digestOf(cage, file, bytes, reading))
  for (const remark of remarks) printLine(`${file}:${remark.line}: ${sentence(remark)}`)
  return remarks.some(isUnsure) ? 1 : 0
}

function sentence({ kind, quote }: Remark): string {
  return quote === '' ? sentences[kind] : `${sentences[kind]}: ${quote}`
}
