// `edition parse`: an edition and the remarks about it as JSON.
import type { ParsedDigest } from '#core/edition/parse-digest'
import { fullSourceName } from '#core/digest/sources/source-register'
import { encodings, type Encoding } from '../../services/decode-text.ts'
import { formats, readEdition, type Format, type ReadOptions } from './read-edition.ts'
import { complain, misuse, print, type ExitCode, type Request, type Verb } from './verb.ts'

export const parseVerb: Verb = {
  use: `parse FILE [--format ${formats.join('|')}] [--encoding ${encodings.join('|')}]`,
  help: 'Prints title, lede, figure, sections, items, sources and remarks as JSON.',
  options: ['format', 'encoding'],
  switches: [],
  run: parse,
}

function parse(request: Request): ExitCode {
  const [file, ...rest] = request.args
  if (file === undefined || rest.length > 0) return misuse('parse takes one file')
  const options = readOptions(request.options)
  if (typeof options === 'string') return misuse(options)
  const read = readEdition(file, options)
  if (!read.ok) return complain(`${file} ${read.fault}`)
  print(JSON.stringify(printable(read.parsed), null, 2))
  return 0
}

/** The options of a verb that reads files, or what is wrong with them. */
export function readOptions({
  format = 'text',
  encoding,
}: Request['options']): ReadOptions | string {
  const known = formats.find((name) => name === format)
  if (known === undefined) return `there is no format "${format}"`
  const named = encodings.find((name) => name === encoding?.toLowerCase())
  if (encoding !== undefined && named === undefined) return `there is no encoding "${encoding}"`
  return { format: known satisfies Format, encoding: (named ?? null) satisfies Encoding | null }
}

/** What a script needs of an edition: neither ids nor what was made up, such as a title after the file's name. */
function printable({ edition, remarks }: ParsedDigest) {
  const { title, lede, figure, sections } = edition
  const hasTitle = remarks.every(({ kind }) => kind !== 'title-missing')
  return {
    title: hasTitle ? title : null,
    lede,
    figure,
    sections: sections.map(({ heading, items }) => ({
      heading,
      items: items.map(({ title: itemTitle, text, sources }) => ({
        title: itemTitle,
        text,
        sources,
        sourceNames: sources.map(fullSourceName),
      })),
    })),
    remarks,
  }
}
