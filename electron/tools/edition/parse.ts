// `edition parse`: an edition and the remarks about it as JSON.
import path from 'node:path'
import { fullSourceName } from '#core/sources/source-register'
import { feedSplits } from '../../services/documents/feed-split.ts'
import { formatOfName } from '../../services/documents/formats.ts'
import { print, printError } from './output.ts'
import { readDigest } from './read-edition.ts'
import type { ReadEdition } from '../../services/import/read-edition.ts'
import { messagesIn, partsOfFeed, type ReadPart } from './read-parts.ts'
import { oneOf, readingOptions, readingUsage, readReading } from './reading-options.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { readForm } from './series-form.ts'
import { misuse, type ExitCode, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'

const splits = feedSplits.filter((split) => split !== 'whole')

export const parseVerb: Verb = {
  usage: `parse FILE [--form FORM] ${readingUsage} [--split ${splits.join('|')}]`,
  help:
    'Prints title, lede, figure, sections, items, date, series, sources and remarks as JSON, and whether it is a digest. A mailbox ' +
    'is an array of editions, one a message; so is a feed with --split. A form, which teach makes, says how editions of its ' +
    'series are read; changedByForm is how many blocks it changed, or null where it did not fit.',
  options: { ...readingOptions, split: { type: 'string' }, form: { type: 'string' } },
  run: parse,
}

async function parse({ args, options, host }: Request): Promise<ExitCode> {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) throw misuse('parse takes one file')
  const reading = readReading(options)
  const split = oneOf(splits, options.split, '--split')
  const format = reading.format ?? formatOfName(path.basename(file))
  if (split !== null && format !== 'feed') throw misuse('--split is for a feed')
  if (options.form !== undefined && (split !== null || format === 'mailbox'))
    throw misuse('--form is for one edition')
  const form = options.form === undefined ? null : await readForm(options.form)
  return withCage(host, async (cage) => {
    if (format === 'mailbox') return printArray(file, messagesIn(cage, file))
    if (split !== null) return printArray(file, partsOfFeed(cage, file, reading, split))
    print(JSON.stringify(printable(await readDigest(cage, file, reading, form)), null, 2))
    return 0
  })
}

/** Prints each edition as soon as it is read. Ends with 1 when one was refused. */
async function printArray(file: string, parts: AsyncIterable<ReadPart>): Promise<ExitCode> {
  let code: ExitCode = 0
  let before = '[\n'
  for await (const { name, read } of parts) {
    if (read.ok) {
      print(before + JSON.stringify(printable(read.value), null, 2))
      before = ',\n'
    } else {
      code = 1
      printError(`${file}: ${name} ${rejectionSentences[read.reason]}`)
    }
  }
  print(before === ',\n' ? ']' : '[]')
  return code
}

/** What a script needs of an edition, without ids and without what was made up, such as a title from the file's name. */
function printable({ edition, remarks, document, isDigest, changedByForm }: ReadEdition) {
  const {
    title,
    date,
    series,
    language,
    lede,
    figure,
    sections,
    links: ofOpening = [],
    pictures: atOpening = [],
  } = edition
  const hasTitle = remarks.every(({ kind }) => kind !== 'title-missing')
  return {
    digest: isDigest,
    title: hasTitle ? title : null,
    date: date?.value ?? null,
    series,
    language,
    lede,
    figure,
    openingLinks: ofOpening,
    openingPictures: atOpening,
    sections: sections.map(({ heading, items }) => ({
      heading,
      items: items.map(({ title: itemTitle, text, sources, links: own = [], pictures = [] }) => ({
        title: itemTitle,
        text,
        sources,
        sourceNames: sources.map(fullSourceName),
        links: own,
        pictures,
      })),
    })),
    remarks,
    leftOut: document.leftOut,
    ...(changedByForm === undefined ? {} : { changedByForm: changedByForm?.length ?? null }),
  }
}
