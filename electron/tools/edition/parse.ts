// `edition parse`: an edition and the remarks about it as JSON.
import { fullSourceName } from '#core/sources/source-register'
import { print } from './output.ts'
import { readDigest, type ReadDigest } from './read-edition.ts'
import { readingOptions, readingUsage, readReading } from './reading-options.ts'
import { misuse, type ExitCode, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'

export const parseVerb: Verb = {
  usage: `parse FILE ${readingUsage}`,
  help: 'Prints title, lede, figure, sections, items, date, series, sources and remarks of a digest as JSON.',
  options: readingOptions,
  run: parse,
}

async function parse({ args, options, host }: Request): Promise<ExitCode> {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) throw misuse('parse takes one file')
  const reading = readReading(options)
  const read = await withCage(host, (cage) => readDigest(cage, file, reading))
  print(JSON.stringify(printable(read), null, 2))
  return 0
}

/** What a script needs of an edition, without ids and without what was made up, such as a title from the file's name. */
function printable({ edition, remarks, document }: ReadDigest) {
  const { title, date, series, language, lede, figure, sections, links: ofOpening = [] } = edition
  const hasTitle = remarks.every(({ kind }) => kind !== 'title-missing')
  return {
    title: hasTitle ? title : null,
    date: date?.value ?? null,
    series,
    language,
    lede,
    figure,
    openingLinks: ofOpening,
    sections: sections.map(({ heading, items }) => ({
      heading,
      items: items.map(({ title: itemTitle, text, sources, links: own = [] }) => ({
        title: itemTitle,
        text,
        sources,
        sourceNames: sources.map(fullSourceName),
        links: own,
      })),
    })),
    remarks,
    leftOut: document.leftOut,
  }
}
